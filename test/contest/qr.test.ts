import { expect } from 'chai';
import jsQR from 'jsqr';
import { encode, modulePixels, QUIET_ZONE } from '../../src/contest/qr.ts';
import { anyText, anyWay, modulesOf, pictureOf } from './qr-texts.ts';
import { cchc2024, drawn, seeded } from './samples.ts';

/** What an independent reader makes of the symbol of a text. */
function readBack(text: string): string | undefined {
  const { data, width, height } = pictureOf(encode(text)!);
  return jsQR(data, width, height)?.data;
}

describe('a symbol', () => {
  const ofContest = () => {
    const symbol = encode(cchc2024.url)!;
    return { symbol, modules: modulesOf(symbol) };
  };

  it('has four light modules on all sides, inside the picture', () => {
    const { symbol, modules } = ofContest();
    const edge = [...Array(QUIET_ZONE).keys()].flatMap((n) => [n, symbol.size - 1 - n]);
    expect(QUIET_ZONE).to.equal(4);
    for (const n of edge)
      for (let k = 0; k < symbol.size; k++)
        expect(modules[n]![k] || modules[k]![n], `${n}, ${k}`).to.equal(false);
  });

  it('has a finder in three corners right behind them', () => {
    const { symbol, modules } = ofContest();
    const finder = ['#######', '#.....#', '#.###.#', '#.###.#', '#.###.#', '#.....#', '#######'];
    const at = (top: number, left: number) =>
      finder.map((_, y) =>
        finder.map((_, x) => (modules[top + y]![left + x] ? '#' : '.')).join(''),
      );
    const far = symbol.size - QUIET_ZONE - 7;
    expect(at(QUIET_ZONE, QUIET_ZONE)).to.deep.equal(finder);
    expect(at(QUIET_ZONE, far)).to.deep.equal(finder);
    expect(at(far, QUIET_ZONE)).to.deep.equal(finder);
    expect(at(far, far)).not.to.deep.equal(finder);
  });

  it('has error correction M, and says so twice', () => {
    const { symbol, modules } = ofContest();
    // Format information is masked with 101010000010010; M is 00.
    const [near, far] = [QUIET_ZONE + 8, symbol.size - QUIET_ZONE - 1];
    expect([modules[near]![QUIET_ZONE], modules[near]![QUIET_ZONE + 1]]).to.deep.equal([
      true,
      false,
    ]);
    expect([modules[far]![near], modules[far - 1]![near]]).to.deep.equal([true, false]);
  });

  it('is drawn once for all elements of a page', () => {
    expect(encode(cchc2024.url)).to.equal(encode(cchc2024.url));
  });

  it('is kept beside those of twenty other addresses, and no longer', () => {
    for (let n = 0; n < 30; n++) encode(`before ${n}`);
    const kept = (others: number) => {
      const symbol = encode('kept');
      for (let n = 0; n < others; n++) encode(`${others}, ${n}`);
      return encode('kept') === symbol;
    };
    expect(kept(0)).to.equal(true);
    expect(kept(30)).to.equal(false);
  });

  it('is still the same after many others', () => {
    const { symbol } = ofContest();
    for (let n = 0; n < 50; n++) encode(`${cchc2024.url}?n=${n}`);
    expect(encode(cchc2024.url)).to.deep.equal(symbol);
  });

  it('of another unit is another', () => {
    expect(encode(`${cchc2024.url}?don-vi=a`)!.path).not.to.equal(
      encode(`${cchc2024.url}?don-vi=b`)!.path,
    );
  });

  it('is none for an empty text', () => {
    expect(encode('')).to.equal(undefined);
  });

  it('is none for a text that no symbol holds', () => {
    expect(encode('a'.repeat(2331))).not.to.equal(undefined);
    expect(encode('a'.repeat(2332))).to.equal(undefined);
  });
});

describe('what a reader makes of a symbol', () => {
  for (const text of [
    cchc2024.url,
    `${cchc2024.url}?don-vi=B%E1%BA%A3o%20t%C3%A0ng%20t%E1%BB%89nh`,
    'HTTPS://CUOCTHI.EXAMPLE.VN/',
    '0123456789',
    '0',
    'Thể lệ Cuộc thi – Ể Ẫ Ộ',
    '🏛',
    'http://cuocthi-hp.example.vn/khau-hieu#a?b',
  ])
    it(`is “${text}”, character for character`, () => {
      expect(readBack(text)).to.equal(text);
    });

  for (const seed of [31, 32])
    it(`is the way in, for ways in from ${seed}`, () => {
      const random = seeded(seed);
      for (let n = 0; n < drawn(100); n++) {
        const way = anyWay(random);
        expect(readBack(way)).to.equal(way);
      }
    });

  it('is the text, for texts of digits, letters and bytes in turn', () => {
    const random = seeded(33);
    for (let n = 0; n < drawn(120); n++) {
      const text = anyText(random);
      expect(readBack(text)).to.equal(text);
    }
  });

  it('is the text, for versions up to 40', () => {
    for (let bytes = 10; bytes < 2331; bytes = Math.ceil(bytes * 1.25)) {
      const text = 'https://cuocthi.example.vn/'.repeat(90).slice(0, bytes);
      expect(readBack(text), `${bytes} bytes`).to.equal(text);
    }
  });
});

describe('how many px a module gets', () => {
  for (const [size, room, wish, least, px] of [
    // By itself 4, and 150 px in all.
    [29, 1000, 0, 4, 6],
    [30, 1000, 0, 4, 5],
    [33, 1000, 0, 4, 5],
    [37, 1000, 0, 4, 5],
    [38, 1000, 0, 4, 4],
    [41, 1000, 0, 4, 4],
    [57, 1000, 0, 4, 4],
    [185, 1000, 0, 4, 4],
    // No more than there is room for, and nothing below the least.
    [33, 165, 0, 4, 5],
    [33, 164, 0, 4, 4],
    [33, 132, 0, 4, 4],
    [33, 131, 0, 4, 0],
    [33, 131, 0, 3, 3],
    [33, 99, 0, 3, 3],
    [33, 98, 0, 3, 0],
    [33, 0, 0, 3, 0],
    [33, -30, 0, 3, 0],
    // What is wished for, in whole px, and no less than the least.
    [33, 1000, 330, 4, 10],
    [33, 1000, 329, 4, 9],
    [33, 1000, 100, 4, 4],
    [33, 1000, 100, 3, 3],
    [33, 1000, 1, 4, 4],
    [33, 200, 330, 4, 6],
    // Never, and no symbol at all.
    [33, 1000, 0, Infinity, 0],
    [33, 1000, 330, Infinity, 0],
    [Infinity, 1000, 0, 4, 0],
  ] as const)
    it(`${px} for ${size} modules in ${room} px, ${wish || 'none'} wished for, ${least} at least`, () => {
      expect(modulePixels(size, room, wish, least)).to.equal(px);
    });

  it('whole ones that fit, always', () => {
    const random = seeded(34);
    for (let n = 0; n < 5000; n++) {
      const [size, room, wish] = [
        29 + 4 * Math.floor(random() * 40),
        random() * 1200,
        random() < 0.5 ? 0 : random() * 600,
      ];
      const px = modulePixels(size, room, wish, 3);
      expect(px % 1).to.equal(0);
      expect(px * size).to.be.at.most(Math.max(0, room));
      expect(px === 0 || px >= 3).to.equal(true);
      expect(px === 0).to.equal(room < 3 * size);
    }
  });
});
