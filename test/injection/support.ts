/** A portal on whose pages strings are put into places, and the words for what was found. */

import { readFile } from 'node:fs/promises';
import type { Browser, Page } from 'puppeteer';
import { ROOT, type Routes, type Site } from '../pages/support/server.ts';
import { definitionWith } from './page/build.js';
import { stringsOf } from './page/strings.js';
import { everyOf, type Place } from './places.ts';

export interface Report {
  /** Cases; those that drew something; those whose string came through, and how many of these fit. */
  cases: number;
  drawn: number;
  arrived: number;
  fits: number;
  links: number;
  findings: { index?: number; string?: string; what: string }[];
  /** It could not be told. */
  failed?: string;
}

const VECTORS = await readFile(`${ROOT}test/vectors/injection.json`, 'utf8');
export const STRINGS = stringsOf(JSON.parse(VECTORS));

/** Cases that the elements have to stand in Chromium. */
export const LEAST = 10_000;

/** How many strings a place gets. */
export function countOf(place: Place, number: number): number {
  const every = everyOf(place);
  return STRINGS.filter((_, index) => index % every === number % every).length;
}

/** A policy that stops nothing, and tells the page of all that a strict one would have stopped. */
const POLICY = [
  "default-src 'self'",
  // Which hosts, the spec sees by the requests.
  "img-src 'self' https:",
  "connect-src 'self' https: http://localhost http://127.0.0.1:*",
  "object-src 'none'; frame-src 'none'; base-uri 'none'; form-action 'none'",
].join('; ');

/** @param script of the banner; the links of a page are pinned by its tag */
const page = (script: string) => `<!doctype html>
<html lang="vi">
<head>
<meta charset="utf-8">
<title>Trang</title>
<script src="${script}" data-hosts="cuocthi.example.vn" defer></script>
<script type="module" src="/injection/run.js"></script>
</head>
<body></body>
</html>`;

const PIXEL = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

/** All that a page of cases asks of its portal. */
export async function routes(places: Place[], script = '/contest-banner.js'): Promise<Routes> {
  const found: Routes = {
    '/': { body: page(script), headers: { 'content-security-policy-report-only': POLICY } },
    '/x.png': { body: PIXEL },
    '/vectors/injection.json': VECTORS,
  };
  for (const name of ['build', 'detector', 'run', 'strings', 'vulnerable'])
    found[`/injection/${name}.js`] = await readFile(
      `${ROOT}test/injection/page/${name}.js`,
      'utf8',
    );
  for (const place of places.filter(({ form }) => form === 'remote'))
    STRINGS.forEach((text, index) => {
      const body = place.whole ? text : JSON.stringify(definitionWith(place, text));
      found[`/remote/${place.key}/${index}.json`] = body;
    });
  return found;
}

/** A tab, and what it asks of others than the portal: requests, dialogs, windows. */
export async function watched(browser: Browser, { origin }: Site) {
  const foreign: string[] = [];
  const page = await browser.newPage();
  await page.setViewport({ width: 1000, height: 800 });
  page.on('request', (request) => {
    if (!request.url().startsWith(`${origin}/`)) foreign.push(request.url());
  });
  page.on('dialog', (dialog) => {
    foreign.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on('popup', () => foreign.push('popup:'));
  return { page, foreign };
}

/** The call by which a page tries a place out; a string meets another width in the next place. */
export const call = (place: Place, number: number, [every, first]: [number, number]): string =>
  `start(${JSON.stringify({ ...place, number })}, [${every}, ${first}])`;

/** Tries a place out in Chromium. */
export async function tryOut(page: Page, site: Site, place: Place, number = 0): Promise<Report> {
  await page.goto(`${site.origin}/`, { timeout: 60_000 });
  await page.waitForFunction('window.ready');
  const every = everyOf(place);
  await page.evaluate(call(place, number, [every, number % every]));
  const report = await page.waitForFunction('window.report', { timeout: 60_000 });
  return readReport((await report.jsonValue()) as string);
}

export function readReport(text: string): Report {
  const report = JSON.parse(text) as Report;
  if (report.failed) throw new Error(report.failed);
  return report;
}

/** What was found in a place, one a line. */
export const told = (place: Place, { findings }: Report): string =>
  findings
    .slice(0, 20)
    .map(({ index, string, what }) => `${place.name} #${index} ${JSON.stringify(string)}: ${what}`)
    .join('\n');
