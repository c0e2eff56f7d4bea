import { expect } from 'chai';
import { go, logIn, useBrowser, useWordPress } from './support/site.ts';
import { DEFINITION } from './support/source.ts';

const PLUGIN_FILE = 'contest-banner/contest-banner.php';

describe('a network of sites', function () {
  this.timeout(120_000);
  const setting = useWordPress({ multisite: true, language: 'en_US' });
  const browser = useBrowser();
  let second = '';

  before(async () => {
    second = (await setting.site.php(`
      require_once ABSPATH . 'wp-admin/includes/plugin.php';
      deactivate_plugins( '${PLUGIN_FILE}' );
      activate_plugin( '${PLUGIN_FILE}', '', true );
      $id = wpmu_create_blog( get_network()->domain, '/thu-vien/', 'Thư viện', 1 );
      return is_wp_error( $id ) ? $id : get_home_url( $id );
    `)) as string;
  });

  const on = (url: string, code: string, input: unknown = null) =>
    setting.site.php(code, { url: `${url}/`, input });
  const shown = (url: string) => on(url, "return do_shortcode( '[contest_banner]' );");

  async function register(source: string, hosts: string): Promise<string> {
    const page = await browser.newPage();
    await logIn(page, setting.site);
    await page.goto(`${setting.site.url}/wp-admin/network/settings.php?page=contest-banner`);
    await page.type('#contest-banner-source', source);
    await page.$eval(
      '#contest-banner-hosts',
      (field, text) => {
        (field as HTMLTextAreaElement).value = text;
      },
      hosts,
    );
    await go(page, () => page.locator('::-p-xpath(//button[normalize-space()="Save"])').click());
    return page.$eval('.notice', (notice) => (notice as HTMLElement).innerText);
  }

  it('shows what is registered for all on every site, each with its own unit', async () => {
    setting.source.publish({ unitParameter: 'don-vi' });
    expect(await register(setting.source.url, 'example.vn')).to.contain('Saved.');
    await on(
      second,
      "Contest_Banner\\change_settings( static fn( $s ) => array_merge( $s, array( 'unit' => 'thu-vien' ) ) );",
    );
    expect(await shown(setting.site.url)).to.contain('href="https://cuocthi.example.vn/"');
    expect(await shown(second)).to.contain('https://cuocthi.example.vn/?don-vi=thu-vien');
    expect(await shown(second)).to.contain(`${second}/wp-json/contest-banner/v1/contests/current`);
  });

  it('shows it on a site that is made later', async () => {
    const third = (await setting.site.php(`
      return get_home_url( wpmu_create_blog( get_network()->domain, '/bao-tang/', 'Bảo tàng', 1 ) );
    `)) as string;
    expect(await shown(third)).to.contain(DEFINITION.title);
  });

  it('lets a site lead nowhere but where the network allows', async () => {
    const errors = await on(
      second,
      `
      Contest_Banner\\load_reading();
      $candidate = Contest_Banner\\candidate( '', $input );
      return is_wp_error( $candidate ) ? $candidate->get_error_messages() : array();
    `,
      JSON.stringify({ ...DEFINITION, id: 'other', url: 'https://khac.example/' }),
    );
    expect(errors).to.have.length(1);
    expect((errors as string[])[0]).to.contain('only example.vn is allowed');
  });

  it('keeps the settings of the network from an administrator of one site', async () => {
    await on(
      second,
      `
      $id = wp_insert_user( array( 'user_login' => 'quan-tri', 'user_pass' => 'password' ) );
      add_user_to_blog( get_current_blog_id(), $id, 'administrator' );
    `,
    );
    const page = await browser.newPage();
    await logIn(page, setting.site, { user: 'quan-tri', password: 'password' });
    const answer = await page.goto(
      `${setting.site.url}/wp-admin/network/settings.php?page=contest-banner`,
    );
    expect(await page.content()).not.to.contain('contest-banner-source');
    expect(answer!.status()).not.to.equal(500);
  });

  it('leaves nothing on any site when the plugin is deleted', async () => {
    await on(
      second,
      "wp_mkdir_p( Contest_Banner\\picture_folder()['dir'] ); touch( Contest_Banner\\picture_folder()['dir'] . '/a.png' );",
    );
    // As the page of plugins does it: off first, then in a process that has not loaded it.
    await setting.site.php(`
      require_once ABSPATH . 'wp-admin/includes/plugin.php';
      deactivate_plugins( '${PLUGIN_FILE}', false, true );
    `);
    const left = await setting.site.php(`
      define( 'WP_UNINSTALL_PLUGIN', '${PLUGIN_FILE}' );
      require WP_PLUGIN_DIR . '/contest-banner/uninstall.php';
      global $wpdb;
      $found = glob( WP_CONTENT_DIR . '/uploads/{,sites/*/}contest-banner*', GLOB_BRACE );
      foreach ( $wpdb->get_col( 'SHOW TABLES' ) as $table ) {
        if ( preg_match( '/(options|sitemeta)$/', $table ) ) {
          $name  = preg_match( '/options$/', $table ) ? 'option_name' : 'meta_key';
          $value = preg_match( '/options$/', $table ) ? 'option_value' : 'meta_value';
          $found = array_merge( $found, $wpdb->get_col( "SELECT $name FROM $table WHERE $name LIKE '%contest_banner%' OR ( $name = 'cron' AND $value LIKE '%contest_banner%' )" ) );
        }
      }
      return $found;
    `);
    expect(left).to.deep.equal([]);
  });
});
