/** Opens pages in Chromium and waits for what happens on them. */

import type { Browser, Page, Viewport } from 'puppeteer';
import { launchBrowser } from '../../harness/puppeteer-launcher.mjs';
import { serve, type Routes, type Site } from './server.ts';
import { RECORDER, type Recorded } from './snippets.ts';

export interface Opened {
  page: Page;
  /** Errors on the console, and uncaught ones. */
  problems: string[];
  /** Warnings on the console. */
  warnings: string[];
}

export interface Opening {
  viewport?: Partial<Viewport>;
  /** Called before the page is asked for, in a tab of its own. */
  prepare?: (page: Page) => Promise<unknown>;
  /** What to wait for: `commit` is the beginning of the answer. */
  waitUntil?: 'commit' | 'load';
}

export interface Portal {
  site: Site;
  browser: Browser;
  /** Opens an address; a path is one of the portal's. It is left after the test. */
  open(address: string, opening?: Opening): Promise<Opened>;
}

/**
 * One portal and one browser for all tests of a suite; to be called inside `describe`. Tests share
 * a tab, save those that prepare one; `recorder.js` empties its storage.
 */
export function usePortal(product: 'chromium' | 'firefox' = 'chromium'): Portal {
  const portal = {} as Portal;
  const current: Omit<Opened, 'page'> = { problems: [], warnings: [] };
  const own: Page[] = [];
  let shared: Page | undefined;

  async function newPage(): Promise<Page> {
    const page = await portal.browser.newPage();
    page.on('console', (message) => {
      if (message.type() === 'error') current.problems.push(message.text());
      if (message.type() === 'warn') current.warnings.push(message.text());
    });
    page.on('pageerror', (error) => current.problems.push(String(error)));
    return page;
  }

  before(async function () {
    // A browser may take its time on a machine that has other things to do.
    this.timeout(90_000);
    portal.site = await serve();
    portal.browser = await launchBrowser(product, { timeout: 80_000 });
  });
  beforeEach(() => {
    portal.site.reset({ '/recorder.js': RECORDER });
    Object.assign(current, { problems: [], warnings: [] });
  });
  afterEach(async () => {
    // A page of the same site is left more quickly than for another one.
    await shared?.goto(`${portal.site.origin}/recorder.js`);
    await Promise.all(own.splice(0).map((page) => page.close()));
  });
  after(async () => {
    await portal.browser?.close();
    await portal.site?.close();
  });

  portal.open = async (address, { viewport, prepare, waitUntil = 'load' } = {}) => {
    const page = prepare ? await newPage() : (shared ??= await newPage());
    if (prepare) own.push(page);
    // Nothing is painted in a tab behind another.
    await page.bringToFront();
    await page.setViewport({ width: 1000, height: 800, ...viewport });
    await prepare?.(page);
    const committed = new Promise((resolve) => void page.once('framenavigated', resolve));
    const loaded = page.goto(new URL(address, portal.site.origin).href);
    if (waitUntil === 'load') await loaded;
    // A page that is never done is left before it is.
    else await Promise.race([committed, loaded.catch(() => undefined)]);
    return { page, ...current };
  };
  return portal;
}

/** Gives the portal one page and opens it. */
export async function openBody(
  portal: Portal,
  html: string,
  routes: Routes = {},
  opening?: Opening,
): Promise<Opened> {
  portal.site.add({ '/': html, ...routes });
  return portal.open('/', opening);
}

/** Waits until every banner of a page is of a phase. */
export const inPhase = (page: Page, phase: string, count = 1) =>
  page.waitForFunction(
    (wanted, least) => {
      const all = [...document.querySelectorAll('contest-banner')];
      return all.length >= least && all.every((banner) => banner.getAttribute('phase') === wanted);
    },
    { timeout: 20_000, polling: 20 },
    phase,
    count,
  );

/** Waits until the QR code is drawn, after which nothing but the countdown changes. */
export const settled = (page: Page) =>
  page.waitForFunction(
    () =>
      document
        .querySelector('contest-banner')
        ?.shadowRoot?.querySelector('contest-qr')
        ?.shadowRoot?.querySelector('path'),
    { timeout: 20_000, polling: 20 },
  );

export const recorded = (page: Page): Promise<Recorded> =>
  page.evaluate(() => (window as unknown as { recorded: Recorded }).recorded);

/** What a banner's shadow says, without the line breaks of its source. */
export const shadowText = (page: Page): Promise<string> =>
  page.$eval('contest-banner', (element) =>
    element.shadowRoot!.textContent!.replace(/\s+/g, ' ').trim(),
  );
