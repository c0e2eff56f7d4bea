/**
 * The article filter of NukeViet 4.5 at its default settings, as far as a snippet meets it. Written
 * from what it does, not from its code; its answers to `nukeviet.spec.ts` were compared with those of
 * 4.5.05 itself (class `NukeViet\Core\Request`: `security_post`, then `get_editor`).
 */

import { filtered, partedBySpaces, type Tag } from './tags.ts';

/**
 * "Mã HTML được chấp nhận sử dụng trong hệ thống" (Cấu hình → Thiết lập an ninh), as installed:
 * `NV_ALLOWED_HTML_TAGS`. What is not in it loses its tags and keeps its text; a name with a
 * hyphen is refused even where it is added.
 */
const ALLOWED = (
  'embed object param a b blockquote br caption col colgroup div em h1 h2 h3 h4 h5 h6 hr i img li ' +
  'p span strong s sub sup table tbody td th tr u ul ol iframe figure figcaption video audio ' +
  'source track code pre'
).split(' ');

/** `disabledattributes` of the same class; besides, all that begin with `on`. */
const NO_ATTRIBUTES = (
  'action background codebase dynsrc lowsrc allownetworking allowscriptaccess fscommand ' +
  'seeksegmenttime'
).split(' ');

/** An attribute whose value has such a word is left out; `document` and others are not among them. */
const NO_WORDS =
  /expression|javascript|behaviour|vbscript|mocha|livescript|\b(base64_decode|cmd|passthru|eval|exec|system|fopen|fsockopen|file|file_get_contents|readfile|unlink)\s*\(/i;

/**
 * "Tên miền tin cậy" of the same page (`domains_whitelist`). The portal's own host is not among them,
 * so an iframe of its own must be written without host: `/banner/frame.html?…`.
 */
const TRUSTED = (
  'youtube.com www.youtube.com google.com www.google.com drive.google.com docs.google.com ' +
  'view.officeapps.live.com'
).split(' ');

/** Attributes for which the host must be trusted. */
const REMOTE: Record<string, string> = { iframe: 'src', embed: 'src', object: 'data' };

const hostOf = (address: string): string | undefined =>
  /^(?:[a-z][a-z0-9+.-]*:)?\/\/([^/?#:]*)/i.exec(address)?.[1]?.toLowerCase();

export function nukeviet(html: string): string {
  const withoutScript = html.replace(/<\s*script[^>]*>.*?<\s*\/\s*script\s*>/gis, '');
  const result = filtered(
    partedBySpaces(withoutScript),
    ({ name, closing, attributes }): 'unwrap' | Tag => {
      // A name with a hyphen is none: custom elements are unwrapped whatever the settings.
      if (!ALLOWED.includes(name)) return 'unwrap';
      return {
        name,
        closing,
        attributes: attributes.flatMap(([key, value]): [string, string][] => {
          if (NO_ATTRIBUTES.includes(key) || key.startsWith('on') || NO_WORDS.test(value))
            return [];
          const host = REMOTE[name] === key ? hostOf(value) : undefined;
          if (host !== undefined && !TRUSTED.includes(host)) return [];
          // Double quotes become single ones, so JSON in a value is JSON no more; colours are written
          // out, whatever the attribute.
          const single = value.replace(/"|&quot;/g, "'");
          const text = key === 'href' ? single : single.replace(/#([0-9a-f]{3,6});*/gi, rgb);
          return [[key, text.replace(/'/g, '&#039;')]];
        }),
      };
    },
  );
  return result.replace(/\[/g, '&#91;').replace(/\]/g, '&#93;').trim();
}

/** Three or six digits as it writes them, with a semicolon; others stay as they are. */
function rgb(text: string, digits: string): string {
  if (digits.length !== 3 && digits.length !== 6) return text;
  const length = digits.length / 3;
  const part = (at: number) => parseInt(digits.slice(at * length, (at + 1) * length), 16);
  return `rgb(${part(0)}, ${part(1)}, ${part(2)});`;
}
