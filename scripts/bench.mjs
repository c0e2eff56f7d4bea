/**
 * `npm run bench`: what the element costs, in one run. It reports and judges nothing but bytes:
 * times differ from machine to machine, so compare those of one run.
 */

import { createServer } from 'node:http';
import { readFile } from 'node:fs/promises';
import { cpus } from 'node:os';
import puppeteer from 'puppeteer';
import { ensureBrowsers, findBrowser } from './browsers.mjs';
import { printSizes, sizes } from './size.mjs';
import { benchWordPress } from './wordpress/bench.mjs';

const DEFINITION = {
  id: 'bench',
  revision: 1,
  title: 'Cuộc thi trực tuyến tuyên truyền về công tác cải cách hành chính năm 2024',
  url: 'https://cuocthi.example.vn/?don-vi=bao-tang-tinh',
  opens: '2024-11-18T07:30:00+07:00',
  closes: '2999-12-13T16:30:00+07:00',
  documents: [{ kind: 'rules', title: 'Thể lệ', url: 'https://cuocthi.example.vn/the-le' }],
};

/** A page as handed out: room reserved, ordinary HTML inside, something below. */
const page = (count) => `<!doctype html><html lang="vi"><meta charset="utf-8"><title>Bench</title>
<script src="/contest-banner.js" defer></script>
${`<contest-banner lang="vi" style="display:flow-root;min-height:620px">
  <a href="${DEFINITION.url}" data-contest-enter>Vào thi</a>
  <script type="application/json">${JSON.stringify(DEFINITION)}</script>
</contest-banner>`.repeat(count)}
<p>Bên dưới</p>`;

const server = createServer(async (request, response) => {
  const { pathname, searchParams } = new URL(request.url, 'http://localhost');
  const script = pathname === '/contest-banner.js';
  response.setHeader('content-type', script ? 'text/javascript' : 'text/html; charset=utf-8');
  response.end(
    script ? await readFile('dist/contest-banner.js') : page(+searchParams.get('n') || 1),
  );
});
await new Promise((listening) => server.listen(0, '127.0.0.1', listening));
const origin = `http://127.0.0.1:${server.address().port}`;

await ensureBrowsers(['chromium']);
const browser = await puppeteer.launch({
  executablePath: findBrowser('chromium'),
  args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
});

const median = (numbers) => numbers.sort((a, b) => a - b)[Math.floor(numbers.length / 2)];
const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

/** Loads a page in a fresh profile and takes the times of its first drawing. */
async function load(count) {
  const context = await browser.createBrowserContext();
  const tab = await context.newPage();
  await tab.setViewport({ width: 800, height: 900 });
  await tab.evaluateOnNewDocument(() => {
    window.shift = 0;
    new PerformanceObserver((list) => {
      for (const { value } of list.getEntries()) window.shift += value;
    }).observe({ type: 'layout-shift', buffered: true });
    addEventListener('contest-phase', () => (window.drawnAt ??= performance.now()));
  });
  await tab.goto(`${origin}/?n=${count}`);
  await pause(500);
  const result = await tab.evaluate(() => ({
    drawn: window.drawnAt - performance.getEntriesByType('resource')[0].responseEnd,
    paint: performance.getEntriesByName('first-contentful-paint')[0]?.startTime,
    shift: window.shift,
  }));
  return { tab, context, ...result };
}

/** What the page does in ten seconds of ticking. */
async function ticking(tab) {
  await tab.evaluate(() => {
    window.mutations = 0;
    const count = (root) => {
      new MutationObserver((list) => (window.mutations += list.length)).observe(root, {
        subtree: true,
        childList: true,
        characterData: true,
        attributes: true,
      });
      for (const element of root.querySelectorAll('*'))
        if (element.shadowRoot) count(element.shadowRoot);
    };
    count(document);
  });
  const before = await tab.metrics();
  await pause(10_000);
  const after = await tab.metrics();
  const rate = (name) => (after[name] - before[name]) / 10;
  return {
    'main thread, ms/s': rate('TaskDuration') * 1000,
    'script, ms/s': rate('ScriptDuration') * 1000,
    'layouts/s': rate('LayoutCount'),
    'style recalculations/s': rate('RecalcStyleCount'),
    'mutations/s': (await tab.evaluate(() => window.mutations)) / 10,
  };
}

console.log(`${cpus()[0].model}, ${cpus().length} cores, ${await browser.version()}\n`);
printSizes(sizes());

const loads = [];
for (let i = 0; i < 7; i++) {
  const { tab, context, ...times } = await load(1);
  loads.push(times);
  await context.close();
}
console.log(`\nscript arrived → drawn   ${median(loads.map(({ drawn }) => drawn)).toFixed(1)} ms`);
console.log(`first contentful paint   ${median(loads.map(({ paint }) => paint)).toFixed(1)} ms`);
console.log(`layout shift             ${Math.max(...loads.map(({ shift }) => shift)).toFixed(3)}`);

for (const count of [1, 50]) {
  const { tab, context } = await load(count);
  await tab.bringToFront();
  console.log(`\n${count} on the page, a second of ticking:`);
  for (const [name, value] of Object.entries(await ticking(tab)))
    console.log(`  ${name.padEnd(24)} ${value.toFixed(2)}`);
  await context.close();
}

{
  const { tab, context } = await load(1);
  const times = await tab.evaluate(async () => {
    const encode = async (value) => {
      const element = document.createElement('contest-qr');
      const start = performance.now();
      element.value = value;
      document.body.append(element);
      await element.updateComplete;
      return performance.now() - start;
    };
    const all = [];
    for (let i = 0; i < 50; i++) all.push(await encode(`https://cuocthi.example.vn/?don-vi=${i}`));
    return all;
  });
  console.log(
    `\nQR code, encoded and drawn: ${times[0].toFixed(2)} ms the first, ${median(times).toFixed(2)} ms the median of 50`,
  );
  await context.close();
}

await browser.close();
server.close();
await benchWordPress();
