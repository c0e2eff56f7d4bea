import { expect } from 'chai';
import { strFromU8, unzipSync } from 'fflate';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'puppeteer';
import { parse } from '../../src/contest/parse.ts';
import haiPhong from '../../demo/contests/cchc-hai-phong-2025.json' with { type: 'json' };
import { usePortal } from './support/browser.ts';
import { decodeQr } from './support/qr.ts';
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

/** What is in a file that was saved. */
async function savedAs(folder: string, name: string): Promise<Buffer> {
  for (const end = Date.now() + 15_000; Date.now() < end;) {
    if ((await readdir(folder)).includes(name)) return readFile(join(folder, name));
    await new Promise((next) => setTimeout(next, 50));
  }
  throw new Error(`${name} was not saved, but ${(await readdir(folder)).join(' ')}`);
}
const saved = async (folder: string) => (await savedAs(folder, 'contest.json')).toString('utf8');

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

  describe('hands out', () => {
    const PUBLIC = { ...haiPhong, rounds: undefined, unitParameter: 'don-vi' };
    const list = (count: number) =>
      [
        'DANH SÁCH ĐƠN VỊ',
        '',
        'STT\tTên đơn vị\tMã số',
        ...Array.from(
          { length: count },
          (_, at) => `${at + 1}\tXã Hợp Tiến ${at + 1}\tHT-${at + 1}`,
        ),
      ].join('\n');
    const paste = (page: Page, text: string) =>
      page.$eval(
        '[name=units]',
        (field, given) => {
          (field as HTMLTextAreaElement).value = given;
          field.dispatchEvent(new InputEvent('input', { bubbles: true }));
        },
        text,
      );
    const revision = (page: Page) =>
      page.$eval('contest-editor', ({ definition }) => definition.revision as number);
    const change = (page: Page, title: string) =>
      page.$eval(
        'contest-editor',
        async (element, given) => {
          const field = element.shadowRoot!.querySelector<HTMLInputElement>('[name=title]')!;
          field.value = given;
          field.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
          await element.updateComplete;
        },
        title,
      );
    const done = (page: Page) =>
      page.waitForFunction(() => document.querySelector('.done')!.textContent!.includes('Xong'), {
        timeout: 60_000,
      });

    it('a folder for each unit of a list, whose table is seen before', async () => {
      const { page, problems } = await open();
      await set(page, PUBLIC);
      await paste(page, `${list(22)}\n23\tXã hai mã\tHT-1`);
      const seen = await page.$eval('.read', (read) => ({
        first: read.querySelector('tbody tr')!.textContent,
        rows: read.querySelectorAll('tbody tr').length,
        more: read.querySelector('.more')!.textContent,
        left: [...read.querySelectorAll('.faults li')].map(({ textContent }) => textContent),
      }));
      expect(seen.first).to.equal('1Xã Hợp Tiến 1HT-1001-xa-hop-tien-1');
      expect(seen.rows).to.equal(20);
      expect(seen.more).to.include('và 2 đơn vị nữa');
      expect(seen.left.join('|')).to.include('Dòng 1: tiêu đề').and.include('Dòng 26: mã đã có');

      await page.click('.handouts button.main');
      await done(page);
      const name = `${PUBLIC.id}-${PUBLIC.revision}.zip`;
      const files = unzipSync(await savedAs(folder, name));
      const folders = new Set(Object.keys(files).map((path) => path.split('/')[0]));
      expect(folders.size).to.equal(23);
      const png =
        files[`022-xa-hop-tien-22/tep/banner-${PUBLIC.id}-${PUBLIC.revision}-800x800.png`]!;
      const way = `${PUBLIC.url}?don-vi=HT-22`;
      expect(await decodeQr(Buffer.from(png))).to.deep.equal({ jsqr: way, zbar: way });
      const pasted = strFromU8(files['022-xa-hop-tien-22/1-bieu-ngu.html']!);
      const shown = await portal.open(`${server.url}builder.html`);
      const height = await shown.page.evaluate(async (html) => {
        document.body.innerHTML = html;
        const banner = document.querySelector('contest-banner')!;
        banner.removeAttribute('src');
        await banner.updateComplete;
        return { room: parseInt(banner.style.minHeight), href: banner.querySelector('a')!.href };
      }, pasted);
      expect(height.room).to.be.above(300);
      expect(height.href).to.equal(way);
      expect(problems).to.deep.equal([]);
    });

    it('500 folders while the page stays usable', async () => {
      const { page } = await open();
      await set(page, { ...PUBLIC, unitParameter: undefined });
      await paste(page, list(500));
      await page.evaluate(() => {
        const watched = window as unknown as { longest: number; steps: Set<number> };
        watched.longest = 0;
        watched.steps = new Set();
        new PerformanceObserver((entries) => {
          for (const { duration } of entries.getEntries())
            watched.longest = Math.max(watched.longest, duration);
        }).observe({ type: 'longtask' });
        new MutationObserver(() =>
          watched.steps.add(document.querySelector('progress')!.value),
        ).observe(document.querySelector('progress')!, { attributes: true });
      });
      await page.click('.handouts button.main');
      await page.waitForFunction(() => document.querySelector('progress')!.value > 0.02);
      // A button still reacts while it runs.
      const start = Date.now();
      await page.click('#phases [value=closed]');
      await page.waitForSelector('contest-banner[phase=closed]');
      const reacted = Date.now() - start;
      expect(await page.$eval('progress', ({ hidden }) => hidden)).to.equal(false);
      await done(page);
      const { longest, steps } = await page.evaluate(() => {
        const watched = window as unknown as { longest: number; steps: Set<number> };
        return { longest: watched.longest, steps: watched.steps.size };
      });
      expect(reacted).to.be.below(2000);
      expect(longest).to.be.below(1000);
      expect(steps).to.be.above(10);
      const name = `${PUBLIC.id}-${PUBLIC.revision}.zip`;
      expect((await savedAs(folder, name)).length).to.be.above(1_000_000);
    });

    it('nothing else under a number that is out: after copying, a change gets the next one', async () => {
      const { page } = await open();
      await set(page, PUBLIC);
      await change(page, 'Một');
      await page.waitForSelector('.unit-files details button');
      const before = await revision(page);
      await page.click('.unit-files details[open] button');
      expect(await revision(page)).to.equal(before);
      await change(page, 'Hai');
      expect(await revision(page)).to.equal(before + 1);
      // Copied while its successor was being made: that one is another content.
      await change(page, 'Ba');
      expect(await revision(page)).to.equal(before + 1);
      await paste(page, list(1));
      await page.click('.handouts button.main');
      await done(page);
      await change(page, 'Bốn');
      expect(await revision(page)).to.equal(before + 2);
    });

    it('what was filled in beside the form after a reload too, until the draft is discarded', async () => {
      const { page } = await open();
      await set(page, PUBLIC);
      await paste(page, list(2));
      await change(page, 'Một');
      const files = '[name=files]';
      await page.$eval(files, (field) => ((field as HTMLInputElement).value = ''));
      await page.type(files, '/khac/');
      await page.reload();
      await page.waitForSelector('.read tbody tr');
      const value = (selector: string) =>
        page.$eval(selector, (field) => (field as HTMLInputElement).value);
      expect(await value(files)).to.equal('/khac/');
      expect(await value('[name=units]')).to.equal(list(2));
      await page.$eval('contest-editor', async (element) => {
        for (let press = 0; press < 2; press++) {
          element.shadowRoot!.getElementById('discard')!.click();
          await element.updateComplete;
        }
      });
      expect(await value('[name=units]')).to.equal('');
      expect(await value(files)).to.equal('/cuoc-thi/');
      expect(
        await page.evaluate(() => Object.values(localStorage).join().includes('Hợp Tiến')),
      ).to.equal(false);
    });

    it('more than 1,000 units in numbered files, and says so before', async () => {
      const { page } = await open();
      await set(page, PUBLIC);
      const parts = () =>
        page.$eval('.parts', (said) => ((said as HTMLElement).hidden ? '' : said.textContent));
      await paste(page, list(1000));
      expect(await parts()).to.equal('');
      await paste(page, list(1001));
      expect(await parts()).to.include('2 tệp zip');
    });

    it('a list out of a dropped file, and says where it cannot be read', async () => {
      const { page } = await open();
      await set(page, PUBLIC);
      const drop = (bytes: number[]) =>
        page.$eval(
          '[name=units]',
          async (field, given) => {
            const dataTransfer = new DataTransfer();
            dataTransfer.items.add(new File([new Uint8Array(given)], 'ds.csv'));
            field.dispatchEvent(new DragEvent('drop', { dataTransfer, cancelable: true }));
            await new Promise((next) => setTimeout(next, 200));
            return document.querySelector('.read')!.textContent;
          },
          bytes,
        );
      expect(await drop([...Buffer.from('\ufeffBảo tàng\tBT', 'utf16le')])).to.include(
        'Bảo tàngBT001-bao-tang',
      );
      const tcvn = await drop([0x42, 0xb6, 0x6f, 0x20, 0x74, 0xb5, 0x6e, 0x67]);
      expect(tcvn).to.include('TCVN3').and.include('001-bao-tang');
    });
  });

  for (const width of [320, 390, 1280])
    it(`needs no scrolling sideways at ${width} px`, async () => {
      const { page } = await open('builder.html', width);
      await set(page, haiPhong);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).to.equal(width);
    });
});
