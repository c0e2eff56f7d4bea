import { expect } from 'chai';
import { unzipSync, strFromU8 } from 'fflate';
import { encode } from '../../src/contest/qr.ts';
import { archive } from '../../src/handout/archive.ts';
import { toSvg } from '../../src/handout/drawing.ts';
import { contestJson, folderMaker, type Files } from '../../src/handout/folder.ts';
import {
  BANNER_SIZES,
  codePicture,
  leastWidth,
  NARROWEST_SIZE,
  NARROW_SIZE,
  picture,
  SHARE_SIZE,
  sizeName,
} from '../../src/handout/picture.ts';
import { wayOf } from '../../src/handout/handout.ts';
import { measurer } from '../../src/handout/raster.ts';
import { readUnits } from '../../src/handout/units.ts';
import { handout, HOSTILE } from './sample.ts';

const META =
  '<script src="contest-banner.js"></script><meta name="contest-hosts" content="" /><meta name="contest-sources" content="" /><meta name="contest-until" content="" />';
const SHIPPED = new Map(
  [
    ['contest-banner-0.1.0.js', '\ufeff/* banner */'],
    ['contest-display.js', '/* display */'],
    ['frame.html', META],
  ].map(([name, text]) => [name, new TextEncoder().encode(text)] as [string, Uint8Array]),
);

/** What the metas of a page of ours say. */
function metas(html: string) {
  const page = new DOMParser().parseFromString(html, 'text/html');
  const content = (name: string) =>
    page.querySelector(`meta[name="${name}"]`)!.getAttribute('content');
  return { hosts: content('contest-hosts'), sources: content('contest-sources') };
}

