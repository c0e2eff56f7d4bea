/**
 * Writes qr-versions.json: what the untouched `qrcode` package makes of a text, so that the specs can
 * hold our smaller encoder against it in a browser as well. Run after an update of it:
 * `node test/vectors/make-qr-versions.mjs`.
 */

import { writeFileSync } from 'node:fs';
import { create } from 'qrcode';

let seed = 20241213;
/** Whole numbers below `below`, the same ones at each run (mulberry32). */
function random(below) {
  seed = (seed + 0x6d2b79f5) | 0;
  let bits = Math.imul(seed ^ (seed >>> 15), seed | 1);
  bits ^= bits + Math.imul(bits ^ (bits >>> 7), bits | 61);
  return ((bits ^ (bits >>> 14)) >>> 0) % below;
}

const ALPHABETS = [
  '0123456789',
  'ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789 $%*+-./:',
  'abcdefghijklmnopqrstuvwxyz0123456789-._~',
  'abcABC0123456789%?&=#/',
  'ăâđêôơưếộẫỀỔữ',
  '🏛📅éa0A',
].map((characters) => [...characters]);

const some = (alphabet, most) =>
  Array.from({ length: 1 + random(most) }, () => alphabet[random(alphabet.length)]).join('');

const any = (most) => some(ALPHABETS[random(ALPHABETS.length)], most);

/** What contests use: hosts, paths, units in escapes. */
const address = () =>
  `https://cuocthi.${some(ALPHABETS[2], 12)}.vn/` +
  (random(2) ? some(ALPHABETS[2], 20) : '') +
  (random(3) ? `?don-vi=${encodeURIComponent(any(16))}` : '');

/** Runs of several kinds one after the other, where segments change. */
const mixed = () => Array.from({ length: 1 + random(6) }, () => any(15)).join('');

const texts = [
  ...Array.from({ length: 250 }, () => [address(), 1]),
  ...Array.from({ length: 150 }, () => [mixed(), 1]),
  // Long ones are short ones repeated, up to the largest symbol and beyond.
  ...Array.from({ length: 100 }, () => [any(8) + any(8), 2 + random(250)]),
];

/** A checksum of the modules, row by row (FNV-1a). */
const checksum = (data) =>
  data.reduce((sum, module) => Math.imul(sum ^ module, 0x01000193), 0x811c9dc5) >>> 0;

const lines = texts.map(([text, times]) => {
  try {
    const { version, segments, modules } = create(text.repeat(times), {
      errorCorrectionLevel: 'M',
    });
    return JSON.stringify([
      text,
      times,
      version,
      ...(segments.length < 2 ? [checksum(modules.data)] : []),
    ]);
  } catch {
    return JSON.stringify([text, times, null]);
  }
});

writeFileSync(
  new URL('qr-versions.json', import.meta.url),
  `{\n  "about": "Text, times it is repeated, version by qrcode (null where no symbol holds it), and where it is of one segment a checksum of the modules. Written by make-qr-versions.mjs.",\n  "cases": [\n    ${lines.join(',\n    ')}\n  ]\n}\n`,
);
