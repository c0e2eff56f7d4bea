import { expect } from 'chai';
import { readFile } from 'node:fs/promises';
import { decodeQr } from './support/qr.ts';
import { DRIVERS, until, type Driver } from './support/drivers.ts';
import { DIST, gate, serve, type Routes, type Site } from './support/server.ts';
import { banner, DEFINITION, page, RECORDER, type Recorded } from './support/snippets.ts';

const script = (attributes = '', src = '/contest-banner.js') =>
  `<script src="${src}" ${attributes}></script>`;
const OPEN = `document.querySelector('contest-banner[phase=open]')`;

for (const [browser, start] of Object.entries(DRIVERS))
  describe(`the script tag in ${browser}`, function () {
    this.timeout(60_000);
    let site: Site;
    let driver: Driver;

    before(async () => {
      site = await serve();
      driver = await start();
    });
    beforeEach(() => site.reset({ '/recorder.js': RECORDER }));
    after(async () => {
      await driver?.close();
      await site?.close();
    });

    const open = (html: string, routes: Routes = {}) => {
      site.add({ '/': html, '/contest.json': JSON.stringify(DEFINITION), ...routes });
      return driver.goto(`${site.origin}/`);
    };

    async function expectClean(loads: string[]): Promise<void> {
      const recorded = await driver.evaluate<Recorded>('window.recorded');
      expect(recorded).to.deep.include({ errors: [], faults: [], loads });
    }

    for (const [form, html] of [
      ['a classic script in the head', page(banner(), script())],
      ['a deferred script in the head', page(banner(), script('defer'))],
      ['an async script in the head', page(banner(), script('async'))],
      ['a module in the head', page(banner(), script('type="module"'))],
      ['a classic script at the end', page(banner() + script(), '')],
      ['two scripts', page(banner() + script() + script('type="module"'), '')],
    ] as const)
      it(`draws by ${form}`, async () => {
        await open(html);
        await until(driver, OPEN);
        const title = `${OPEN}.shadowRoot.querySelector('h2').textContent`;
        expect(await driver.evaluate(title)).to.equal(DEFINITION.title);
        await expectClean(['inline']);
      });

    for (const [form, attributes] of [
      ['classic script', ''],
      ['async script', 'async'],
      ['module', 'type="module"'],
    ] as const)
      it(`draws right after a ${form} with data attributes`, async () => {
        await open(page(`${script(`${attributes} data-src="/contest.json"`)}<p>Sau</p>`, ''));
        await until(driver, OPEN);
        const names = `[...document.body.children].map(({ tagName }) => tagName).join(' ')`;
        expect(await driver.evaluate(names)).to.equal('SCRIPT CONTEST-BANNER P');
        await expectClean(['network']);
      });

    it('upgrades a link in place', async () => {
      await open(
        page('<a href="https://cuocthi.example.vn/" data-contest-src="/contest.json">Vào thi</a>'),
      );
      await until(driver, OPEN);
      expect(await driver.evaluate(`${OPEN}.querySelector(':scope > a').textContent`)).to.equal(
        'Vào thi',
      );
      await expectClean(['network']);
    });

    it('stays with the first of two versions', async () => {
      const old = (await readFile(`${DIST}contest-banner.js`, 'utf8')).replaceAll('Vào thi', 'Cũ');
      await open(page(banner() + script('', '/contest-banner-0.0.9.js') + script(), ''), {
        '/contest-banner-0.0.9.js': old,
      });
      await until(driver, OPEN);
      const way = `${OPEN}.shadowRoot.querySelector('[part=enter]').textContent`;
      expect(await driver.evaluate(way)).to.equal('Cũ');
      await expectClean(['inline']);
    });

    it('draws JSON that is still on its way when the element is met', async () => {
      const { opened, open: release } = gate();
      const [first, second] = split(page(banner(), script()), '"title"');
      const streamed = async function* () {
        yield first;
        await opened;
        yield second;
      };
      const going = open('', { '/': { body: streamed } });
      setTimeout(release, 300);
      await going;
      await until(driver, OPEN);
      await expectClean(['inline']);
    });

    it('draws a QR code that can be read from a screenshot', async () => {
      await open(page(`<div style="width:640px">${banner('unit="bao-tang" qr="always"')}</div>`));
      const path = `${OPEN}?.shadowRoot.querySelector('contest-qr')?.shadowRoot?.querySelector('path')`;
      await until(driver, path);
      await driver.evaluate(
        `${OPEN}.shadowRoot.querySelector('contest-qr').scrollIntoView({ block: 'center' })`,
      );
      expect(await decodeQr(await driver.screenshot())).to.deep.equal({
        jsqr: 'https://cuocthi.example.vn/?don-vi=bao-tang',
        zbar: 'https://cuocthi.example.vn/?don-vi=bao-tang',
      });
    });
  });

function split(text: string, at: string): [string, string] {
  const index = text.indexOf(at);
  return [text.slice(0, index), text.slice(index)];
}