describe("a unit's folder", function () {
  this.timeout(20_000);
  let files: Files;
  const text = (name: string) => files.get(name) as string;
  before(async () => {
    files = await folderMaker(SHIPPED, measurer())(handout());
  });

  it('holds every way in, the texts, the calendar, the poster and the instructions', () => {
    expect([...files.keys()].sort()).to.deep.equal(
      [
        '1-bieu-ngu.html',
        '2-the-script.html',
        '3-khung-iframe.html',
        '4-anh-va-lien-ket.html',
        '4b-anh-cot-hep.html',
        '4c-anh-cot-rat-hep.html',
        '5-wordpress.txt',
        'ap-phich.html',
        'bai-viet-cchc-2024-3.html',
        'huong-dan.html',
        'lich-cchc-2024-3.ics',
        'thu-cchc-2024-3.txt',
        'tin-nhan-cchc-2024-3.txt',
        ...['1200x480', '320x640', '400x640', '800x800'].flatMap((size) =>
          ['png', 'svg'].map((type) => `tep/banner-cchc-2024-3-${size}.${type}`),
        ),
        'tep/chia-se-cchc-2024-3-1200x630.png',
        'tep/chia-se-cchc-2024-3-1200x630.svg',
        'tep/contest-banner-0.1.0.js',
        'tep/contest-display.js',
        'tep/frame.html',
        'tep/qr-cchc-2024-3.png',
        'tep/qr-cchc-2024-3.svg',
      ].sort(),
    );
  });

  it('allows the frame to read where the organizer publishes, and pins what that leads to', () => {
    const { hosts, sources } = metas(text('tep/frame.html'));
    expect(hosts).to.equal('cuocthi.example.vn');
    expect(sources).to.equal('https://so.example.vn/contest.json');
  });

  it('lets no other host that the contest leads to be a source', async () => {
    const documents = [
      { kind: 'rules' as const, title: 'Thể lệ', url: 'https://kho.example.com/the-le' },
    ];
    const other = await folderMaker(SHIPPED, measurer())(handout({ documents }));
    const { hosts, sources } = metas(other.get('tep/frame.html') as string);
    expect(hosts).to.include('kho.example.com');
    expect(sources).to.equal('https://so.example.vn/contest.json');
  });

  it('lets a definition move where the contest itself is', async () => {
    const place = { ...handout().place, published: 'https://cuocthi.example.vn/contest.json' };
    const own = await folderMaker(SHIPPED, measurer())({ ...handout(), place });
    const { sources } = metas(own.get('tep/frame.html') as string);
    expect(sources).to.equal('https://cuocthi.example.vn/contest.json cuocthi.example.vn');
  });

  it('writes a definition without its indents where portals would not read it with them', () => {
    let deep: unknown[] = [];
    for (let level = 0; level < 500; level++) deep = [deep];
    const { definition } = handout();
    expect(contestJson({ ...definition, deep } as never).length).to.be.below(64 * 1024);
    expect(contestJson(definition)).to.include('\n  "title"');
  });

  it('has pages of ours end with the snippets, whatever their address says', () => {
    expect(text('tep/frame.html')).to.include('<meta name="contest-until" content="2025-06-11"');
  });

  it('writes the names of hosts as text, whatever stands in them', async () => {
    // Of signs that end an attribute, or stand for something in a replacement, those that this
    // browser takes in a host name.
    const signs = [`"onload="`, `$'`, '$&', "'"].filter((sign) => {
      try {
        return new URL(`https://a${sign}x.vn/`).hostname.includes(sign);
      } catch {
        return false;
      }
    });
    const url = `https://a${signs.join('')}x.vn/`;
    const other = await folderMaker(SHIPPED, measurer())(handout({ url, documents: [] }));
    const page = other.get('tep/frame.html') as string;
    const meta = new DOMParser()
      .parseFromString(page, 'text/html')
      .querySelector('meta[name="contest-hosts"]')!;
    expect(meta.getAttributeNames()).to.deep.equal(['name', 'content']);
    expect(page.length).to.be.below(META.length + 200);
  });

  it('says what follows a moved date by itself, and what does not', async () => {
    const place = { ...handout().place, published: '' };
    const own = await folderMaker(SHIPPED, measurer())(handout({}, { place }));
    expect(text('huong-dan.html')).to.include('Tự cập nhật khi');
    expect(own.get('huong-dan.html')).not.to.include('Tự cập nhật khi');
    expect(own.get('huong-dan.html')).to.include('chép đè tệp contest.json');
  });

  for (const name of ['board', 'poster'])
    it(`names the address of the ${name}, for this unit and until its end`, () => {
      const page = new DOMParser().parseFromString(text('huong-dan.html'), 'text/html');
      const address = [...page.querySelectorAll('code')]
        .map(({ textContent }) => textContent)
        .find((code) => code.includes(`${name}.html?`));
      const { searchParams } = new URL(address!, 'https://x.vn');
      expect(Object.fromEntries(searchParams)).to.deep.equal({
        src: 'https://so.example.vn/contest.json',
        unit: 'bao-tang-tinh',
        'unit-name': 'Bảo tàng tỉnh',
        until: '2025-06-11',
      });
    });

  it('has names of files that a file system takes, however long the identifier is', async () => {
    const long = await folderMaker(SHIPPED, measurer())(handout({ id: 'a'.repeat(300) }));
    for (const name of long.keys()) expect(name.length).to.be.at.most(120);
  });

  it('has the frame name the script as it lies there', () => {
    expect(text('tep/frame.html')).to.include('src="contest-banner-0.1.0.js"');
  });

  it('hands our scripts out byte for byte, or their hash would be another', () => {
    for (const name of ['contest-banner-0.1.0.js', 'contest-display.js'])
      expect(files.get(`tep/${name}`)).to.equal(SHIPPED.get(name));
  });

  it('has a copy of the definition where the organizer publishes none', async () => {
    const place = { ...handout().place, published: '' };
    const own = await folderMaker(SHIPPED, measurer())(handout({}, { place }));
    const { report, ...shown } = handout().definition;
    expect(report).to.be.an('object');
    expect(JSON.parse(own.get('tep/contest.json') as string)).to.deep.equal(shown);
    // Or it would show whatever else lies on the portal, and lead wherever that leads.
    expect(metas(own.get('tep/frame.html') as string)).to.deep.equal({
      hosts: 'cuocthi.example.vn',
      sources: './contest.json',
    });
  });

  it('names in the instructions every other file, the last day and the report', () => {
    const page = new DOMParser().parseFromString(text('huong-dan.html'), 'text/html');
    const linked = [...page.querySelectorAll('li a')].map((link) => link.getAttribute('href')!);
    for (const name of linked) expect(files.has(name), name).to.equal(true);
    expect(page.body.textContent).to.include('11/6/2025');
    expect(page.body.textContent).to.include('9h00 ngày 14/12/2024 (thứ Bảy)');
    expect(page.body.textContent).to.include('Văn phòng Sở');
  });

  it('says in the instructions what to do where pictures lie elsewhere, before any snippet', () => {
    const [steps] = text('huong-dan.html').split('<textarea');
    expect(steps).to.include('tự chọn nơi lưu ảnh').and.include('giữ nguyên tên tệp');
    expect(steps).to.include('thay địa chỉ ảnh <code>src="/cuoc-thi/…"</code>');
  });

  it('says with each picture how wide it must be shown', () => {
    const page = new DOMParser().parseFromString(text('huong-dan.html'), 'text/html');
    const [strip, narrow, ...more] = [...page.querySelectorAll('h3 + p')].flatMap(
      ({ textContent }) => /ít nhất (\d+) px/.exec(textContent)?.[1] ?? [],
    );
    expect(Number(strip)).to.equal(leastWidth(handout(), BANNER_SIZES[0]!));
    expect(Number(narrow)).to.equal(leastWidth(handout(), NARROW_SIZE));
    expect(more).to.deep.equal([]);
    expect(text('4c-anh-cot-rat-hep.html')).to.include('width="160" height="320"');
  });

  it('shows each snippet in the instructions as it lies in its file', () => {
    const page = new DOMParser().parseFromString(text('huong-dan.html'), 'text/html');
    const shown = [...page.querySelectorAll('textarea')].map(({ value }) => value);
    expect(shown).to.deep.equal(
      [
        '1-bieu-ngu.html',
        '2-the-script.html',
        '3-khung-iframe.html',
        '4-anh-va-lien-ket.html',
        '4b-anh-cot-hep.html',
        '4c-anh-cot-rat-hep.html',
        '5-wordpress.txt',
      ].map(text),
    );
  });
});

