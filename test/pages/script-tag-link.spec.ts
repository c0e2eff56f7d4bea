import { expect } from 'chai';
import { inPhase, openBody, recorded, shadowText, usePortal } from './support/browser.ts';
import { serve, type Site } from './support/server.ts';
import { DEFINITION, page } from './support/snippets.ts';

const WAY = 'https://cuocthi.example.vn/';
const link = (attributes = 'data-contest-src="/contest.json"', href = WAY) =>
  `<p id="article">Xem <a data-contest="cchc-2024@3" href="${href}" ${attributes}>Vào thi</a> nhé.</p>`;
const tag = (attributes = 'defer') => `<script src="/contest-banner.js" ${attributes}></script>`;

describe('a link with data-contest-src', function () {
  this.timeout(30_000);
  const portal = usePortal();
  let elsewhere: Site;
  const routes = { '/contest.json': JSON.stringify(DEFINITION) };
  const open = (body: string, head = tag()) => openBody(portal, page(body, head), routes);

  before(async () => {
    elsewhere = await serve({
      '/contest.json': {
        body: JSON.stringify(DEFINITION),
        headers: { 'access-control-allow-origin': '*' },
      },
    });
  });
  after(() => elsewhere.close());
  beforeEach(() => void (elsewhere.requests.length = 0));

  /** Opens a page on which the link must stay what it is. */
  async function expectLink(body: string, head?: string): Promise<string[]> {
    const { page, warnings, problems } = await open(body, head);
    await page.waitForFunction(() => customElements.get('contest-banner'));
    expect(await page.$('contest-banner')).to.equal(null);
    expect(await page.$eval('#article > a', ({ href }) => href)).to.equal(WAY);
    expect(problems).to.deep.equal([]);
    return warnings;
  }

  for (const [name, head, end] of [
    ['a classic script in the head', tag(''), ''],
    ['a deferred script', tag('defer'), ''],
    ['an async script', tag('async'), ''],
    ['a module', tag('type="module"'), ''],
    ['a script at the end of the body', '', tag('')],
  ] as const)
    it(`becomes a banner in place by ${name}`, async () => {
      const { page, problems } = await open(link() + end, head);
      await inPhase(page, 'open');
      expect(await shadowText(page)).to.include(DEFINITION.title);
      const place = await page.$eval('#article > contest-banner > a', (at) => at.textContent);
      expect(place).to.equal('Vào thi');
      expect((await recorded(page)).faults).to.deep.equal([]);
      expect(problems).to.deep.equal([]);
    });

  it('is upgraded once by two copies of the script', async () => {
    const { page } = await open(link() + tag(''), tag(''));
    await inPhase(page, 'open');
    expect(await page.$$('contest-banner')).to.have.length(1);
  });

  it('hands its attributes on, its own href included', async () => {
    const { page } = await open(
      link(
        'data-contest-src="/none.json" data-contest-heading="Cuộc thi ảnh" data-contest-closes="2999-12-13T16:30:00+07:00"',
      ),
    );
    await page.waitForFunction(() => document.querySelector('contest-banner[phase=open]'));
    expect(await shadowText(page)).to.include('Cuộc thi ảnh');
    const way = await page.$eval('contest-banner', (element) =>
      element.shadowRoot!.querySelector('[part=enter]')!.getAttribute('href'),
    );
    expect(way).to.equal(WAY);
  });

  it('shows the link while the definition is not there, and when it cannot be had', async () => {
    const { page } = await open(link('data-contest-src="/none.json"'));
    await inPhase(page, 'error');
    expect(await page.$eval('contest-banner > a', (at) => at.checkVisibility())).to.be.true;
  });

  it('is hidden once the contest is over', async () => {
    const past = {
      ...DEFINITION,
      closes: '2026-11-01T16:30:00+07:00',
      retires: '2999-01-01T00:00Z',
    };
    portal.site.add({ '/past.json': JSON.stringify(past) });
    const { page } = await open(link('data-contest-src="/past.json"'));
    await inPhase(page, 'closed');
    expect(await page.$eval('contest-banner > a', (at) => at.checkVisibility())).to.be.false;
    expect(await shadowText(page)).not.to.include('Vào thi');
  });

  it('stays a link where its source is on another host', async () => {
    const warnings = await expectLink(link(`data-contest-src="${elsewhere.origin}/contest.json"`));
    expect(warnings).to.have.length(1);
    expect(warnings[0]).to.include('data-sources');
    expect(elsewhere.requests).to.deep.equal([]);
  });

  for (const src of ['data:application/json,{}', 'javascript:alert(1)', 'http://', '//[', 'blob:x'])
    it(`stays a link where its source is “${src}”`, async () => {
      expect(await expectLink(link(`data-contest-src="${src}"`))).to.have.length(1);
    });

  it('stays a link where the host only ends like one in data-sources', async () => {
    await expectLink(
      link('data-contest-src="https://xcuocthi.example.vn/contest.json"'),
      tag('data-sources="cuocthi.example.vn" defer'),
    );
  });

  it('may have its source on a host in data-sources', async () => {
    const { page } = await open(
      link('data-contest-src="https://tinh.example.vn/contest.json"'),
      tag('data-sources="example.vn" defer'),
    );
    await page.waitForSelector('contest-banner');
    const src = await page.$eval('contest-banner', (element) => element.getAttribute('src'));
    expect(src).to.equal('https://tinh.example.vn/contest.json');
  });

  it('is refused where data-hosts of the script tag pins another way in', async () => {
    const { page } = await open(link(), tag('data-hosts="tinh.example.vn" defer'));
    await inPhase(page, 'error');
    expect((await recorded(page)).faults.join()).to.match(/^host url /);
    expect(await page.$eval('contest-banner > a', (at) => at.checkVisibility())).to.be.true;
  });

  it('cannot widen what data-hosts pins', async () => {
    const { page } = await open(
      link('data-contest-src="/contest.json" data-contest-hosts="cuocthi.example.vn"'),
      tag('data-hosts="tinh.example.vn" type="module"'),
    );
    await inPhase(page, 'error');
  });

  for (const clobbering of [
    '<img name="currentScript" data-sources="xau.vn">',
    '<img name="currentScript" data-src="/contest.json" data-hosts="xau.vn">',
    '<object id="currentScript" data-src="/contest.json"></object>',
  ])
    it(`stays pinned beside ${clobbering}`, async () => {
      const { page } = await open(clobbering + link(), tag('data-hosts="tinh.example.vn" defer'));
      await inPhase(page, 'error');
      expect(await page.$$('contest-banner')).to.have.length(1);
    });

  it('stays pinned where another script tag without data-hosts draws a banner of its own', async () => {
    const own = tag('data-src="/contest.json" data-hosts="cuocthi.example.vn"');
    const { page } = await open(link() + own, tag('data-hosts="tinh.example.vn" defer'));
    await page.waitForSelector('#article > contest-banner[phase=error]');
    await page.waitForSelector('contest-banner[phase=open]');
  });

  it('stays pinned by a script tag further down the page', async () => {
    const own = tag('data-src="/contest.json"');
    const { page } = await open(link() + own + tag('data-hosts="tinh.example.vn"'), '');
    await page.waitForSelector('#article > contest-banner[phase=error]');
  });

  it('stays pinned by a script tag further down the page beside an image of the name readyState', async () => {
    const own = tag('data-src="/contest.json"');
    const image = '<img name="readyState">';
    const { page } = await open(image + link() + own + tag('data-hosts="tinh.example.vn"'), '');
    await page.waitForSelector('#article > contest-banner[phase=error]');
  });

  it('becomes a banner whatever else goes by the name that the script keeps', async () => {
    const { page, problems } = await open('<p id="contestBannerRun"></p>' + link());
    await inPhase(page, 'open');
    expect(problems).to.deep.equal([]);
  });

  it('can narrow what data-hosts pins', async () => {
    const { page } = await open(
      link('data-contest-src="/contest.json" data-contest-hosts="cuocthi.example.vn"'),
      tag('data-hosts="example.vn" defer'),
    );
    await inPhase(page, 'open');
    const hosts = await page.$eval('contest-banner', (element) => element.getAttribute('hosts'));
    expect(hosts).to.equal('cuocthi.example.vn');
  });
});
