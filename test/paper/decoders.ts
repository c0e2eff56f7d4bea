/**
 * Two decoders that have nothing in common: zbar scans lines, jsQR binarises the picture and looks
 * for finder patterns. A phone's reader looks at many frames a second, at several sizes: what breaks
 * a pattern close up (a fold, a hole in the toner) is gone from further away. Here each decoder gets
 * a picture as it is and, where it reads nothing, at a half, a third and a quarter of its size.
 */

import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import jsQRModule from 'jsqr';
import { findBrowser } from '../../scripts/browsers.mjs';
import { shrunk, toRgba, type Raster } from './raster.ts';

// The package says `default` of itself; whether a loader unpacks that is the loader's affair.
const jsQR = ((jsQRModule as unknown as { default?: typeof jsQRModule }).default ??
  jsQRModule) as unknown as typeof import('jsqr').default;

/** What jsQR finds, with the place of it. */
export const findCode = (raster: Raster) =>
  jsQR(toRgba(raster), raster.width, raster.height, { inversionAttempts: 'dontInvert' });

/** How many times smaller a picture is looked at, in this order. */
export const SIZES = [1, 2, 3, 4];

export const sizesOf = (raster: Raster): Raster[] =>
  SIZES.map((times) => (times === 1 ? raster : shrunk(raster, times)));

/** What jsQR reads in the first of some pictures in which it reads anything. */
export function readByJsqr(sizes: readonly Raster[]): string | undefined {
  for (const raster of sizes) {
    const found = findCode(raster);
    // A code of which nothing is left but its place is read as empty.
    if (found?.data) return found.data;
  }
  return undefined;
}

/** Files a process: its start takes longer than a file, and a command line has its length. */
const BATCH = 40;

/**
 * What zbar reads in files of one folder.
 * @param pictures the files of each picture, one a size, in the order in which they are looked at
 * @returns a text a picture, undefined where nothing was read
 */
export async function readByZbar(
  folder: string,
  pictures: readonly (readonly string[])[],
): Promise<(string | undefined)[]> {
  const read: (string | undefined)[] = pictures.map(() => undefined);
  const sizes = Math.max(...pictures.map(({ length }) => length));
  for (let size = 0; size < sizes; size++) {
    const open = pictures.flatMap((files, picture) => {
      const file = files[size];
      return read[picture] === undefined && file ? { picture, file: join(folder, file) } : [];
    });
    const batches = Array.from({ length: Math.ceil(open.length / BATCH) }, (_, batch) =>
      open.slice(batch * BATCH, (batch + 1) * BATCH),
    );
    const work = async () => {
      for (let batch = batches.pop(); batch; batch = batches.pop()) {
        const texts = await scan(batch.map(({ file }) => file));
        for (const { picture, file } of batch) read[picture] = texts.get(file);
      }
    };
    await Promise.all([work(), work()]);
  }
  return read;
}

const run = promisify(execFile);

/** What is read, by file. */
async function scan(files: string[]): Promise<Map<string, string>> {
  const args = ['--quiet', '--xml', '-Sdisable', '-Sqrcode.enable', ...files];
  // 4 says that one of them has no code in it.
  const { stdout } = await run(findBrowser('zbar')!, args).catch((error: Failed) => {
    if (error.code === 4) return error;
    throw error;
  });
  const texts = new Map<string, string>();
  for (const [, file, found] of stdout.matchAll(/<source href='([^']*)'>(.*?)<\/source>/gs)) {
    const text = /<data><!\[CDATA\[(.*?)\]\]><\/data>/s.exec(found!)?.[1];
    if (text !== undefined) texts.set(file!, text);
  }
  return texts;
}

interface Failed extends Error {
  code: number;
  stdout: string;
}
