/** A real WordPress for a suite, and what its administrator and its visitors do. */

import type { Browser, Page } from 'puppeteer';
import { startWordPress, type Site, type SiteOptions } from '../../../scripts/wordpress/server.mjs';
import { launchBrowser } from '../../harness/puppeteer-launcher.mjs';
import { ROOT } from '../../pages/support/server.ts';
import { startSource, type Source } from './source.ts';

export const PLUGIN = `${ROOT}wp-plugin/contest-banner`;
export const ZIP = `${ROOT}dist/wordpress/contest-banner.zip`;

export interface Setting {
  site: Site;
  source: Source;
}

/**
 * One WordPress with the plugin, and one organizer, for all tests of a suite; to be called inside
 * `describe`. Afterwards nothing may stand in PHP's log.
 */
export function useWordPress(options: SiteOptions = {}): Setting {
  const setting = {} as Setting;
  before(async function () {
    // The first one may have to be fetched.
    this.timeout(300_000);
    setting.source = await startSource();
    setting.site = await startWordPress({ plugin: PLUGIN, language: 'vi', ...options });
  });
  beforeEach(() => {
    setting.source.publish();
    setting.source.requests.length = 0;
  });
  after(async () => {
    const problems = (await setting.site?.problems()) ?? [];
    await setting.site?.stop();
    await setting.source?.close();
    if (problems.length) throw new Error(`PHP complained:\n${problems.join('\n')}`);
  });
  return setting;
}

export interface Visitors {
  /** A visitor with cookies of their own, who leaves after the test unless asked to stay. */
  newPage(stays?: boolean): Promise<Page>;
}

/** One browser for a suite. */
export function useBrowser(): Visitors {
  let browser: Browser;
  const pages: Page[] = [];
  before(async function () {
    this.timeout(90_000);
    browser = await launchBrowser('chromium', { timeout: 80_000 });
  });
  afterEach(async () => {
    await Promise.all(pages.splice(0).map((page) => page.close()));
  });
  after(() => browser?.close());
  return {
    async newPage(stays = false) {
      const context = await browser.createBrowserContext();
      const page = await context.newPage();
      await page.setViewport({ width: 1280, height: 1000 });
      if (!stays) pages.push(page);
      return page;
    },
  };
}

/** Logs in by the form. */
export async function logIn(page: Page, site: Site, user = site.admin): Promise<void> {
  await page.goto(`${site.url}/wp-login.php`);
  // Not typed: the page moves the focus a moment after it is there.
  await page.$eval(
    '#user_login',
    (field, name) => ((field as HTMLInputElement).value = name),
    user.user,
  );
  await page.$eval(
    '#user_pass',
    (field, word) => ((field as HTMLInputElement).value = word),
    user.password,
  );
  await Promise.all([page.waitForNavigation(), page.click('#wp-submit')]);
}

/** The administrator, logged in for a whole suite. */
export function useAdmin(setting: Setting, visitors: Visitors): { page: Page } {
  const admin = {} as { page: Page };
  before(async function () {
    this.timeout(90_000);
    admin.page = await visitors.newPage(true);
    await logIn(admin.page, setting.site);
  });
  return admin;
}

/** Does something that leads to another page. */
export async function go(page: Page, action: () => Promise<unknown>): Promise<void> {
  await Promise.all([page.waitForNavigation({ timeout: 60_000 }), action()]);
}

/** Clicks the button of a text that leads to another page. */
export const press = (page: Page, text: string): Promise<void> =>
  go(page, () => page.locator(`::-p-xpath(//button[normalize-space()="${text}"])`).click());

/** Publishes a page. @returns its address */
export async function publish(site: Site, content: string, name = `trang-${++count}`) {
  const code = `
    $id = wp_insert_post( array_merge( array( 'post_type' => 'page', 'post_status' => 'publish' ), $input ), true );
    return is_wp_error( $id ) ? $id : get_permalink( $id );
  `;
  const input = { post_title: 'Trang', post_name: name, post_content: content };
  return (await site.php(code, { input })) as string;
}
let count = 0;

/** Registers a contest without the settings page. @returns its key */
export const register = (site: Site, given: { source?: string; text?: string }) =>
  site.php(
    `
    Contest_Banner\\load_reading();
    $candidate = Contest_Banner\\candidate( $input['source'] ?? '', $input['text'] ?? '' );
    return is_wp_error( $candidate ) ? $candidate : Contest_Banner\\register_contest( $candidate );
  `,
    { input: given },
  ) as Promise<number>;

/** Takes all contests off a site. */
export const forgetAll = (site: Site) =>
  site.php(`
    foreach ( array( 'contest_banner', 'contest_banner_state', 'contest_banner_lock' ) as $name ) {
      delete_option( $name );
    }
    return Contest_Banner\\set_up_site();
  `);

/** Lets time pass for what a site has read. */
export const letPass = (site: Site, minutes: number) =>
  site.php(
    `
    Contest_Banner\\change_settings( static function ( $settings ) use ( $input ) {
      foreach ( $settings['contests'] as &$entry ) {
        $entry['read_at']  -= $input * 60000;
        $entry['asked_at'] -= $input * 60000;
      }
      return $settings;
    } );
    foreach ( array_keys( Contest_Banner\\settings()['contests'] ) as $key ) {
      $next = Contest_Banner\\state_of( $key )['next'];
      Contest_Banner\\change_state( $key, array( 'next' => max( 0, $next - $input * 60000 ) ) );
    }
  `,
    { input: minutes },
  );

export const addressOf = (site: Site, id = 'current') =>
  `${site.url}/wp-json/contest-banner/v1/contests/${id}`;

/** The definition as a site hands it out now. */
export async function handedOut(site: Site, id = 'current') {
  const response = await fetch(addressOf(site, id));
  return (await response.json()) as Record<string, unknown>;
}
