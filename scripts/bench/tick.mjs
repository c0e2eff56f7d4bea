/** What a page does in a minute while its countdowns tick in sight. */

import { metrics, openWindow, pause } from './browser.mjs';

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

/** Watches windows for so many whole seconds, then counts mutations, which costs time, for others. */
async function watch(windows, seconds, counted) {
  const all = () => Promise.all(windows.map(({ devtools }) => metrics(devtools)));
  const before = await all();
  await pause(seconds * 1000);
  const after = await all();
  await Promise.all(windows.map(({ tab }) => tab.evaluate(countMutations)));
  await pause(counted * 1000);
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
          script: minute('ScriptDuration') * 1000,
          layout: minute('LayoutDuration', 'RecalcStyleDuration') * 1000,
          layouts: minute('LayoutCount'),
          styles: minute('RecalcStyleCount'),
          mutations: mutations[i] * (60 / counted),
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
  const ticks = await watch(windows, seconds, 5);
  for (const { close } of windows) await close();
  return ticks;
}

/** Many widgets a page: the heaviest keep a processor busy, so one page at a time. */
export async function measureManyTicks(browser, site, pages, count, seconds) {
  const ticks = new Map();
  for (const page of pages) {
    const window = await openTicking(browser, site, page, count);
    await pause(1500);
    for (const [id, tick] of await watch([window], seconds, 2)) ticks.set(id, tick);
    await window.close();
  }
  return ticks;
}
