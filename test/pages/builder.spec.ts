import { expect } from 'chai';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'puppeteer';
import { parse } from '../../src/contest/parse.ts';
import haiPhong from '../../demo/contests/cchc-hai-phong-2025.json' with { type: 'json' };
import { usePortal } from './support/browser.ts';
import { ROOT } from './support/server.ts';

const TITLE =
  'Cuộc thi trực tuyến tuyên truyền về công tác cải cách hành chính tỉnh Hải Dương năm 2024';

/** The id of what has the focus, inside the form's shadow as well. */
const focused = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const { activeElement } = document;
    return (activeElement?.shadowRoot?.activeElement ?? activeElement)?.id ?? '';
  });

/** Goes on by Tab until something has the focus. */
async function tabTo(page: Page, id: string): Promise<void> {
  const passed = [];
  for (let count = 0; count < 150; count++) {
    await page.keyboard.press('Tab');
    const at = await focused(page);
    if (at === id) return;
    passed.push(at);
  }
  throw new Error(`never came to ${id}, but past ${passed.join(' ')}`);
}

/** What is in the file that was saved. */
async function saved(folder: string): Promise<string> {
  for (const end = Date.now() + 15_000; Date.now() < end;) {
    if ((await readdir(folder)).includes('contest.json'))
      return readFile(join(folder, 'contest.json'), 'utf8');
    await new Promise((next) => setTimeout(next, 50));
  }
  throw new Error('nothing was saved');
}

