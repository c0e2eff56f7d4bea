/** What a thread does for a case: takes the picture, reads it by jsQR, leaves it as a file for zbar. */

import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { cases } from './cases.ts';
import { readByJsqr, SIZES, sizesOf } from './decoders.ts';
import { picture, type Poster } from './picture.ts';
import { toPgm } from './raster.ts';

export type Message = { poster: Poster; folder: string } | { number: number };

/** The name of a picture's file at one of `SIZES`. */
export const fileOf = (number: number, size: number): string => `${number}-${size}.pgm`;

let poster: Poster;
let folder: string;

/** @returns what jsQR read */
export default async function task(message: Message): Promise<string | undefined> {
  if ('poster' in message) {
    ({ poster, folder } = message);
    return undefined;
  }
  const { number } = message;
  const sizes = sizesOf(picture(poster, cases[number]!));
  await Promise.all(
    sizes.map((raster, at) => writeFile(join(folder, fileOf(number, SIZES[at]!)), toPgm(raster))),
  );
  return readByJsqr(sizes);
}
