/**
 * Chromium, the oldest Chromium that we support (`chromium109`, from npm, for Linux on x64), and
 * Firefox by WebDriver BiDi, for the test runner.
 */

import chromium109 from '@sparticuz/chromium';
import puppeteer from 'puppeteer';
import puppeteer20 from 'puppeteer-core-20';
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

/** @typedef {'chromium' | 'chromium109' | 'firefox'} Product */

export const hasChromium109 = process.platform === 'linux' && process.arch === 'x64';

/** Today's Puppeteer opens no tab in it. */
async function launchChromium109(options) {
  const browser = await puppeteer20.launch({
    executablePath: await chromium109.executablePath(),
    headless: true,
    args: CHROMIUM_FLAGS,
    ...options,
  });
  browser.createBrowserContext = browser.createIncognitoBrowserContext;
  return browser;
}

/** @type {Record<Product, (options: import('puppeteer').LaunchOptions) => Promise<import('puppeteer').Browser>>} */
const LAUNCH = {
  chromium: (options) =>
    puppeteer.launch({
      executablePath: findBrowser('chromium'),
      args: CHROMIUM_FLAGS,
      ...options,
    }),
  chromium109: launchChromium109,
  firefox: (options) =>
    puppeteer.launch({ browser: 'firefox', executablePath: findBrowser('firefox'), ...options }),
};

/** @param {Product} product */
export const launchBrowser = (product, options = {}) => LAUNCH[product](options);

/**
 * @param {Product} product
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
