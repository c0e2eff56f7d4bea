import { expect } from 'chai';
import type { Page } from 'puppeteer';
import { inPhase, openBody, recorded, shadowText, usePortal } from '../pages/support/browser.ts';
import type { Routes } from '../pages/support/server.ts';
import { inline, ORDINARY, page, SCRIPT } from '../pages/support/snippets.ts';
import { CONTEST, contestBanner } from './support/everywhere.ts';

const DAY = 86_400_000;
const instant = (away: number) => `${new Date(Date.now() + away).toISOString().slice(0, 19)}Z`;
const MONTH_AGO = instant(-30 * DAY);

/** A page that a cache has kept for a month: its copy of what `src` held was read then. */
const old = (definition: object, asOf = MONTH_AGO) =>
  page(
    contestBanner('src="/contest.json"').replace(/<script[^]*?<\/script>/, () =>
      inline(definition, `data-as-of="${asOf}"`),
    ),
  );
const source = (definition: object): Routes => ({ '/contest.json': JSON.stringify(definition) });
const asked = (portal: { site: { requests: string[] } }) =>
  portal.site.requests.filter((path) => path === '/contest.json').length;

describe('a page that a cache has kept for a month', function () {
  this.timeout(30_000);
  const portal = usePortal();
  const over = { ...CONTEST, closes: instant(-2 * DAY) };
  const loaded = (tab: Page, from: string) =>
    tab.waitForFunction(
      (wanted) =>
        (window as never as { recorded: { loads: string[] } }).recorded.loads.includes(wanted),
      {},
      from,
    );

  it('draws its copy at once and the newer one as soon as it is there', async () => {
    const { page: tab } = await openBody(
      portal,
      old(CONTEST),
      source({ ...CONTEST, revision: 4, title: 'Bản mới' }),
    );
    await loaded(tab, 'network');
    expect((await recorded(tab)).loads).to.deep.equal(['inline', 'network']);
    expect(await shadowText(tab)).to.include('Bản mới');
  });

  it('is open again where its copy was over and the contest has been extended', async () => {
    const longer = { ...CONTEST, revision: 4, extendedFrom: over.closes };
    const { page: tab } = await openBody(portal, old(over), source(longer));
    await inPhase(tab, 'open');
    expect(await shadowText(tab)).to.include('Gia hạn đến');
  });

  it('is closed where its copy was open and the contest has been cut short', async () => {
    const { page: tab } = await openBody(portal, old(CONTEST), source({ ...over, revision: 4 }));
    await inPhase(tab, 'closed');
    expect(await tab.$eval('contest-banner', (at) => at.shadowRoot!.querySelector('[part=enter]')))
      .to.be.null;
  });

  it('knows by itself that its copy is over, where src does not answer', async () => {
    const { page: tab } = await openBody(portal, old(over), {
      '/contest.json': { body: '', status: 503 },
    });
    await inPhase(tab, 'closed');
  });

  it('stays with its copy where src is older still', async () => {
    const { page: tab } = await openBody(
      portal,
      old(CONTEST),
      source({ ...CONTEST, revision: 2, title: 'Bản cũ' }),
    );
    await tab.waitForFunction(
      () => (window as never as { recorded: { faults: [] } }).recorded.faults.length,
    );
    expect((await recorded(tab)).faults[0]).to.match(/^stale/);
    expect(await shadowText(tab)).not.to.include('Bản cũ');
  });

  it('asks although its copy claims to be from the future', async () => {
    const { page: tab } = await openBody(
      portal,
      old(CONTEST, instant(30 * DAY)),
      source({ ...CONTEST, title: 'Bản sửa' }),
    );
    await loaded(tab, 'network');
    expect(await shadowText(tab)).to.include('Bản sửa');
  });

  it('draws the last good copy at its second view, and not its own', async () => {
    const html = old(CONTEST);
    const { page: tab } = await openBody(
      portal,
      html,
      source({ ...CONTEST, revision: 4, title: 'Bản mới' }),
    );
    await loaded(tab, 'network');
    // Without the recorder, which empties the storage.
    await openBody(portal, html.replace('<script src="/recorder.js"></script>', ''), {
      '/contest.json': { body: '', status: 503 },
    });
    await inPhase(tab, 'open');
    expect(await shadowText(tab)).to.include('Bản mới');
  });
});

describe('a page that comes back out of the back-forward cache', function () {
  this.timeout(30_000);
  const portal = usePortal();

  /** While it was away the clock went on. */
  const AWAY = (ms: number) => `<script>{
    let off = 0;
    const { now } = Date;
    Date.now = () => now() + off;
    addEventListener('pageshow', ({ persisted }) => {
      window.persisted = persisted;
      if (persisted) off = ${ms};
    });
  }</script>`;
  /** `no-store` would keep it out of that cache. */
  const headers = { 'cache-control': 'no-cache' };

  async function leaveAndComeBack(
    banner: string,
    away: number,
    routes: Routes = {},
    changed: Routes = {},
  ) {
    portal.site.add({
      '/tin': { body: page(banner, AWAY(away) + SCRIPT), headers },
      '/khac': { body: page('<h1>Tin khác</h1>', ''), headers },
      ...routes,
    });
    // A tab of its own: another one's history would count as well.
    const { page: tab } = await portal.open('/tin', { prepare: async () => undefined });
    await inPhase(tab, 'open');
    await tab.goto(`${portal.site.origin}/khac`);
    portal.site.add(changed);
    await tab.goBack();
    await tab.waitForFunction(() => (window as never as { persisted: boolean }).persisted);
    return tab;
  }

  const left = (tab: Page) =>
    tab.$eval('contest-banner', (at) =>
      at
        .shadowRoot!.querySelector('contest-countdown')!
        .shadowRoot!.querySelector('.spoken')!
        .textContent!.trim(),
    );

  it('is kept there at all', async () => {
    const tab = await leaveAndComeBack(contestBanner(), 0);
    expect(await tab.evaluate(() => (window as never as { persisted: boolean }).persisted)).to.be
      .true;
  });

  it('counts from the present', async () => {
    const tab = await leaveAndComeBack(contestBanner(), 10 * DAY);
    expect(await left(tab)).to.match(/^Còn (9 ngày|10 ngày$)/);
  });

  it('knows that the contest is over', async () => {
    const tab = await leaveAndComeBack(contestBanner(), 21 * DAY);
    await inPhase(tab, 'closed');
  });

  it('asks src again where that is due, and shows what is new', async () => {
    const newer = source({ ...CONTEST, revision: 4, title: 'Bản mới' });
    const tab = await leaveAndComeBack(
      contestBanner('src="/contest.json"'),
      DAY,
      source(CONTEST),
      newer,
    );
    await tab.waitForFunction(() =>
      document.querySelector('contest-banner')!.shadowRoot!.textContent!.includes('Bản mới'),
    );
    expect(asked(portal)).to.equal(2);
  });

  it('does not ask where it was away for a moment', async () => {
    const tab = await leaveAndComeBack(contestBanner('src="/contest.json"'), 1000, source(CONTEST));
    const before = await left(tab);
    expect(before).to.match(/^Còn 19 ngày/);
    expect(asked(portal)).to.equal(1);
  });

  it('draws in time what it had not drawn when it was left', async () => {
    const src = `<contest-banner lang="vi" src="/contest.json">${ORDINARY}</contest-banner>`;
    const tab = await leaveAndComeBack(src, 0, source(CONTEST));
    await inPhase(tab, 'open');
  });
});
