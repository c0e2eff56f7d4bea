/** Prints the poster by Chromium, as `poster.html` is printed by whoever opens it. */

import type { Browser } from 'puppeteer';
import type { Site } from '../pages/support/server.ts';
import { DEFINITION } from '../pages/support/snippets.ts';

/** What is chosen above the sheet. */
export interface Format {
  paper: 'a4' | 'a3';
  orientation: 'portrait' | 'landscape';
}

/** All of them; each gets its share of the pictures. */
export const FORMATS: readonly Format[] = [
  { paper: 'a4', orientation: 'portrait' },
  { paper: 'a4', orientation: 'landscape' },
  { paper: 'a3', orientation: 'portrait' },
  { paper: 'a3', orientation: 'landscape' },
];

export const WAY = 'https://cuocthi.example.vn/?don-vi=bao-tang-tinh';

/** @returns a PDF */
export async function printPoster(
  browser: Browser,
  site: Site,
  format: Format,
): Promise<Uint8Array> {
  const address = new URLSearchParams({
    src: '/contest.json',
    unit: 'bao-tang-tinh',
    'unit-name': 'Bảo tàng tỉnh',
    ...format,
  });
  site.add({ '/contest.json': JSON.stringify(DEFINITION) });
  const page = await browser.newPage();
  try {
    await page.goto(`${site.origin}/poster.html?${address}`);
    await page.waitForFunction(
      () => document.querySelector('contest-poster[phase=open]')?.shadowRoot?.querySelector('svg'),
      { timeout: 20_000 },
    );
    return await page.pdf({ preferCSSPageSize: true, printBackground: true });
  } finally {
    await page.close();
  }
}
