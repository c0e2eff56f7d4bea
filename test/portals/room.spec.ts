import { expect } from 'chai';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'puppeteer';
import { findBrowser } from '../../scripts/browsers.mjs';
import { inPhase, openBody, recorded, settled, usePortal } from '../pages/support/browser.ts';
import { inFolder, run } from '../pages/support/qr.ts';
import { page, SCRIPT } from '../pages/support/snippets.ts';
import { CONTEST, contestBanner } from './support/everywhere.ts';
import { complaintsIn } from './support/whole.ts';

const complaints = (tab: Page) => tab.evaluate(complaintsIn()) as Promise<string[]>;

describe('a banner in the room it gets', function () {
  this.timeout(30_000);
  const portal = usePortal();

  for (const [percent, width] of [
    [200, 640],
    [400, 320],
    [500, 256],
  ] as const)
    it(`is whole and readable in a window of 1280 px at a zoom of ${percent} %`, async () => {
      const viewport = { width, height: 256, deviceScaleFactor: percent / 100 };
      const { page: tab } = await openBody(portal, page(contestBanner()), {}, { viewport });
      await inPhase(tab, 'open');
      expect(await complaints(tab)).to.deep.equal([]);
      const sideways = await tab.evaluate(() => document.documentElement.scrollWidth > innerWidth);
      expect(sideways, 'scrolls sideways').to.be.false;
    });

  it('is whole at every width from 100 to 1300 px as a window is drawn wider', async () => {
    const { page: tab } = await openBody(portal, page(`<div id="box">${contestBanner()}</div>`));
    await settled(tab);
    await tab.setViewport({ width: 1400, height: 800 });
    for (let width = 100; width <= 1300; width += 50) {
      await tab.$eval('#box', (box, px) => ((box as HTMLElement).style.width = `${px}px`), width);
      await tab.evaluate(
        () =>
          new Promise((next) =>
            requestAnimationFrame(() => requestAnimationFrame(() => requestAnimationFrame(next))),
          ),
      );
      expect(await complaints(tab), `${width} px`).to.deep.equal([]);
    }
  });

  it('takes a click on its button where the visitor sees it', async () => {
    const { page: tab } = await openBody(portal, page(contestBanner()));
    await inPhase(tab, 'open');
    const entered = tab.evaluate(
      () =>
        new Promise<string>((resolve) =>
          addEventListener('contest-enter', (event) => {
            event.preventDefault();
            resolve((event as unknown as { detail: { url: string } }).detail.url);
          }),
        ),
    );
    const enter = await tab.waitForSelector('contest-banner >>> [part=enter]');
    await enter!.click();
    expect(await entered).to.equal('https://cuocthi.example.vn/?don-vi=bao-tang-tinh');
  });
});

/** Before anything else: which timers are waiting. */
const TIMERS = `<script>{
  const { setTimeout: set, clearTimeout: clear } = window;
  const waiting = (window.waiting = new Set());
  window.setTimeout = (callback, ms, ...rest) => {
    const timer = set(() => { waiting.delete(timer); callback(...rest); }, ms);
    waiting.add(timer);
    return timer;
  };
  window.clearTimeout = (timer) => { waiting.delete(timer); clear(timer); };
  window.setInterval = () => { throw new Error('no interval was expected'); };
}</script>`;
const waiting = (tab: Page) =>
  tab.waitForFunction(() => {
    const { size } = (window as never as { waiting: Set<number> }).waiting;
    return size === 1;
  });

describe('200 banners on one page', function () {
  this.timeout(60_000);
  const portal = usePortal();
  const open = async (banner: string) => {
    const { page: tab } = await openBody(portal, page(banner.repeat(200), TIMERS + SCRIPT), {
      '/contest.json': JSON.stringify({ ...CONTEST, revision: 4 }),
    });
    await inPhase(tab, 'open', 200);
    return tab;
  };
  const small = '<contest-banner lang="vi" src="/contest.json"></contest-banner>';

  it('are all drawn after one request', async () => {
    const tab = await open(small);
    const titles = await tab.$$eval('contest-banner', (all) =>
      all.map((at) => at.shadowRoot!.querySelector('h2')!.textContent),
    );
    expect(titles).to.deep.equal(Array(200).fill(CONTEST.title));
    expect(portal.site.requests.filter((path) => path === '/contest.json')).to.have.length(1);
    expect((await recorded(tab)).errors).to.deep.equal([]);
  });

  it('wait for one timer together', async () => {
    await waiting(await open(small));
  });

  it('store one copy', async () => {
    const tab = await open(small);
    expect(await tab.evaluate(() => localStorage.length)).to.equal(1);
  });

  it('and none of them once they are taken away leave no timer behind', async () => {
    const tab = await open(small);
    await waiting(tab);
    await tab.evaluate(() => document.body.replaceChildren());
    await tab.waitForFunction(
      () => (window as never as { waiting: Set<number> }).waiting.size === 0,
    );
  });
});

describe('a banner that is printed before it was ever seen', function () {
  this.timeout(60_000);
  const portal = usePortal();

  async function printed(tab: Page): Promise<string> {
    const pdf = await tab.pdf({ format: 'A4' });
    return inFolder(async (folder) => {
      const file = join(folder, 'page.pdf');
      await writeFile(file, pdf);
      const { stdout } = await run(findBrowser('poppler')!, [file, '-']);
      // A long address may stand in two lines.
      return stdout.replace(/\s+/g, '').normalize();
    });
  }

  it('stands on paper out of a tab that is shown for printing only', async () => {
    const style = `<style>#tab{display:none} @media print{#tab{display:block}}</style>`;
    const { page: tab } = await openBody(
      portal,
      page(`<div id="tab">${contestBanner()}</div>`, style + SCRIPT),
    );
    await inPhase(tab, 'open');
    const text = await printed(tab);
    expect(text).to.include('7h30ngày18/11/2024');
    // In a column of its own, and in two lines.
    expect(text).to.include('https://cuocthi.example.vn/').and.to.include('?don-vi=bao-tang-tinh');
  });

  it('does not stand on paper out of a tab that stays hidden', async () => {
    const hidden = `<p>Bên trên</p><div hidden>${contestBanner()}</div>`;
    const { page: tab } = await openBody(portal, page(hidden));
    await inPhase(tab, 'open');
    const text = await printed(tab);
    expect(text).to.include('Bêntrên').and.not.to.include('cuocthi');
  });

  it('stands on paper out of a window behind another one', async () => {
    const { page: tab } = await openBody(
      portal,
      page(contestBanner()),
      {},
      { prepare: async () => undefined },
    );
    await inPhase(tab, 'open');
    await portal.open('/recorder.js');
    expect(await printed(tab)).to.include('7h30ngày18/11/2024');
  });
});
