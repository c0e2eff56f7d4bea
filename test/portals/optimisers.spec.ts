import { expect } from 'chai';
import { readFile } from 'node:fs/promises';
import type { Page } from 'puppeteer';
import { inPhase, openBody, recorded, usePortal } from '../pages/support/browser.ts';
import { DIST, type Routes } from '../pages/support/server.ts';
import { page } from '../pages/support/snippets.ts';
import { CONTEST, contestBanner } from './support/everywhere.ts';

const BANNER = contestBanner();
const DATA = 'data-src="/contest.json" data-unit="bao-tang-tinh"';
const JSON_ROUTE = { '/contest.json': JSON.stringify(CONTEST) };
const our = () => readFile(`${DIST}contest-banner.js`, 'utf8');

/** Puts a script in that was put aside: as a copy, since one of an unknown type never runs. */
const REVIVE = `function revive(old, changes) {
  const script = document.createElement('script');
  for (const { name, value } of old.attributes) script.setAttribute(name, value);
  for (const name in changes) changes[name] === null ? script.removeAttribute(name) : script.setAttribute(name, changes[name]);
  script.textContent = old.textContent;
  old.replaceWith(script);
}`;

describe('a script tag that an optimiser has rewritten', function () {
  this.timeout(30_000);
  const portal = usePortal();

  async function open(html: string, routes: Routes = {}): Promise<Page> {
    const { page: tab } = await openBody(portal, html, { ...JSON_ROUTE, ...routes });
    return tab;
  }

  async function expectDrawn(tab: Page, errors: string[] = []): Promise<void> {
    await inPhase(tab, 'open');
    expect(await tab.$$('contest-banner')).to.have.length(1);
    const told = await recorded(tab);
    expect({ errors: told.errors, faults: told.faults }).to.deep.equal({ errors, faults: [] });
  }

  for (const [form, body, tag] of [
    ['for an element', BANNER, (rest: string) => `<script ${rest}></script>`],
    ['that draws itself', '', (rest: string) => `<script ${DATA} ${rest}></script>`],
  ] as const) {
    // A tag that draws itself says so in `data-src`, the very name some of these use for their own.
    const REWRITTEN: Record<string, [tag: string, loader: string]> = {
      'given a type of its own and revived once the page is there, as Rocket Loader does': [
        `type="8d1c0d2f-text/javascript" src="/contest-banner.js" defer`,
        `addEventListener('DOMContentLoaded', () => document.querySelectorAll('script[type$="-text/javascript"]').forEach(old => revive(old, { type: null })))`,
      ],
      'held back until the visitor does something, as WP Rocket does': [
        `type="rocketlazyloadscript" data-rocket-type="text/javascript" data-rocket-src="/contest-banner.js"`,
        `addEventListener('scroll', () => document.querySelectorAll('[type=rocketlazyloadscript]').forEach(old => revive(old, { type: null, src: old.dataset.rocketSrc })), { once: true })`,
      ],
      'held back and loaded by a timer, as LiteSpeed does': [
        `type="litespeed/javascript" data-optimized="1" src="/contest-banner.js?ver=6.6"`,
        `addEventListener('load', () => setTimeout(() => document.querySelectorAll('[type="litespeed/javascript"]').forEach(old => revive(old, { type: 'text/javascript' }))))`,
      ],
      'given async, a version and an id': [
        `src="/contest-banner.js?ver=6.6.2" id="contest-banner-js" async data-wp-strategy="async"`,
        '',
      ],
    };
    for (const [name, [attributes, loader]] of Object.entries(REWRITTEN))
      it(`${form} draws, ${name}`, async () => {
        const head = `<script>${REVIVE}${loader}</script>`;
        const tab = await open(
          page(`${body}${tag(attributes)}<p style="height:3000px"></p>`, head),
        );
        if (loader.includes('scroll')) {
          expect(await tab.$('contest-banner[phase]'), 'before anything was done').to.be.null;
          await tab.evaluate(() => scrollTo(0, 100));
        }
        await expectDrawn(tab);
      });

    it(`${form} draws, moved behind everything as its last script`, async () => {
      const html = page(`${body}<main>Tin</main>`, '').replace(
        '</html>',
        `${tag('src="/contest-banner.js" defer')}</html>`,
      );
      await expectDrawn(await open(html));
    });

    it(`${form} draws, put in by a script of the page`, async () => {
      const head = `<script>addEventListener('load', () => {
        const holder = document.createElement('template');
        holder.innerHTML = ${JSON.stringify(tag('src="/contest-banner.js"')).replace('</', '<\\/')};
        revive(document.body.appendChild(holder.content.firstChild), {});
      });${REVIVE}</script>`;
      await expectDrawn(await open(page(body, head)));
    });
  }

  it('draws where its src has moved to data-src until a lazy loader comes', async () => {
    const loader = `addEventListener('load', () => document.querySelectorAll('script[data-lazy-src]').forEach(old => revive(old, { src: old.dataset.lazySrc })))`;
    const lazy = '<script data-lazy-src="/contest-banner.js"></script>';
    await expectDrawn(await open(page(BANNER + lazy, `<script>${REVIVE}${loader}</script>`)));
  });

  it('draws where it stands in the page itself', async () => {
    const code = await our();
    await expectDrawn(await open(page(`<script>${code}</script>${BANNER}`, '')));
  });

  it('draws after itself where it stands in the page itself', async () => {
    const code = await our();
    await expectDrawn(await open(page(`<script ${DATA}>${code}</script>`, '')));
  });

  it('draws where it is a data: address', async () => {
    const address = `data:text/javascript;base64,${Buffer.from(await our()).toString('base64')}`;
    await expectDrawn(await open(page(`${BANNER}<script src="${address}" defer></script>`, '')));
  });

  const BUNDLES: Record<string, (code: string) => string> = {
    'between others': (code) => `var menu = {};\n${code}\nmenu.ready = true;`,
    'after one in strict mode': (code) =>
      `"use strict";(function(){ this === undefined })();\n${code}`,
    'after one without semicolon': (code) => `(function(){ window.menu = 1 })()\n;${code}`,
    'on one line with others': (code) => `var menu=1;${code.trim()}var footer=2;`,
    'inside a function of its own': (code) =>
      `(function(window,document){${code}})(window,document);`,
    'each in a try of its own': (code) =>
      `try{throw new Error("menu")}catch(e){}try{${code}}catch(e){console.error(e)}`,
    'after a comment that is never closed by a line break': (code) =>
      `/* menu.js */${code}/* end */`,
    twice: (code) => `${code}\n${code}`,
    'before one that throws': (code) => `${code}\nthrow new Error("menu");`,
    'behind a mark of its encoding, as each file in it': (code) => `\ufeffvar menu;\n\ufeff${code}`,
  };
  for (const [name, bundle] of Object.entries(BUNDLES))
    it(`draws in a bundle, ${name}`, async () => {
      const routes = { '/cache/autoptimize_1a2b.js': bundle(await our()) };
      const tag = '<script defer src="/cache/autoptimize_1a2b.js"></script>';
      const tab = await open(page(BANNER, tag), routes);
      const errors = name.includes('throws') ? ['Uncaught Error: menu'] : [];
      await expectDrawn(tab, errors);
    });

  it('upgrades a link where it stands in a bundle', async () => {
    const link =
      '<a href="https://cuocthi.example.vn/" data-contest-src="/contest.json">Vào thi</a>';
    const tag = '<script defer src="/cache/all.js"></script>';
    await expectDrawn(await open(page(link, tag), { '/cache/all.js': `var menu;${await our()}` }));
  });

  it('leaves the ordinary HTML where one before it in the bundle throws', async () => {
    const routes = { '/cache/all.js': `throw new Error("menu");\n${await our()}` };
    const tab = await open(page(BANNER, '<script defer src="/cache/all.js"></script>'), routes);
    expect((await recorded(tab)).errors).to.deep.equal(['Uncaught Error: menu']);
    expect(await tab.$eval('contest-banner a', (link) => link.checkVisibility())).to.be.true;
  });
});