describe('the builder', function () {
  this.timeout(90_000);
  const portal = usePortal();
  let server: { url: string; close: () => Promise<void> | void };
  let folder: string;

  before(async () => {
    const { serve } = await import('../../scripts/serve.mjs');
    server = await serve({ port: 0 });
  });
  after(() => server?.close());
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'builder-'));
  });
  afterEach(() => rm(folder, { recursive: true }));

  const requests: string[] = [];
  const open = async (path = 'builder.html', width = 1280) => {
    const opened = await portal.open(`${server.url}${path}`, {
      viewport: { width },
      prepare: async (page) => {
        requests.length = 0;
        page.on('request', (request) => requests.push(request.url()));
        const session = await page.createCDPSession();
        await session.send('Browser.setDownloadBehavior', {
          behavior: 'allow',
          downloadPath: folder,
        });
      },
    });
    await opened.page.evaluate(() => localStorage.clear());
    await opened.page.reload();
    return opened;
  };
  const set = (page: Page, definition: object) =>
    page.$eval(
      'contest-editor',
      async (element, given) => {
        element.definition = given as Record<string, unknown>;
        await element.updateComplete;
      },
      definition,
    );
  const phase = (page: Page) =>
    page.$eval('contest-banner', (banner) => banner.getAttribute('phase'));

  it('is filled in by keyboard, shows the banner, and saves what portals take', async () => {
    const { page, problems } = await open();
    const type = async (id: string, text: string) => {
      await tabTo(page, `field-${id}`);
      await page.keyboard.type(text);
    };
    const press = async (id: string) => {
      await tabTo(page, id);
      await page.keyboard.press('Enter');
      await page.$eval('contest-editor', (element) => element.updateComplete);
    };

    await type('title', TITLE);
    await type('organizer', 'Ban Tổ chức Cuộc thi');
    await type('opens', "7h30', ngày 18/11/2024 (thứ Hai)");
    await type('closes', "16h30', ngày 13/12/2024 (thứ Sáu)");
    await type('url', 'https://cuocthi.example.vn/');
    await press('add-documents');
    await page.keyboard.press('ArrowDown');
    await type('documents[0].title', 'Thể lệ Cuộc thi');
    await press('add-documents');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await type('documents[1].title', 'Kế hoạch tổ chức Cuộc thi');
    await type('documents[1].number', '3985/KH-UBND');
    await type('documents[1].issued', '29/10/2024');
    // The part with the report is folded: its summary has no id of its own.
    await page.$eval('contest-editor', (element) => {
      element
        .shadowRoot!.querySelector<HTMLElement>('details:has([name="report.due"]) summary')!
        .focus();
    });
    await page.keyboard.press('Enter');
    await type('report.due', 'trước 9h00, 14/12/2024');
    await type('report.recipient', 'Văn phòng Sở');
    await tabTo(page, 'field-id');
    await page.keyboard.down('Control');
    await page.keyboard.press('a');
    await page.keyboard.up('Control');
    await page.keyboard.type('cchc-2024');

    expect(await phase(page)).to.equal('open');
    const shown = await page.$eval('contest-banner', (banner) => banner.shadowRoot!.textContent);
    expect(shown).to.include(TITLE).and.include('16h30 ngày 13/12/2024 (thứ Sáu)');

    // Enter in a field is not yet the press of a button.
    await page.keyboard.press('Enter');
    expect(await focused(page)).to.equal('field-id');
    await press('publish');
    const text = await saved(folder);
    expect(text).to.match(/^\{\n {2}"id": "cchc-2024",\n {2}"revision": 1,\n[^]*\n\}\n$/);
    const { contest, faults } = parse(JSON.parse(text));
    expect(faults).to.deep.equal([]);
    expect(contest).to.deep.equal({
      id: 'cchc-2024',
      revision: 1,
      title: TITLE,
      organizer: 'Ban Tổ chức Cuộc thi',
      url: 'https://cuocthi.example.vn/',
      opens: '2024-11-18T07:30:00+07:00',
      closes: '2024-12-13T16:30:00+07:00',
      documents: [
        { kind: 'rules', title: 'Thể lệ Cuộc thi' },
        {
          kind: 'plan',
          title: 'Kế hoạch tổ chức Cuộc thi',
          number: '3985/KH-UBND',
          issued: '2024-10-29',
        },
      ],
      report: { due: '2024-12-14T09:00:00+07:00', recipient: 'Văn phòng Sở' },
    });
    expect(problems).to.deep.equal([]);
  });

  it('shows the banner in every phase', async () => {
    const { page, warnings, problems } = await open();
    await set(page, haiPhong);
    const phases: Record<string, string | null> = {};
    for (const radio of await page.$$('#phases label:not([hidden]) input')) {
      await radio.click();
      await page.$eval('contest-banner', (banner) => banner.updateComplete);
      phases[await radio.evaluate((input) => (input as HTMLInputElement).value)] =
        await phase(page);
    }
    expect(phases).to.deep.equal({
      upcoming: 'upcoming',
      open: 'open',
      'last-day': 'open',
      between: 'between-rounds',
      suspended: 'suspended',
      closed: 'closed',
      results: 'closed',
    });
    expect({ warnings, problems }).to.deep.equal({ warnings: [], problems: [] });
  });

  it('shows the last day as the last day, and no phase that the contest does not have', async () => {
    const { page } = await open();
    await set(page, { ...haiPhong, rounds: undefined });
    expect(await page.$$('#phases label:not([hidden]) [value=between]')).to.have.length(0);
    await page.click('#phases [value=last-day]');
    await page.$eval('contest-banner', (banner) => banner.updateComplete);
    const status = await page.$eval('contest-banner', (banner) =>
      banner.shadowRoot!.querySelector('.status')!.textContent!.trim(),
    );
    expect(status).to.equal('Ngày cuối cùng');
  });

  it('keeps showing what was right while something is wrong, and saves nothing then', async () => {
    const { page } = await open();
    await set(page, haiPhong);
    await set(page, { ...haiPhong, closes: 'mai' });
    expect(await phase(page)).to.equal('open');
    expect(await page.$eval('.former', (note) => (note as HTMLElement).hidden)).to.equal(false);
    await page.click('#download');
    expect(await focused(page)).to.equal('summary');
    expect(await readdir(folder)).to.deep.equal([]);
  });

  it('leads nowhere from its preview', async () => {
    const { page } = await open();
    await set(page, { ...haiPhong, rounds: undefined });
    const followed = await page.$eval('contest-banner', (banner) => {
      const links = [...banner.shadowRoot!.querySelectorAll('a')];
      return links.map((link) =>
        link.dispatchEvent(
          new MouseEvent('click', { bubbles: true, composed: true, cancelable: true }),
        ),
      );
    });
    expect(followed).to.deep.equal([false, false]);
  });

  it('asks for nothing but files of ours, whatever is filled in', async () => {
    const { page } = await open();
    await page.waitForNetworkIdle();
    const own = requests.filter((url) => url.startsWith(server.url) || url.startsWith('data:'));
    expect(requests).to.deep.equal(own);
    const before = requests.length;
    const banner = { src: 'https://cuocthi.example.vn/a.png', alt: 'a', width: 3, height: 1 };
    await set(page, { ...haiPhong, banner });
    await page.waitForNetworkIdle();
    const files = new URL('dist/', server.url).href;
    const others = requests
      .slice(before)
      .filter((url) => !url.startsWith('data:') && !(url.startsWith(files) && !url.includes('?')));
    expect(others).to.deep.equal([]);
  });

  it('changes its language, in the form as well', async () => {
    const { page } = await open();
    await page.click('a[hreflang=en]');
    await page.waitForFunction(() =>
      document
        .querySelector('contest-editor')!
        .shadowRoot!.textContent!.includes('Name of the contest'),
    );
  });

  for (const lang of ['vi', 'en'])
    it(`axe finds nothing wrong with the page, ${lang}`, async () => {
      const { page } = await open(`builder.html?lang=${lang}`);
      await set(page, haiPhong);
      await page.addScriptTag({ path: `${ROOT}node_modules/axe-core/axe.min.js` });
      const found = await page.evaluate(async () => {
        const { axe } = window as unknown as { axe: typeof import('axe-core') };
        const { violations } = await axe.run();
        return violations.map(({ id, nodes }) => `${id}: ${nodes[0]!.html.slice(0, 150)}`);
      });
      expect(found).to.deep.equal([]);
    });

  for (const width of [320, 390, 1280])
    it(`needs no scrolling sideways at ${width} px`, async () => {
      const { page } = await open('builder.html', width);
      await set(page, haiPhong);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).to.equal(width);
    });
});
