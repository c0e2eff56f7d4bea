import { expect } from 'chai';
import type { Page } from 'puppeteer';
import { DEFINITION } from './support/source.ts';
import { addressOf, publish, register, useBrowser, useWordPress } from './support/site.ts';

describe('a link that an author writes for the script to turn into a banner', function () {
  this.timeout(60_000);
  const setting = useWordPress();
  const browser = useBrowser();
  let upload: string;

  before(async () => {
    await register(setting.site, { source: setting.source.url });
    upload = (await setting.site.php(
      `
      $uploaded = wp_upload_bits( 'thi.txt', null, $input );
      return $uploaded['url'];
    `,
      { input: JSON.stringify({ ...DEFINITION, url: 'https://evil.example/' }) },
    )) as string;
  });

  const link = (source: string) =>
    `<a id="link" href="https://evil.example/" data-contest-src="${source}" data-contest-hosts="evil.example">Thi</a>`;

  /** The page of an article below the banner of the site, filtered as what an author writes. */
  const article = async (html: string) => {
    const kept = (await setting.site.php('return wp_kses_post( $input );', {
      input: html,
    })) as string;
    expect(kept).to.contain('data-contest-src');
    return publish(setting.site, `[contest_banner]\n\n${kept}`);
  };

  /** Opens a page; `loses` are attributes that an optimiser takes from tags that load a script. */
  async function open(address: string, loses?: RegExp): Promise<Page> {
    const page = await browser.newPage();
    if (loses) {
      await page.setRequestInterception(true);
      page.on('request', (request) => {
        if (request.url() !== address) return void request.continue();
        void fetch(address)
          .then((response) => response.text())
          .then((text) => {
            const body = text.replace(/<script\b[^>]* src=[^>]*>/g, (tag) =>
              tag.replace(loses, ''),
            );
            expect(body).not.to.equal(text);
            return request.respond({ contentType: 'text/html; charset=utf-8', body });
          });
      });
    }
    await page.goto(address);
    await page.waitForSelector('contest-banner[data-contest][phase=open]');
    return page;
  }

  const isLink = (page: Page) => page.$eval('#link', (a) => !a.closest('contest-banner'));
  const wayOf = (page: Page) =>
    page.waitForFunction(() => {
      const banner = document.querySelector('#link')?.closest('contest-banner');
      const way = banner?.shadowRoot?.querySelector('[part=enter]');
      return banner?.getAttribute('phase') === 'error' ? 'none' : way?.getAttribute('href');
    });

  it('stays a link where it names an upload', async () => {
    expect(await isLink(await open(await article(link(upload))))).to.equal(true);
  });

  it('stays a link also where an optimiser has rewritten the tag of the script', async () => {
    const page = await open(await article(link(upload)), / data-(hosts|sources)="[^"]*"/g);
    expect(await isLink(page)).to.equal(true);
  });

  it('becomes a banner that leads where contests of the site lead, and nowhere else', async () => {
    const page = await open(
      await article(link(addressOf(setting.site)).replace('data-contest-hosts="evil.example"', '')),
    );
    expect(await (await wayOf(page)).jsonValue()).to.equal(DEFINITION.url);
  });

  it('leads nowhere where it asks for other hosts', async () => {
    const page = await open(await article(link(addressOf(setting.site))));
    expect(await (await wayOf(page)).jsonValue()).to.equal('none');
  });
});
