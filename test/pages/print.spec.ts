import { expect } from 'chai';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'puppeteer';
import { findBrowser } from '../../scripts/browsers.mjs';
import type { Handout } from '../../src/handout/handout.ts';
import { plainSnippet } from '../../src/handout/snippets.ts';
import { article } from '../../src/handout/texts.ts';
import { openBody, settled, usePortal } from './support/browser.ts';
import { inFolder, run } from './support/qr.ts';
import { banner, DEFINITION, page } from './support/snippets.ts';

const WAY = 'https://cuocthi.example.vn/?don-vi=bao-tang-tinh';

const HANDOUT: Handout = {
  definition: DEFINITION,
  unit: { name: 'Bảo tàng tỉnh', code: 'bao-tang-tinh', folder: '001-bao-tang-tinh' },
  place: { files: '/cuoc-thi/', published: '', version: '0.0.0', integrity: '' },
  now: 0,
  room: { page: 620, article: 870, side: 1280 },
};

/** What is handed out where a portal takes nothing else. */
const PLAIN = { 'picture and link': plainSnippet(HANDOUT), 'our text': article(HANDOUT) };

describe('on paper', function () {
  this.timeout(30_000);
  const portal = usePortal();

  async function open(head?: string): Promise<Page> {
    const { page: tab } = await openBody(portal, page(banner('unit="bao-tang-tinh"'), head));
    await settled(tab);
    return tab;
  }

  /** Which parts of the banner are displayed. */
  const displayed = (tab: Page) =>
    tab.$eval('contest-banner', (element) => {
      const seen = (selector: string) =>
        element.shadowRoot!.querySelector(selector)!.checkVisibility();
      return {
        title: seen('[part=title]'),
        dates: seen('[part=dates]'),
        countdown: seen('[part=countdown]'),
        enter: seen('[part=enter]'),
        address: seen('.printed'),
        qr: seen('[part=qr]'),
        documents: seen('[part=documents]'),
      };
    });

  it('stand dates and the full address instead of countdown and button', async () => {
    const tab = await open();
    const always = { title: true, dates: true, qr: true, documents: true };
    expect(await displayed(tab)).to.deep.equal({
      ...always,
      countdown: true,
      enter: true,
      address: false,
    });
    await tab.emulateMediaType('print');
    expect(await displayed(tab)).to.deep.equal({
      ...always,
      countdown: false,
      enter: false,
      address: true,
    });
    await tab.emulateMediaType();
  });

  it('dates, address and Vietnamese stand as text', async () => {
    const text = await printedText(await open());
    expect(text).to.include('7h30 ngày 18/11/2024');
    expect(text).to.include('16h30 ngày 13/12/2999');
    expect(text).to.include('giờ Việt Nam');
    expect(text.replaceAll(' ', '')).to.include(WAY);
    expect(text).to.include(DEFINITION.title);
    expect(text).to.include('số 3985/KH-UBND');
  });

  it('nothing stands that counts', async () => {
    const text = await printedText(await open());
    for (const word of ['sẽ kết thúc trong', 'giây', 'Ẩn giây']) expect(text).not.to.include(word);
  });

  it('stacked accents survive, composed', async () => {
    const accents = 'Ế Ề Ể Ễ Ệ Ố Ồ Ổ Ỗ Ộ Ấ Ầ Ẩ Ẫ Ậ Ắ Ằ Ẳ Ẵ Ặ Ứ Ừ Ử Ữ Ự ế ề ể ễ ệ ẫ ộ ự ỹ đ Đ';
    const definition = JSON.stringify({ ...DEFINITION, summary: accents.normalize('NFD') });
    const inside = `<script type="application/json">${definition}</script>`;
    const { page: tab } = await openBody(portal, page(banner('', inside)));
    await settled(tab);
    expect(await printedText(tab)).to.include(accents);
  });

  it('the text is dark where the page is dark on screen', async () => {
    const tab = await open(
      '<script src="/contest-banner.js" defer></script><style>:root{color-scheme:dark}</style>',
    );
    await tab.emulateMediaType('print');
    const colour = await tab.$eval(
      'contest-banner',
      (element) => getComputedStyle(element.shadowRoot!.querySelector('[part=title]')!).color,
    );
    expect(colour).to.equal('rgb(0, 0, 0)');
    await tab.emulateMediaType();
  });

  for (const [name, html] of Object.entries(PLAIN))
    it(`dates, address and Vietnamese stand in an article with ${name}`, async () => {
      const body = `<main style="width: 600px"><h1>Tin</h1>${html}</main>`;
      const { page: tab } = await openBody(portal, page(body, ''));
      const text = await printedText(tab);
      expect(text).to.include('7h30 ngày 18/11/2024').and.include('16h30 ngày 13/12/2999');
      expect(text).to.include('giờ Việt Nam').and.include('Vào thi');
      expect(text.replaceAll(' ', '')).to.include(WAY);
    });

  it('the address of a link stays within a column of 160 px', async () => {
    const html = PLAIN['picture and link'];
    const { page: tab } = await openBody(
      portal,
      page(`<div id="side" style="width: 160px">${html}</div>`, ''),
    );
    const { scroll, client } = await tab.$eval('#side', (element) => ({
      scroll: element.scrollWidth,
      client: element.clientWidth,
    }));
    expect(scroll).to.equal(client);
  });

  it('the ordinary HTML stands where no script has run', async () => {
    const { page: tab } = await openBody(portal, page(banner(), ''));
    expect(await printedText(tab)).to.include('16h30 ngày 13/12/2999');
  });
});

/** The text of the printed page, without line breaks. */
const printedText = (tab: Page): Promise<string> =>
  inFolder(async (folder) => {
    const file = join(folder, 'page.pdf');
    await writeFile(file, await tab.pdf({ format: 'A4' }));
    const { stdout } = await run(findBrowser('poppler')!, ['-enc', 'UTF-8', '-raw', file, '-']);
    return stdout.replace(/\s+/g, ' ');
  });
