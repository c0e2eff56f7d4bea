import { expect } from 'chai';
import { cchc2024, full, haiPhong2025 } from '../contest/samples.ts';
import { decode } from '../elements/decode.ts';
import { AFTER, BEFORE, drawn, DURING, freshPage, frame, listen } from '../elements/fixture.ts';
import { display, fitted, LONGEST, LONG_HOST, outside, showing, textOf } from './fixture.ts';

type Poster = HTMLElementTagNameMap['contest-poster'];

const sheet = (element: Poster) => element.shadowRoot!.querySelector<HTMLElement>('.sheet')!;
const code = (element: Poster) => element.shadowRoot!.querySelector('svg')!;

/** The one rule that a poster gives its document. */
const pageRules = (): string[] =>
  document.adoptedStyleSheets.flatMap(({ cssRules }) =>
    [...cssRules].map(({ cssText }) => cssText.replace(/\s+/g, ' ').toLowerCase()),
  );

/** mm on paper, whatever the preview shows. */
const mm = (px: number) => (px * 25.4) / 96;

describe('the poster', () => {
  freshPage();

  it('stands opening and closing on it, with weekday and zone', async () => {
    const text = drawn(await showing('contest-poster'));
    expect(text).to.include('Mở 7h30 ngày 18/11/2024 (thứ Hai), giờ Việt Nam');
    expect(text).to.include('Đóng 16h30 ngày 13/12/2024 (thứ Sáu), giờ Việt Nam');
  });

  it('says nothing that is true today only', async () => {
    expect(drawn(await showing('contest-poster'))).not.to.match(/Đang diễn ra|kết thúc trong|Còn/);
  });

  it('names the former closing of an extended contest', async () => {
    const text = drawn(
      await showing('contest-poster', { extendedFrom: '2024-12-06T16:30:00+07:00' }),
    );
    expect(text).to.include('Gia hạn đến 16h30 ngày 13/12/2024');
    expect(text).to.include('Trước đây 16h30 ngày 6/12/2024');
  });

  it('says in its QR code what stands below it, character for character', async () => {
    const element = await showing('contest-poster', { unitParameter: 'don-vi' }, DURING, {
      unit: 'Bảo tàng & Thư viện',
    });
    const address = element.shadowRoot!.querySelector('.address')!.textContent!.replace(/\s/g, '');
    expect(decode(code(element))).to.equal(address);
    expect(new URL(address).searchParams.get('don-vi')).to.equal('Bảo tàng & Thư viện');
  });

  it('has QR code and address before the opening, and says from when they work', async () => {
    const element = await showing('contest-poster', {}, BEFORE);
    expect(decode(code(element))).to.equal(cchc2024.url);
    expect(drawn(element)).to.include('Quét mã để vào thi, từ lúc mở');
  });

  it('leads to the contest, not to a round that ends before the paper is taken down', async () => {
    const element = await showing('contest-poster', haiPhong2025, Date.parse('2025-11-05T12:00Z'));
    expect(decode(code(element))).to.equal(haiPhong2025.url);
    expect(drawn(element)).to.include('http://cuocthi-hp.example.vn/khau-hieu');
    expect(drawn(element)).to.include('Trang này không mã hoá kết nối');
  });

  it('names no way into a round while the contest is suspended', async () => {
    const suspended = { ...haiPhong2025, suspended: true };
    const element = await showing('contest-poster', suspended, Date.parse('2025-11-05T12:00Z'));
    expect(drawn(element)).to.include('Sáng tác khẩu hiệu');
    expect(drawn(element)).not.to.include('http');
  });

  it('warns of a round without encryption beside its address', async () => {
    const url = 'https://cuocthi.example.vn/';
    const now = Date.parse('2025-11-05T12:00Z');
    const element = await showing('contest-poster', { ...haiPhong2025, url }, now);
    expect(drawn(element)).to.include(
      'http://cuocthi-hp.example.vn/khau-hieu Trang này không mã hoá kết nối',
    );
    expect(element.shadowRoot!.querySelector('.insecure')).to.equal(null);
  });

  it('lists the rounds that are not over', async () => {
    const element = await showing('contest-poster', haiPhong2025, Date.parse('2025-11-12T12:00Z'));
    const text = drawn(element);
    expect(text).not.to.include('Tuần 1');
    expect(text).not.to.include('Sáng tác khẩu hiệu');
    expect(text).to.include('Tuần 2 Từ 8h00 ngày 10/11/2025 (thứ Hai) đến 17h00 ngày 14/11/2025');
  });

  it('names the rules with number and address', async () => {
    const rules = { kind: 'rules', title: 'Quy chế thi', number: '12/QC', issued: '2024-11-14' };
    const documents = [...full.documents!.slice(0, 1), { ...rules, url: `${cchc2024.url}the-le` }];
    const text = drawn(await showing('contest-poster', { documents } as object));
    expect(text).to.include('Thể lệ: Quy chế thi, số 12/QC, ngày 14/11/2024');
    expect(text).to.include(`${cchc2024.url}the-le`);
    expect(text).not.to.include('Kế hoạch');
  });

  it('tells to check the domain, which stands there in large type', async () => {
    const element = await showing('contest-poster');
    expect(drawn(element)).to.include('Kiểm tra tên miền trước khi quét');
    const domain = element.shadowRoot!.querySelector('.domain')!;
    const large = parseFloat(getComputedStyle(domain).fontSize);
    expect(large).to.be.greaterThan(parseFloat(getComputedStyle(sheet(element)).fontSize) * 1.5);
  });

  it('writes the domain in ASCII', async () => {
    const element = await showing('contest-poster', { url: 'https://cuộcthi.example.vn/' });
    expect(element.shadowRoot!.querySelector('.domain')!.textContent).to.match(/^\s*xn--/);
  });

  it('says that it is over, with the results, and has no way in', async () => {
    const element = await showing('contest-poster', { results: `${cchc2024.url}ket-qua` }, AFTER);
    expect(code(element)).to.equal(null);
    expect(drawn(element)).to.include('Cuộc thi đã kết thúc');
    expect(drawn(element)).to.include('Kết quả: https://cuocthi.example.vn/ket-qua');
  });

  for (const [attributes, rule, size] of [
    [{}, 'a4 portrait', [210, 297]],
    [{ orientation: 'landscape' }, 'a4 landscape', [297, 210]],
    [{ paper: 'a3' }, 'a3 portrait', [297, 420]],
    [{ paper: 'a3', orientation: 'landscape' }, 'a3 landscape', [420, 297]],
  ] as const)
    it(`is a sheet of ${rule}, and its page too`, async () => {
      const element = await showing('contest-poster', {}, DURING, { ...attributes });
      const { offsetWidth, offsetHeight } = sheet(element);
      expect(mm(offsetWidth)).to.be.closeTo(size[0], 0.3);
      expect(mm(offsetHeight)).to.be.closeTo(size[1], 0.3);
      expect(pageRules()).to.have.length(1);
      expect(pageRules()[0]).to.match(/^@page ?\{.*margin: 0/);
      // Portrait is what paper is by itself.
      expect(pageRules()[0]).to.include(`size: ${rule.replace(' portrait', '')}`);
      element.remove();
      expect(pageRules()).to.eql([]);
    });

  it('takes a wrong paper for A4 upright and says so once each', async () => {
    const heard = listen('contest-error');
    const element = await showing('contest-poster', {}, DURING, {
      paper: 'letter',
      orientation: 'sideways',
    });
    element.setAttribute('unit', 'x');
    await fitted(element);
    expect(heard.map(({ detail }) => detail.message)).to.eql([
      'paper: expected one of a4, a3, got "letter"',
      'orientation: expected one of portrait, landscape, got "sideways"',
    ]);
    expect(mm(sheet(element).offsetWidth)).to.be.closeTo(210, 0.3);
  });

  for (const attributes of [
    {},
    { orientation: 'landscape' },
    { paper: 'a3' },
    { paper: 'a3', orientation: 'landscape' },
  ])
    for (const [what, changes] of [
      ['the longest definition', LONGEST],
      ['a title of 1,000 wide letters', { ...LONGEST, title: 'W'.repeat(1000) }],
      ['the longest domain', { ...full, rounds: [], url: `https://${LONG_HOST}/` }],
      ['all that is usual', { ...full, rounds: [] }],
    ] as const)
      it(`keeps ${what} on the sheet, ${JSON.stringify(attributes)}`, async () => {
        const element = await showing('contest-poster', changes as object, DURING, {
          'unit-name': textOf(200),
          ...attributes,
        });
        expect(outside(element, sheet(element).getBoundingClientRect())).to.eql([]);
        const content = element.shadowRoot!.querySelector('.content')!;
        expect(content.scrollHeight).to.be.at.most(content.clientHeight);
        expect(content.scrollWidth).to.be.at.most(content.clientWidth);
        const text = drawn(element);
        expect(text).to.include(changes.title);
        expect(text).to.include('13/12/2024');
        expect(text.replace(/\s/g, '')).to.include(changes.url);
        expect(code(element).getBoundingClientRect().width).to.be.greaterThan(0);
      });

  it('shrinks before it leaves out, and leaves out the last line first', async () => {
    const howTo = Array.from({ length: 8 }, (_, n) => `Bước ${n + 1}. ${textOf(290)}`);
    const element = await showing('contest-poster', { howTo, summary: textOf(600) });
    const kept = howTo.filter((line) => drawn(element).includes(line));
    expect(kept.length).to.be.within(1, 7);
    expect(kept).to.eql(howTo.slice(0, kept.length));
    expect(drawn(element)).not.to.include(textOf(600));
  });

  it('finds room anew for a shorter contest', async () => {
    const element = await showing('contest-poster', LONGEST);
    element.contest = { ...cchc2024, howTo: ['Một lần.'] };
    await fitted(element);
    expect(drawn(element)).to.include('Một lần.');
    const frame = element.shadowRoot!.querySelector<HTMLElement>('.frame')!;
    expect(frame.style.getPropertyValue('--scale')).to.equal('1');
  });

  it('has a QR code of more than 6 cm on A4, proportionally larger on A3', async () => {
    const a4 = await showing('contest-poster', full, DURING);
    const width = mm(code(a4).clientWidth || code(a4).getBoundingClientRect().width);
    expect(width).to.be.greaterThan(60);
    const a3 = await showing('contest-poster', full, DURING, { paper: 'a3' });
    const zoom = sheet(a3).getBoundingClientRect().width / sheet(a3).offsetWidth;
    expect(mm(code(a3).getBoundingClientRect().width / zoom) / width).to.be.closeTo(1.414, 0.02);
  });

  it('is shown smaller where there is less room, with the same lines', async () => {
    const wide = await showing('contest-poster', full, DURING, {}, { width: 1000 });
    const narrow = await showing('contest-poster', full, DURING, {}, { width: 300 });
    expect(narrow.scrollWidth).to.equal(300);
    const box = sheet(narrow).getBoundingClientRect();
    expect(box.width).to.be.closeTo(300, 1);
    expect(box.height / box.width).to.be.closeTo(297 / 210, 0.01);
    const lines = (element: Poster) =>
      element.shadowRoot!.querySelector('h1')!.offsetHeight /
      parseFloat(getComputedStyle(element.shadowRoot!.querySelector('h1')!).lineHeight);
    expect(lines(narrow)).to.be.closeTo(lines(wide), 0.01);
  });

  it('follows the width of its box', async () => {
    const element = await showing('contest-poster', full, DURING, {}, { width: 800 });
    element.style.width = '400px';
    for (let n = 0; n < 4; n++) await frame();
    await fitted(element);
    expect(sheet(element).getBoundingClientRect().width).to.be.closeTo(400, 1);
  });

  it('prints by its button', async () => {
    const element = await showing('contest-poster');
    let printed = 0;
    const { print } = window;
    window.print = () => void printed++;
    try {
      element.shadowRoot!.querySelector('button')!.click();
    } finally {
      window.print = print;
    }
    expect(printed).to.equal(1);
  });

  it('has no button while there is nothing to print', async () => {
    const element = await display('contest-poster');
    expect(element.shadowRoot!.querySelector('button')).to.equal(null);
  });
});
