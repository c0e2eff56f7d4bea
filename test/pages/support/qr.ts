/** Reads QR codes out of pictures by two independent decoders. */

import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import jsQR from 'jsqr';
import { PNG } from 'pngjs';
import { findBrowser } from '../../../scripts/browsers.mjs';

export const run = promisify(execFile);

/** Calls back with a folder that is gone afterwards. */
export async function inFolder<T>(callback: (folder: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'contest-banner-'));
  try {
    return await callback(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

export interface Decoded {
  jsqr: string | undefined;
  zbar: string | undefined;
}

/** What both decoders read in a picture. jsQR is told not to try the picture inverted. */
export async function decodeQr(png: Buffer): Promise<Decoded> {
  const { data, width, height } = PNG.sync.read(png);
  const code = jsQR(new Uint8ClampedArray(data), width, height, {
    inversionAttempts: 'dontInvert',
  });
  return { jsqr: code?.data, zbar: await zbar(png) };
}

const zbar = (png: Buffer): Promise<string | undefined> =>
  inFolder(async (folder) => {
    const file = join(folder, 'page.png');
    await writeFile(file, png);
    try {
      const args = ['--quiet', '--raw', '-Sdisable', '-Sqrcode.enable', file];
      return (await run(findBrowser('zbar')!, args)).stdout.replace(/\n$/, '');
    } catch (error) {
      // 4 says that there is no code in it.
      if ((error as { code?: number }).code === 4) return undefined;
      throw error;
    }
  });
