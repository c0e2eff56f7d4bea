/** All measurements of one run, one after another. */

import { readFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { sizes } from '../size.mjs';
import { startBrowser } from './browser.mjs';
import { lookAtPages } from './facts.mjs';
import { LINES, measureLoads } from './load.mjs';
import { parts, wholeDependencies } from './parts.mjs';
import { FLOOR, ORDINARY, OUR_ENCODER, OURS, PEERS, THEIR_ENCODER } from './peers.mjs';
import { measureQr } from './qr.mjs';
import { measureQuiet } from './quiet.mjs';
import { filesOf, serveBench } from './site.mjs';
import { sum } from './statistics.mjs';
import { measureManyTicks, measureTicks } from './tick.mjs';
import { measureWeek } from './week.mjs';

export const MANY = 50;

const WIDGETS = [OURS, ...PEERS];
const PAGES = [FLOOR, ORDINARY, OUR_ENCODER, THEIR_ENCODER, ...WIDGETS];
const ENCODERS = PAGES.filter(({ encode }) => encode);

async function bytes(page) {
  const files = await filesOf(page);
  return {
    brotli: sum(files.map((file) => file.brotli.length)),
    gzip: sum(files.map((file) => file.gzip.length)),
  };
}

/** @param {{quick?: boolean, pictures?: string}} options `quick` to see that it runs */
export async function measure({ quick, pictures }) {
  const site = await serveBench(PAGES);
  const browser = await startBrowser();
  const rounds = (number) => (quick ? 1 : number);
  const seconds = (number) => (quick ? 2 : number);
  const started = Date.now();
  async function step(name, work) {
    const result = await work();
    console.log(`${name}: done after ${Math.round((Date.now() - started) / 1000)} s`);
    return result;
  }
  try {
    const facts = await step('pages', () => lookAtPages(browser, site, WIDGETS, pictures));
    const ticking = [FLOOR, ...WIDGETS.filter(({ id }) => facts.get(id).seconds)];
    return {
      machine: `${cpus()[0].model}, ${cpus().length} cores, ${process.platform}`,
      browser: (await browser.version()).replace('/', ' '),
      date: new Date().toISOString().slice(0, 10),
      versions: versions(),
      facts,
      sizes: sizes(),
      parts: await step('parts', parts),
      whole: await wholeDependencies(),
      bytes: new Map(await Promise.all(WIDGETS.map(async (page) => [page.id, await bytes(page)]))),
      load: await step('loads', () =>
        measureLoads(browser, site, [ORDINARY, ...WIDGETS], rounds(5), LINES.none),
      ),
      mobile: await step('loads by a mobile line', () =>
        measureLoads(browser, site, [ORDINARY, ...WIDGETS], rounds(3), LINES.mobile),
      ),
      tick: await step('ticks', () => measureTicks(browser, site, ticking, seconds(20))),
      many: await step(`ticks of ${MANY}`, () =>
        measureManyTicks(browser, site, ticking, MANY, seconds(4)),
      ),
      quiet: await step('unseen', () => measureQuiet(browser, site, [FLOOR, ...WIDGETS])),
      week: await step('a week', () => measureWeek(browser, site, WIDGETS)),
      qr: await step('QR codes', () => measureQr(browser, site, ENCODERS, rounds(5))),
    };
  } finally {
    await browser.close();
    site.close();
  }
}

/** Of every package that is compared, as package.json pins it. */
function versions() {
  const { dependencies, devDependencies } = JSON.parse(readFileSync('package.json', 'utf8'));
  const pinned = { ...dependencies, ...devDependencies };
  return Object.fromEntries(
    WIDGETS.flatMap(({ packages }) => packages.map((name) => [name, pinned[name]])),
  );
}
