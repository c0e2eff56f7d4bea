/**
 * What a portal does to a picture that is put into an article: scales it to the column it has, by
 * the quickest means, and saves it as JPEG; what is taken over by another portal, once more.
 */

import { recompress, type Rgba } from './jpeg.ts';

/** The quality at which portals save; many ask for 80 and more. */
const QUALITY = 60;

/** Sizes to which it is scaled. */
const SCALES = [1, 0.9, 0.8, 0.75, 2 / 3, 0.6, 0.5];

/**
 * Px a module below which a code is not promised to be read. Pictures are drawn so that theirs keep
 * as much at half their size, or must not be scaled so far.
 */
export const LEAST_MODULE = 3;

export interface Treatment {
  name: string;
  scale: number;
  /** How many times it is saved as JPEG. */
  saved: number;
}

/**
 * All that leave a module as large as it must be.
 * @param least the share of its size at which it is shown at the least
 */
export const treatments = (module: number, least: number): Treatment[] =>
  [...SCALES.filter((scale) => module * scale >= LEAST_MODULE - 0.01), least].flatMap((scale) =>
    [0, 1, 2].map((saved) => ({
      name: `${Math.round(100 * scale)}%, ${saved ? `JPEG × ${saved}` : 'PNG'}`,
      scale,
      saved,
    })),
  );

export function treated(picture: Rgba, { scale, saved }: Treatment): Rgba {
  let result = scale === 1 ? picture : scaled(picture, scale);
  for (let time = 0; time < saved; time++) result = recompress(result, QUALITY);
  return result;
}

/** Bilinear, from four pixels only: what lies between them is lost. */
export function scaled({ width, height, data }: Rgba, scale: number): Rgba {
  const [wide, high] = [Math.round(width * scale), Math.round(height * scale)];
  const result = new Uint8ClampedArray(4 * wide * high);
  const step = { x: width / wide, y: height / high };
  for (let row = 0, to = 0; row < high; row++) {
    const y = Math.min(height - 1, Math.max(0, (row + 0.5) * step.y - 0.5));
    const top = Math.min(height - 2, Math.floor(y));
    for (let column = 0; column < wide; column++) {
      const x = Math.min(width - 1, Math.max(0, (column + 0.5) * step.x - 0.5));
      const left = Math.min(width - 2, Math.floor(x));
      const from = 4 * (top * width + left);
      for (let channel = 0; channel < 4; channel++, to++) {
        const at = (pixel: number) => data[from + channel + 4 * pixel]!;
        const upper = at(0) + (at(1) - at(0)) * (x - left);
        const lower = at(width) + (at(width + 1) - at(width)) * (x - left);
        result[to] = upper + (lower - upper) * (y - top);
      }
    }
  }
  return { width: wide, height: high, data: result };
}
