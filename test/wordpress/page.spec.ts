import { expect } from 'chai';
import { inPhase, settled, shadowText } from '../pages/support/browser.ts';
import { decodeQr } from '../pages/support/qr.ts';
import { DEFINITION } from './support/source.ts';
import { publish, register, useBrowser, useWordPress, type Setting } from './support/site.ts';

const json = (set: object = {}) => JSON.stringify({ ...DEFINITION, ...set });

/** Prints what a page cost at its end, where a test can read it. */
const COUNTER = {
  counter: `<?php
    add_action( 'wp_footer', static function () {
      echo '<!-- queries: ' . get_num_queries() . ' -->';
    }, 9999 );
  `,
};

async function cost(address: string) {
  // The first view of a page fills caches of WordPress's own.
  await fetch(address);
  const html = await (await fetch(address)).text();
  return {
    queries: Number(/queries: (\d+)/.exec(html)![1]),
    scripts: html.match(/<script[^>]+src=/g)?.length ?? 0,
    styles: html.match(/<link[^>]+stylesheet/g)?.length ?? 0,
    ours: html.match(/contest-banner\/[^"']+\.(js|css)/g) ?? [],
    html,
  };
}

for (const options of [
  { core: 'newest', theme: 'twentytwentyfive' },
  { core: 'newest', theme: 'twentytwentyone' },
  { core: 'oldest', theme: 'twentytwentyone' },
] as const)
  describe(`a page of WordPress, ${options.core} with ${options.theme}`, function () {
    this.timeout(60_000);
    const setting: Setting = useWordPress({ ...options, muPlugins: COUNTER });
    const browser = useBrowser();
    before(() => register(setting.site, { text: json({ unitParameter: 'don-vi' }) }));

    it('shows the contest where the shortcode stands', async () => {
      const page = await browser.newPage();
      await page.goto(await publish(setting.site, '<p>Trước</p>[contest_banner]<p>Sau</p>'));
      await inPhase(page, 'open');
      expect(await shadowText(page)).to.contain(DEFINITION.title);
    });

    it('keeps its inside where authors write it into a paragraph', async () => {
      const page = await browser.newPage();
      const address = await publish(
        setting.site,
        '<!-- wp:paragraph --><p>Xem: [contest_banner] ở đây</p><!-- /wp:paragraph -->',
      );
      await page.goto(address);
      await inPhase(page, 'open');
      const inside = await page.$eval('contest-banner', (one) => [
        one.querySelectorAll('script').length,
        one.querySelectorAll('[data-contest-enter]').length,
      ]);
      expect(inside).to.deep.equal([1, 1]);
    });

    it('has a QR code that leads where the button leads, for the unit', async () => {
      const page = await browser.newPage();
      await page.goto(await publish(setting.site, '[contest_banner unit="bao-tang-tinh"]'));
      await settled(page);
      const href = await page.$eval('contest-banner', (one) =>
        one.shadowRoot!.querySelector('a[part=enter]')!.getAttribute('href'),
      );
      expect(href).to.equal('https://cuocthi.example.vn/?don-vi=bao-tang-tinh');
      const code = (await page.$('contest-banner >>> contest-qr'))!;
      const shot = Buffer.from(await code.screenshot());
      expect(await decodeQr(shot)).to.deep.equal({ jsqr: href, zbar: href });
    });

    it('costs no query more with the banner, one script and no stylesheet', async () => {
      const without = await cost(await publish(setting.site, '<p>Trang</p>'));
      const page = await cost(
        await publish(setting.site, '<p>Trang</p>[contest_banner][contest_banner]'),
      );
      expect(page.ours.filter((file) => file.endsWith('.js'))).to.have.length(1);
      expect({ ...page, html: '', ours: [] }).to.deep.equal({
        ...without,
        html: '',
        ours: [],
        scripts: without.scripts + 1,
      });
    });

    it('costs nothing at all without the banner', async () => {
      const address = await publish(setting.site, '<p>Trang</p>');
      const before = await cost(address);
      expect(before.html).not.to.contain('contest-banner/');
      const plugin = 'contest-banner/contest-banner.php';
      const toggle = (name: string) =>
        setting.site.php(
          `require_once ABSPATH . 'wp-admin/includes/plugin.php'; ${name}( '${plugin}' );`,
        );
      await toggle('deactivate_plugins');
      const off = await cost(address);
      await toggle('activate_plugin');
      expect([before.queries, before.scripts, before.styles]).to.deep.equal([
        off.queries,
        off.scripts,
        off.styles,
      ]);
    });

    it('moves nothing when the banner is drawn', async () => {
      const page = await browser.newPage();
      // A theme's font that comes late moves text by itself.
      await page.setRequestInterception(true);
      page.on('request', (request) =>
        request.resourceType() === 'font' ? void request.abort() : void request.continue(),
      );
      await page.evaluateOnNewDocument(() => {
        Object.assign(window, { shift: 0 });
        new PerformanceObserver((list) => {
          for (const entry of list.getEntries())
            (window as unknown as { shift: number }).shift += (
              entry as unknown as { value: number }
            ).value;
        }).observe({ type: 'layout-shift', buffered: true });
      });
      await page.goto(await publish(setting.site, '[contest_banner]<p>Sau</p>'));
      await settled(page);
      expect(await page.evaluate(() => (window as unknown as { shift: number }).shift)).to.equal(0);
    });

    it('works without script: link, dates and rules stand in the page', async () => {
      const page = await browser.newPage();
      await page.setJavaScriptEnabled(false);
      await page.goto(await publish(setting.site, '[contest_banner]'));
      const text = await page.$eval('contest-banner', (one) => (one as HTMLElement).innerText);
      expect(text).to.contain(DEFINITION.title);
      expect(text).to.contain('16h30 ngày 13/12/2099');
      const links = await page.$$eval('contest-banner a', (all) =>
        all.map(({ textContent, href }) => [textContent, href]),
      );
      expect(links).to.deep.equal([
        ['Vào thi', 'https://cuocthi.example.vn/'],
        ['Thể lệ', 'https://cuocthi.example.vn/the-le'],
      ]);
    });

    it('has ordinary HTML in a feed', async () => {
      await setting.site.php(`
        update_option( 'rss_use_excerpt', 0 );
        return wp_insert_post( array( 'post_status' => 'publish', 'post_title' => 'Tin', 'post_content' => '[contest_banner]' ) );
      `);
      const feed = await (await fetch(`${setting.site.url}/feed/`)).text();
      expect(feed).to.contain('href="https://cuocthi.example.vn/"');
      expect(feed).not.to.contain('<contest-banner');
      expect(feed).not.to.contain('<script');
    });

    it('works in a widget, a template part and do_shortcode', async () => {
      await setting.site.php(`
        // A block theme has template parts for what a classic theme has widgets for.
        if ( wp_is_block_theme() ) {
          wp_insert_post( array(
            'post_type' => 'wp_template_part', 'post_status' => 'publish', 'post_name' => 'footer', 'post_title' => 'footer',
            'post_content' => '<!-- wp:shortcode -->[contest_banner class="in-part"]<!-- /wp:shortcode -->',
            'tax_input' => array( 'wp_theme' => array( get_stylesheet() ), 'wp_template_part_area' => array( 'footer' ) ),
          ) );
          wp_set_object_terms( get_posts( array( 'post_type' => 'wp_template_part' ) )[0]->ID, get_stylesheet(), 'wp_theme' );
        } else {
          update_option( 'widget_text', array( 2 => array( 'text' => '[contest_banner class="in-part"]' ), '_multiwidget' => 1 ) );
          $sidebars = wp_get_sidebars_widgets();
          $sidebars['sidebar-1'] = array( 'text-2' );
          wp_set_sidebars_widgets( $sidebars );
        }
      `);
      const page = await browser.newPage();
      await page.goto(await publish(setting.site, '<p>Trang</p>'));
      await inPhase(page, 'open');
      expect(await page.$('contest-banner.in-part')).not.to.equal(null);
      const shown = await setting.site.php("return do_shortcode( '[contest_banner]' );");
      expect(shown).to.contain('<contest-banner');
    });
  });
