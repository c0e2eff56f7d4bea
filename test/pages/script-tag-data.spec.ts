import { expect } from 'chai';
import type { Page } from 'puppeteer';
import { inPhase, openBody, recorded, usePortal } from './support/browser.ts';
import { DEFINITION, page } from './support/snippets.ts';

const tag = (data: string, attributes = '') =>
  `<script id="tag" src="/contest-banner.js" ${attributes} ${data}></script>`;
const SRC = 'data-src="/contest.json" data-lang="vi"';
const SMALL = `data-heading="Cuộc thi ảnh đẹp" data-href="https://cuocthi.example.vn/anh"
  data-opens="2024-11-18T07:30:00+07:00" data-closes="2999-12-13T16:30:00+07:00"`;

describe('the script tag with data attributes', function () {
  this.timeout(30_000);
  const portal = usePortal();
  const routes = {
    '/contest.json': JSON.stringify(DEFINITION),
    '/other.json': JSON.stringify({ ...DEFINITION, id: 'khac', title: 'Cuộc thi khác' }),
  };
  const open = (body: string, head = '') =>
    openBody(portal, page(`<p>Trước</p>${body}<p>Sau</p>`, head), routes);

  for (const [name, attributes] of [
    ['classic script', ''],
    ['async script', 'async'],
    ['deferred script', 'defer'],
    ['module', 'type="module"'],
  ] as const)
    it(`draws right after itself as ${name}`, async () => {
      const { page, problems } = await open(tag(SRC, attributes));
      await inPhase(page, 'open');
      expect(await order(page)).to.deep.equal(['P', 'SCRIPT', 'CONTEST-BANNER', 'P']);
      expect((await recorded(page)).faults).to.deep.equal([]);
      expect(problems).to.deep.equal([]);
    });

  it('draws the small case', async () => {
    const { page, problems } = await open(tag(SMALL, 'async'));
    await inPhase(page, 'open');
    expect(await titles(page)).to.deep.equal(['Cuộc thi ảnh đẹp']);
    expect((await recorded(page)).loads).to.deep.equal(['attributes']);
    expect(problems).to.deep.equal([]);
  });

  it('hands each attribute on', async () => {
    const { page } = await open(
      tag(
        `${SRC} data-unit="bao-tang-tinh" data-hosts="cuocthi.example.vn" data-layout="card"
        data-precision="minute" data-qr="never" data-until="2999-01-01" data-refresh="0"`,
      ),
    );
    await inPhase(page, 'open');
    const given = await page.$eval('contest-banner', (element) =>
      Object.fromEntries([...element.attributes].map(({ name, value }) => [name, value])),
    );
    expect(given).to.deep.equal({
      src: '/contest.json',
      lang: 'vi',
      unit: 'bao-tang-tinh',
      hosts: 'cuocthi.example.vn',
      layout: 'card',
      precision: 'minute',
      qr: 'never',
      until: '2999-01-01',
      refresh: '0',
      phase: 'open',
    });
    const way = await page.$eval('contest-banner', (element) =>
      element.shadowRoot!.querySelector('[part=enter]')!.getAttribute('href'),
    );
    expect(way).to.equal('https://cuocthi.example.vn/?don-vi=bao-tang-tinh');
  });

  for (const [name, attributes] of [
    ['classic scripts', ''],
    ['async scripts', 'async'],
    ['modules', 'type="module"'],
  ] as const)
    it(`draws after each of two ${name}`, async () => {
      const { page } = await open(tag(SRC, attributes) + tag('data-src="/other.json"', attributes));
      await inPhase(page, 'open', 2);
      expect(await order(page)).to.deep.equal([
        'P',
        'SCRIPT',
        'CONTEST-BANNER',
        'SCRIPT',
        'CONTEST-BANNER',
        'P',
      ]);
      expect(await titles(page)).to.deep.equal([DEFINITION.title, 'Cuộc thi khác']);
    });

  for (const [name, attributes] of [
    ['classic script', ''],
    ['deferred script', 'defer'],
    ['module', 'type="module"'],
  ] as const)
    it(`draws nothing in the head as ${name}, and says why`, async () => {
      const { page, warnings, problems } = await open('', tag(SRC, attributes));
      await page.waitForFunction(() => customElements.get('contest-banner'));
      expect(await page.$('contest-banner')).to.equal(null);
      expect(warnings).to.have.length(1);
      expect(warnings[0]).to.match(/contest-banner: .*body/);
      expect(problems).to.deep.equal([]);
      expect(portal.site.requests).not.to.include('/contest.json');
    });

  it('draws nothing without data-src and data-href', async () => {
    const { page, warnings } = await open(tag('data-unit="bao-tang-tinh"'));
    await page.waitForFunction(() => customElements.get('contest-banner'));
    expect(await page.$('contest-banner')).to.equal(null);
    expect(warnings).to.deep.equal([]);
  });

  it('draws where an optimiser has put it in by script', async () => {
    const { page } = await open(`<div id="place"></div><script>
      const script = document.createElement('script');
      script.src = '/contest-banner.js';
      script.dataset.src = '/contest.json';
      document.getElementById('place').append(script);
    </script>`);
    await inPhase(page, 'open');
    expect(
      await page.$eval('#place', ({ children }) => [...children].map((at) => at.tagName)),
    ).to.deep.equal(['SCRIPT', 'CONTEST-BANNER']);
  });
});

/** The elements between the page's two paragraphs, and these. */
const order = (page: Page) => page.$$eval('body > *', (all) => all.map(({ tagName }) => tagName));

const titles = (page: Page) =>
  page.$$eval('contest-banner', (all) =>
    all.map((element) => element.shadowRoot!.querySelector('h2')!.textContent),
  );
