import { expect } from 'chai';
import type { ElementHandle, Page } from 'puppeteer';
import { settled } from '../pages/support/browser.ts';
import { decodeQr } from '../pages/support/qr.ts';
import { go, logIn, press, publish, useBrowser, useWordPress, ZIP } from './support/site.ts';

/** Everything in the database and the uploads that the plugin might have left. */
const LEFTOVERS = `
  global $wpdb;
  $found = array();
  foreach ( $wpdb->get_col( 'SHOW TABLES' ) as $table ) {
    foreach ( $wpdb->get_results( "SELECT * FROM $table", ARRAY_A ) as $row ) {
      // The pages that were written, and what WordPress remembers of installing and of who is logged in.
      if ( false !== stripos( wp_json_encode( $row ), 'contest_banner' ) && ! isset( $row['post_content'] ) ) {
        $found[] = $table . ': ' . substr( wp_json_encode( $row ), 0, 200 );
      }
    }
  }
  return array_merge( $found, (array) glob( wp_get_upload_dir()['basedir'] . '/contest-banner*' ) );
`;

for (const core of ['newest', 'oldest'] as const)
  describe(`the zip in the admin of WordPress, ${core}`, function () {
    this.timeout(120_000);
    const setting = useWordPress({ core, plugin: undefined, language: 'en_US' });
    const browser = useBrowser();
    let page: Page;

    it('installs, shows a contest within a few clicks, and leaves nothing behind', async () => {
      const { site, source } = setting;
      page = await browser.newPage();
      await logIn(page, site);

      await page.goto(`${site.url}/wp-admin/plugin-install.php?tab=upload`);
      const field = (await page.$('#pluginzip')) as ElementHandle<HTMLInputElement>;
      await field.uploadFile(ZIP);
      await go(page, () =>
        page.$eval('#pluginzip', (input) => (input as HTMLInputElement).form!.requestSubmit()),
      );
      expect(await page.$eval('.wrap', (wrap) => (wrap as HTMLElement).innerText)).to.contain(
        'Plugin installed successfully.',
      );
      await go(page, () => page.click('a.button-primary'));
      expect(await page.$eval('#message, .notice-success', (one) => one.textContent)).to.contain(
        'Plugin activated.',
      );

      await go(page, () => page.click('[data-slug=contest-banner] .settings a'));
      await page.type('#contest-banner-source', source.url);
      await press(page, 'Check');
      await press(page, 'Show this contest on this site');

      await page.goto(await publish(site, '[contest_banner lang=vi]'));
      await settled(page);
      const code = (await page.$('contest-banner >>> contest-qr'))!;
      expect(await decodeQr(Buffer.from(await code.screenshot()))).to.deep.equal({
        jsqr: 'https://cuocthi.example.vn/',
        zbar: 'https://cuocthi.example.vn/',
      });

      await site.php(`
        require_once ABSPATH . 'wp-admin/includes/plugin.php';
        require_once ABSPATH . 'wp-admin/includes/file.php';
        deactivate_plugins( 'contest-banner/contest-banner.php' );
      `);
      const removed = await site.php(`
        require_once ABSPATH . 'wp-admin/includes/plugin.php';
        require_once ABSPATH . 'wp-admin/includes/file.php';
        return delete_plugins( array( 'contest-banner/contest-banner.php' ) );
      `);
      expect(removed).to.equal(true);
      expect(await site.php(LEFTOVERS)).to.deep.equal([]);
    });
  });
