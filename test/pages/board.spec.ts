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
