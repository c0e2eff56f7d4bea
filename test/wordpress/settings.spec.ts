import { expect } from 'chai';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'puppeteer';
import { inFolder } from '../pages/support/qr.ts';
import { DEFINITION } from './support/source.ts';
import {
  addressOf,
  forgetAll,
  go,
  handedOut,
  letPass,
  logIn,
  register,
  useAdmin,
  useBrowser,
  useWordPress,
} from './support/site.ts';

const json = (set: object = {}) => JSON.stringify({ ...DEFINITION, ...set });

describe('Settings → Contests', function () {
  this.timeout(60_000);
  const setting = useWordPress({ language: 'en_US' });
  const browser = useBrowser();
  const admin = useAdmin(setting, browser);
  let page: Page;

  beforeEach(async () => {
    await forgetAll(setting.site);
    ({ page } = admin);
    await page.bringToFront();
    await look();
  });

  const look = () =>
    page.goto(`${setting.site.url}/wp-admin/options-general.php?page=contest-banner`);
  const press = (text: string) =>
    go(page, () => page.locator(`::-p-xpath(//button[normalize-space()="${text}"])`).click());
  const said = () =>
    page.$$eval('.notice', (all) => all.map((one) => (one as HTMLElement).innerText).join('\n'));
  const content = () => page.$eval('.wrap', (wrap) => (wrap as HTMLElement).innerText);
  const value = (name: string) =>
    page.$eval(`[name=${name}]`, (field) => (field as HTMLInputElement).value);

  it('registers a contest by its source, after showing where it leads', async () => {
    await page.type('#contest-banner-source', setting.source.url);
    await press('Check');
    expect(await content()).to.contain('People will be led to: cuocthi.example.vn');
    expect(await (await fetch(addressOf(setting.site))).json()).to.have.property('code');
    await press('Show this contest on this site');
    expect(await said()).to.contain('The contest is registered.');
    expect(await handedOut(setting.site)).to.have.property('id', DEFINITION.id);
  });

  it('registers a contest by a file', async () => {
    await inFolder(async (folder) => {
      const file = join(folder, 'contest.json');
      await writeFile(file, `\ufeff${json()}`);
      const field = (await page.$('#contest-banner-file'))!;
      await (field as import('puppeteer').ElementHandle<HTMLInputElement>).uploadFile(file);
      await press('Check');
    });
    await press('Show this contest on this site');
    expect(await handedOut(setting.site)).to.have.property('id', DEFINITION.id);
  });

  it('names each wrong field and keeps what was typed', async () => {
    const text = json({ closes: '13/12/2024', title: '' });
    await page.type('#contest-banner-text', text);
    await press('Check');
    expect(await said()).to.match(/title: .*\n.*closes: .*2024-12-13T16:30:00\+07:00/);
    expect(await value('text')).to.equal(text);
  });

  it('says what is wrong with a source, and keeps its address', async () => {
    const wrong = `${setting.source.origin}/nowhere.json`;
    await page.type('#contest-banner-source', wrong);
    await press('Check');
    expect(await said()).to.contain('Source address: 127.0.0.1 answered with status 404.');
    expect(await value('source')).to.equal(wrong);
  });

  it('shows phase, revision, source and the report of a contest, and the banner itself', async () => {
    setting.source.publish({
      report: { due: '2099-12-14T09:00:00+07:00', recipient: 'Văn phòng Sở' },
    });
    await register(setting.site, { source: setting.source.url });
    await look();
    await page.waitForFunction(
      () => document.querySelector('contest-banner')?.getAttribute('phase') === 'open',
    );
    const text = await content();
    for (const part of [
      'Open',
      'cchc-2027 @ 3',
      'by 09:00 on Monday, 14 December 2099, Vietnam time',
      'to: Văn phòng Sở',
      setting.source.url,
    ])
      expect(text).to.contain(part);
  });

  it('reads a source again when told to', async () => {
    await register(setting.site, { source: setting.source.url });
    setting.source.publish({ revision: 4 });
    await look();
    await press('Check now');
    expect(await said()).to.contain('The source has been read.');
    expect(await handedOut(setting.site)).to.have.property('revision', 4);
  });

  it('says why a source could not be read', async () => {
    await register(setting.site, { source: setting.source.url });
    setting.source.on('/contest.json', (_, response) => response.writeHead(503).end());
    await look();
    await press('Check now');
    expect(await content()).to.contain('127.0.0.1 answered with status 503.');
  });

  it('asks before a contest leads to another host, and visitors see the last copy until then', async () => {
    await register(setting.site, { source: setting.source.url });
    setting.source.publish({ revision: 4, url: 'https://moi.example.vn/' });
    await letPass(setting.site, 15);
    expect(await handedOut(setting.site)).to.have.property('url', DEFINITION.url);
    await page.goto(`${setting.site.url}/wp-admin/`);
    expect(await said()).to.contain('waits for your yes');
    await look();
    expect(await content()).to.contain('https://moi.example.vn/');
    await press('Yes, lead to moi.example.vn');
    expect(await handedOut(setting.site)).to.have.property('url', 'https://moi.example.vn/');
  });

  it('tells of a source that has moved for good, and reads it there when told to', async () => {
    await register(setting.site, { source: setting.source.url });
    const moved = `${setting.source.origin}/moi.json`;
    setting.source.on('/contest.json', (_, response) =>
      response.writeHead(301, { location: moved }).end(),
    );
    setting.source.on('/moi.json', (_, response) => response.end(json()));
    await look();
    await press('Check now');
    expect(await said()).to.contain(moved);
    await press('Read it there from now on');
    setting.source.requests.length = 0;
    await press('Check now');
    expect(setting.source.requests.map(({ path }) => path)).to.deep.equal(['/moi.json']);
  });

  it('goes back to the contest before by one click', async () => {
    await register(setting.site, { text: json() });
    await register(setting.site, { text: json({ revision: 4, title: 'Mới' }) });
    await look();
    await press('Back to the one before');
    expect(await handedOut(setting.site)).to.include({
      title: DEFINITION.title,
      revision: 3,
      replaces: 4,
    });
  });

  it('takes a contest off the site', async () => {
    await register(setting.site, { text: json() });
    await look();
    page.once('dialog', (dialog) => void dialog.accept());
    await press('Take it off this site');
    expect((await fetch(addressOf(setting.site))).status).to.equal(404);
  });

  it('keeps the unit and adds it to the way in where the contest takes one', async () => {
    await register(setting.site, { text: json({ unitParameter: 'don-vi' }) });
    await page.type('#contest-banner-unit', 'bao-tang-tinh');
    await press('Save');
    expect(await value('unit')).to.equal('bao-tang-tinh');
    const banner = await setting.site.php("return do_shortcode( '[contest_banner]' );");
    expect(banner).to.contain('https://cuocthi.example.vn/?don-vi=bao-tang-tinh');
  });

  it('can be used by keyboard alone', async () => {
    await page.focus('#contest-banner-source');
    await page.keyboard.type(setting.source.url);
    await go(page, () => page.keyboard.press('Enter'));
    // Past the admin's own menus.
    for (let i = 0; i < 150; i++) {
      await page.keyboard.press('Tab');
      const text = await page.evaluate(() => document.activeElement?.textContent?.trim());
      if (text === 'Show this contest on this site') break;
    }
    await go(page, () => page.keyboard.press('Enter'));
    expect(await said()).to.contain('The contest is registered.');
  });

  it('is for administrators', async () => {
    await setting.site.php(`
      wp_insert_user( array( 'user_login' => 'writer', 'user_pass' => 'password', 'role' => 'editor' ) );
    `);
    const other = await browser.newPage();
    await logIn(other, setting.site, { user: 'writer', password: 'password' });
    const answer = await other.goto(
      `${setting.site.url}/wp-admin/options-general.php?page=contest-banner`,
    );
    expect(answer!.status()).to.equal(403);
  });
});

