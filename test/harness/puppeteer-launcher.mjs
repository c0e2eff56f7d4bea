/** Chromium, and Firefox by WebDriver BiDi, for the test runner. */

import puppeteer from 'puppeteer';
import { findBrowser } from '../../scripts/browsers.mjs';

/** As root, and without connections of the browser's own. */
export const CHROMIUM_FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** @param {'chromium' | 'firefox'} product */
export const launchBrowser = (product, options = {}) =>
  puppeteer.launch({
    browser: product === 'firefox' ? 'firefox' : 'chrome',
    executablePath: findBrowser(product),
    args: product === 'chromium' ? CHROMIUM_FLAGS : [],
    ...options,
  });

/**
 * @param {'chromium' | 'firefox'} product
 * @returns {import('@web/test-runner-core').BrowserLauncher}
 */
export function puppeteerLauncher(product, concurrency) {
  let browser;
  /** Windows between two files: opening one takes longer than most files do. */
  const idle = [];
  const busy = new Map();

  /** A window with a storage of its own; a tab behind another one is hidden, and draws nothing. */
  async function openWindow() {
    const context = await browser.createBrowserContext();
    const page = await context.newPage();
    const opened = { page, logs: [] };
    page.on('console', (message) => opened.logs.push([`${message.type()}: ${message.text()}`]));
    page.on('pageerror', (error) => opened.logs.push([`uncaught: ${error.message}`]));
    await page.setViewport({ width: 1000, height: 800 });
    return opened;
  }

  return {
    name: product,
    type: product,
    concurrency,
    async initialize() {
      browser = await launchBrowser(product);
    },
    async stop() {
      await browser?.close();
    },
    async startSession(id, url) {
      const used = idle.pop() ?? (await openWindow());
      used.logs = [];
      busy.set(id, used);
      await used.page.goto(url, { waitUntil: 'domcontentloaded' });
    },
    isActive: (id) => busy.has(id),
    getBrowserUrl: (id) => busy.get(id)?.page.url(),
    async stopSession(id) {
      const used = busy.get(id);
      busy.delete(id);
      await used.page.evaluate(() => localStorage.clear());
      idle.push(used);
      return { browserLogs: used.logs };
    },
    async startDebugSession() {
      throw new Error('not supported: run the spec with BROWSERS=chromium and read its console');
    },
  };
}
