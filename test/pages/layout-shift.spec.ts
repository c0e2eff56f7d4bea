import { expect } from 'chai';
import { readFile } from 'node:fs/promises';
import type { Page } from 'puppeteer';
import { openBody, settled, usePortal, type Opening } from './support/browser.ts';
import { ROOT, type Routes } from './support/server.ts';
import { banner, inline, ORDINARY, page } from './support/snippets.ts';

/** Written before anything else on the page: shifts, where the text below stood, and the time. */
const WATCH = `<script>
  window.watched = { shifts: [], tops: [] };
  new PerformanceObserver((list) => {
    for (const { value } of list.getEntries()) watched.shifts.push(value);
  }).observe({ type: 'layout-shift', buffered: true });
  requestAnimationFrame(function look() {
    const below = document.getElementById('below');
    if (below) watched.tops.push(below.getBoundingClientRect().top);
    requestAnimationFrame(look);
  });
  // While the contest was open.
  const clock = () => Date.parse('2024-12-01T00:00:00Z');
  const set = () => document.querySelectorAll('contest-banner').forEach((at) => (at.clock = clock));
  new MutationObserver(set).observe(document, { childList: true, subtree: true });
</script>`;

interface Watched {
  shifts: number[];
  tops: number[];
}

describe('with its room reserved', function () {
  this.timeout(30_000);
  const portal = usePortal();
  let definition: object;
  let rooms: Map<number, number>;

  before(async () => {
    definition = JSON.parse(await readFile(`${ROOT}demo/contests/cchc-2024.json`, 'utf8'));
    rooms = readRooms(await readFile(`${ROOT}README.md`, 'utf8'));
  });

  /** Opens a page as wide as the banner's place, with the room that the README names for it. */
  async function open(width: number, attributes = '', inside = '', routes: Routes = {}) {
    const room = `style="display:flow-root;min-height:${rooms.get(width)}px"`;
    const below = '<p id="below">Bên dưới</p>';
    const html = page(
      banner(`${room} ${attributes}`, ORDINARY + inside) + below,
      `${WATCH}<style>body{margin:0}</style><script src="/contest-banner.js" defer></script>`,
    );
    const opening: Opening = { viewport: { width, height: 900 } };
    const { page: tab } = await openBody(portal, html, routes, opening);
    return tab;
  }

  async function expectStill(tab: Page): Promise<void> {
    await settled(tab);
    const frames = (await watched(tab)).tops.length;
    await tab.waitForFunction(
      (before) => (window as unknown as { watched: Watched }).watched.tops.length > before + 5,
      {},
      frames,
    );
    const { shifts, tops } = await watched(tab);
    expect([...new Set(tops)], 'tops of the text below').to.have.length(1);
    expect(shifts.reduce((sum, shift) => sum + shift, 0)).to.equal(0);
  }

  for (const width of [320, 768, 1280]) {
    it(`nothing moves at ${width} px by the definition inside`, async () => {
      await expectStill(await open(width, '', inline(definition)));
    });

    it(`nothing moves at ${width} px when src answers after half a second`, async () => {
      const after = new Promise((resolve) => setTimeout(resolve, 500));
      const routes = { '/slow.json': { body: JSON.stringify(definition), after } };
      await expectStill(await open(width, 'src="/slow.json"', '', routes));
    });

    it(`nothing moves at ${width} px when src brings a newer one than that inside`, async () => {
      const after = new Promise((resolve) => setTimeout(resolve, 500));
      const newer = { ...definition, revision: 4, closes: '2024-12-15T16:30:00+07:00' };
      const routes = { '/slow.json': { body: JSON.stringify(newer), after } };
      const tab = await open(width, 'src="/slow.json"', inline(definition), routes);
      await tab.waitForFunction(() =>
        document.querySelector('contest-banner')!.shadowRoot!.textContent!.includes('15/12/2024'),
      );
      await expectStill(tab);
    });
  }

  for (const width of [160, 480])
    it(`nothing moves at ${width} px either`, async () => {
      const tab = await open(width, '', inline(definition));
      await tab.waitForSelector('contest-banner[phase=open]');
      await tab.waitForFunction(
        () => (window as unknown as { watched: Watched }).watched.tops.length > 15,
      );
      const { shifts, tops } = await watched(tab);
      expect([...new Set(tops)], 'tops of the text below').to.have.length(1);
      expect(shifts.reduce((sum, shift) => sum + shift, 0)).to.equal(0);
    });

  it('nothing moves when a picture arrives', async () => {
    const svg = '<svg xmlns="http://www.w3.org/2000/svg" width="1200" height="400"/>';
    const after = new Promise((resolve) => setTimeout(resolve, 300));
    const headers = { 'content-type': 'image/svg+xml' };
    const src = `${portal.site.origin}/picture.svg`;
    const picture = { src, alt: 'Ảnh', width: 1200, height: 400 };
    const routes = { '/picture.svg': { body: svg, headers, after } };
    rooms.set(1000, 2000);
    const tab = await open(1000, '', inline({ ...definition, banner: picture }), routes);
    await tab.waitForFunction(
      () =>
        document.querySelector('contest-banner')!.shadowRoot!.querySelector('img')!.naturalWidth,
    );
    await expectStill(tab);
  });
});

const watched = (tab: Page): Promise<Watched> =>
  tab.evaluate(() => (window as unknown as { watched: Watched }).watched);

/** The README's table of widths and heights. */
function readRooms(readme: string): Map<number, number> {
  const rows = /\| `min-height` for a place of width(.*)\n.*\n.*\n\| the demo's(.*)/.exec(readme);
  if (!rows) throw new Error('README.md: expected a table of widths and heights');
  const numbers = (row: string) =>
    [...row.matchAll(/([\d,]+) px/g)].map(([, number]) => Number(number!.replace(',', '')));
  const heights = numbers(rows[2]!);
  return new Map(numbers(rows[1]!).map((width, index) => [width, heights[index]!]));
}
