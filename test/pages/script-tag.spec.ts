import { expect } from 'chai';
import { readFile } from 'node:fs/promises';
import type { Page } from 'puppeteer';
import { inPhase, openBody, recorded, settled, shadowText, usePortal } from './support/browser.ts';
import { DIST } from './support/server.ts';
import { banner, DEFINITION, inline, page } from './support/snippets.ts';

const FORMS = {
  'classic script': '',
  'deferred script': 'defer',
  'async script': 'async',
  module: 'type="module"',
};
const script = (attributes = '', src = '/contest-banner.js') =>
  `<script src="${src}" ${attributes}></script>`;

describe('the script tag', function () {
  this.timeout(30_000);
  const portal = usePortal();

  /** Opens a page on which one banner must be drawn, and nothing be wrong. */
  async function expectDrawn(html: string): Promise<Page> {
    const { page, problems, warnings } = await openBody(portal, html);
    await inPhase(page, 'open');
    expect(await shadowText(page)).to.include(DEFINITION.title);
    const { errors, faults, loads } = await recorded(page);
    expect({ errors, faults, loads, problems, warnings }).to.deep.equal({
      errors: [],
      faults: [],
      loads: ['inline'],
      problems: [],
      warnings: [],
    });
    return page;
  }

  for (const [name, attributes] of Object.entries(FORMS)) {
    it(`draws as ${name} in the head`, async () => {
      await expectDrawn(page(banner(), script(attributes)));
    });

    it(`draws as ${name} before the element`, () =>
      expectDrawn(page(`${script(attributes)}${banner()}<p>Bên dưới</p>`, '')));

    it(`draws as ${name} at the end of the body`, () =>
      expectDrawn(page(`${banner()}<p>Bên dưới</p>${script(attributes)}`, '')));

    it(`draws as ${name} where the element is the last thing on the page`, () =>
      expectDrawn(page(banner(), script(attributes)).replace('</body>\n</html>', '').trim()));
  }

  it('may be put in twice', () => expectDrawn(page(banner() + script() + script(), '')));

  it('may be put in as classic script and as module', () =>
    expectDrawn(page(banner() + script() + script('type="module"'), '')));

  it('may be put in before and after the element', () =>
    expectDrawn(page(script('async') + banner() + script('defer'), script())));

  it('tells no error to the window, of a ResizeObserver neither', async () => {
    const { page: tab } = await openBody(portal, page(banner(), script('defer')));
    await inPhase(tab, 'open');
    await tab.setViewport({ width: 400, height: 800 });
    await settled(tab);
    expect((await recorded(tab)).resize).to.deep.equal([]);
  });

  it('draws several banners, each by its own definition', async () => {
    const other = { ...DEFINITION, id: 'khac', title: 'Cuộc thi khác' };
    const html = page(banner() + banner('', inline(other)), script());
    const { page: tab } = await openBody(portal, html);
    await inPhase(tab, 'open', 2);
    const titles = await tab.$$eval('contest-banner', (all) =>
      all.map((element) => element.shadowRoot!.querySelector('h2')!.textContent),
    );
    expect(titles).to.deep.equal([DEFINITION.title, 'Cuộc thi khác']);
  });

  describe('in two versions', () => {
    /** Another version, that can be told apart by what it draws. */
    async function otherVersion(): Promise<string> {
      const code = await readFile(`${DIST}contest-banner.js`, 'utf8');
      expect(code).to.include('Vào thi');
      return code.replaceAll('Vào thi', 'Vào 0.0.9');
    }
    const old = '/contest-banner-0.0.9.js';

    for (const [name, scripts, drawn] of [
      ['the old one first', script('', old) + script(), 'Vào 0.0.9'],
      ['the old one last', script() + script('', old), 'Vào thi'],
      ['the old one as module', script('type="module"', old) + script('defer'), 'Vào 0.0.9'],
      ['the new one as module', script('', old) + script('type="module"'), 'Vào 0.0.9'],
    ] as const)
      it(`stays with the first, ${name}`, async () => {
        portal.site.add({ [old]: await otherVersion() });
        const tab = await expectDrawn(page(banner() + scripts, ''));
        expect(await shadowText(tab)).to.include(drawn);
      });

    it('draws a tag with data attributes once each', async () => {
      const html = page(
        script('data-src="/contest.json"', old) + script('data-src="/contest.json"'),
        '',
      );
      const routes = { [old]: await otherVersion(), '/contest.json': JSON.stringify(DEFINITION) };
      const { page: tab, problems } = await openBody(portal, html, routes);
      await inPhase(tab, 'open', 2);
      expect(await tab.$$('contest-banner')).to.have.length(2);
      expect(problems).to.deep.equal([]);
    });
  });
});
