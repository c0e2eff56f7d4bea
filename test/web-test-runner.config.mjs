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

export default {
  rootDir: fileURLToPath(new URL('../', import.meta.url)),
  files: ['test/{contest,source,elements,embed,locales,properties}/**/*.test.ts'],
  browsers: (process.env.BROWSERS ?? 'chromium').split(',').map((name) => launchers[name]()),
  concurrentBrowsers: 2,
  ...(await withVite()),
  reporters: [reporter()],
  browserStartTimeout: 60_000,
  testsStartTimeout: 30_000,
  testsFinishTimeout: 180_000,
  testFramework: { config: { timeout: 20_000 } },
  testRunnerHtml: (script) => `<!doctype html>
<html lang="vi">
  <head><meta charset="utf-8" /></head>
  <body><script type="module" src="${script}"></script></body>
</html>`,
};
