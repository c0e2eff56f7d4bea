import { expect } from 'chai';
import { unzipSync } from 'fflate';
import type { Page } from 'puppeteer';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import packageJson from '../../package.json' with { type: 'json' };
import type { Definition } from '../../src/contest/schema.ts';
import { inPhase, openBody, settled, usePortal } from './support/browser.ts';
import { printed } from './support/display.ts';
import { decodeQr, inFolder, run } from './support/qr.ts';
import { DIST, type Routes } from './support/server.ts';

/** Open, whatever the year. */
const DEFINITION: Definition = {
  id: 'cchc-2024',
  revision: 3,
  title: 'Cuộc thi trực tuyến tuyên truyền về công tác cải cách hành chính tỉnh Hải Dương',
  organizer: 'Ban Tổ chức Cuộc thi',
  url: 'https://cuocthi.example.vn/',
  opens: '2020-11-18T07:30:00+07:00',
  closes: '2099-12-13T16:30:00+07:00',
  unitParameter: 'don-vi',
  howTo: ['Đăng ký, đăng nhập và làm bài theo Hướng dẫn số 1588/HD-BTC.'],
  documents: [{ kind: 'rules', title: 'Thể lệ', url: 'https://cuocthi.example.vn/the-le' }],
  report: { due: '2099-12-14T09:00:00+07:00', recipient: 'Văn phòng Sở' },
};
const UNITS = 'UBND xã Hợp Tiến\nUBND xã Hợp Tiến';
const WAY = 'https://cuocthi.example.vn/?don-vi=ubnd-xa-hop-tien-2';
const FOLDER = '002-ubnd-xa-hop-tien/';
const script = `contest-banner-${packageJson.version}.js`;
/** The picture without a code. */
const BARE = '320x640';
const SHIPPED = ['contest-display.js', 'frame.html', 'poster.html', 'board.html', 'LICENCES.txt'];

/** Where the organizer publishes; no name of a real host leads there. */
const PUBLISHED = 'https://so.example.vn/contest.json';

/** Answers for the organizer's host. */
async function asOrganizer(page: Page): Promise<void> {
  await page.setRequestInterception(true);
  page.on('request', (request) => {
    void (request.url() === PUBLISHED
      ? request.respond({
          contentType: 'application/json; charset=utf-8',
          headers: { 'access-control-allow-origin': '*' },
          body: JSON.stringify(DEFINITION),
        })
      : request.continue());
  });
}

/** Runs in the builder's page: the whole download, in base64. */
async function makeDownload(
  definition: Definition,
  list: string,
  published: string,
  names: string[],
): Promise<string> {
  const { archive, folderMaker, measurer, readUnits } = (
    window as unknown as { handout: typeof import('../../src/handout/index.ts') }
  ).handout;
  const { version, files } = (await (await fetch('/integrity.json')).json()) as {
    version: string;
    files: Record<string, string>;
  };
  const script = `contest-banner-${version}.js`;
  const shipped = new Map<string, Uint8Array>();
  for (const name of [script, ...names])
    shipped.set(name, new Uint8Array(await (await fetch(`/${name}`)).arrayBuffer()));
  const make = folderMaker(shipped, measurer());
  const place = { files: '/cuoc-thi/', published, version, integrity: files[script]! };
  const blob = await archive(
    readUnits(list).units,
    (unit) =>
      make({
        definition,
        unit,
        place,
        now: Date.now(),
        room: { page: 620, article: 870, side: 1280 },
      }),
    () => undefined,
  );
  const bytes = new Uint8Array(await blob.arrayBuffer());
  let binary = '';
  for (const byte of bytes) binary += String.fromCharCode(byte);
  return btoa(binary);
}

