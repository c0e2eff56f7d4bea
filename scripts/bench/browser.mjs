/** Chromium for the bench: pages of peers in windows of their own, and what its own books say. */

import { setTimeout as pause } from 'node:timers/promises';
import puppeteer from 'puppeteer';
import { ensureBrowsers, findBrowser } from '../browsers.mjs';

export { pause };

/** Wide enough for title, countdown and QR code beside each other, high enough for all of a page. */
const VIEWPORT = { width: 800, height: 900 };

export async function startBrowser() {
  ensureBrowsers(['chromium']);
  return puppeteer.launch({
    executablePath: findBrowser('chromium'),
    // A page with fifty of the heaviest takes its time.
    protocolTimeout: 300_000,
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
  });
}

/** Runs before the page's own scripts: says when everything stands there, and what has moved. */
function watch(drawn, last) {
  window.bench = { shift: 0 };
  new PerformanceObserver((list) => {
    for (const { value } of list.getEntries()) window.bench.shift += value;
  }).observe({ type: 'layout-shift', buffered: true });
  const stands = () => {
    try {
      return drawn(last);
    } catch {
      // The elements are not there yet.
      return false;
    }
  };
  requestAnimationFrame(function look() {
    if (!stands()) return requestAnimationFrame(look);
    // After this frame is painted.
    setTimeout(() => {
      window.bench.drawn = performance.now();
      performance.mark('bench-drawn');
    });
  });
}

/**
 * Opens a page and waits until everything on it is drawn.
 * @param {(tab: import('puppeteer').Page) => Promise<unknown>} [prepare] before it is asked for
 */
export async function open(context, address, page, { count = 1, prepare, viewport } = {}) {
  const tab = await context.newPage();
  const problems = [];
  tab.on('pageerror', (error) => problems.push(error.message));
  tab.on('console', (message) => {
    if (message.type() === 'error') problems.push(`${message.text()} ${message.location().url}`);
  });
  const devtools = await tab.createCDPSession();
  await tab.setViewport({ ...VIEWPORT, ...viewport });
  if (count) await tab.evaluateOnNewDocument(`(${watch})(${page.drawn}, ${count - 1})`);
  await prepare?.(tab, devtools);
  await tab.goto(address, { waitUntil: 'load' });
  if (count)
    await tab
      .waitForFunction(() => window.bench.drawn, { timeout: 60_000, polling: 100 })
      .catch(() => problems.push('was not drawn within a minute'));
  if (problems.length) throw new Error(`${page.id}: ${[...new Set(problems)].join(', ')}`);
  return { tab, devtools };
}

/** The same in a window with a storage of its own. */
export async function openWindow(browser, ...rest) {
  const context = await browser.createBrowserContext();
  const opened = await open(context, ...rest);
  return { ...opened, close: () => context.close() };
}

/** What Chromium has counted for a page. @returns {Promise<Record<string, number>>} */
export async function metrics(devtools) {
  const { metrics: all } = await devtools.send('Performance.getMetrics');
  return Object.fromEntries(all.map(({ name, value }) => [name, value]));
}

/** Records what the browser does meanwhile. @returns {Promise<object[]>} events of the trace */
export async function trace(tab, meanwhile) {
  await tab.tracing.start({
    categories: [
      '-*',
      'devtools.timeline',
      'disabled-by-default-devtools.timeline',
      'blink.user_timing',
    ],
  });
  await meanwhile();
  const recorded = await tab.tracing.stop();
  return JSON.parse(new TextDecoder().decode(recorded)).traceEvents;
}
