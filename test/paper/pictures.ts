/** The pictures that are handed out with a plain snippet. */

import { PNG } from 'pngjs';
import { encode } from '../../src/contest/qr.ts';

export interface Handed {
  name: string;
  png: Buffer;
  /** What its code says. */
  expected: string;
}

const WAY = 'https://cuocthi.example.vn/?don-vi=bao-tang-tinh';

/** Stand-ins, in the sizes that portals have places for: the code beside a coloured field. */
export async function pictures(): Promise<Handed[]> {
  return [
    { width: 300, height: 250, module: 4 },
    { width: 600, height: 315, module: 6 },
    { width: 970, height: 250, module: 5 },
    { width: 1200, height: 630, module: 8 },
  ].map(({ width, height, module }) => {
    const png = new PNG({ width, height });
    new Uint32Array(png.data.buffer, png.data.byteOffset, width * height).fill(0xff1711b0);
    const { size, path } = encode(WAY)!;
    const left = width - module * size - module;
    const top = Math.floor((height - module * size) / 2);
    const fill = (x: number, y: number, length: number, grey: number) => {
      for (let row = top + y * module; row < top + (y + 1) * module; row++)
        for (let column = left + x * module; column < left + (x + length) * module; column++)
          png.data.fill(grey, 4 * (row * width + column), 4 * (row * width + column) + 3);
    };
    for (let row = 0; row < size; row++) fill(0, row, size, 255);
    for (const [, x, y, length] of path.matchAll(/M(\d+) (\d+)h(\d+)/g))
      fill(Number(x), Number(y), Number(length), 0);
    return { name: `banner-${width}x${height}.png`, png: PNG.sync.write(png), expected: WAY };
  });
}
