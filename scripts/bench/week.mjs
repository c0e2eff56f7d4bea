/** What a page has kept after a week of ticking: a clock of our own makes the week pass in seconds. */

import { metrics, openWindow } from './browser.mjs';

const MINUTE = 60_000;
const WEEK = 7 * 24 * 60 * MINUTE;
/** The clock's steps; each lets every timer that is due fire once, as a busy page would. */
const STEP = 30_000;
/** Until the browser has compiled what runs often. */
const WARM_UP = 4000;

/** Stands in for the page's clock and timers; runs before the page's own scripts. */
function fakeClock() {
  const realFrame = requestAnimationFrame.bind(window);
  const RealDate = Date;
  const begin = RealDate.now();
  let now = begin;
  let ids = 0;
  const timers = new Map();
  let frames = new Map();

  window.Date = class extends RealDate {
    constructor(...values) {
      super(...(values.length ? values : [now]));
    }
    static now = () => now;
  };
  performance.now = () => now - begin;
  const timer =
    (every) =>
    (call, ms = 0, ...values) => {
      timers.set(++ids, { at: now + ms, every: every && ms, call: () => call(...values) });
      return ids;
    };
  window.setTimeout = timer(false);
  window.setInterval = timer(true);
  window.clearTimeout = window.clearInterval = (id) => timers.delete(id);
  window.requestAnimationFrame = (call) => {
    frames.set(++ids, call);
    return ids;
  };
  window.cancelAnimationFrame = (id) => frames.delete(id);

  function step(ms) {
    now += ms;
    for (const [id, due] of [...timers]) {
      if (due.at > now || !timers.has(id)) continue;
      if (due.every === false) timers.delete(id);
      else due.at = now + due.every;
      due.call();
    }
    const ready = frames;
    frames = new Map();
    for (const call of ready.values()) call(now - begin);
  }

  // A message lets promises and messages of the page have their turn.
  const { port1, port2 } = new MessageChannel();
  const turn = () =>
    new Promise((done) => {
      port1.onmessage = done;
      port2.postMessage(0);
    });
  window.benchSteps = async (count, ms) => {
    for (let i = 0; i < count; i++) {
      step(ms);
      await turn();
      // Now and then it is drawn for real.
      if (i % 500 === 0) await new Promise(realFrame);
    }
  };
}

/** What is left when the rubbish is out. */
async function kept(devtools) {
  for (let i = 0; i < 3; i++) await devtools.send('HeapProfiler.collectGarbage');
  const { JSHeapUsedSize, Nodes, JSEventListeners } = await metrics(devtools);
  return { heap: JSHeapUsedSize, nodes: Nodes, listeners: JSEventListeners };
}

async function passWeek(browser, site, page) {
  const { tab, devtools, close } = await openWindow(browser, site.address(page, 1), page, {
    count: 0,
    prepare: async (window, session) => {
      await session.send('Performance.enable');
      await window.evaluateOnNewDocument(fakeClock);
    },
  });
  const steps = (count) => tab.evaluate((n, ms) => window.benchSteps(n, ms), count, STEP);
  await steps(WARM_UP);
  const before = await kept(devtools);
  await steps(WEEK / STEP);
  const after = await kept(devtools);
  await close();
  return Object.fromEntries(Object.keys(after).map((name) => [name, after[name] - before[name]]));
}

/** @returns {Promise<Map<string, {heap: number, nodes: number, listeners: number}>>} growth by page */
export async function measureWeek(browser, site, pages) {
  const grown = new Map();
  for (const page of pages) grown.set(page.id, await passWeek(browser, site, page));
  return grown;
}
