/** The pictures with a code that are handed out with a plain snippet, as a browser makes them. */

import { launchBrowser } from '../harness/puppeteer-launcher.mjs';
import type { Definition } from '../../src/contest/schema.ts';
import type { Handout } from '../../src/handout/handout.ts';
import { BANNER_SIZES, leastWidth, SHARE_SIZE, sizeName } from '../../src/handout/picture.ts';
import { serve } from '../pages/support/server.ts';
import { DEFINITION } from '../pages/support/snippets.ts';

export interface Handed {
  name: string;
  png: Buffer;
  /** What its code says. */
  expected: string;
  /** How wide it must be shown, px. */
  least: number;
}

const WAY = 'https://cuocthi.example.vn/?don-vi=bao-tang-tinh';

const HANDOUT: Handout = {
  definition: DEFINITION as unknown as Definition,
  unit: { name: 'Bảo tàng tỉnh', code: 'bao-tang-tinh', folder: '001-bao-tang-tinh' },
  place: { files: '/cuoc-thi/', published: '', version: '0.0.0', integrity: '' },
  now: 0,
  room: { page: 620, article: 870, side: 1280 },
};

/** Runs in the page: PNG files by name, in base64. */
async function draw(given: Handout): Promise<[string, string][]> {
  const { folderMaker, measurer } = (
    window as unknown as { handout: typeof import('../../src/handout/index.ts') }
  ).handout;
  const files = await folderMaker(new Map(), measurer())(given);
  return [...files]
    .filter(([name]) => name.endsWith('.png'))
    .map(([name, content]) => {
      let binary = '';
      for (const byte of content as Uint8Array) binary += String.fromCharCode(byte);
      return [name, btoa(binary)];
    });
}

export async function pictures(): Promise<Handed[]> {
  const site = await serve({
    '/': `<!doctype html><meta charset="utf-8"><title>x</title>
<script type="module">import * as handout from '/handout.js'; window.handout = handout</script>`,
  });
  const browser = await launchBrowser('chromium', { timeout: 80_000 });
  try {
    const page = await browser.newPage();
    await page.goto(site.origin);
    await page.waitForFunction(() => 'handout' in window);
    const drawn = await page.evaluate(draw, HANDOUT);
    return [...BANNER_SIZES, SHARE_SIZE]
      .filter(({ bare }) => !bare)
      .map((size) => {
        const [name, base64] = drawn.find(([name]) => name.includes(sizeName(size)))!;
        const png = Buffer.from(base64, 'base64');
        return { name, png, expected: WAY, least: leastWidth(HANDOUT, size) };
      });
  } finally {
    await browser.close();
    await site.close();
  }
}
