/** Opens the built pages of poster and board, and looks at what came out of the printer. */

import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'puppeteer';
import { findBrowser } from '../../../scripts/browsers.mjs';
import { decodeQr, inFolder, run, type Decoded } from './qr.ts';
import { DIST, type Routes } from './server.ts';

/** One of the built pages as it is, or with hosts that a webmaster has written into it. */
export async function builtPage(name: 'poster' | 'board', hosts = ''): Promise<string> {
  const html = await readFile(`${DIST}${name}.html`, 'utf8');
  const changed = html.replace('name="contest-hosts" content=""', (meta) =>
    meta.replace('""', `"${hosts}"`),
  );
  if (!changed.includes(`content="${hosts}"`)) throw new Error('no place for hosts');
  return changed;
}

/** The page once more under another name, with the recorder in it. */
export async function recordedPage(name: 'poster' | 'board', hosts = ''): Promise<Routes> {
  const html = await builtPage(name, hosts);
  return {
    [`/${name}-recorded.html`]: html.replace(
      '</title>',
      '</title><script src="recorder.js"></script>',
    ),
  };
}

export interface Printed {
  pages: number;
  /** Width and height of each page, mm. */
  size: [number, number];
  /** Without line breaks. */
  text: string;
  /** What two decoders read in the page at 150 dpi. */
  code: Decoded;
}

/** Prints a page as a browser does whose user changes nothing, and looks at the sheet. */
export const printed = (page: Page): Promise<Printed> =>
  inFolder(async (folder) => {
    const file = join(folder, 'page.pdf');
    await writeFile(file, await page.pdf({ preferCSSPageSize: true, printBackground: false }));
    const poppler = findBrowser('poppler')!;
    const tool = (name: string) => poppler.replace(/pdftotext$/, name);
    const info = (await run(tool('pdfinfo'), [file])).stdout;
    const [, width, height] = /Page size: +([\d.]+) x ([\d.]+) pts/.exec(info)!;
    const mm = (points: string | undefined) => (Number(points) * 25.4) / 72;
    const raw = (await run(poppler, ['-enc', 'UTF-8', '-raw', file, '-'])).stdout;
    await run(tool('pdftoppm'), ['-r', '150', '-png', '-singlefile', file, join(folder, 'page')]);
    return {
      pages: Number(/Pages: +(\d+)/.exec(info)![1]),
      size: [mm(width), mm(height)],
      text: raw.replace(/\s+/g, ' '),
      code: await decodeQr(await readFile(join(folder, 'page.png'))),
    };
  });
