/**
 * PNG of a picture of few colours. A browser's own PNG holds every shade that the edges of letters
 * have, and is five times as large; here each pixel is one of at most 256 colours. Pure.
 */

import { zlibSync } from 'fflate';

export interface Pixels {
  width: number;
  height: number;
  /** Red, green, blue and alpha of each, row by row; alpha is taken for full. */
  data: Uint8ClampedArray;
}

const MOST_COLOURS = 256;

/** Of a polynomial of 32 bits, for a byte each (ISO 3309). */
const CRC = Uint32Array.from({ length: 256 }, (_, byte) => {
  let value = byte;
  for (let bit = 0; bit < 8; bit++) value = value & 1 ? 0xedb88320 ^ (value >>> 1) : value >>> 1;
  return value;
});

const crc = (bytes: Uint8Array): number =>
  ~bytes.reduce((value, byte) => CRC[(value ^ byte) & 255]! ^ (value >>> 8), -1);

function chunk(type: string, content: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(12 + content.length);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, content.length);
  bytes.set(new TextEncoder().encode(type), 4);
  bytes.set(content, 8);
  view.setInt32(8 + content.length, crc(bytes.subarray(4, 8 + content.length)));
  return bytes;
}

/**
 * Puts like colours together, by their first bits; each group is shown as what most of it is, so
 * that a plain ground stays as it was.
 * @returns nothing where there are too many groups
 */
function reduced({ width, height, data }: Pixels, bits: number) {
  const drop = 8 - bits;
  const shades = new Uint32Array(width * height);
  for (let i = 0, at = 0; i < shades.length; i++, at += 4)
    shades[i] = (data[at]! << 16) | (data[at + 1]! << 8) | data[at + 2]!;

  const groups = new Map<number, number>();
  const counts: Map<number, number>[] = [];
  // Each row begins with its filter: none.
  const rows = new Uint8Array((width + 1) * height);
  for (let i = 0; i < shades.length;) {
    const shade = shades[i]!;
    const key =
      ((shade >> (16 + drop)) << 16) |
      ((((shade >> 8) & 255) >> drop) << 8) |
      ((shade & 255) >> drop);
    const group = groups.get(key) ?? groups.size;
    if (group === groups.size) {
      if (group === MOST_COLOURS) return;
      groups.set(key, group);
      counts.push(new Map());
    }
    // Most of a picture is runs of one colour.
    const start = i;
    do rows[i + Math.floor(i / width) + 1] = group;
    while (++i < shades.length && shades[i] === shade);
    counts[group]!.set(shade, (counts[group]!.get(shade) ?? 0) + i - start);
  }
  const palette = counts.flatMap((count) => {
    const [shade] = [...count].reduce((most, each) => (each[1] > most[1] ? each : most));
    return [shade >> 16, (shade >> 8) & 255, shade & 255];
  });
  return { rows, palette: Uint8Array.from(palette) };
}

/** @returns the bytes of a PNG file */
export function png(pixels: Pixels): Uint8Array {
  let found: ReturnType<typeof reduced>;
  // Two bits a colour make 64 at most.
  for (let bits = 5; !found; bits--) found = reduced(pixels, bits);
  const header = new Uint8Array(13);
  const view = new DataView(header.buffer);
  view.setUint32(0, pixels.width);
  view.setUint32(4, pixels.height);
  // Eight bits a pixel, each the number of a colour.
  header.set([8, 3], 8);
  const parts = [
    Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10),
    chunk('IHDR', header),
    chunk('PLTE', found.palette),
    chunk('IDAT', zlibSync(found.rows, { level: 6 })),
    chunk('IEND', new Uint8Array()),
  ];
  const bytes = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  parts.reduce((at, part) => {
    bytes.set(part, at);
    return at + part.length;
  }, 0);
  return bytes;
}
