import { expect } from 'chai';
import { readFile } from 'node:fs/promises';
import type { Page } from 'puppeteer';
import { stringsOf } from '../injection/page/strings.js';
import { ROOT } from '../pages/support/server.ts';
import { DEFINITION } from './support/source.ts';
import { forgetAll, go, register, useAdmin, useBrowser, useWordPress } from './support/site.ts';

const STRINGS = stringsOf(
  JSON.parse(await readFile(`${ROOT}test/vectors/injection.json`, 'utf8')),
).map((text) => Buffer.from(text).toString());
const DETECTOR = await readFile(`${ROOT}test/injection/page/detector.js`, 'utf8');

/** How a contributor writes them; what WordPress takes out of a post on the way is its own affair. */
const FORMS = {
  'in double quotes':
    '[contest_banner heading="%s" href="https://cuocthi.example.vn/" closes="2099-12-13T16:30:00+07:00"]',
  'in single quotes': "[contest_banner unit='%s']",
  'without quotes': '[contest_banner class=%s]',
  enclosed: '[contest_banner]%s[/contest_banner]',
};

/** The block's attributes; the comment that holds them is WordPress's. */
const BLOCKS = {
  unit: {},
  className: {},
  heading: { href: 'https://cuocthi.example.vn/', closes: '2099-12-13T16:30:00+07:00' },
};

/** A post of a contributor, one box a string, that an editor has let through. @returns its address */
const SAVE = `
  wp_set_current_user( username_exists( 'cong-tac-vien' ) ?: wp_insert_user( array( 'user_login' => 'cong-tac-vien', 'user_pass' => wp_generate_password(), 'role' => 'contributor' ) ) );
  kses_init();
  $content = '';
  foreach ( $input['strings'] as $index => $text ) {
    $written = isset( $input['form'] )
      ? str_replace( '%s', $text, $input['form'] )
      : serialize_block( array( 'blockName' => 'contest-banner/banner', 'attrs' => array( $input['name'] => $text ) + $input['beside'], 'innerContent' => array(), 'innerBlocks' => array() ) );
    $saved = wp_unslash( apply_filters( 'content_save_pre', wp_slash( $written ) ) );
    // A comment that the author has not closed takes all others with it.
    if ( isset( $input['form'] ) && false !== strpos( $saved, '<!' ) ) {
      continue;
    }
    $content .= "<div class='box' id='box-$index'>\\n$saved\\n</div>\\n\\n";
  }
  $id = wp_insert_post( array( 'post_type' => 'page', 'post_status' => 'publish', 'post_title' => 'A', 'post_name' => 'bai-' . wp_rand(), 'post_content' => wp_slash( $content ) ), true );
  return is_wp_error( $id ) ? $id : get_permalink( $id );
`;

