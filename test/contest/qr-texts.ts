/** Texts to encode, and what a symbol looks like once it is drawn. */

import type { Symbol } from '../../src/contest/qr.ts';
import { withUnit } from '../../src/contest/entry.ts';
import { pick, textFrom } from './samples.ts';

export const ALPHABETS: Record<string, string[]> = {
  digits: [...'0123456789'],
  'capital letters': [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789 $%*+-./:'],
  'small letters': [...'abcdefghijklmnopqrstuvwxyz0123456789-._~'],
  'signs of an address': [...'abcABC0123456789%?&=#/'],
  'Vietnamese letters': [...'ăâđêôơưếộẫỀỔữĐ'],
  'emoji among others': [...'🏛📅éa0A'],
};
const KINDS = Object.values(ALPHABETS);

/** Up to six runs of up to `most` characters, each of one kind. */
export const anyText = (random: () => number, most = 15): string =>
  Array.from({ length: 1 + Math.floor(random() * 6) }, () =>
    textFrom(random, pick(random, KINDS), most),
  ).join('');

/** A way in as contests have them, for a unit or none. */
export function anyWay(random: () => number): string {
  const host = textFrom(random, ALPHABETS['small letters']!, 12);
  const path = random() < 0.5 ? textFrom(random, ALPHABETS['signs of an address']!, 20) : '';
  const unit = random() < 0.7 ? textFrom(random, pick(random, KINDS), 20) : '';
  return withUnit(`https://cuocthi.${host}.vn/${path}`, 'don-vi', unit);
}

/** The modules of a symbol, row by row, true for dark: draws its path, which knows only `M x y h n v1 h-n z`. */
export function modulesOf({ size, path }: Symbol): boolean[][] {
  const rows = Array.from({ length: size }, () => Array<boolean>(size).fill(false));
  const drawn = path.replace(
    /M(\d+) (\d+)h(\d+)v1h-(\d+)z/g,
    (_, x: string, y: string, right: string, left: string) => {
      if (right !== left) throw new Error(`not closed: ${right} to the right, ${left} to the left`);
      for (let n = 0; n < +right; n++) {
        if (rows[+y]?.[+x + n] !== false)
          throw new Error(`drawn twice or outside: ${+x + n}, ${y}`);
        rows[+y]![+x + n] = true;
      }
      return '';
    },
  );
  if (drawn) throw new Error(`not understood: ${drawn}`);
  return rows;
}

/** The picture of a symbol, black on white, as a decoder takes it. */
export function pictureOf(
  symbol: Symbol,
  px = 3,
): { data: Uint8ClampedArray; width: number; height: number } {
  const side = symbol.size * px;
  const data = new Uint8ClampedArray(side * side * 4).fill(255);
  modulesOf(symbol).forEach((row, y) =>
    row.forEach((dark, x) => {
      for (let at = 0; dark && at < px * px; at++) {
        const pixel = ((y * px + Math.floor(at / px)) * side + x * px + (at % px)) * 4;
        data.fill(0, pixel, pixel + 3);
      }
    }),
  );
  return { data, width: side, height: side };
}