describe('a folder for a contest that is suspended', function () {
  this.timeout(20_000);
  const notice = 'Tạm dừng để bảo trì.';
  let files: Files;
  before(async () => {
    const suspended = handout({ suspended: true, notice });
    files = await folderMaker(SHIPPED, measurer())(suspended);
  });

  it('leads in nowhere, and says why', () => {
    const texts = [...files].filter(
      ([name, content]) => !name.startsWith('tep/') && typeof content === 'string',
    ) as [string, string][];
    for (const [name, content] of texts) {
      expect(content, name).not.to.include('don-vi=bao-tang-tinh').and.not.to.include('Vào thi:');
      const page = new DOMParser().parseFromString(content, 'text/html');
      const hrefs = [...page.querySelectorAll('a')].map((link) => link.getAttribute('href')!);
      const papers = handout().definition.documents!.map(({ url }) => url);
      expect(hrefs.filter((href) => href.includes('//') && !papers.includes(href))).to.eql([]);
      if (!/^[235]-/.test(name)) expect(content.replace(/\r\n /g, ''), name).to.include(notice);
    }
  });

  it('has no code, alone or in a picture', () => {
    expect([...files.keys()].filter((name) => name.includes('qr-'))).to.deep.equal([]);
    for (const size of [...BANNER_SIZES, SHARE_SIZE]) {
      const { shapes, title } = picture(handout({ suspended: true, notice }), size, measurer());
      expect(shapes.filter(({ kind }) => kind === 'path')).to.deep.equal([]);
      expect(title).to.include(notice).and.not.to.include('cuocthi');
      const written = shapes.flatMap((shape) => (shape.kind === 'text' ? shape.text : []));
      expect(written.join(' ')).to.include(notice);
    }
  });
});

