/** Whole portals, as files. */

import { readFile } from 'node:fs/promises';
import { contestBanner } from './everywhere.ts';

/** A portal's page with a banner in its place. */
export async function fixture(name: string, banner = contestBanner()): Promise<string> {
  const html = await readFile(new URL(`../fixtures/${name}.html`, import.meta.url), 'utf8');
  // As a function, since a `$` in the banner would mean something.
  return html.replace('BANNER', () => banner);
}