for (const publishes of [true, false])
  describe(`the download, where the organizer ${publishes ? 'publishes the definition' : 'publishes nothing'}`, function () {
    this.timeout(60_000);
    const portal = usePortal();
    let files: Record<string, Uint8Array>;
    const bytes = (name: string) => Buffer.from(files[FOLDER + name]!);
    const text = (name: string) => bytes(name).toString('utf8');

    before(async () => {
      portal.site.add({
        '/': `<!doctype html><meta charset="utf-8"><title>x</title>
<script type="module">import * as handout from '/handout.js'; window.handout = handout</script>`,
      });
      const { page } = await portal.open('/');
      await page.waitForFunction(() => 'handout' in window);
      const published = publishes ? PUBLISHED : '';
      const download = await page.evaluate(makeDownload, DEFINITION, UNITS, published, SHIPPED);
      files = unzipSync(Buffer.from(download, 'base64'));
    });

    /** The unit's portal, with the files where the instructions say. */
    const uploaded = (): Routes =>
      Object.fromEntries(
        Object.keys(files)
          .filter((name) => name.startsWith(`${FOLDER}tep/`))
          .map((name) => [
            name.replace(`${FOLDER}tep/`, '/cuoc-thi/'),
            { body: Buffer.from(files[name]!) },
          ]),
      );
    const paste = (html: string) =>
      openBody(
        portal,
        `<!doctype html><html lang="vi"><meta charset="utf-8"><title>x</title><body>${html}</body></html>`,
        uploaded(),
        { prepare: asOrganizer },
      );
    const way = (tab: Awaited<ReturnType<typeof paste>>['page']) =>
      tab.$eval('contest-banner', (element) =>
        element.shadowRoot!.querySelector('a[part=enter]')!.getAttribute('href'),
      );

    for (const name of ['1-bieu-ngu.html', '2-the-script.html'])
      it(`${name} draws the contest for the unit, without a fault`, async () => {
        const { page, problems, warnings } = await paste(text(name));
        await inPhase(page, 'open');
        await settled(page);
        expect(await way(page)).to.equal(WAY);
        expect({ problems, warnings }).to.deep.equal({ problems: [], warnings: [] });
      });

    it('3-khung-iframe.html shows the contest for the unit', async () => {
      const { page, problems, warnings } = await paste(text('3-khung-iframe.html'));
      const inside = await (await page.waitForSelector('iframe'))!.contentFrame();
      await inside.waitForSelector('contest-banner[phase=open]');
      const href = await inside.$eval('contest-banner', (element) =>
        element.shadowRoot!.querySelector('a[part=enter]')!.getAttribute('href'),
      );
      expect(href).to.equal(WAY);
      expect({ problems, warnings }).to.deep.equal({ problems: [], warnings: [] });
    });

    it('4-anh-va-lien-ket.html shows a picture whose code leads where the link does', async () => {
      const { page, problems } = await paste(text('4-anh-va-lien-ket.html'));
      const image = (await page.waitForSelector('a > img'))!;
      const shot = Buffer.from(await image.screenshot());
      expect(await decodeQr(shot)).to.deep.equal({ jsqr: WAY, zbar: WAY });
      expect(await page.$eval('a', ({ href }) => href)).to.equal(WAY);
      expect(problems).to.deep.equal([]);
    });

    for (const name of ['4-anh-va-lien-ket.html', 'bai-viet-cchc-2024-3.html'])
      it(`${name}, printed with its article, has a code that is read and the address beside it`, async () => {
        const { page } = await paste(`<main style="width: 600px">${text(name)}</main>`);
        const { code, text: written } = await printed(page);
        expect(code).to.deep.equal({ jsqr: WAY, zbar: WAY });
        expect(written.replaceAll(' ', '')).to.include(WAY);
      });

    it('4-anh-va-lien-ket.html becomes the banner where the script is on the page', async () => {
      const sources = publishes ? 'data-sources="so.example.vn"' : '';
      const { page, warnings } = await paste(
        `${text('4-anh-va-lien-ket.html')}<script src="/cuoc-thi/${script}" ${sources}></script>`,
      );
      await inPhase(page, 'open');
      expect(await way(page)).to.equal(WAY);
      expect(warnings).to.deep.equal([]);
    });

    it('every picture with a code is read by two decoders', async () => {
      const pictures = Object.keys(files).filter(
        (name) => name.startsWith(FOLDER) && name.endsWith('.png') && !name.includes(BARE),
      );
      expect(pictures.length).to.equal(5);
      for (const name of pictures)
        expect(await decodeQr(Buffer.from(files[name]!)), name).to.deep.equal({
          jsqr: WAY,
          zbar: WAY,
        });
    });

    it('every SVG with a code is read by two decoders, as a browser draws it', async () => {
      const drawings = Object.keys(uploaded()).filter(
        (name) => name.endsWith('.svg') && !name.includes(BARE),
      );
      expect(drawings.length).to.equal(5);
      for (const name of drawings) {
        const { page } = await paste(
          `<img src="data:image/svg+xml;base64,${bytes(name.replace('/cuoc-thi/', 'tep/')).toString('base64')}">`,
        );
        const image = (await page.waitForSelector('img'))!;
        const shot = Buffer.from(await image.screenshot());
        expect(await decodeQr(shot), name).to.deep.equal({ jsqr: WAY, zbar: WAY });
      }
    });

    it('the poster opens from the disk and prints one page with a code that is read', () =>
      inFolder(async (folder) => {
        for (const name of ['ap-phich.html', 'tep/contest-display.js']) {
          await mkdir(dirname(join(folder, name)), { recursive: true });
          await writeFile(join(folder, name), bytes(name));
        }
        const address = pathToFileURL(join(folder, 'ap-phich.html')).href;
        const { page, problems } = await portal.open(address);
        await page.waitForSelector('contest-poster[phase=open]');
        const pdf = join(folder, 'poster.pdf');
        await writeFile(pdf, await page.pdf({ preferCSSPageSize: true }));
        await run('pdftoppm', ['-r', '100', '-png', pdf, join(folder, 'sheet')]);
        const { stdout } = await run('pdftotext', [pdf, '-']);
        expect(stdout).to.include('UBND xã Hợp Tiến').and.include('cuocthi.example.vn');
        expect(stdout.split('\f').filter((sheet) => sheet.trim()).length).to.equal(1);
        const sheet = await readFile(join(folder, 'sheet-1.png'));
        expect(await decodeQr(sheet)).to.deep.equal({ jsqr: WAY, zbar: WAY });
        expect(problems).to.deep.equal([]);
      }));

    it('the article holds title, dates, way in and documents', async () => {
      const { page } = await paste(text('bai-viet-cchc-2024-3.html'));
      const seen = await page.$eval('body', ({ innerText }) => innerText);
      for (const part of [
        DEFINITION.title,
        '16h30 ngày 13/12/2099',
        WAY,
        'Thể lệ',
        'Cách tham gia',
      ])
        expect(seen).to.include(part);
    });

    it('the messages hold what it is, until when, the address and its domain', () => {
      for (const name of ['tin-nhan-cchc-2024-3.txt', 'thu-cchc-2024-3.txt'])
        for (const part of [DEFINITION.title, '16h30 ngày 13/12/2099', WAY, 'cuocthi.example.vn.'])
          expect(text(name)).to.include(part);
      expect(text('tin-nhan-cchc-2024-3.txt').length).to.be.at.most(500);
    });

    it('the calendar holds the closing and an alarm a day before it', () => {
      const calendar = text('lich-cchc-2024-3.ics');
      expect(calendar).to.include('DTEND:20991213T093000Z');
      expect(calendar).to.include('TRIGGER;VALUE=DATE-TIME:20991212T093000Z');
    });

    it('the instructions open without a script or a request, and link what lies beside them', () =>
      inFolder(async (folder) => {
        await writeFile(join(folder, 'huong-dan.html'), bytes('huong-dan.html'));
        const { page, problems } = await portal.open(
          pathToFileURL(join(folder, 'huong-dan.html')).href,
        );
        const links = await page.$$eval('li > a', (all) =>
          all.map((link) => link.getAttribute('href')!),
        );
        for (const link of links) expect(files, link).to.have.property(FOLDER + link);
        const seen = await page.$eval('body', ({ innerText }) => innerText);
        expect(seen).to.include('11/6/2100').and.include('9h00 ngày 14/12/2099');
        expect(problems).to.deep.equal([]);
      }));

    it('the poster page and the board open where they were uploaded', async () => {
      const source = encodeURIComponent(publishes ? PUBLISHED : '/cuoc-thi/contest.json');
      portal.site.add(uploaded());
      for (const name of ['poster', 'board']) {
        const { page, problems } = await portal.open(
          `/cuoc-thi/${name}.html?src=${source}&unit=ubnd-xa-hop-tien-2`,
          { prepare: asOrganizer },
        );
        await page.waitForSelector(`contest-${name}[phase=open]`);
        expect(problems).to.deep.equal([]);
      }
    });

    it('pages of ours show nothing that lies elsewhere on the portal and leads elsewhere', async () => {
      portal.site.add(uploaded());
      portal.site.add({
        '/tai-len/la.json': {
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify({ ...DEFINITION, url: 'https://xau.example.com/' }),
        },
      });
      for (const name of ['frame', 'poster', 'board']) {
        const { page } = await portal.open(`/cuoc-thi/${name}.html?src=/tai-len/la.json`);
        const element = name === 'frame' ? 'contest-banner' : `contest-${name}`;
        await page.waitForSelector(`${element}[phase=error]`);
        const drawn = await page.$eval(element, ({ shadowRoot }) => shadowRoot!.innerHTML);
        expect(drawn).not.to.include('xau.example.com');
      }
    });

    it('the pages of ours ask for nothing once the contest is long over, whatever their address says', async () => {
      const over = Object.entries(uploaded()).map(([path, answer]) => {
        const { body } = answer as { body: Buffer };
        const page = String(body).replace(
          '<meta name="contest-until" content="2100-06-11"',
          '<meta name="contest-until" content="2024-01-01"',
        );
        return [path, { body: path.endsWith('.html') ? Buffer.from(page) : body }];
      });
      portal.site.add(Object.fromEntries(over) as Routes);
      const guide = /board\.html\?[^<]*/.exec(text('huong-dan.html'))![0].replaceAll('&#38;', '&');
      const address = new URLSearchParams(guide.split('?')[1]);
      expect(address.get('until')).to.equal('2100-06-11');
      for (const name of ['poster', 'board', 'frame']) {
        const asked: string[] = [];
        const { page } = await portal.open(`/cuoc-thi/${name}.html?${String(address)}`, {
          prepare: async (tab) => {
            tab.on('request', (request) => asked.push(request.url()));
            await asOrganizer(tab);
          },
        });
        const element = name === 'frame' ? 'contest-banner' : `contest-${name}`;
        await page.waitForSelector(`${element}[hidden]`);
        expect(asked.filter((url) => new URL(url).pathname.endsWith('.json'))).to.deep.equal([]);
      }
    });

    it('the script that is handed out is the one that was built', async () => {
      expect(bytes(`tep/${script}`).equals(await readFile(`${DIST}contest-banner.js`))).to.be.true;
    });
  });
