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
  const pages = new Map();
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
      // A window of its own: a tab behind another one is hidden, and draws nothing.
      const context = await browser.createBrowserContext();
      const page = await context.newPage();
      const logs = [];
      page.on('console', (message) => logs.push([`${message.type()}: ${message.text()}`]));
      page.on('pageerror', (error) => logs.push([`uncaught: ${error.message}`]));
      pages.set(id, { context, page, logs });
      await page.setViewport({ width: 1000, height: 800 });
      await page.goto(url, { waitUntil: 'domcontentloaded' });
    },
    isActive: (id) => pages.has(id),
    getBrowserUrl: (id) => pages.get(id)?.page.url(),
    async stopSession(id) {
      const { context, logs } = pages.get(id);
      pages.delete(id);
      await context.close();
      return { browserLogs: logs };
    },
    async startDebugSession() {
      throw new Error('not supported: run the spec with BROWSERS=chromium and read its console');
    },
  };
}
