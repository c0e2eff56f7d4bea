/** Makes a sheet of a printed page: PDF by poppler, as an office printer would rasterise it. */

import { execFile } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { codeIn } from './code.ts';
import type { Poster } from './picture.ts';
import { fromPgm } from './raster.ts';

/** Pixels along the long side: 150 an inch on A4, coarser than any printer or photocopier. */
const LONG_SIDE = 1754;

/**
 * The first page of a PDF, with the place of its code.
 * @throws where there is no code on it that can be read as it is, or it is another one
 */
export async function posterOf(pdf: Uint8Array, expected: string, folder: string): Promise<Poster> {
  const file = join(folder, 'poster');
  await writeFile(`${file}.pdf`, pdf);
  const { stdout } = await promisify(execFile)('pdfinfo', [`${file}.pdf`]);
  const [, width, height] = /Page size:\s+([\d.]+) x ([\d.]+) pts/.exec(stdout)!.map(Number);
  const dpi = (72 * LONG_SIDE) / Math.max(width!, height!);
  await promisify(execFile)('pdftoppm', [
    ...['-gray', '-r', String(dpi), '-f', '1', '-l', '1', '-singlefile'],
    ...[`${file}.pdf`, file],
  ]);
  const raster = fromPgm(await readFile(`${file}.pgm`));
  const perMm = dpi / 25.4;
  const code = codeIn(raster, expected);
  return {
    ...raster,
    perMm,
    code: {
      x: code.x / perMm,
      y: code.y / perMm,
      width: code.width / perMm,
      module: code.module / perMm,
    },
  };
}
