/** The QR code: its modules, its path, and how large it may stand. Pure. */

import { create } from 'qrcode/lib/core/qrcode';
import { getBestVersionForData, getSymbolSize, split } from './qrcode-lite.ts';

/** Light modules around the symbol, inside the picture (ISO/IEC 18004). */
export const QUIET_ZONE = 4;

export interface Symbol {
  /** Modules a side, quiet zone included. */
  size: number;
  /** SVG path of the dark modules, one unit a module. */
  path: string;
}

/**
 * Modules a side that a text will take, quiet zone included, without the work of encoding it.
 * @returns Infinity where no symbol holds it
 */
export function symbolSize(text: string): number {
  const version = getBestVersionForData(split(text));
  return version ? getSymbolSize(version) + 2 * QUIET_ZONE : Infinity;
}

const cache = new Map<string, Symbol | undefined>();

/**
 * Encodes a text with error correction M.
 * @returns nothing where the text is empty or too long for any symbol
 */
export function encode(text: string): Symbol | undefined {
  if (!cache.has(text)) {
    // One address is drawn by every element of a page; a page has few of them.
    if (cache.size > 20) cache.clear();
    cache.set(text, text ? draw(text) : undefined);
  }
  return cache.get(text);
}

function draw(text: string): Symbol | undefined {
  try {
    const { size, data } = create(text).modules;
    let path = '';
    for (let row = 0; row < size; row++)
      for (let column = 0, run; column < size; column += run) {
        const dark = data[row * size + column];
        for (run = 1; column + run < size && data[row * size + column + run] === dark;) run++;
        if (dark) path += `M${column + QUIET_ZONE} ${row + QUIET_ZONE}h${run}v1h-${run}z`;
      }
    return { size: size + 2 * QUIET_ZONE, path };
  } catch {
    return;
  }
}

/** What a symbol takes where there is room: 4 px a module, and 150 px in all. */
const GOOD_MODULE = 4;
const GOOD_WIDTH = 150;

/**
 * How many whole px a module gets.
 * @param room px there are for the symbol
 * @param wish px it should take, where it can be had; 0 for what scans well
 * @param least px a module below which nothing is drawn
 * @returns 0 where it does not fit
 */
export function modulePixels(size: number, room: number, wish: number, least: number): number {
  const wished = wish
    ? Math.max(least, Math.floor(wish / size))
    : Math.max(GOOD_MODULE, Math.ceil(GOOD_WIDTH / size));
  const most = Math.floor(room / size);
  return most < least ? 0 : Math.min(wished, most);
}
