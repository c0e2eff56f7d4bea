/** The pictures that are handed out with a plain snippet, as a browser makes them. */

import { launchBrowser } from '../harness/puppeteer-launcher.mjs';
import type { Definition } from '../../src/contest/schema.ts';
import { serve } from '../pages/support/server.ts';
import { DEFINITION } from '../pages/support/snippets.ts';

export interface Handed {
  name: string;
  png: Buffer;
  /** What its code says. */
  expected: string;
}

const WAY = 'https://cuocthi.example.vn/?don-vi=bao-tang-tinh';

/** Runs in the page: PNG files by name, in base64. */
async function draw(definition: Definition): Promise<[string, string][]> {
  const { folderMaker, measurer } = (
    window as unknown as { handout: typeof import('../../src/handout/index.ts') }
  ).handout;
  const files = await folderMaker(
    new Map(),
    measurer(),
  )({
    definition,
    unit: { name: 'Bảo tàng tỉnh', code: 'bao-tang-tinh', folder: '001-bao-tang-tinh' },
    place: { files: '/cuoc-thi/', published: '', version: '0.0.0', integrity: '' },
    now: 0,
    room: { page: 620, article: 870, side: 1280 },
  });
  return [...files]
    .filter(([name]) => /(banner|chia-se)-.*\.png$/.test(name))
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
    const drawn = await page.evaluate(draw, DEFINITION as unknown as Definition);
    return drawn.map(([name, base64]) => ({
      name,
      png: Buffer.from(base64, 'base64'),
      expected: WAY,
    }));
  } finally {
    await browser.close();
    await site.close();
  }
}
