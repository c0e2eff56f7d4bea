import { expect } from 'chai';
import { readFile } from 'node:fs/promises';
import { PNG } from 'pngjs';
import type { Page } from 'puppeteer';
import { inPhase, openBody, recorded, settled, usePortal } from './support/browser.ts';
import { ROOT, type Routes } from './support/server.ts';
import { banner, DEFINITION, inline, ORDINARY, page, SCRIPT } from './support/snippets.ts';

/** What the README says is enough with everything on one's own site. */
const POLICY = "script-src 'self'; connect-src 'self'; img-src 'self'";
const TRUSTED = "require-trusted-types-for 'script'; trusted-types lit-html";
const STRICT = `default-src 'none'; ${POLICY}`;

const OWN_RULE = { '/theme.css': 'contest-banner { display: flow-root; min-height: 1200px }' };
const PICTURE = PNG.sync.write(new PNG({ width: 12, height: 4 }));

for (const product of ['chromium', 'firefox'] as const)
  describe(`under a strict Content-Security-Policy in ${product}`, function () {
    this.timeout(30_000);
    const portal = usePortal(product);

    const open = (policy: string, body: string, head = SCRIPT, routes: Routes = {}) =>
      openBody(portal, '', {
        '/': { body: page(body, head), headers: { 'content-security-policy': policy } },
        '/contest.json': JSON.stringify(DEFINITION),
        '/picture.png': { body: PICTURE },
        ...OWN_RULE,
        ...routes,
      });

    async function expectDrawn(page: Page): Promise<void> {
      await page.waitForSelector('contest-banner[phase=open]');
      await settled(page);
      const { errors, faults, violations } = await recorded(page);
      expect({ errors, faults, violations }).to.deep.equal({
        errors: [],
        faults: [],
        violations: [],
      });
    }

    for (const [name, policy] of [
      ['plain', STRICT],
      ['with Trusted Types', `${STRICT}; ${TRUSTED}`],
    ] as const) {
      it(`draws the definition inside, ${name}`, async () => {
        const { page, problems } = await open(policy, banner());
        await expectDrawn(page);
        expect(problems).to.deep.equal([]);
      });

      it(`draws src, ${name}`, async () => {
        const { page, problems } = await open(policy, banner('src="/contest.json"', ORDINARY));
        await expectDrawn(page);
        expect(problems).to.deep.equal([]);
      });

      it(`draws by a script with data attributes, ${name}`, async () => {
        const tag = SCRIPT.replace('defer', 'data-src="/contest.json"');
        const { page, problems } = await open(policy, tag, '');
        await expectDrawn(page);
        expect(problems).to.deep.equal([]);
      });

      it(`draws a picture of its own site, ${name}`, async () => {
        const picture = {
          src: `${portal.site.origin}/picture.png`,
          alt: 'Ảnh',
          width: 12,
          height: 4,
        };
        const definition = { ...DEFINITION, banner: picture };
        const { page } = await open(policy, banner('', inline(definition)));
        await expectDrawn(page);
        expect(portal.site.requests).to.include('/picture.png');
      });

      it(`may be loaded twice, ${name}`, async () => {
        const { page, problems } = await open(policy, banner() + SCRIPT, SCRIPT);
        await expectDrawn(page);
        expect(problems).to.deep.equal([]);
      });
    }

    it('draws after each of two scripts with data attributes, with Trusted Types', async () => {
      const tag = SCRIPT.replace('defer', 'data-src="/contest.json"');
      const { page } = await open(`${STRICT}; ${TRUSTED}`, tag + tag, '');
      await inPhase(page, 'open', 2);
    });

    it('draws with Trusted Types and no list of policies, twice too', async () => {
      const policy = `${STRICT}; ${TRUSTED.split(';')[0]}`;
      const { page, problems } = await open(policy, banner() + SCRIPT, SCRIPT);
      await expectDrawn(page);
      expect(problems).to.deep.equal([]);
    });

    it('is styled without any style-src', async () => {
      const { page } = await open(STRICT, banner());
      await expectDrawn(page);
      const ground = await page.$eval(
        'contest-banner',
        (element) =>
          getComputedStyle(element.shadowRoot!.querySelector('[part=enter]')!).backgroundColor,
      );
      expect(ground).to.equal('rgb(197, 22, 29)');
    });

    it('has its room reserved by the two lines of a style sheet', async () => {
      const head = `${SCRIPT}<link rel="stylesheet" href="/theme.css">`;
      const { page } = await open(`${STRICT}; style-src 'self'`, banner(), head);
      await expectDrawn(page);
      const height = await page.$eval('contest-banner', (element) => element.clientHeight);
      expect(height).to.be.at.least(1200);
    });

    it('hides a way in that is past without a violation', async () => {
      const past = {
        ...DEFINITION,
        closes: '2026-11-01T16:30+07:00',
        retires: '2999-01-01T00:00Z',
      };
      const { page } = await open(`${STRICT}; ${TRUSTED}`, banner('', ORDINARY + inline(past)));
      await page.waitForSelector('contest-banner[phase=closed]');
      const { errors, violations } = await recorded(page);
      expect({ errors, violations }).to.deep.equal({ errors: [], violations: [] });
      expect(await page.$eval('contest-banner a', (link) => link.checkVisibility())).to.be.false;
    });

    it('needs the Trusted Types policy lit-html, and leaves ordinary HTML without it', async () => {
      const { page } = await open(`${STRICT}; ${TRUSTED.replace('lit-html', "'none'")}`, banner());
      const { violations } = await recorded(page);
      expect(violations.join()).to.match(/^trusted-types trusted-types-policy lit-html/);
      expect(await page.$eval('contest-banner a', (link) => link.checkVisibility())).to.be.true;
    });
  });

describe('the README', () => {
  it('names the directives that are proven here', async () => {
    const readme = await readFile(`${ROOT}README.md`, 'utf8');
    expect(readme).to.include(`\n${POLICY}\n`);
    for (const directive of TRUSTED.split('; ')) expect(readme).to.include(`\`${directive}\``);
  });
});
