import { expect } from 'chai';
import { readFile } from 'node:fs/promises';
import { DIST, type Answer } from '../pages/support/server.ts';
import { ask, CONTEST, inEveryBrowser, wrongWith, type Host } from './support/everywhere.ts';
import { fixture } from './support/fixtures.ts';

/** Nothing but ASCII, so that it reads the same in all of these. */
const BANNER =
  '<contest-banner lang="vi" src="/contest.json"><a href="/vao-thi">Vao thi</a></contest-banner>';

async function expectVietnamese(host: Host, body: Answer['body'], type: string): Promise<void> {
  // As a server sends it that names no encoding for scripts: many do not.
  const script = await readFile(`${DIST}contest-banner.js`);
  await host.open('', {
    '/': { body, headers: { 'content-type': type } },
    '/contest-banner.js': { body: script, headers: { 'content-type': 'text/javascript' } },
  });
  expect(await wrongWith(host)).to.deep.equal([]);
  expect(await ask(host, `root.querySelector('[part=enter]').textContent.trim()`)).to.equal(
    'Vào thi',
  );
  expect(await ask(host, `root.querySelector('h2').textContent`)).to.equal(CONTEST.title);
}

inEveryBrowser('where nobody names the encoding', (host) => {
  for (const charset of ['windows-1258', 'windows-1252', 'us-ascii'])
    it(`the banner speaks proper Vietnamese on a page in ${charset}`, async () =>
      expectVietnamese(host, await fixture('frontpage', BANNER), `text/html; charset=${charset}`));

  it('the banner speaks proper Vietnamese on a page in UTF-16', async () => {
    const html = `\ufeff${await fixture('frontpage', BANNER)}`;
    await expectVietnamese(host, Buffer.from(html, 'utf16le'), 'text/html');
  });

  it('the banner speaks proper Vietnamese on a page that names none either', async () =>
    expectVietnamese(host, await fixture('frontpage', BANNER), 'text/html'));

  it('the definition is read as UTF-8, whatever its server calls it', async () => {
    const headers = { 'content-type': 'application/json; charset=windows-1252' };
    await host.open(await fixture('frontpage', BANNER), {
      '/contest.json': { body: JSON.stringify(CONTEST), headers },
    });
    await wrongWith(host);
    expect(await ask(host, `root.querySelector('h2').textContent`)).to.equal(CONTEST.title);
  });
});
