/** What a QR code takes: the first in a fresh page, where all code is new to the browser, and later ones. */

import { metrics, openWindow } from './browser.mjs';
import { medians } from './statistics.mjs';

const WARM = 50;

/** Runs in the page, one text after another. */
const encodeAll = (page, from, to) => `(async () => {
  const encode = ${page.encode};
  for (let i = ${from}; i < ${to}; i++)
    await encode('https://cuocthi.example.vn/?don-vi=bao-tang-tinh-' + i);
})()`;

async function encodeOnce(browser, site, page) {
  const { tab, devtools, close } = await openWindow(browser, site.address(page, 0), page, {
    count: 0,
    prepare: (_, session) => session.send('Performance.enable', { timeDomain: 'threadTicks' }),
  });
  /** Ms of the processor for each text. */
  const timed = async (from, to) => {
    const before = await metrics(devtools);
    await tab.evaluate(encodeAll(page, from, to));
    const after = await metrics(devtools);
    return ((after.TaskDuration - before.TaskDuration) * 1000) / (to - from);
  };
  const first = await timed(0, 1);
  // Until the browser has compiled what runs often.
  await timed(1, WARM);
  const warm = await timed(WARM, 2 * WARM);
  await close();
  return { first, warm };
}

/** @returns {Promise<Map<string, {first: number, warm: number}>>} medians by page, in ms */
export async function measureQr(browser, site, pages, rounds) {
  const runs = new Map(pages.map((page) => [page, []]));
  for (let round = 0; round < rounds; round++)
    for (const [page, all] of runs) all.push(await encodeOnce(browser, site, page));
  return new Map([...runs].map(([{ id }, all]) => [id, medians(all)]));
}
