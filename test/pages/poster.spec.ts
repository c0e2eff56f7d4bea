import { expect } from 'chai';
import { haiPhong2025 } from '../contest/samples.ts';
import { recorded, usePortal } from './support/browser.ts';
import { builtPage, printed, recordedPage } from './support/display.ts';
import { BROWSERS, until } from './support/drivers.ts';
import { serve, type Routes, type Site } from './support/server.ts';
import { DEFINITION, RECORDER } from './support/snippets.ts';

const WAY = 'https://cuocthi.example.vn/?don-vi=bao-tang-tinh';
const QUERY = `?src=/contest.json&unit=bao-tang-tinh&unit-name=${encodeURIComponent('Bảo tàng tỉnh')}`;

const longText = (length: number) =>
  'Ể Ẫ Ộ cải cách hành chính '.repeat(40).slice(0, length - 1) + '.';
const LONGEST = {
  ...DEFINITION,
  title: longText(1000),
  organizer: longText(1000),
  summary: longText(600),
  notice: longText(200),
  url: `https://cuocthi.example.vn/${'duong-dan/'.repeat(30)}`,
  howTo: Array.from({ length: 8 }, () => longText(300)),
  documents: [{ kind: 'rules', title: longText(1000), number: longText(1000) }],
};

describe('poster.html in Chromium', function () {
  this.timeout(60_000);
  const portal = usePortal();

  async function open(query = QUERY, definition: object = DEFINITION, hosts = '', more = {}) {
    portal.site.add({
      '/contest.json': JSON.stringify(definition),
      ...(await recordedPage('poster', hosts)),
      ...more,
    });
    const { page, problems, warnings } = await portal.open(`/poster-recorded.html${query}`);
    return { page, problems, warnings };
  }

  async function drawn(query?: string, definition?: object, hosts?: string, more?: Routes) {
    const opened = await open(query, definition, hosts, more);
    await opened.page.waitForFunction(
      () => document.querySelector('contest-poster')?.shadowRoot?.querySelector('.sheet'),
      { polling: 20 },
    );
    await opened.page.evaluate(async () => {
      const poster = document.querySelector('contest-poster') as unknown as {
        updateComplete: Promise<boolean>;
      };
      while (!(await poster.updateComplete));
    });
    return opened;
  }

  for (const [choice, size] of [
    ['', [210, 297]],
    ['&orientation=landscape', [297, 210]],
    ['&paper=a3', [297, 420]],
    ['&paper=a3&orientation=landscape', [420, 297]],
  ] as const) {
    const name = choice || 'nothing chosen';
    it(`prints one sheet of ${size.join(' × ')} mm: ${name}`, async () => {
      const { page } = await drawn(QUERY + choice);
      const { pages, size: paper, text, code } = await printed(page);
      expect(pages).to.equal(1);
      expect(paper[0]).to.be.closeTo(size[0], 0.5);
      expect(paper[1]).to.be.closeTo(size[1], 0.5);
      expect(code).to.deep.equal({ jsqr: WAY, zbar: WAY });
      expect(text).to.include(DEFINITION.title);
      expect(text).to.include('7h30 ngày 18/11/2024 (thứ Hai)');
      expect(text).to.include('16h30 ngày 13/12/2999');
      expect(text).to.include('giờ Việt Nam');
      expect(text.replaceAll(' ', '')).to.include(WAY);
      expect(text).to.include('Đơn vị: Bảo tàng tỉnh');
      expect(text).to.include('Kiểm tra tên miền trước khi quét');
      expect(text).to.include('Thể lệ Cuộc thi');
    });

    it(`prints one sheet of the longest definition: ${name}`, async () => {
      const { page } = await drawn(QUERY + choice, LONGEST);
      const { pages, text, code } = await printed(page);
      expect(pages).to.equal(1);
      expect(code.zbar).to.include('https://cuocthi.example.vn/duong-dan/');
      expect(text).to.include('16h30 ngày 13/12/2999');
      expect(text.replace(/\s/g, '')).to.include(LONGEST.title.replace(/\s/g, ''));
    });

    it(`keeps everything on the sheet as it is printed: ${name}`, async () => {
      const { page } = await drawn(QUERY + choice, LONGEST);
      await page.emulateMediaType('print');
      const out = await page.$eval('contest-poster', (element) => {
        const root = element.shadowRoot!;
        const { left, right, top, bottom } = root.querySelector('.sheet')!.getBoundingClientRect();
        const found: string[] = [];
        const texts = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
        for (let node = texts.nextNode(); node; node = texts.nextNode()) {
          const range = document.createRange();
          range.selectNodeContents(node);
          for (const box of range.getClientRects())
            if (
              box.left < left ||
              box.right > right + 1 ||
              box.top < top ||
              box.bottom > bottom + 1
            )
              found.push(node.textContent!.trim());
        }
        const { scrollHeight, clientHeight } = root.querySelector('.content')!;
        return { found, over: Math.max(0, scrollHeight - clientHeight) };
      });
      await page.emulateMediaType();
      expect(out).to.deep.equal({ found: [], over: 0 });
    });
  }

  it('prints a QR code of 6 cm and more, black on white, with four light modules around', async () => {
    const { page } = await drawn();
    await page.emulateMediaType('print');
    const symbol = await page.$eval('contest-poster', (element) => {
      const svg = element.shadowRoot!.querySelector('svg')!;
      const [ground, modules] = [...svg.querySelectorAll('path')];
      const { width, height } = svg.getBoundingClientRect();
      const bounds = modules!.getBBox();
      return {
        mm: [width, height].map((px) => (px * 25.4) / 96),
        quiet: [bounds.x, bounds.y],
        fills: [ground!, modules!].map((path) => getComputedStyle(path).fill),
        edges: getComputedStyle(svg).shapeRendering,
      };
    });
    await page.emulateMediaType();
    expect(Math.min(...symbol.mm)).to.be.at.least(60);
    expect(symbol).to.deep.include({
      quiet: [4, 4],
      fills: ['rgb(255, 255, 255)', 'rgb(0, 0, 0)'],
      edges: 'crispedges',
    });
  });

  it('prints neither links nor button', async () => {
    const { page } = await drawn();
    const { text } = await printed(page);
    expect(text).not.to.match(/Khổ giấy|In trang này|Hướng giấy/);
  });

  it('leads to the other papers and directions, the rest of the address unchanged', async () => {
    const { page } = await drawn(`${QUERY}&paper=a3`);
    const links = await page.$$eval('nav a', (all) => all.map(({ href }) => href));
    const { origin } = portal.site;
    expect(links.map((link) => new URL(link).origin)).to.deep.equal([origin, origin]);
    const [a4, landscape] = links.map((link) => new URL(link).searchParams);
    expect(a4!.get('paper')).to.equal('a4');
    expect(landscape!.get('orientation')).to.equal('landscape');
    expect(landscape!.get('paper')).to.equal('a3');
    expect(landscape!.get('unit-name')).to.equal('Bảo tàng tỉnh');
    const chosen = await page.$$eval('nav b', (all) => all.map((at) => at.textContent));
    expect(chosen).to.deep.equal(['A3', 'Dọc']);
  });

  it('is called by the contest, and breaks no policy of its own', async () => {
    const { page, problems } = await drawn();
    expect(await page.title()).to.equal(DEFINITION.title);
    const { errors, faults, violations } = await recorded(page);
    expect({ errors, faults, violations, problems }).to.deep.equal({
      errors: [],
      faults: [],
      violations: [],
      problems: [],
    });
    expect(portal.site.requests).to.deep.equal([
      '/poster-recorded.html',
      '/recorder.js',
      '/contest-display.js',
      '/contest.json',
    ]);
  });

  it('speaks English where its address says so', async () => {
    const { page } = await drawn(`${QUERY}&lang=en`);
    const { text } = await printed(page);
    expect(text).to.include('Check the domain before you scan');
    expect(await page.$eval('nav', (nav) => nav.textContent)).to.include('Landscape');
  });

  it('asks no source on another host', async () => {
    const { page } = await open('?src=https://la.example.com/contest.json');
    await page.waitForSelector('contest-poster[phase=error]');
    expect(portal.site.requests).not.to.include('/contest.json');
    const { faults } = await recorded(page);
    expect(faults[0]).to.match(/^host src /);
  });

  it('takes neither hosts nor a small case from its address', async () => {
    const { page } = await open(
      `?src=/contest.json&hosts=khac.example.vn&heading=Giả&href=https://la.example.com/`,
    );
    await page.waitForSelector('contest-poster[phase=open]');
    expect(await page.$eval('contest-poster', (at) => at.hasAttribute('hosts'))).to.equal(false);
    expect(await page.$eval('contest-poster', (at) => at.hasAttribute('heading'))).to.equal(false);
  });

  it('pins the way in to the hosts that the webmaster wrote into it', async () => {
    const allowed = await open(QUERY, DEFINITION, 'example.vn');
    await allowed.page.waitForSelector('contest-poster[phase=open]');
    const { page } = await open(QUERY, DEFINITION, 'khac.example.vn');
    await page.waitForSelector('contest-poster[phase=error]');
    expect((await recorded(page)).faults[0]).to.match(/^host url /);
  });

  it('draws from a host that the webmaster wrote into it, asked without a referrer', async () => {
    const source = 'https://nguon.khac.example.vn/contest.json';
    const referrers: string[] = [];
    portal.site.add(await recordedPage('poster', 'khac.example.vn cuocthi.example.vn'));
    const { page } = await portal.open(`/poster-recorded.html?src=${source}`, {
      prepare: async (tab) => {
        await tab.setRequestInterception(true);
        tab.on('request', (request) => {
          if (request.url() !== source) return void request.continue();
          referrers.push(request.headers().referer || 'none');
          return void request.respond({
            headers: { 'access-control-allow-origin': '*' },
            body: JSON.stringify(DEFINITION),
          });
        });
      },
    });
    await page.waitForSelector('contest-poster[phase=open]');
    const { faults, violations } = await recorded(page);
    expect({ faults, violations, referrers }).to.deep.equal({
      faults: [],
      violations: [],
      referrers: ['none'],
    });
  });

  it('warns of a way in without encryption, on paper too', async () => {
    const { page } = await drawn(QUERY, {
      ...haiPhong2025,
      rounds: [],
      closes: '2999-11-28T17:00:00+07:00',
    });
    const { text } = await printed(page);
    expect(text).to.include('Trang này không mã hoá kết nối');
    expect(text).to.include('http://cuocthi-hp.example.vn/');
  });

  it('prints no code once the contest is over', async () => {
    const { page } = await drawn(QUERY, {
      ...DEFINITION,
      closes: '2024-12-13T16:30:00+07:00',
      retires: '2999-01-01T00:00:00Z',
    });
    const { text, code, pages } = await printed(page);
    expect(pages).to.equal(1);
    expect(text).to.include('Cuộc thi đã kết thúc');
    expect(code).to.deep.equal({ jsqr: undefined, zbar: undefined });
    expect(text).not.to.include('?don-vi=');
  });

  it('says what it needs where there is no script', async () => {
    expect(await builtPage('poster')).to.match(/<noscript>.*JavaScript.*<\/noscript>/);
  });
});