describe('strings from outside on pages of a real WordPress', function () {
  this.timeout(120_000);
  const setting = useWordPress({ language: 'en_US' });
  const browser = useBrowser();
  const admin = useAdmin(setting, browser);
  let tried = 0;
  let foreign: string[];

  before(() => register(setting.site, { text: JSON.stringify(DEFINITION) }));

  /** Tells of what runs from the very beginning, and of what is asked of others. */
  async function watch(page: Page): Promise<void> {
    foreign = [];
    await page.evaluateOnNewDocument(() => {
      Object.assign(window, { early: [], __ran: (index: number) => early.push(index) });
    });
    page.on('request', (request) => {
      const { protocol, host } = new URL(request.url());
      // WordPress's own pictures of people and of feelings.
      if (/^(https?:)$/.test(protocol) && !/gravatar\.com|s\.w\.org/.test(host))
        if (host !== new URL(setting.site.url).host) foreign.push(request.url());
      if (/evil/.test(request.url()) && host !== new URL(setting.site.url).host)
        foreign.push(request.url());
    });
    page.on('dialog', (dialog) => void dialog.accept());
  }

  /** What is found in the banners of a page and, of what runs, anywhere on it. */
  async function findings(page: Page): Promise<{ banners: number; found: string[] }> {
    await page.waitForFunction(
      () =>
        [...document.querySelectorAll('contest-banner')].every(
          (one) => one.hidden || !/^(loading)?$/.test(one.getAttribute('phase') ?? ''),
        ),
      { timeout: 60_000 },
    );
    await page.addScriptTag({
      type: 'module',
      content: `${DETECTOR}\nwindow.Detector = Detector;`,
    });
    await page.waitForFunction('window.Detector');
    return page.evaluate(() => {
      const own = location.hostname;
      const detector = new Detector({ hosts: ['cuocthi.example.vn', own] });
      const found = early.map((index) => `ran ${index}`);
      const banners = [...document.querySelectorAll('contest-banner')];
      banners.forEach((banner, index) => {
        const links = detector.inspect(index, banner);
        for (const link of links) detector.click(index, link);
        for (const inner of banner.querySelectorAll('*'))
          // WordPress draws emoji by pictures, wherever they stand.
          if (!inner.matches('a, strong, br, script[type="application/json"], img.emoji'))
            detector.find(index, `inside: ${inner.outerHTML}`);
        for (const link of banner.querySelectorAll('a')) detector.click(index, link);
        const { right } = banner.getBoundingClientRect();
        if (right > banner.parentElement!.getBoundingClientRect().right + 1)
          detector.find(index, 'is wider than its place');
      });
      // What runs is nobody's own.
      for (const element of document.querySelectorAll('.box *, .contest-banner-admin *')) {
        for (const { name, value } of element.attributes)
          if (/^on|^srcdoc$/.test(name) || /^\s*(javascript|vbscript):/i.test(value))
            if (!['value', 'title', 'alt', 'unit', 'heading', 'class'].includes(name))
              detector.find(undefined, `${element.localName} ${name}=${value}`);
        if (
          element.matches(
            'script:not([type="application/json"]), iframe, object, embed, base, meta',
          )
        )
          detector.find(undefined, element.outerHTML);
      }
      return {
        banners: banners.length,
        found: [...found, ...detector.findings.map(({ index, what }) => `${index}: ${what}`)],
      };
    });
  }

  async function tryPost(input: object, least: number): Promise<void> {
    const page = await browser.newPage();
    await watch(page);
    const address = await setting.site.php(SAVE, { input: { ...input, strings: STRINGS } });
    await page.goto(address as string);
    const { banners, found } = await findings(page);
    expect(found.slice(0, 20)).to.deep.equal([]);
    expect(foreign).to.deep.equal([]);
    // A string that ends a shortcode, or is too long for a title, makes none.
    expect(banners).to.be.at.least(least);
    tried += STRINGS.length;
  }

  for (const [name, form] of Object.entries(FORMS))
    it(`do nothing in a contributor's shortcode, ${name}`, () => tryPost({ form }, 50));

  for (const [name, beside] of Object.entries(BLOCKS))
    it(`do nothing in a contributor's block, as ${name}`, () => tryPost({ name, beside }, 350));

  it('do nothing in the settings, where what was typed is shown again', async () => {
    const { page } = admin;
    await watch(page);
    await page.goto(`${setting.site.url}/wp-admin/options-general.php?page=contest-banner`);
    const typed = STRINGS.filter((text) => text.length < 300 && !text.includes('\u0000'));
    await page.$eval(
      '#contest-banner-hosts',
      (field, text) => ((field as HTMLTextAreaElement).value = text),
      typed.join('\n'),
    );
    // Not by the mouse: the preview further up may still push the page about.
    await Promise.all([
      page.waitForNavigation(),
      page.$eval('#contest-banner-hosts', (field) =>
        (field as HTMLElement).closest('form')!.querySelector('button')!.click(),
      ),
    ]);
    const error = await page.$eval('.notice-error', (notice) => notice.textContent);
    expect(error).to.contain('__ran(0)').and.to.contain('javascript:');
    const { found } = await findings(page);
    expect(found).to.deep.equal([]);
    expect(foreign).to.deep.equal([]);
    tried += typed.length;
  });

  it('do nothing in a definition that is about to be registered, nor once it is', async () => {
    const { page } = admin;
    await forgetAll(setting.site);
    const texts = STRINGS.filter(
      (text) => text.trim() && text.length < 190 && !/[\ud800-\udfff\ufffd]/.test(text),
    );
    for (let first = 0; first < texts.length; first += 90) {
      const some = texts.slice(first, first + 90);
      await page.goto(`${setting.site.url}/wp-admin/options-general.php?page=contest-banner`);
      const definition = {
        ...DEFINITION,
        revision: first + 1,
        ...{
          title: some[0],
          organizer: some[1],
          notice: some[2],
          summary: some[3],
          howTo: some.slice(4, 12),
        },
        documents: some.map((title) => ({ kind: 'rules', title, number: title })),
        report: { due: '2099-01-01T00:00Z', recipient: some[12] },
      };
      await page.$eval(
        '#contest-banner-text',
        (field, text) => ((field as HTMLTextAreaElement).value = text),
        JSON.stringify(definition),
      );
      await page.$eval('#contest-banner-text', (field) => {
        (field as HTMLTextAreaElement).form!.querySelector('button')!.classList.add('check');
      });
      await go(page, () => page.$eval('.check', (button) => (button as HTMLElement).click()));
      const before = await findings(page);
      expect(before.found).to.deep.equal([]);
      expect(before.banners).to.equal(1);
      await register(setting.site, { text: JSON.stringify(definition) });
      await page.goto(`${setting.site.url}/wp-admin/options-general.php?page=contest-banner`);
      const after = await findings(page);
      expect(after.found).to.deep.equal([]);
      expect(after.banners).to.equal(1);
      tried += 2 * some.length;
    }
    expect(foreign).to.deep.equal([]);
  });

  it('were some thousands', () => {
    expect(tried).to.be.at.least(3000);
  });
});

declare global {
  var early: number[];
  var Detector: new (rule: object) => {
    findings: { index?: number; what: string }[];
    find(index: number | undefined, what: string): void;
    inspect(index: number, element: Element): Element[];
    click(index: number, link: Element): void;
  };
}