describe('a picture', () => {
  const sizes = [...BANNER_SIZES, SHARE_SIZE];

  it('is well-formed SVG whatever a text says', () => {
    for (const size of sizes) {
      const drawing = picture(
        handout({ title: `${HOSTILE}\0\x07\ud800`, organizer: HOSTILE }),
        size,
        measurer(),
      );
      const document = new DOMParser().parseFromString(toSvg(drawing), 'image/svg+xml');
      expect(document.querySelector('parsererror')).to.equal(null);
      const names = new Set([...document.querySelectorAll('*')].map(({ localName }) => localName));
      const code = size.bare ? [] : ['path'];
      expect([...names].sort()).to.deep.equal(['circle', ...code, 'rect', 'svg', 'text', 'title']);
    }
  });

  it('keeps its texts within its bounds, the longest title in full', () => {
    const title = 'Cuộc thi tìm hiểu Luật Ứng xử Ể Ẫ Ộ '.repeat(7).trim();
    for (const size of sizes) {
      const { shapes } = picture(handout({ title }), size, measurer());
      const texts = shapes.filter((shape) => shape.kind === 'text');
      for (const { x, y, width, middle, text } of texts) {
        const left = middle ? x - width / 2 : x;
        expect(left, text).to.be.at.least(0);
        expect(left + width, text).to.be.at.most(size.width);
        expect(y, text).to.be.at.most(size.height);
      }
      const written = texts.map(({ text }) => text).join(' ');
      expect(written).to.include(title.slice(0, 8));
      expect(written.split(/\s+/).filter((word) => word === 'Luật').length).to.equal(7);
    }
  });

  it('has a code of whole px a module, at least 6 of them', () => {
    for (const size of sizes.filter(({ bare }) => !bare)) {
      const code = picture(handout(), size, measurer()).shapes.find(({ kind }) => kind === 'path');
      expect(code).to.have.property('scale').that.is.at.least(6);
      expect((code as { scale: number }).scale % 1).to.equal(0);
    }
  });

  it('keeps 4 px a module and 150 px in an article, a column and a side column of their widths', () => {
    const [strip, square] = BANNER_SIZES;
    for (const [size, shown] of [
      [strip!, 600],
      [square!, 400],
      [NARROW_SIZE, 300],
    ] as const) {
      const width = leastWidth(handout(), size);
      expect(width, sizeName(size)).to.be.at.most(shown);
      const code = picture(handout(), size, measurer()).shapes.find(({ kind }) => kind === 'path');
      const module = ((code as { scale: number }).scale * width) / size.width;
      expect(module).to.be.at.least(4);
      expect(module * encode(wayOf(handout()))!.size).to.be.at.least(150);
    }
  });

  it('asks for more room where the way in has more to say', () => {
    const unit = { name: '', code: 'x'.repeat(100), folder: '' };
    for (const size of BANNER_SIZES.filter(({ bare }) => !bare))
      expect(leastWidth(handout({}, { unit }), size)).to.be.above(leastWidth(handout(), size));
  });

  it('has no code for a column of 160 px, but dates and domain in type that is read there', () => {
    const { shapes } = picture(handout(), NARROWEST_SIZE, measurer());
    expect(shapes.some(({ kind }) => kind === 'path')).to.equal(false);
    expect(leastWidth(handout(), NARROWEST_SIZE)).to.equal(160);
    const texts = shapes.filter((shape) => shape.kind === 'text');
    const written = texts.map(({ text }) => text).join(' ');
    for (const part of ['18/11/2024', '13/12/2024', 'cuocthi.example.vn'])
      expect(written).to.include(part);
    for (const { text, size } of texts.filter(({ text }) => /\d|\.vn/.test(text)))
      expect((size * 160) / NARROWEST_SIZE.width, text).to.be.at.least(12);
  });

  it('refuses an address that no QR code holds, by its field', () => {
    const url = `https://cuocthi.example.vn/${'ă'.repeat(1900)}`;
    expect(() => codePicture(handout({ url }), 4)).to.throw(RangeError, /^url: expected/);
  });
});

