/**
 * Stands in for six modules inside `qrcode/lib/core` (`segments`, `mode`, `version`, `utils`,
 * `error-correction-code`, `error-correction-level`): what they know of error correction L, Q and H
 * and of kanji is never needed for an address, and tables that follow from a formula are computed.
 * Saves 2.4 KB of brotli. Symbols are the same as `qrcode`'s own, or smaller, which
 * `qrcode-lite.test.ts` holds against the original. The build and the tests swap it in, see
 * `scripts/vite-plugins.ts`. All figures: ISO/IEC 18004. Pure.
 */

/** A mode: its indicator, and the bits of the character count in versions 1–9, 10–26, 27–40. */
interface Mode {
  bit: number;
  ccBits: readonly [number, number, number];
  /** Sixths of a bit that a character costs, where the mode can write it at all. */
  cost: (character: string) => number;
}

const NUMERIC: Mode = { bit: 1, ccBits: [10, 12, 14], cost: (c) => (/\d/.test(c) ? 20 : Infinity) };
const ALPHANUMERIC: Mode = {
  bit: 2,
  ccBits: [9, 11, 13],
  cost: (c) => (ALPHABET.includes(c) ? 33 : Infinity),
};
const BYTE: Mode = { bit: 4, ccBits: [8, 16, 16], cost: (c) => 48 * bytesOf(c).length };
const MODES = [NUMERIC, ALPHANUMERIC, BYTE];

const ALPHABET = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:';

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

/* segments */

interface BitBuffer {
  put(value: number, bits: number): void;
}

class Segment {
  constructor(
    readonly mode: Mode,
    readonly text: string,
  ) {}

  getLength(): number {
    return this.mode === BYTE ? bytesOf(this.text).length : this.text.length;
  }

  /** Ten bits for three digits, eleven for two alphanumeric characters; fewer for what is left. */
  getBitsLength(): number {
    const length = this.getLength();
    if (this.mode === BYTE) return length * 8;
    return this.mode === NUMERIC ? Math.ceil((length * 10) / 3) : Math.ceil(length * 5.5);
  }

  write(buffer: BitBuffer): void {
    const { mode, text } = this;
    if (mode === BYTE) bytesOf(text).forEach((byte) => buffer.put(byte, 8));
    else if (mode === NUMERIC)
      for (const digits of text.match(/\d{1,3}/g)!) buffer.put(+digits, digits.length * 3 + 1);
    else
      for (const [a, b] of text.match(/..?/g)!)
        if (b) buffer.put(ALPHABET.indexOf(a!) * 45 + ALPHABET.indexOf(b), 11);
        else buffer.put(ALPHABET.indexOf(a!), 6);
  }
}

/**
 * The cheapest sequence of segments for a version: dynamic programming over the characters, where
 * `qrcode` runs Dijkstra over a graph of whole runs.
 */
export function fromString(text: string, version: number): Segment[] {
  const characters = [...text];
  const header = MODES.map((mode) => 6 * (4 + getCharCountIndicator(mode, version)));
  // For each mode: the cheapest way to have written all so far and to be in that mode now.
  let ways = MODES.map(() => ({ cost: 0, modes: [] as number[] }));
  characters.forEach((character, index) => {
    ways = MODES.map((mode, to) => {
      const costs = ways.map(({ cost }, from) =>
        // A segment ends on a whole bit.
        index && from === to ? cost : Math.ceil(cost / 6) * 6 + header[to]!,
      );
      const from = costs.indexOf(Math.min(...costs));
      return { cost: costs[from]! + mode.cost(character), modes: [...ways[from]!.modes, to] };
    });
  });

  const { modes } = ways.reduce((a, b) => (b.cost < a.cost ? b : a));
  const segments: Segment[] = [];
  for (let start = 0, end; start < characters.length; start = end) {
    for (end = start + 1; modes[end] === modes[start]; ) end++;
    segments.push(new Segment(MODES[modes[start]!]!, characters.slice(start, end).join('')));
  }
  return segments;
}

/** What the version is first guessed from. */
export const rawSplit = (text: string): Segment[] => fromString(text, 1);

/* mode */

export const getCharCountIndicator = (mode: Mode, version: number): number =>
  mode.ccBits[version < 10 ? 0 : version < 27 ? 1 : 2];

/* utils */

export const getSymbolSize = (version: number): number => version * 4 + 17;

/** Data and error correction codewords that fit between the function patterns. */
export function getSymbolTotalCodewords(version: number): number {
  const alignments = version > 1 ? Math.floor(version / 7) + 2 : 0;
  return Math.floor(
    ((16 * version + 128) * version +
      64 -
      (alignments && (25 * alignments - 10) * alignments - 55) -
      (version > 6 ? 36 : 0)) /
      8,
  );
}

/** Number of bits that a value takes. */
export const getBCHDigit = (value: number): number => 32 - Math.clz32(value);

/* error-correction-level, error-correction-code: M, which restores 15% of a symbol */

export const M = { bit: 0 };

/** By version, from 1 on: blocks, and error correction codewords of each (28 from 22 on). */
const BLOCKS = [
  1, 1, 1, 2, 2, 4, 4, 4, 5, 5, 5, 8, 9, 9, 10, 10, 11, 13, 14, 16, 17, 17, 18, 20, 21, 23, 25, 26,
  28, 29, 31, 33, 35, 37, 38, 40, 43, 45, 47, 49,
];
const CORRECTION = [
  10, 16, 26, 18, 24, 16, 18, 22, 22, 26, 30, 22, 22, 24, 24, 28, 28, 26, 26, 26, 26,
];

export const getBlocksCount = (version: number): number => BLOCKS[version - 1]!;

export const getTotalCodewordsCount = (version: number): number =>
  getBlocksCount(version) * (CORRECTION[version - 1] ?? 28);

/* version */

/** The smallest version that holds the segments; nothing where none does. */
export function getBestVersionForData(segments: readonly Segment[]): number | undefined {
  for (let version = 1; version <= 40; version++) {
    const bits = segments.reduce(
      (sum, segment) => sum + 4 + getCharCountIndicator(segment.mode, version) + segment.getBitsLength(),
      0,
    );
    if (bits <= 8 * (getSymbolTotalCodewords(version) - getTotalCodewordsCount(version)))
      return version;
  }
  return;
}

/** The version with its BCH code, for symbols from version 7 on. */
export function getEncodedBits(version: number): number {
  let rest = version << 12;
  while (getBCHDigit(rest) > 12) rest ^= 0x1f25 << (getBCHDigit(rest) - 13);
  return (version << 12) | rest;
}
