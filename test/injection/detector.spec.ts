import { expect } from 'chai';
import type { Browser } from 'puppeteer';
import { launchBrowser } from '../harness/puppeteer-launcher.mjs';
import { serve, type Site } from '../pages/support/server.ts';
import { PLACES } from './places.ts';
import { routes, tryOut, watched } from './support.ts';

/** What comes of each hole of `page/vulnerable.js`; all strings are tried. */
const HOLES: [string, RegExp[]][] = [
  [
    'html',
    [
      /^ran$/,
      /^element script/,
      /^element iframe/,
      /^attribute img onerror=/,
      /^request https:..evil/,
    ],
  ],
  ['quoted', [/^attribute p onmouseover=/, /^ran$/, /^attribute p class=__proto__/]],
  [
    'address',
    [/^leads to javascript:/, /^leads to data:/, /^leads to \/\/evil/, /^leads to http:/],
  ],
  [
    'prefix',
    [/^leads to https:..cuocthi.example.vn@evil/, /^leads to https:..cuocthi.example.vn.evil/],
  ],
  ['scheme', [/^leads to JaVaScRiPt:/, /^leads to java\tscript:/, /^leads to vbscript:/]],
  ['picture', [/^shows https:..evil/, /^shows data:/, /^request https:..evil/]],
  ['names', [/^attribute p class=__proto__/]],
  ['style', [/^attribute p style=/, /^violated style-src-attr/]],
  ['script', [/^element script/, /^ran$/, /^violated script-src-elem by inline/, /^threw /]],
  ['wide', [/^is \d+ wide in 160/]],
  ['outside', [/^children contest-banner p/]],
  ['covers', [/^stands from/]],
  ['body', [/^elements in the body/]],
  ['merges', [/^polluted/, /^a prototype has/]],
  ['asks', [/^request https:..evil/]],
  ['event', [/^leads to javascript:/]],
];

describe('what looks for injected strings', function () {
  this.timeout(60_000);
  let site: Site;
  let browser: Browser;
  const place = PLACES.find(({ name }) => name === 'attribute heading')!;

  before(async () => {
    site = await serve(await routes([]));
    browser = await launchBrowser('chromium');
  });
  after(async () => {
    await browser?.close();
    await site?.close();
  });

  async function whatIn(hole: string): Promise<string[]> {
    site.add(await routes([], `/injection/vulnerable.js#${hole}`));
    const { page, foreign } = await watched(browser, site);
    const { findings } = await tryOut(page, site, place);
    await page.close();
    return [...findings.map(({ what }) => what), ...foreign.map((address) => `request ${address}`)];
  }

  it('sees nothing where a string is text', async () => {
    expect((await whatIn('none')).filter((what) => !/^is \d+ wide/.test(what))).to.deep.equal([]);
  });

  for (const [hole, kinds] of HOLES)
    it(`sees what comes of the hole: ${hole}`, async () => {
      const found = await whatIn(hole);
      for (const kind of kinds)
        expect(
          found.some((what) => kind.test(what)),
          `${kind} in ${[...new Set(found)].slice(0, 30).join('\n')}`,
        ).to.equal(true);
    });
});
