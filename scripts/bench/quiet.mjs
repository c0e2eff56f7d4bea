/** What a page does while nobody sees it: in a tab behind another one, and far down the page. */

import { open, openWindow, pause, trace } from './browser.mjs';

const WATCHED = 6;

/** Further down than the browser looks ahead. */
const BELOW = 6000;

const TIMERS = ['TimerFire', 'FireAnimationFrame', 'FireIdleCallback'];
const DRAWING = ['Layout', 'UpdateLayoutTree', 'Paint'];

/** Records all pages at once: these are counts, and nothing hurries. */
async function count(browser, opened) {
  const blank = await (await browser.createBrowserContext()).newPage();
  await blank.bringToFront();
  const events = await trace(blank, async () => {
    for (const { tab, id } of opened)
      await tab.evaluate((name) => void performance.mark(`bench-${name}`), id);
    await pause(WATCHED * 1000);
  });
  await blank.browserContext().close();
  return new Map(
    opened.map(({ id }) => {
      const { pid, ts } = events.find(({ name }) => name === `bench-${id}`);
      const theirs = events.filter((event) => event.pid === pid && event.ts > ts + 100_000);
      const often = (names) =>
        (theirs.filter(({ name }) => names.includes(name)).length * 60) / WATCHED;
      return [id, { timers: often(TIMERS), drawing: often(DRAWING) }];
    }),
  );
}

/** In tabs of one window, behind a blank one. */
async function hidden(browser, site, pages) {
  const context = await browser.createBrowserContext();
  const opened = [];
  for (const page of pages)
    opened.push({ id: page.id, ...(await open(context, site.address(page, 1), page)) });
  const front = await context.newPage();
  await front.bringToFront();
  for (const { tab, id } of opened)
    if ((await tab.evaluate(() => document.visibilityState)) !== 'hidden')
      throw new Error(`${id}: expected to be hidden behind another tab`);
  // What was under way when it was hidden.
  await pause(1500);
  const counts = await count(browser, opened);
  await context.close();
  return counts;
}

/** In windows beside each other, with so much above that the widget is out of sight. */
async function offScreen(browser, site, pages) {
  const opened = [];
  for (const page of pages) {
    const window = await openWindow(browser, site.address(page, 1), page);
    // Drawn in sight first: some draw nothing before they are seen.
    await window.tab.evaluate((height) => {
      const above = Object.assign(document.createElement('div'), { style: `height:${height}px` });
      document.body.prepend(above);
      scrollTo(0, 0);
    }, BELOW);
    opened.push({ id: page.id, ...window });
  }
  await pause(1500);
  const counts = await count(browser, opened);
  for (const { close } of opened) await close();
  return counts;
}

/** @returns {Promise<{hidden: Map, offScreen: Map}>} by page: timers and drawing in a minute */
export const measureQuiet = async (browser, site, pages) => ({
  hidden: await hidden(browser, site, pages),
  offScreen: await offScreen(browser, site, pages),
});