describe('the download', function () {
  this.timeout(30_000);
  const { units } = readUnits('UBND xã Hợp Tiến\nUBND xã Hợp Tiến\n=1+1');
  const read = async (blob: Blob) => unzipSync(new Uint8Array(await blob.arrayBuffer()));
  const make = (unit: (typeof units)[number]): Promise<Files> =>
    Promise.resolve(new Map([['a.txt', unit.code]]));

  it('has a folder for each unit, two of one name apart', async () => {
    const files = await read(await archive(units, make, () => undefined));
    expect(Object.keys(files)).to.deep.equal([
      'danh-sach.csv',
      '001-ubnd-xa-hop-tien/a.txt',
      '002-ubnd-xa-hop-tien/a.txt',
      '003-1-1/a.txt',
    ]);
    expect(strFromU8(files['002-ubnd-xa-hop-tien/a.txt']!)).to.equal('ubnd-xa-hop-tien-2');
  });

  it('lists the units for a spreadsheet, in which no name is a formula', async () => {
    const files = await read(await archive(units, make, () => undefined));
    const bytes = files['danh-sach.csv']!;
    expect([...bytes.slice(0, 3)]).to.deep.equal([0xef, 0xbb, 0xbf]);
    expect(strFromU8(bytes)).to.match(/^003-1-1,"?'=1\+1"?,1-1,/m);
  });

  it('has no formula behind a sign at which another reader ends a cell', async () => {
    const [unit] = readUnits('Xã').units;
    const cells = ['z;=1+1', 'z;"=1', 'z\t+1', 'a-b', 'x@y'];
    const list = cells.map((code, index) => ({ ...unit!, code, folder: `00${index}-xa` }));
    const files = await read(await archive(list, make, () => undefined));
    const table = strFromU8(files['danh-sach.csv']!);
    expect(table).not.to.match(/[;\t]\s*"*[=+\-@]/);
    expect(table).to.include('a-b').and.include('x@y');
  });

  it('has one line a unit, whatever its name and its code were pasted from', async () => {
    const list = [{ name: 'Xã\r\nHợp\u2028Tiến', code: 'a\nb', folder: '001-xa' }];
    const files = await read(await archive(list, make, () => undefined));
    expect(strFromU8(files['danh-sach.csv']!).split(/[\r\n\u2028]+/)).to.have.lengthOf(3);
  });

  it('tells how far it is', async () => {
    const told: number[] = [];
    await archive(units, make, ({ done, of }) => told.push(done, of));
    expect(told).to.deep.equal([1, 3, 2, 3, 3, 3]);
  });

  it('stops when it is told to', async () => {
    const stop = new AbortController();
    const stopped = archive(units, make, () => stop.abort(), stop.signal);
    expect(await stopped.catch(({ name }: Error) => name)).to.equal('AbortError');
  });

  it('lets the page go on between two units', async () => {
    let turns = 0;
    const timer = setInterval(() => turns++);
    await archive(units, make, () => undefined);
    clearInterval(timer);
    // Engines differ in how many; without a pause there is none.
    expect(turns).to.be.at.least(1);
  });

  it('refuses more files than a zip holds', async () => {
    const many = new Map(Array.from({ length: 65_535 }, (_, index) => [`${index}.png`, '']));
    const outcome = await archive(
      units,
      () => Promise.resolve(many),
      () => undefined,
    ).catch((error: Error) => error);
    expect(outcome).to.be.instanceOf(RangeError).with.property('message').that.includes('65535');
  });

  it('gives up the whole where a unit fails', async () => {
    const failing = () => Promise.reject(new Error('no picture'));
    const outcome = await archive(units, failing, () => undefined).catch(
      ({ message }: Error) => message,
    );
    expect(outcome).to.equal('no picture');
  });
});