for (const [browser, start] of Object.entries(BROWSERS))
  describe(`poster.html in ${browser}`, function () {
    this.timeout(60_000);

    it('draws the sheet inside its window', async () => {
      let site: Site | undefined;
      const driver = await start();
      try {
        site = await serve({
          '/recorder.js': RECORDER,
          '/contest.json': JSON.stringify(DEFINITION),
          ...(await recordedPage('poster')),
        });
        await driver.goto(`${site.origin}/poster-recorded.html${QUERY}`);
        const poster = `document.querySelector('contest-poster[phase=open]')`;
        await until(driver, `${poster}?.shadowRoot.querySelector('.sheet svg')`);
        await until(driver, `${poster}.shadowRoot.querySelector('.frame').style.cssText`);
        const { over, wide, violations } = await driver.evaluate<Record<string, unknown>>(`(() => {
          const root = ${poster}.shadowRoot;
          const content = root.querySelector('.content');
          return {
            over: content.scrollHeight - content.clientHeight,
            wide: document.documentElement.scrollWidth > innerWidth,
            violations: recorded.violations.concat(recorded.errors),
          };
        })()`);
        expect({ over, wide, violations }).to.deep.equal({ over: 0, wide: false, violations: [] });
      } finally {
        await driver.close();
        await site?.close();
      }
    });
  });
