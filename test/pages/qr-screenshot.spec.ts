import { expect } from 'chai';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'puppeteer';
import { openBody, settled, usePortal, type Opening } from './support/browser.ts';
import { decodeQr, inFolder, run } from './support/qr.ts';
import { banner, page, SCRIPT } from './support/snippets.ts';

const STYLE = (css: string) => `${SCRIPT}<style>${css}</style>`;

/** Media features that Puppeteer has no call for. */
const emulate = (features: Record<string, string>) => async (tab: Page) => {
  const session = await tab.createCDPSession();
  await session.send('Emulation.setEmulatedMedia', {
    features: Object.entries(features).map(([name, value]) => ({ name, value })),
  });
};
const DARK = { prepare: emulate({ 'prefers-color-scheme': 'dark' }) };

describe('the QR code in a picture of the page', function () {
  this.timeout(30_000);
  const portal = usePortal();

  async function open(head = SCRIPT, attributes = '', opening?: Opening): Promise<Page> {
    const html = page(`<h1>Trang tin</h1>${banner(`unit="bao-tang-tinh" ${attributes}`)}`, head);
    const { page: tab } = await openBody(portal, html, {}, opening);
    await settled(tab);
    return tab;
  }

  const link = (tab: Page) =>
    tab.$eval('contest-banner', (element) =>
      element.shadowRoot!.querySelector('a[part=enter]')!.getAttribute('href'),
    );

  async function expectReadable(tab: Page): Promise<void> {
    const href = await link(tab);
    expect(href).to.equal('https://cuocthi.example.vn/?don-vi=bao-tang-tinh');
    const clip = await surroundings(tab);
    const shot = Buffer.from(await tab.screenshot({ clip }));
    expect(await decodeQr(shot)).to.deep.equal({ jsqr: href, zbar: href });
  }

  it('is read in light', async () => {
    await expectReadable(await open());
  });

  it('is read in dark', async () => {
    const tab = await open(STYLE(':root{color-scheme:light dark}'), '', DARK);
    await expectReadable(tab);
  });

  it('is read on a page that is always dark', async () => {
    await expectReadable(await open(STYLE(':root{color-scheme:dark}body{background:#000}')));
  });

  it('is read on a banner that is dark by its own properties', async () => {
    const css = 'contest-banner{--contest-surface:#111;--contest-text:#fff}';
    await expectReadable(await open(STYLE(css)));
  });

  it('stands on a banner that is dark where page and visitor are', async () => {
    const both = await open(STYLE(':root{color-scheme:light dark}'), '', DARK);
    expect(await ground(both), 'light dark').to.match(/^rgb\((\d\d?), \1, \1\)$/);
    const dark = await open(STYLE(':root{color-scheme:dark}'));
    expect(await ground(dark), 'dark').to.match(/^rgb\((\d\d?), \1, \1\)$/);
    const light = await open(SCRIPT, '', DARK);
    expect(await ground(light), 'a page that says nothing').to.equal('rgb(255, 255, 255)');
  });

  for (const scheme of ['light', 'dark'])
    it(`is read in forced colours, ${scheme}`, async () => {
      const tab = await open(STYLE(':root{color-scheme:light dark}'), '', {
        prepare: emulate({ 'forced-colors': 'active', 'prefers-color-scheme': scheme }),
      });
      expect(await tab.evaluate(() => matchMedia('(forced-colors: active)').matches)).to.be.true;
      await expectReadable(tab);
    });

  for (const [name, css] of [
    [
      'that recolours everything',
      '*{color:red!important;background:#600!important;fill:#f00!important}',
    ],
    [
      'with pictures turned round and dimmed',
      'svg,img{transform:scaleX(-1);opacity:.1;filter:invert(1)}',
    ],
    ['with pictures shrunk', 'svg,img,figure{max-width:50px!important;height:auto!important}'],
    [
      'with an accent like the ground',
      'contest-banner{--contest-accent:#fff;--contest-text:#fff;--contest-surface:#000}',
    ],
    ['that wishes it large', 'contest-banner{--contest-qr-size:400px}'],
    ['that wishes it small', 'contest-banner{--contest-qr-size:60px}'],
  ] as const)
    it(`is read under a theme ${name}`, async () => {
      await expectReadable(await open(STYLE(css)));
    });

  for (const deviceScaleFactor of [1.25, 1.5, 2, 3])
    it(`is read on a screen with ${deviceScaleFactor} px for each`, async () => {
      await expectReadable(await open(SCRIPT, '', { viewport: { deviceScaleFactor } }));
    });

  for (const zoom of [0.9, 1.1, 2])
    it(`is read where the page zooms by ${zoom}`, async () => {
      await expectReadable(await open(STYLE(`html{zoom:${zoom}}`)));
    });

  it('is read with 3 px a module in a narrow column', async () => {
    const tab = await open(STYLE('contest-banner{width:150px}'), 'qr="always"');
    await expectReadable(tab);
  });

  it('is read on paper, at 150 dpi', async () => {
    const tab = await open();
    const pictures = await printed(tab, ['-r', '150']);
    const texts = await Promise.all(pictures.map(decodeQr));
    const href = await link(tab);
    expect(texts.filter(({ jsqr }) => jsqr)).to.deep.equal([{ jsqr: href, zbar: href }]);
  });

  it('is read on paper in black and white', async () => {
    const tab = await open(STYLE(':root{color-scheme:dark}'));
    const pictures = await printed(tab, ['-r', '150', '-gray']);
    const texts = await Promise.all(pictures.map(decodeQr));
    expect(texts.map(({ zbar }) => zbar)).to.include(await link(tab));
  });
});

/** The part of the page's picture in which the code stands, with what is around it. */
const surroundings = (tab: Page) =>
  tab.$eval('contest-banner', (element) => {
    const code = element.shadowRoot!.querySelector('contest-qr')!;
    const { left, top, width, height } = code.getBoundingClientRect();
    const [x, y] = [Math.max(0, left + scrollX - 60), Math.max(0, top + scrollY - 60)];
    return { x, y, width: width + 120, height: height + 120 };
  });

/** The ground on which the banner stands. */
const ground = (tab: Page) =>
  tab.$eval(
    'contest-banner',
    (element) => getComputedStyle(element.shadowRoot!.querySelector('.root')!).backgroundColor,
  );

/** The pages of the printed page as PNG. */
const printed = async (tab: Page, options: string[]): Promise<Buffer[]> =>
  inFolder(async (folder) => {
    const file = join(folder, 'page.pdf');
    await writeFile(file, await tab.pdf({ format: 'A4' }));
    await run('pdftoppm', ['-png', ...options, file, join(folder, 'paper')]);
    const pictures = (await readdir(folder)).filter((name) => name.endsWith('.png'));
    return Promise.all(pictures.sort().map((name) => readFile(join(folder, name))));
  });
