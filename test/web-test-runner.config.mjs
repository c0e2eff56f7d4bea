/** The specs that run in browsers: `BROWSERS=chromium,firefox,webkit npx web-test-runner --config …`. */

import { fileURLToPath } from 'node:url';
import { puppeteerLauncher } from './harness/puppeteer-launcher.mjs';
import { reporter } from './harness/reporter.mjs';
import { withVite } from './harness/vite-plugin.mjs';
import { webkitLauncher } from './harness/webkit-launcher.mjs';

const launchers = {
  chromium: () => puppeteerLauncher('chromium', 2),
  chromium109: () => puppeteerLauncher('chromium109', 2),
  firefox: () => puppeteerLauncher('firefox', 1),
  webkit: webkitLauncher,
};

/**
 * What a failed test compared may be an element, and the runner can only tell what can be cloned: it
 * would wait for such a file until its time is over, and name none of its tests.
 */
const TELL_ELEMENTS = `{
  const clone = structuredClone;
  const kind = (key, value) =>
    key === 'actual' || key === 'expected' ? Object.prototype.toString.call(value) : value;
  globalThis.structuredClone = (value, options) => {
    try {
      return clone(value, options);
    } catch {
      return JSON.parse(JSON.stringify(value, kind));
    }
  };
}`;

export default {
  rootDir: fileURLToPath(new URL('../', import.meta.url)),
  files: ['test/{contest,source,elements,embed,editor,locales,properties}/**/*.test.ts'],
  browsers: (process.env.BROWSERS ?? 'chromium').split(',').map((name) => launchers[name]()),
  concurrentBrowsers: 2,
  ...(await withVite()),
  reporters: [reporter()],
  browserStartTimeout: 60_000,
  testsStartTimeout: 30_000,
  // Where a guard is taken out, what hangs is not waited for so long.
  testsFinishTimeout: Number(process.env.SPEC_PATIENCE ?? 180_000),
  testFramework: { config: { timeout: 20_000 } },
  testRunnerHtml: (script) => `<!doctype html>
<html lang="vi">
  <head><meta charset="utf-8" /><script>${TELL_ELEMENTS}</script></head>
  <body><script type="module" src="${script}"></script></body>
</html>`,
};
