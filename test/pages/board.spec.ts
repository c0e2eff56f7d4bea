import { expect } from 'chai';
import type { Page } from 'puppeteer';
import { recorded, usePortal } from './support/browser.ts';
import { builtPage, recordedPage } from './support/display.ts';
import { BROWSERS, until } from './support/drivers.ts';
import { decodeQr } from './support/qr.ts';
import { serve, type Site } from './support/server.ts';
import { DEFINITION, RECORDER } from './support/snippets.ts';

const WAY = 'https://cuocthi.example.vn/?don-vi=bao-tang-tinh';
const QUERY = `?src=/contest.json&unit=bao-tang-tinh&unit-name=${encodeURIComponent('Bảo tàng tỉnh')}`;

const text = (page: Page) =>
  page.$eval('contest-board', (element) =>
    element.shadowRoot!.textContent!.replace(/\s+/g, ' ').trim(),
  );

/** Of a screen of 55 inches, as hangs in a lobby, mm. */
const LONG_SIDE = 1218;

/**
 * The least height of a capital at a distance in mm: 16 minutes of arc, as ISO 9241-3 has it for screens
 * (and 20 to 22 for reading at length, which nobody does in a lobby).
 */
const legible = (distance: number): number => 2 * distance * Math.tan(((16 / 60) * Math.PI) / 360);

/** Runs in the page: how high a capital is in each part with text, px; the least of each. */
function capitalHeights(): Record<string, number> {
  const root = document.querySelector('contest-board')!.shadowRoot!;
  const context = document.createElement('canvas').getContext('2d')!;
  const heights: Record<string, number> = {};
  for (const element of root.querySelectorAll('*')) {
    const own = [...element.childNodes].some(
      (node) => node.nodeType === Node.TEXT_NODE && node.textContent!.trim(),
    );
    if (!own) continue;
    const { fontWeight, fontSize, fontFamily } = getComputedStyle(element);
    context.font = `${fontWeight} ${fontSize} ${fontFamily}`;
    const height = context.measureText('H').actualBoundingBoxAscent;
    const parts = ['.main', '.domain', '.status', 'h1', 'b'];
    const part = parts.find((selector) => element.closest(selector)) ?? element.localName;
    heights[part] = Math.min(heights[part] ?? Infinity, height);
  }
  return heights;
}

