/** From the navigation until everything is drawn, on a processor four times slower than this one. */

import { openWindow, pause, trace } from './browser.mjs';
import { medians, sum } from './statistics.mjs';

const SLOWDOWN = 4;

/** The lines to the visitor: none, as on this machine, and a slow mobile one. */
export const LINES = {
  none: undefined,
  mobile: { latency: 150, downloadThroughput: 1_600_000 / 8, uploadThroughput: 750_000 / 8 },
};

async function loadOnce(browser, site, page, line) {
  const context = await browser.createBrowserContext();
  const blank = await context.newPage();
  let result;
  const events = await trace(blank, async () => {
    const { tab, close } = await openWindow(browser, site.address(page, 1), page, {
      prepare: async (_, devtools) => {
        await devtools.send('Emulation.setCPUThrottlingRate', { rate: SLOWDOWN });
        if (!line) return;
        await devtools.send('Network.enable');
        await devtools.send('Network.emulateNetworkConditions', { offline: false, ...line });
      },
    });
    // Whatever still moves.
    await pause(150);
    result = await tab.evaluate(readTimes);
    await close();
  });
  await context.close();
  return { ...result, work: workUntilDrawn(events) };
}

/** Runs in the page. */
function readTimes() {
  const files = performance.getEntriesByType('resource');
  const [page] = performance.getEntriesByType('navigation');
  // The server's own time is not the page's.
  const start = page.responseStart;
  return {
    paint: performance.getEntriesByName('first-contentful-paint')[0].startTime - start,
    drawn: window.bench.drawn - start,
    shift: window.bench.shift,
    requests: files.length,
    page: page.encodedBodySize,
    files: files.reduce((total, { encodedBodySize }) => total + encodedBodySize, 0),
  };
}

/** Ms that the main thread worked, without those it was kept waiting. */
function workUntilDrawn(events) {
  const drawn = events.find(({ name }) => name === 'bench-drawn');
  const start = events.findLast(
    ({ name, pid, ts }) => name === 'navigationStart' && pid === drawn.pid && ts < drawn.ts,
  );
  const tasks = events.filter(
    ({ name, pid, tid, ts }) =>
      name === 'RunTask' &&
      pid === drawn.pid &&
      tid === drawn.tid &&
      ts >= start.ts &&
      ts <= drawn.ts,
  );
  return sum(tasks.map(({ tdur = 0 }) => tdur / 1000));
}

/**
 * Loads each page in turn, so that whatever else the machine does meets all of them alike.
 * @returns {Promise<Map<string, Record<string, number>>>} medians by page
 */
export async function measureLoads(browser, site, pages, rounds, line) {
  const runs = new Map(pages.map(({ id }) => [id, []]));
  for (let round = 0; round < rounds; round++)
    for (const page of pages) runs.get(page.id).push(await loadOnce(browser, site, page, line));
  return new Map([...runs].map(([id, all]) => [id, medians(all)]));
}
