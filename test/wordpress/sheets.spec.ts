import { expect } from 'chai';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'puppeteer';
import { readByZbar } from '../paper/decoders.ts';
import { inFolder, run } from '../pages/support/qr.ts';
import { DEFINITION } from './support/source.ts';
import { addressOf, register, useAdmin, useBrowser, useWordPress } from './support/site.ts';

const UNIT = 'UBND xã Hợp Tiến – huyện "Nam Sách" & khác';
const WAY = 'https://cuocthi.example.vn/?don-vi=hop-tien';
const ELEMENTS = { poster: 'contest-poster', board: 'contest-board', frame: 'contest-banner' };
const PAGES = Object.keys(ELEMENTS) as (keyof typeof ELEMENTS)[];

describe('the pages that the plugin prints', function () {
  this.timeout(60_000);
  const setting = useWordPress();
  const browser = useBrowser();
  const admin = useAdmin(setting, browser);
  let upload: string;

  before(async () => {
    await register(setting.site, {
      text: JSON.stringify({ ...DEFINITION, unitParameter: 'don-vi' }),
    });
    await setting.site.php(
      `Contest_Banner\\change_settings( static fn( $settings ) => array_merge( $settings, $input ) );`,
      { input: { unit: 'hop-tien', unit_name: UNIT } },
    );
    upload = (await setting.site.php(`return wp_upload_bits( 'thi.txt', null, $input )['url'];`, {
      input: JSON.stringify({ ...DEFINITION, title: 'Tải lên' }),
    })) as string;
  });

  /** The links of the settings page to them, by what they say. */
  async function links(): Promise<Record<string, string>> {
    await admin.page.goto(`${setting.site.url}/wp-admin/options-general.php?page=contest-banner`);
    return admin.page.$$eval('.contest-banner-card a[href*="/pages/"]', (all) =>
      Object.fromEntries(
        all.map((link) => [link.textContent!, (link as HTMLAnchorElement).href] as const),
      ),
    );
  }

  /** Opens a page; what its policy forbids is told as an error. */
  async function open(address: string): Promise<{ page: Page; errors: string[] }> {
    const page = await browser.newPage();
    const errors: string[] = [];
    page.on('pageerror', (error) => errors.push(String(error)));
    page.on('console', (message) => {
      if (message.type() === 'error') errors.push(message.text());
    });
    await page.goto(address);
    return { page, errors };
  }

  /** What the page's element says, once it is of a phase. */
  async function drawn(page: Page, name: keyof typeof ELEMENTS, phase: string): Promise<string> {
    const element = await page.waitForSelector(`${ELEMENTS[name]}[phase=${phase}]`);
    return element!.evaluate((found) => found.shadowRoot!.textContent ?? '');
  }

  const addressFor = (page: string, src: string, folder = 'wp-json/contest-banner/v1/pages') =>
    `${setting.site.url}/${folder}/${page}.html?${new URLSearchParams({ src, unit: 'hop-tien' })}`;

  it('are linked from the settings page, with the unit and its name', async () => {
    const found = await links();
    expect(Object.keys(found)).to.deep.equal(['Áp phích A4', 'Áp phích A3', 'Bảng sảnh']);
    for (const address of Object.values(found)) {
      const { origin, searchParams } = new URL(address);
      expect(origin).to.equal(new URL(setting.site.url).origin);
      expect(searchParams.get('unit')).to.equal('hop-tien');
      expect(searchParams.get('unit-name')).to.equal(UNIT);
      expect((await fetch(address)).status).to.equal(200);
      const source = await fetch(searchParams.get('src')!);
      expect(((await source.json()) as { id: string }).id).to.equal(DEFINITION.id);
    }
  });

  for (const name of PAGES) {
    it(`draw the contest of the site: ${name}`, async () => {
      const { page, errors } = await open(addressFor(name, addressOf(setting.site)));
      expect(await drawn(page, name, 'open')).to.contain(DEFINITION.title);
      expect(errors).to.deep.equal([]);
    });

    it(`draw nothing that was uploaded: ${name}`, async () => {
      const { page } = await open(addressFor(name, upload));
      expect(await drawn(page, name, 'error')).not.to.contain('Tải lên');
    });

    it(`draw nothing from the folder of the plugin: ${name}`, async () => {
      for (const src of [upload, addressOf(setting.site)]) {
        const { page } = await open(
          addressFor(name, src, 'wp-content/plugins/contest-banner/build'),
        );
        expect(await drawn(page, name, 'error')).not.to.contain(DEFINITION.title);
      }
    });
  }

  for (const [label, width, height] of [
    ['Áp phích A4', 210, 297],
    ['Áp phích A3', 297, 420],
  ] as const)
    it(`print as one sheet with the name of the unit and a code that is read: ${label}`, async () => {
      const { page } = await open((await links())[label]!);
      await drawn(page, 'poster', 'open');
      const pdf = await page.pdf({ preferCSSPageSize: true, printBackground: true });
      await inFolder(async (folder) => {
        const file = join(folder, 'poster');
        await writeFile(`${file}.pdf`, pdf);
        const { stdout: facts } = await run('pdfinfo', [`${file}.pdf`]);
        expect(facts).to.match(/^Pages: +1$/m);
        const [, ...points] = /Page size: +([\d.]+) x ([\d.]+) pts/.exec(facts)!;
        const paper = points.map((point) => Math.round((Number(point) * 25.4) / 72));
        expect(paper).to.deep.equal([width, height]);

        const { stdout: text } = await run('pdftotext', ['-layout', `${file}.pdf`, '-']);
        const words = text.normalize('NFC').replace(/\s+/g, ' ');
        expect(words).to.contain(UNIT).and.contain(DEFINITION.title);

        await run('pdftoppm', ['-gray', '-r', '150', '-singlefile', `${file}.pdf`, file]);
        expect(await readByZbar(folder, [['poster.pgm']])).to.deep.equal([WAY]);
      });
    });
});
