/** Whose bytes `dist/contest-banner.js` is made of, by its source map. */

import { readFileSync } from 'node:fs';
import { decode } from '@jridgewell/sourcemap-codec';
import { brotli, gzip } from '../size.mjs';
import { bundle, ownBuild } from './bundle.mjs';

/** First match wins. */
const GROUPS = [
  ['our stand-in for Lit', /src\/elements\/(lit|html)-lite/],
  ['`qrcode`: its encoder, cut down', /\/qrcode\//],
  ['our stand-ins inside `qrcode`', /src\/contest\/qrcode-lite/],
  ['style sheets', /\.css\?/],
  ['words, in two languages', /src\/locales\//],
  ['what a contest is: schema, check, phases, dates, way in', /src\/contest\//],
  ['where a definition comes from, and which copy wins', /src\/source\//],
  ['the elements: what they draw, settings, clock', /src\/elements\//],
  ['script tag, links that become banners', /src\/embed\//],
  ['what the build puts around', /./],
];

const STYLES = GROUPS.findIndex(([name]) => name === 'style sheets');

const groupOf = (source) => GROUPS.findIndex(([, pattern]) => pattern.test(source));

/** The group of each character. */
function groupsOf(code, map) {
  const sources = map.sources.map((source) => groupOf(source ?? ''));
  const groups = [];
  decode(map.mappings).forEach((segments, line) => {
    const { length } = code.split('\n')[line];
    let group = GROUPS.length - 1;
    for (let column = 0, next = 0; column <= length; column++) {
      while (segments[next]?.[0] === column) group = sources[segments[next++][1]] ?? group;
      groups.push(group);
    }
  });
  // The build gives no map of what it makes of a style sheet.
  for (const {
    index,
    0: { length },
  } of code.matchAll(/(["'`]):host\{[^]*?\1/g))
    groups.fill(STYLES, index, index + length);
  return groups;
}

/**
 * @returns {Promise<{name: string, raw: number, brotli: number}[]>} bytes of each group, minified,
 * and by how many the compressed file is smaller without
 */
export async function parts() {
  const { code, map } = await ownBuild();
  if (code.trim() !== readFileSync('dist/contest-banner.js', 'utf8').trim())
    throw new Error('dist/contest-banner.js is not what would be built: npm run build comes first');
  const groups = groupsOf(code, map);
  const whole = brotli(Buffer.from(code)).length;
  return GROUPS.map(([name], index) => {
    if (!groups.includes(index)) throw new Error(`the source map knows nothing of ${name}`);
    const without = code
      .split('')
      .filter((_, at) => groups[at] !== index)
      .join('');
    return {
      name,
      raw: Buffer.byteLength(code) - Buffer.byteLength(without),
      brotli: whole - brotli(Buffer.from(without)).length,
    };
  });
}

/** The dependencies as they are, each alone with what we call of it. */
export async function wholeDependencies() {
  const size = async (file) => {
    const code = Buffer.from(await bundle(`scripts/bench/peers/${file}`, 'es'));
    return { raw: code.length, gzip: gzip(code).length, brotli: brotli(code).length };
  };
  return { lit: await size('lit.js'), qrcode: await size('their-encoder.js') };
}
