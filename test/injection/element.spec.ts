import { expect } from 'chai';
import type { Browser } from 'puppeteer';
import { launchBrowser } from '../harness/puppeteer-launcher.mjs';
import { serve, type Site } from '../pages/support/server.ts';
import { PLACES, type Place } from './places.ts';
import { countOf, LEAST, routes, told, tryOut, watched } from './support.ts';

describe('a string from outside, in Chromium', function () {
  this.timeout(120_000);
  let site: Site;
  let browser: Browser;
  const tried = new Map<Place, number>();

  before(async () => {
    site = await serve(await routes(PLACES));
    browser = await launchBrowser('chromium');
  });
  after(async () => {
    await browser?.close();
    await site?.close();
  });

  PLACES.forEach((place, number) =>
    it(`does nothing in ${place.name} (${countOf(place, number)} cases)`, async () => {
      // A tab of its own: one that is lost takes no other place with it.
      const { page, foreign } = await watched(browser, site);
      const report = await tryOut(page, site, place, number);
      await page.close();
      expect(told(place, report)).to.equal('');
      expect(foreign.filter((address) => !isAsked(place, address))).to.deep.equal([]);
      expect(report.cases).to.equal(countOf(place, number));
      // What never came through has proven nothing.
      if (place.shows) expect(report.arrived).to.equal(report.fits).and.to.be.above(0);
      if (place.leads) expect(report.arrived).to.be.above(0);
      tried.set(place, report.cases);
    }),
  );

  it(`was tried in ${LEAST} cases at least`, () => {
    const forms: Record<string, number> = {};
    for (const [{ form }, cases] of tried) forms[form] = (forms[form] ?? 0) + cases;
    const sum = Object.values(forms).reduce((all, cases) => all + cases, 0);
    console.warn(`${sum} cases: ${JSON.stringify(forms)}`);
    expect(sum).to.be.at.least(LEAST);
  });
});

/** Whether an address elsewhere may be asked for: pictures of pinned hosts, and `src` by https. */
function isAsked({ attribute, rule }: Place, address: string): boolean {
  // Chromium tells of requests as well that it does not make, since there is no such host.
  if (attribute === 'src' && address.startsWith('https://')) return true;
  if (!URL.canParse(address)) return false;
  const { protocol, hostname } = new URL(address);
  const local = ['localhost', '127.0.0.1'].includes(hostname);
  if (attribute === 'src') return protocol === 'http:' && local;
  return protocol === 'https:' && !!rule.hosts?.some((host) => `.${hostname}`.endsWith(`.${host}`));
}
