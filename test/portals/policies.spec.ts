import { expect } from 'chai';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { Page } from 'puppeteer';
import { build, type Rollup } from 'vite';
import { inPhase, openBody, recorded, usePortal } from '../pages/support/browser.ts';
import { DIST, type Routes } from '../pages/support/server.ts';
import { page } from '../pages/support/snippets.ts';
import { CONTEST, contestBanner } from './support/everywhere.ts';

const NONCE = 'nonce="bWluaA"';
const REST = "object-src 'none'; base-uri 'none'; connect-src 'self'; img-src 'self'";
const NONCES = `default-src 'none'; script-src 'nonce-bWluaA'; ${REST}`;
const DYNAMIC = `default-src 'none'; script-src 'nonce-bWluaA' 'strict-dynamic'; ${REST}`;
const TRUSTED = "require-trusted-types-for 'script'; trusted-types lit-html";

const TAG = `<script ${NONCE} src="/contest-banner.js" defer></script>`;
const MENU = `<script ${NONCE} src="/menu.js" defer></script>`;
const RECORD = `<script ${NONCE} src="/recorder.js"></script>`;

for (const product of ['chromium', 'firefox'] as const)
  describe(`under a policy of nonces in ${product}`, function () {
    this.timeout(30_000);
    const portal = usePortal(product);
    let menu: string;

    before(async () => {
      const entry = fileURLToPath(new URL('fixtures/portal-menu.ts', import.meta.url));
      const lib = { entry, formats: ['iife' as const], name: 'menu' };
      const [built] = (await build({
        configFile: false,
        logLevel: 'silent',
        build: { write: false, lib },
      })) as Rollup.RollupOutput[];
      menu = built!.output[0].code;
    });

    async function open(policy: string, head: string, body = contestBanner(), routes: Routes = {}) {
      const html = page(body, head).replace('<script src="/recorder.js"></script>', RECORD);
      const { page: tab } = await openBody(portal, '', {
        '/': { body: html, headers: { 'content-security-policy': policy } },
        '/menu.js': menu,
        '/contest.json': JSON.stringify(CONTEST),
        ...routes,
      });
      return tab;
    }

    async function expectDrawn(tab: Page): Promise<void> {
      await inPhase(tab, 'open');
      const { errors, faults, violations } = await recorded(tab);
      expect({ errors, faults, violations }).to.deep.equal({
        errors: [],
        faults: [],
        violations: [],
      });
    }

    const expectOrdinary = async (tab: Page) =>
      expect(await tab.$eval('contest-banner a', (link) => link.checkVisibility())).to.be.true;

    const menuText = (tab: Page) =>
      tab.$eval('portal-menu', (element) => element.shadowRoot?.textContent?.trim());

    for (const [name, policy] of [
      ['nonces', NONCES],
      ['nonces and strict-dynamic', DYNAMIC],
      ['nonces and Trusted Types', `${NONCES}; ${TRUSTED}`],
      ['nonces, strict-dynamic and Trusted Types', `${DYNAMIC}; ${TRUSTED}`],
    ] as const) {
      it(`a tag with its nonce draws, with ${name}`, async () => {
        await expectDrawn(await open(policy, TAG, contestBanner('src="/contest.json"')));
      });

      it(`a tag that draws itself does so with its nonce, with ${name}`, async () => {
        const tag = TAG.replace('defer', 'data-src="/contest.json"');
        await expectDrawn(await open(policy, '', tag));
      });

      it(`a tag without nonce is kept out and leaves the ordinary HTML, with ${name}`, async () => {
        const tab = await open(policy, TAG.replace(NONCE, ''));
        await expectOrdinary(tab);
        expect((await recorded(tab)).violations.join()).to.match(/^script-src-elem/);
      });
    }

    it('a script that the page trusts may put the tag in, with strict-dynamic', async () => {
      const load = `document.head.append(Object.assign(document.createElement('script'), { src: '/contest-banner.js' }))`;
      await expectDrawn(await open(DYNAMIC, `<script ${NONCE}>${load}</script>`));
    });

    it('a script that the page trusts may put the tag in, with Trusted Types', async () => {
      const load = `const own = trustedTypes.createPolicy('loader', { createScriptURL: (url) => url });
        document.head.append(Object.assign(document.createElement('script'), { src: own.createScriptURL('/contest-banner.js') }))`;
      const policy = `${DYNAMIC}; ${TRUSTED} loader`;
      await expectDrawn(await open(policy, `<script ${NONCE}>${load}</script>`));
    });

    for (const [order, head] of [
      ['before ours', MENU + TAG],
      ['after ours', TAG + MENU],
    ] as const)
      for (const [name, policy] of [
        ['without Trusted Types', NONCES],
        ['with Trusted Types and no list of policies', `${NONCES}; ${TRUSTED.split(';')[0]}`],
        ['with Trusted Types that allow duplicates', `${NONCES}; ${TRUSTED} 'allow-duplicates'`],
      ] as const)
        it(`a Lit of the page's own ${order} draws as well, ${name}`, async () => {
          const body = `<portal-menu></portal-menu>${contestBanner()}`;
          const tab = await open(policy, head, body);
          await expectDrawn(tab);
          expect(await menuText(tab)).to.include('Trang chủ');
        });

    it("a Lit of the page's own that has taken the only policy leaves us the ordinary HTML", async () => {
      const body = `<portal-menu></portal-menu>${contestBanner()}`;
      const tab = await open(`${NONCES}; ${TRUSTED}`, MENU + TAG, body);
      await expectOrdinary(tab);
      expect(await menuText(tab)).to.include('Trang chủ');
    });

    it('src that may not be asked leaves the copy inside', async () => {
      const policy = NONCES.replace("connect-src 'self'", "connect-src 'none'");
      const tab = await open(policy, TAG, contestBanner('src="/contest.json"'));
      await inPhase(tab, 'open');
      await tab.waitForFunction(
        () => (window as never as { recorded: { faults: string[] } }).recorded.faults.length,
      );
      expect((await recorded(tab)).faults[0]).to.match(/^network /);
    });

    it('a picture that may not be loaded gives way to the drawn banner', async () => {
      const src = `${portal.site.origin}/picture.png`;
      const picture = { src, alt: 'Ảnh', width: 1200, height: 400 };
      const policy = NONCES.replace("img-src 'self'", "img-src 'none'");
      const tab = await open(policy, TAG, contestBanner('', { ...CONTEST, banner: picture }));
      await inPhase(tab, 'open');
      await tab.waitForFunction(() =>
        document.querySelector('contest-banner')!.shadowRoot!.querySelector('header.drawn'),
      );
    });

    it('a policy that only watches has nothing to tell', async () => {
      const headers = { 'content-security-policy-report-only': `${NONCES}; ${TRUSTED}` };
      const html = page(contestBanner('src="/contest.json"'), TAG);
      const body = html.replace('<script src="/recorder.js"></script>', RECORD);
      await expectDrawn(await open('', '', '', { '/': { body, headers } }));
    });

    it('a policy in the page itself does for ours', async () => {
      const meta = `<meta http-equiv="content-security-policy" content="${NONCES}; ${TRUSTED}">`;
      await expectDrawn(await open("default-src 'self' 'nonce-bWluaA'", meta + TAG));
    });

    it('the bytes that integrity.json names may be all that a policy allows', async () => {
      const { files } = JSON.parse(await readFile(`${DIST}integrity.json`, 'utf8'));
      const hash = files['contest-banner.js'];
      const tag = `<script src="/contest-banner.js" integrity="${hash}" defer></script>`;
      await expectDrawn(
        await open(NONCES.replace("'nonce-bWluaA'", `'nonce-bWluaA' '${hash}'`), tag),
      );
    });
  });
