/** One way to drive each browser, for what must hold in all of them. */

import { findBrowser } from '../../../scripts/browsers.mjs';
import { hasChromium109, launchBrowser } from '../../harness/puppeteer-launcher.mjs';
import { startWebKit } from '../../harness/webkit-launcher.mjs';

export interface Driver {
  goto(url: string): Promise<unknown>;
  /** The value of an expression on the page. */
  evaluate<T>(expression: string): Promise<T>;
  /** Clicks as a visitor does, at px from the left and the top of the window. */
  click(x: number, y: number): Promise<unknown>;
  screenshot(): Promise<Buffer>;
  close(): Promise<void>;
}

async function puppet(product: 'chromium' | 'chromium109' | 'firefox'): Promise<Driver> {
  const browser = await launchBrowser(product);
  const page = await browser.newPage();
  await page.setViewport({ width: 1000, height: 800 });
  return {
    goto: (url) => page.goto(url),
    evaluate: (expression) => page.evaluate(expression) as Promise<never>,
    click: (x, y) => page.mouse.click(x, y),
    screenshot: async () => Buffer.from(await page.screenshot({ fullPage: true })),
    close: () => browser.close(),
  };
}

async function webkit(): Promise<Driver> {
  const session = await startWebKit();
  return {
    goto: (url) => session.navigate(url),
    evaluate: (expression) => session.evaluate(`return (${expression})`) as Promise<never>,
    click: (x, y) => session.click(x, y),
    screenshot: () => session.screenshot(),
    close: () => session.close(),
  };
}

/**
 * How to start each but today's Chromium; WebKit may be missing outside Debian, the old Chromium is
 * for Linux on x64.
 */
export const DRIVERS: Record<string, () => Promise<Driver>> = {
  firefox: () => puppet('firefox'),
  ...(hasChromium109 && { chromium109: () => puppet('chromium109') }),
  ...(findBrowser('webkit') && { webkit }),
};

/** How to start each. */
export const BROWSERS: typeof DRIVERS = { chromium: () => puppet('chromium'), ...DRIVERS };

/** Waits until an expression is true on the page. */
export async function until(driver: Driver, expression: string): Promise<void> {
  const deadline = Date.now() + 20_000;
  while (!(await driver.evaluate<boolean>(`!!(${expression})`))) {
    if (Date.now() > deadline) throw new Error(`never became true: ${expression.slice(0, 300)}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