describe('the self-test of the public address', function () {
  this.timeout(60_000);
  const browser = useBrowser();
  const closing = (code: string) => ({
    closed: `<?php if ( ! is_admin() ) { ${code} }`,
  });

  async function verdict(setting: { site: import('./support/site.ts').Setting['site'] }) {
    const page = await browser.newPage();
    await logIn(page, setting.site);
    await page.goto(`${setting.site.url}/wp-admin/options-general.php?page=contest-banner`);
    await page.waitForFunction(
      () => !document.querySelector('.contest-banner-self-test')!.textContent!.endsWith('…'),
    );
    return page.$eval('.contest-banner-self-test', (one) => one.textContent);
  }

  describe('where nothing has closed it', () => {
    const setting = useWordPress({ language: 'en_US' });
    it('says that visitors can read it', async () => {
      await register(setting.site, { text: json() });
      expect(await verdict(setting)).to.contain('visitors can read');
    });
  });

  describe('where a plugin has closed REST to visitors', () => {
    const setting = useWordPress({
      language: 'en_US',
      muPlugins: closing(`
        add_filter( 'rest_authentication_errors', static function ( $result ) {
          return is_user_logged_in() ? $result : new WP_Error( 'closed', 'Closed', array( 'status' => 401 ) );
        } );
      `),
    });
    it('says so in plain words', async () => {
      await register(setting.site, { text: json() });
      expect(await verdict(setting)).to.contain('another plugin');
    });
  });
});
