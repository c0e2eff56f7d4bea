import { expect } from 'chai';
import { readFile } from 'node:fs/promises';
import type { Browser } from 'puppeteer';
import { launchBrowser } from '../harness/puppeteer-launcher.mjs';
import { DIST, serve, type Site } from '../pages/support/server.ts';
import { DEFINITION, RECORDER } from '../pages/support/snippets.ts';
import { STRINGS, watched } from './support.ts';

/** What the page for a frame takes from its address, and what it must not take. */
const TAKEN = ['unit', 'lang', 'layout', 'precision', 'qr', 'refresh', 'until'];
const LEFT = [
  'hosts',
  'heading',
  'href',
  'closes',
  'rules',
  'banner',
  'data-contest-src',
  'onload',
];

const FRAME = await readFile(`${DIST}frame.html`, 'utf8');
/** The policy of the page tells what it has stopped; a page's own script sees nothing of it. */
const RECORDED = FRAME.replace('<script', () => '<script src="/recorder.js"></script><script');

/** What a server takes, in characters; a longer address comes nowhere. */
const LONGEST = 12_000;

/** Frames on one page at once. */
const BATCH = 60;

interface Found {
  address: string;
  links: string[];
  violations: string[];
  errors: string[];
  attributes: string[];
}

/** Draws frames of some addresses, and says what came of each; it runs on the page. */
async function draw(addresses: string[]): Promise<Found[]> {
  const frames = addresses.map((src) => {
    const frame = Object.assign(document.createElement('iframe'), { src, height: '300' });
    document.body.append(frame);
    return frame;
  });
  const bannerIn = ({ contentDocument }: HTMLIFrameElement) =>
    contentDocument?.querySelector('contest-banner');
  const isDone = (frame: HTMLIFrameElement) => {
    const banner = bannerIn(frame);
    return banner?.hidden || !/^(loading)?$/.test(banner?.getAttribute('phase') ?? '');
  };
  for (const end = Date.now() + 20_000; !frames.every(isDone);) {
    if (Date.now() > end)
      throw new Error(`never drawn: ${frames.find((one) => !isDone(one))?.src}`);
    await new Promise((next) => setTimeout(next, 20));
  }
  const found = frames.map((frame, index) => {
    const banner = bannerIn(frame)!;
    const { violations, errors } = (
      frame.contentWindow as unknown as { recorded: { violations: string[]; errors: string[] } }
    ).recorded;
    return {
      address: addresses[index]!,
      links: [...banner.shadowRoot!.querySelectorAll('a')].map(({ href }) => href),
      violations,
      errors,
      attributes: banner.getAttributeNames(),
    };
  });
  frames.forEach((frame) => frame.remove());
  return found;
}

describe('a string in the address of the page for a frame', function () {
  this.timeout(180_000);
  let site: Site;
  let browser: Browser;

  before(async () => {
    site = await serve({
      '/': '<!doctype html><meta charset="utf-8"><title>Trang</title>',
      '/frame.html': RECORDED,
      '/recorder.js': RECORDER,
      '/contest.json': JSON.stringify(DEFINITION),
    });
    browser = await launchBrowser('chromium');
  });
  after(async () => {
    await browser?.close();
    await site?.close();
  });

  /** Tries all strings, and says what is wrong. */
  async function tryOut(addressOf: (text: string) => URLSearchParams): Promise<Found[]> {
    const { page, foreign } = await watched(browser, site);
    await page.goto(`${site.origin}/`);
    const all: Found[] = [];
    const addresses = STRINGS.map((text) => `/frame.html?${addressOf(text)}`).filter(
      (address) => address.length < LONGEST,
    );
    for (let first = 0; first < addresses.length; first += BATCH)
      all.push(...(await page.evaluate(draw, addresses.slice(first, first + BATCH))));
    await page.close();
    expect(foreign).to.deep.equal([]);
    expect(all.length).to.be.at.least(STRINGS.length * 0.9);
    for (const { address, violations, errors, attributes } of all) {
      expect({ violations, errors }, address).to.deep.equal({ violations: [], errors: [] });
      for (const name of attributes) expect([...TAKEN, 'src', 'phase', 'hidden']).to.include(name);
    }
    return all;
  }

  it('does nothing beside a definition, whatever takes it', async () => {
    const all = await tryOut(
      (text) =>
        new URLSearchParams([
          ['src', '/contest.json'],
          ...[...TAKEN, ...LEFT].map((name) => [name, text]),
        ]),
    );
    const links = all.flatMap((one) => one.links);
    expect(links.length).to.be.above(STRINGS.length);
    for (const link of links) expect(link).to.match(/^https:\/\/cuocthi\.example\.vn\//);
  });

  it('leads nowhere where it is all there is', async () => {
    const all = await tryOut(
      (text) => new URLSearchParams(['src', ...TAKEN, ...LEFT].map((name) => [name, text])),
    );
    expect(all.flatMap((one) => one.links)).to.deep.equal([]);
  });
});
