import { expect } from 'chai';
import { entryAddress, withUnit } from '../../src/contest/entry.ts';
import { cchc2024, drawn, full, haiPhong2025, pick, seeded, textFrom } from './samples.ts';

const WAY = 'https://cuocthi.example.vn/';
const readBack = (address: string, name = 'don-vi') =>
  new URLSearchParams(new URL(address).search).getAll(name);

describe('the way in for a unit', () => {
  const units = [
    'Bảo tàng tỉnh',
    'Trung tâm Đào tạo, Huấn luyện thể dục thể thao',
    'UBND xã Hợp Tiến – huyện Nam Sách',
    'Nhà hát Chèo'.normalize('NFD'),
    'a+b & c=d # 50% ?',
    '%41%zz',
    '\'"<script>alert(1)</script>',
    '\\..//@evil.example',
    '\u0000\t\r\n',
    '🏛👨‍👩‍👧',
    '\u202etheo',
    ' ',
    'x'.repeat(100),
  ];
  for (const unit of units)
    it(`${JSON.stringify(unit.slice(0, 30))} is read back as it is`, () => {
      expect(readBack(withUnit(WAY, 'don-vi', unit))).to.deep.equal([unit]);
    });

  it('half a surrogate pair is read back as the replacement character', () => {
    for (const unit of ['a\ud83cb', '\udfdb', '\ud83c'])
      expect(readBack(withUnit(WAY, 'don-vi', unit))).to.deep.equal([
        unit.replace(/[\ud800-\udfff]/, '\ufffd'),
      ]);
  });

  it('a unit is written in ASCII', () => {
    expect(withUnit(WAY, 'đơn vị', 'Thư viện tỉnh 🏛')).to.match(/^[\x21-\x7e]+$/);
  });

  it('a unit is added to what was already added, and replaces it', () => {
    expect(withUnit(withUnit(`${WAY}?a=1#b`, 'don-vi', 'một'), 'don-vi', 'hai')).to.equal(
      `${WAY}?a=1&don-vi=hai#b`,
    );
  });

  it('a unit cannot add a parameter or a fragment of its own', () => {
    const { search, hash } = new URL(withUnit(WAY, 'don-vi', 'x&admin=1#y'));
    expect([...new URLSearchParams(search).keys()]).to.deep.equal(['don-vi']);
    expect(hash).to.equal('');
  });

  it('without a parameter no unit is sent, whatever it is', () => {
    expect(withUnit(WAY, undefined, 'x')).to.equal(WAY);
    expect(withUnit(WAY, '', 'x')).to.equal(WAY);
  });
});

describe('any unit and any address', () => {
  const CHARACTERS = [
    ...'abcXYZ0189 -._~!*\'()+&=#%?/\\:;@,$"<>[]{}|^`',
    ...'ăâđêôơưĐáàảãạếộẫỀỔữỵ–“”…',
    ...[
      '\u0301',
      '\u0323',
      '\u0302',
      '\u202e',
      '\u200b',
      '\u00a0',
      '\u0000',
      '\n',
      '🏛',
      '👩',
      '\ufeff',
    ],
  ];
  const PIECES = [
    'a=1',
    'b',
    '',
    'don-vi=cũ',
    'don%2Dvi=x',
    'don-vi',
    'x=don-vi',
    '%zz=%',
    'q=a+b',
    'don-vi-2=y',
    'c=?',
    '=',
    'é=ẽ',
  ];

  /** An address with a query of pieces, and the pieces. */
  function anyAddress(random: () => number) {
    const pieces = Array.from({ length: Math.floor(random() * 6) }, () => pick(random, PIECES));
    const query = pieces.length ? `?${pieces.join('&')}` : pick(random, ['', '?']);
    const head = pick(random, [
      WAY,
      'https://cuocthi.example.vn',
      `${WAY}thi/%7e/../x`,
      'http://cuocthi-hp.example.vn:8080/',
    ]);
    const tail = pick(random, ['', '#', '#/vao-thi?don-vi=a', '#a#b']);
    return { pieces, head, tail, address: head + query + tail };
  }

  it('URLSearchParams reads the unit back, once', () => {
    const random = seeded(3);
    for (let n = 0; n < drawn(5000); n++) {
      const unit = textFrom(random, CHARACTERS, 100);
      const { address } = anyAddress(random);
      expect(readBack(withUnit(address, 'don-vi', unit)), address).to.deep.equal([unit]);
    }
  });

  it('URLSearchParams reads any parameter back', () => {
    const random = seeded(4);
    for (let n = 0; n < drawn(3000); n++) {
      const name = textFrom(random, CHARACTERS, 20);
      expect(readBack(withUnit(anyAddress(random).address, name, 'x'), name), name).to.deep.equal([
        'x',
      ]);
    }
  });

  it('everything else stays byte for byte, in its place', () => {
    const random = seeded(5);
    const isOurs = (piece: string) => ['don-vi', 'don%2Dvi'].includes(piece.split('=')[0]!);
    for (let n = 0; n < drawn(5000); n++) {
      const { pieces, head, tail, address } = anyAddress(random);
      const first = pieces.findIndex(isOurs);
      const expected = pieces.flatMap((piece, at) =>
        !isOurs(piece) ? piece : at === first ? 'don-vi=x' : [],
      );
      if (first < 0 && pieces.join('&')) expected.push('don-vi=x');
      if (!pieces.join('&')) expected.splice(0, 1, 'don-vi=x');
      expect(withUnit(address, 'don-vi', 'x'), address).to.equal(
        `${head}?${expected.join('&')}${tail}`,
      );
    }
  });

  it('what comes out is an address of the same host and path', () => {
    const random = seeded(6);
    for (let n = 0; n < drawn(2000); n++) {
      const { address } = anyAddress(random);
      const [before, after] = [
        new URL(address),
        new URL(withUnit(address, 'don-vi', textFrom(random, CHARACTERS, 50))),
      ];
      expect([after.origin, after.pathname, after.hash]).to.deep.equal([
        before.origin,
        before.pathname,
        before.hash,
      ]);
    }
  });

  it('to set the same unit again changes nothing', () => {
    const random = seeded(8);
    for (let n = 0; n < drawn(1000); n++) {
      const unit = textFrom(random, CHARACTERS, 30);
      const once = withUnit(anyAddress(random).address, 'don-vi', unit);
      expect(withUnit(once, 'don-vi', unit)).to.equal(once);
    }
  });
});

describe('the way into a contest and its rounds', () => {
  const slogan = haiPhong2025.rounds![0]!;
  const week = haiPhong2025.rounds![1]!;

  it('is the address of the contest', () => {
    expect(entryAddress(cchc2024, undefined, '')).to.equal(cchc2024.url);
  });

  it('of a round with its own address is that', () => {
    expect(entryAddress(haiPhong2025, slogan, '')).to.equal(
      'http://cuocthi-hp.example.vn/khau-hieu',
    );
  });

  it('of a round without one is that of the contest', () => {
    expect(entryAddress(haiPhong2025, week, '')).to.equal(haiPhong2025.url);
  });

  it('carries the unit where the contest takes one, into a round as well', () => {
    expect(entryAddress(full, undefined, 'thu-vien')).to.equal(`${WAY}?don-vi=thu-vien`);
    expect(entryAddress(full, full.rounds![0], 'thu-vien')).to.equal(`${WAY}dot-1?don-vi=thu-vien`);
  });

  it('carries no unit where the contest takes none', () => {
    expect(entryAddress(haiPhong2025, slogan, 'thu-vien')).to.equal(slogan.url);
  });
});