describe('board.html in Chromium', function () {
  this.timeout(60_000);
  const portal = usePortal();

  async function open(
    query = QUERY,
    definition: object = DEFINITION,
    hosts = '',
    viewport = { width: 1920, height: 1080 },
  ) {
    portal.site.add({
      '/contest.json': JSON.stringify(definition),
      ...(await recordedPage('board', hosts)),
    });
    return portal.open(`/board-recorded.html${query}`, { viewport });
  }

  for (const [width, height] of [
    [1920, 1080],
    [1280, 720],
    [1080, 1920],
  ] as const)
    it(`fills ${width} × ${height} without scrolling, with a code to be read`, async () => {
      const { page } = await open(QUERY, DEFINITION, '', { width, height });
      await page.waitForSelector('contest-board[phase=open]');
      const { page: size, side } = await page.evaluate(() => ({
        page: [document.documentElement.scrollWidth, document.documentElement.scrollHeight],
        side: document
          .querySelector('contest-board')!
          .shadowRoot!.querySelector('svg')!
          .getBoundingClientRect().height,
      }));
      expect(size).to.deep.equal([width, height]);
      if (width > height) expect(side / height).to.be.at.least(0.35);
      expect(await decodeQr(Buffer.from(await page.screenshot()))).to.deep.equal({
        jsqr: WAY,
        zbar: WAY,
      });
    });

  for (const [width, height] of [
    [1920, 1080],
    [1366, 768],
    [1080, 1920],
  ] as const)
    it(`is read from five metres at ${width} × ${height}, the small print from half of that`, async () => {
      const closes = new Date(Date.now() + 25 * 24 * 3600e3).toISOString();
      const { page } = await open(QUERY, { ...DEFINITION, closes }, '', { width, height });
      await page.waitForSelector('contest-board[phase=open]');
      const capitals = await page.evaluate(capitalHeights);
      const mm = LONG_SIDE / Math.max(width, height);
      for (const part of ['h1', '.status', 'b', '.main', '.domain'])
        expect(capitals[part]! * mm, part).to.be.at.least(legible(5000));
      for (const [part, px] of Object.entries(capitals))
        expect(px * mm, part).to.be.at.least(legible(2500));
    });

  it('is called by the contest, names the unit, and breaks no policy of its own', async () => {
    const { page, problems } = await open();
    await page.waitForSelector('contest-board[phase=open]');
    expect(await page.title()).to.equal(DEFINITION.title);
    expect(await text(page)).to.include('Đơn vị: Bảo tàng tỉnh');
    const { errors, faults, violations } = await recorded(page);
    expect({ errors, faults, violations, problems }).to.deep.equal({
      errors: [],
      faults: [],
      violations: [],
      problems: [],
    });
  });

  it('takes the precision from its address', async () => {
    const { page } = await open(`${QUERY}&precision=minute`);
    await page.waitForSelector('contest-board[phase=open]');
    expect(await text(page)).not.to.include('giây');
  });

  it('asks no source on another host', async () => {
    const { page } = await open('?src=https://la.example.com/contest.json');
    await page.waitForSelector('contest-board[phase=error]');
    expect((await recorded(page)).faults[0]).to.match(/^host src /);
  });

  it('pins the way in to the hosts that the webmaster wrote into it, whatever the address says', async () => {
    const { page } = await open(`${QUERY}&hosts=cuocthi.example.vn`, DEFINITION, 'khac.example.vn');
    await page.waitForSelector('contest-board[phase=error]');
    expect((await recorded(page)).faults[0]).to.match(/^host url /);
  });

  it('keeps what it shows while its server is down, and after the page was opened anew', async () => {
    const { page } = await open();
    await page.waitForSelector('contest-board[phase=open]');
    portal.site.add({ '/contest.json': { body: 'down', status: 503 } });
    await page.evaluate(() => {
      // The recorder begins each page with an empty storage.
      Storage.prototype.clear = () => undefined;
      const old = document.querySelector('contest-board')!;
      const fresh = document.createElement('contest-board');
      fresh.setAttribute('src', old.getAttribute('src')!);
      old.replaceWith(fresh);
    });
    await page.waitForSelector('contest-board[phase=open]');
    expect(await text(page)).to.include(DEFINITION.title);
  });

  describe('is opened anew', () => {
    interface Evening {
      hours: number;
      looks: (() => void)[];
      asked: Promise<unknown>[];
    }

    /** Opens it at 20:00 on a clock that is set by hand. */
    async function evening() {
      portal.site.add({ '/contest.json': JSON.stringify(DEFINITION) });
      const { page, problems } = await portal.open(`/board.html${QUERY}`, {
        prepare: (tab) =>
          tab.evaluateOnNewDocument(() => {
            const at = Object.assign(window as unknown as Evening, {
              hours: 0,
              looks: [],
              asked: [],
            });
            const start = new Date(2027, 0, 4, 20).getTime() - Date.now();
            const { now } = Date;
            Date.now = () => now() + start + at.hours * 3600e3;
            Date.prototype.getHours = () => Math.floor((20 + at.hours) % 24);
            const { setInterval: set, fetch } = window;
            (window as { setInterval: unknown }).setInterval = (look: () => void, ms: number) =>
              ms < 60_000 ? set(look, ms) : at.looks.push(look);
            window.fetch = (...request) => {
              const asked = fetch(...request);
              at.asked.push(asked.catch(() => undefined));
              return asked;
            };
          }),
      });
      await page.waitForSelector('contest-board[phase=open]');
      await page.evaluate(() => (document.documentElement.dataset.first = ''));
      /** What the looks at the clock do so many hours later, once all that they ask is answered. */
      const look = (hours: number) =>
        page.evaluate(async (hours) => {
          const at = window as unknown as Evening;
          at.hours = hours;
          for (const look of at.looks) look();
          await Promise.all(at.asked);
          await new Promise(requestAnimationFrame);
        }, hours);
      const same = async (hours: number) => {
        await look(hours);
        expect(await page.$('html[data-first]'), String(hours)).not.to.equal(null);
      };
      const anew = async (hours: number) => {
        // The answer of a page that goes is lost with it.
        await Promise.all([page.waitForNavigation(), look(hours).catch(() => undefined)]);
        await page.waitForSelector('contest-board[phase=open]');
        expect(await page.$('html[data-first]')).to.equal(null);
      };
      return { same, anew, problems };
    }

    it('at night, and not before', async () => {
      const { same, anew, problems } = await evening();
      for (const hours of [0.2, 4, 6.9]) await same(hours);
      await anew(7);
      expect(problems).to.deep.equal([]);
    });

    it('by day where it slept at night', async () => {
      const { same, anew } = await evening();
      await same(36);
      await anew(45);
    });

    for (const path of ['/board.html', '/contest-display.js'])
      it(`not while ${path} cannot be had`, async () => {
        const { same } = await evening();
        portal.site.add({ [path]: { body: 'down', status: 503 } });
        await same(7);
      });
  });

  it('says what it needs where there is no script', async () => {
    expect(await builtPage('board')).to.match(/<noscript>.*JavaScript.*<\/noscript>/);
  });
});

for (const [browser, start] of Object.entries(BROWSERS))
  describe(`board.html in ${browser}`, function () {
    this.timeout(60_000);

    it('draws everything inside its window', async () => {
      let site: Site | undefined;
      const driver = await start();
      try {
        site = await serve({
          '/recorder.js': RECORDER,
          '/contest.json': JSON.stringify(DEFINITION),
          ...(await recordedPage('board')),
        });
        await driver.goto(`${site.origin}/board-recorded.html${QUERY}`);
        const board = `document.querySelector('contest-board[phase=open]')`;
        await until(driver, `${board}?.shadowRoot.querySelector('.board')?.style.cssText`);
        const seen = await driver.evaluate<Record<string, unknown>>(`(() => {
          const root = ${board}.shadowRoot;
          const info = root.querySelector('.info');
          const page = document.documentElement;
          return {
            over: info.scrollHeight - info.clientHeight,
            scrolls: page.scrollHeight > innerHeight || page.scrollWidth > innerWidth,
            problems: recorded.violations.concat(recorded.errors),
          };
        })()`);
        expect(seen).to.deep.equal({ over: 0, scrolls: false, problems: [] });
        expect((await decodeQr(await driver.screenshot())).zbar).to.equal(WAY);
      } finally {
        await driver.close();
        await site?.close();
      }
    });
  });
