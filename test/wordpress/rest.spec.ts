import { expect } from 'chai';
import { DEFINITION } from './support/source.ts';
import {
  addressOf,
  forgetAll,
  handedOut,
  register,
  useBrowser,
  useWordPress,
} from './support/site.ts';

const json = (set: object = {}) => JSON.stringify({ ...DEFINITION, ...set });

describe('the public address of a contest', function () {
  this.timeout(30_000);
  const setting = useWordPress();
  const browser = useBrowser();
  beforeEach(() => forgetAll(setting.site));

  it('answers with the definition as it was published, byte for byte', async () => {
    const text =
      `{\n  "x": 1.0, "title": "Cuộc thi \\u0022A\\u0022 / <b>",${json({ report: { due: '2100-01-01T00:00Z' } }).slice(1)}`.replace(
        /"title":"[^"]*",/,
        '',
      );
    await register(setting.site, { text });
    const response = await fetch(addressOf(setting.site));
    expect(await response.text()).to.equal(text);
    expect(response.headers.get('content-type')).to.match(/^application\/json/);
    expect(response.headers.get('cache-control')).to.equal('no-cache');
  });

  it('answers 304 to whoever has it already', async () => {
    await register(setting.site, { text: json() });
    const etag = (await fetch(addressOf(setting.site))).headers.get('etag')!;
    const ask = (held: string) =>
      fetch(addressOf(setting.site), { headers: { 'if-none-match': held } });
    const again = await ask(etag);
    expect([again.status, await again.text()]).to.deep.equal([304, '']);
    expect((await ask(`W/${etag}, "other"`)).status).to.equal(304);
    expect((await ask('"other"')).status).to.equal(200);
  });

  it('answers 404 for an id that is not registered', async () => {
    await register(setting.site, { text: json() });
    expect((await fetch(addressOf(setting.site, 'nope'))).status).to.equal(404);
  });

  it('answers 404 for the current one where there is none', async () => {
    expect((await fetch(addressOf(setting.site))).status).to.equal(404);
  });

  it('answers the open one as the current one', async () => {
    await register(setting.site, { text: json({ id: 'later', opens: '2098-01-01T00:00Z' }) });
    await register(setting.site, { text: json() });
    expect(await handedOut(setting.site)).to.have.property('id', DEFINITION.id);
  });

  it('answers nothing to HEAD but the headers', async () => {
    await register(setting.site, { text: json() });
    const response = await fetch(addressOf(setting.site), { method: 'HEAD' });
    expect([response.status, await response.text()]).to.deep.equal([200, '']);
  });

  it('may be read from any other site, without cookies, its age included', async () => {
    await register(setting.site, { text: json() });
    const page = await browser.newPage();
    // Another port is another origin.
    await page.goto(setting.source.origin);
    const read = await page.evaluate(async (address) => {
      const response = await fetch(address);
      const { id } = (await response.json()) as { id: string };
      return { id, date: response.headers.get('date') !== null };
    }, addressOf(setting.site));
    expect(read).to.deep.equal({ id: DEFINITION.id, date: true });
    const withCookies = await page.evaluate(
      (address) => fetch(address, { credentials: 'include' }).then(String, () => 'refused'),
      addressOf(setting.site),
    );
    expect(withCookies).to.equal('refused');
  });

  it('lists contests only to those who write', async () => {
    expect((await fetch(addressOf(setting.site, ''))).status).to.equal(401);
  });

  it('is a source for another unit', async () => {
    await register(setting.site, { text: json({ report: { due: '2100-01-01T00:00Z' } }) });
    const report = await setting.site.php(
      `
      Contest_Banner\\load_reading();
      $answer = Contest_Banner\\fetch( $input, array(), 65536 );
      return is_wp_error( $answer ) ? $answer : json_decode( $answer['body'] )->report->due;
    `,
      { input: addressOf(setting.site) },
    );
    expect(report).to.equal('2100-01-01T00:00Z');
  });

  it('answers fields alone where these are asked for', async () => {
    await register(setting.site, { text: json() });
    expect((await fetch(`${addressOf(setting.site)}?_fields=id`)).status).to.equal(200);
  });

  it('takes the id from the address and not from the query', async () => {
    await register(setting.site, { text: json() });
    expect((await fetch(`${addressOf(setting.site, 'nope')}?id=current`)).status).to.equal(404);
  });

  it('answers where permalinks are plain', async () => {
    await register(setting.site, { text: json() });
    const address = (await setting.site.php(`
      update_option( 'permalink_structure', '' );
      $GLOBALS['wp_rewrite']->init();
      return Contest_Banner\\contest_url( 'current' );
    `)) as string;
    const response = await fetch(address);
    await setting.site.php("update_option( 'permalink_structure', '/%postname%/' );");
    expect(address).to.contain('?rest_route=');
    expect(await response.json()).to.have.property('id', DEFINITION.id);
  });
});
