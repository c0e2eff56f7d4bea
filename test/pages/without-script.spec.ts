import { expect } from 'chai';
import type { Page } from 'puppeteer';
import { openBody, recorded, usePortal, type Opening } from './support/browser.ts';
import { DIST, gate, type Routes } from './support/server.ts';
import { banner, ORDINARY, page, SCRIPT } from './support/snippets.ts';
import { readFile } from 'node:fs/promises';

const WAY_IN = { '/vao-thi': page('<h1>Bài thi</h1>', '') };

describe('without its script a banner', function () {
  this.timeout(30_000);
  const portal = usePortal();
  const html = (script = SCRIPT) => page(banner() + '<p>Bên dưới</p>', script);
  const open = (routes: Routes, opening?: Opening, script?: string) =>
    openBody(portal, html(script), { ...WAY_IN, ...routes }, opening);

  it('is ordinary HTML where scripts are off', async () => {
    const { page } = await open({}, { prepare: (tab) => tab.setJavaScriptEnabled(false) });
    await expectOrdinary(page);
    await expectWayIn(page);
  });

  it('is ordinary HTML where a policy blocks the script', async () => {
    const headers = { 'content-security-policy': "script-src 'none'" };
    const { page } = await open({ '/': { body: html(), headers } });
    await expectOrdinary(page);
    await expectWayIn(page);
  });

  it('is ordinary HTML where the script is not found', async () => {
    const { page } = await open({ '/contest-banner.js': { body: 'Not found', status: 404 } });
    await expectOrdinary(page);
    await expectWayIn(page);
  });

  it('is ordinary HTML where the script is cut short', async () => {
    const code = await readFile(`${DIST}contest-banner.js`);
    const half = code.subarray(0, code.length / 2);
    const { page } = await open({ '/contest-banner.js': { body: half } });
    await expectOrdinary(page);
    await expectWayIn(page);
  });

  it('is ordinary HTML where the connection breaks in the middle of the script', async () => {
    const code = await readFile(`${DIST}contest-banner.js`);
    const breaking = async function* () {
      yield code.subarray(0, code.length / 2);
      throw new Error('broken');
    };
    const { page } = await open({ '/contest-banner.js': { body: breaking } });
    await expectOrdinary(page);
    await expectWayIn(page);
  });

  it('is ordinary HTML where the script answers with a page of HTML', async () => {
    const { page } = await open({
      '/contest-banner.js': { body: '<!doctype html>', headers: { 'content-type': 'text/html' } },
    });
    await expectOrdinary(page);
    await expectWayIn(page);
  });

  for (const [form, script, atEnd] of [
    ['deferred script', SCRIPT, ''],
    ['async script', SCRIPT.replace('defer', 'async'), ''],
    ['module', SCRIPT.replace('defer', 'type="module"'), ''],
    ['classic script at the end of the body', '', SCRIPT.replace(' defer', '')],
  ] as const) {
    it(`is ordinary HTML at first paint while a ${form} hangs`, async () => {
      const held = gate();
      const routes = {
        ...WAY_IN,
        '/contest-banner.js': { body: 'late', after: held.opened },
      };
      const html = page(`${banner()}<p>Bên dưới</p>${atEnd}`, script);
      const { page: tab } = await openBody(portal, html, routes, { waitUntil: 'commit' });
      expect(await paintedFirst(tab), 'ms between first paint and the HTML').to.equal(0);
      await expectOrdinary(tab);
      await expectWayIn(tab);
      held.open();
    });
  }

  it('is drawn once a script that hung has come after all', async () => {
    const held = gate();
    const code = await readFile(`${DIST}contest-banner.js`);
    const routes = { '/contest-banner.js': { body: code, after: held.opened } };
    const { page } = await open(routes, { waitUntil: 'commit' });
    await paintedFirst(page);
    held.open();
    await page.waitForSelector('contest-banner[phase=open]');
    expect(await page.$eval('[data-contest-enter]', (link) => link.checkVisibility())).to.be.false;
    expect((await recorded(page)).faults).to.deep.equal([]);
  });

  it('leaves no trace of its JSON on the page', async () => {
    const { page } = await open({}, { prepare: (tab) => tab.setJavaScriptEnabled(false) });
    const text = await page.$eval('body', (body) => body.innerText);
    expect(text).not.to.include('{').and.not.to.include('revision');
    expect(text).to.include(ORDINARY.match(/<b.*?>(.*)<\/b>/)![1]!);
  });
});

/** Ms from the first contentful paint to the one that showed the ordinary HTML. */
const paintedFirst = (page: Page) =>
  page.evaluate(async () => {
    type Timed = PerformanceEntry & { renderTime: number };
    const seen = (type: string) =>
      new Promise<Timed>((resolve) => {
        new PerformanceObserver((list) => resolve(list.getEntries().pop() as Timed)).observe({
          type,
          buffered: true,
        });
      });
    const element = await seen('element');
    await seen('paint');
    const [paint] = performance.getEntriesByName('first-contentful-paint');
    return Math.round(element.renderTime - paint!.startTime);
  });

/** Everything that stands inside can be seen, and nothing lies over the link. */
async function expectOrdinary(page: Page): Promise<void> {
  const seen = await page.$$eval('contest-banner > p', (all) =>
    all.map((element) => {
      const { left, top, height } = element.getBoundingClientRect();
      const hit = document.elementFromPoint(left + 10, top + height / 2);
      return (
        element.checkVisibility({ checkOpacity: true, checkVisibilityCSS: true }) &&
        element.contains(hit)
      );
    }),
  );
  expect(seen).to.deep.equal([true, true, true]);
}

async function expectWayIn(page: Page): Promise<void> {
  await Promise.all([
    page.waitForNavigation({ waitUntil: 'domcontentloaded' }),
    page.click('contest-banner a'),
  ]);
  expect(new URL(page.url()).pathname).to.equal('/vao-thi');
  expect(await page.$eval('h1', (title) => title.textContent)).to.equal('Bài thi');
}
