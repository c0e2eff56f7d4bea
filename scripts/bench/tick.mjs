/** What a page does in a minute while its countdowns tick in sight. */

import { metrics, openWindow, pause, trace } from './browser.mjs';

/** Counts what changes in the page and in every open shadow root. */
function countMutations() {
  window.bench.mutations = 0;
  const count = (root) => {
    new MutationObserver((list) => (window.bench.mutations += list.length)).observe(root, {
      subtree: true,
      childList: true,
      characterData: true,
      attributes: true,
    });
    for (const element of root.querySelectorAll('*'))
      if (element.shadowRoot) count(element.shadowRoot);
  };
  count(document);
}

async function openTicking(browser, site, page, count) {
  const window = await openWindow(browser, site.address(page, count), page, {
    count,
    // Time of the processor: what else the machine does is not counted.
    prepare: (_, devtools) => devtools.send('Performance.enable', { timeDomain: 'threadTicks' }),
  });
  return { id: page.id, ...window };
}

/** What is counted as script, with the promises that it settles; none of these within another. */
const SCRIPT = [
  'TimerFire',
  'FireAnimationFrame',
  'EventDispatch',
  'FunctionCall',
  'v8.callFunction',
];
const LAYOUT = ['Layout', 'UpdateLayoutTree'];

/** Ms of script by window, from a trace: Chromium's own sum leaves out what promises do. */
async function scriptTime(browser, windows, seconds) {
  const blank = await (await browser.createBrowserContext()).newPage();
  const events = await trace(blank, async () => {
    for (const { tab, id } of windows)
      await tab.evaluate((name) => void performance.mark(`bench-${name}`), id);
    await pause(seconds * 1000);
  });
  await blank.browserContext().close();
  return windows.map(({ id }) => {
    const mark = events.find(({ name }) => name === `bench-${id}`);
    const theirs = events
      .filter(({ pid, tid, ts }) => pid === mark.pid && tid === mark.tid && ts > mark.ts)
      .sort((a, b) => a.ts - b.ts);
    let time = 0;
    let end = 0;
    for (const { name, ts, dur = 0, tdur = 0 } of theirs)
      if (ts >= end && SCRIPT.includes(name)) {
        time += tdur;
        end = ts + dur;
      } else if (ts < end && LAYOUT.includes(name)) time -= tdur;
    return time / 1000;
  });
}

/** Watches windows for so many whole seconds; then once more, since tracing and counting cost time. */
async function watch(browser, windows, seconds, again) {
  const all = () => Promise.all(windows.map(({ devtools }) => metrics(devtools)));
  const before = await all();
  await pause(seconds * 1000);
  const after = await all();
  const script = await scriptTime(browser, windows, again);
  await Promise.all(windows.map(({ tab }) => tab.evaluate(countMutations)));
  await pause(again * 1000);
  const mutations = await Promise.all(
    windows.map(({ tab }) => tab.evaluate(() => window.bench.mutations)),
  );
  return new Map(
    windows.map(({ id }, i) => {
      const minute = (...names) =>
        names.reduce((total, name) => total + after[i][name] - before[i][name], 0) * (60 / seconds);
      return [
        id,
        {
          work: minute('TaskDuration') * 1000,
          script: script[i] * (60 / again),
          layout: minute('LayoutDuration', 'RecalcStyleDuration') * 1000,
          layouts: minute('LayoutCount'),
          styles: minute('RecalcStyleCount'),
          mutations: mutations[i] * (60 / again),
        },
      ];
    }),
  );
}

/** One widget a page: all pages tick beside each other, so that they meet the same machine. */
export async function measureTicks(browser, site, pages, seconds) {
  const windows = [];
  for (const page of pages) windows.push(await openTicking(browser, site, page, 1));
  await pause(1500);
  const ticks = await watch(browser, windows, seconds, 6);
  for (const { close } of windows) await close();
  return ticks;
}

/** Many widgets a page: the heaviest keep a processor busy, so one page at a time. */
export async function measureManyTicks(browser, site, pages, count, seconds) {
  const ticks = new Map();
  for (const page of pages) {
    const window = await openTicking(browser, site, page, count);
    await pause(1500);
    for (const [id, tick] of await watch(browser, [window], seconds, 2)) ticks.set(id, tick);
    await window.close();
  }
  return ticks;
}
