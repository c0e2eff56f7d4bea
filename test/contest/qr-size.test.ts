import { expect } from 'chai';
import { encode, QUIET_ZONE, symbolSize, type Symbol } from '../../src/contest/qr.ts';
import versions from '../vectors/qr-versions.json';
import { ALPHABETS, anyText, anyWay, modulesOf } from './qr-texts.ts';
import { cchc2024, drawn, seeded, textFrom } from './samples.ts';

/** Modules a side of a version, quiet zone included. */
const sizeOf = (version: number) => 17 + 4 * version + 2 * QUIET_ZONE;

/** How many characters fit with error correction M, by version (ISO/IEC 18004, table 7). */
const CAPACITY = {
  digits: ['8', { 1: 34, 2: 63, 6: 255, 9: 432, 10: 513, 26: 2544, 27: 2701, 40: 5596 }],
  'capital letters': ['A', { 1: 20, 2: 38, 6: 154, 9: 262, 10: 311, 26: 1542, 27: 1637, 40: 3391 }],
  bytes: [
    'a',
    {
      1: 14,
      2: 26,
      3: 42,
      4: 62,
      5: 84,
      6: 106,
      7: 122,
      8: 152,
      9: 180,
      10: 213,
      11: 251,
      12: 287,
      13: 331,
      14: 362,
      15: 412,
      16: 450,
      17: 504,
      18: 560,
      19: 624,
      20: 666,
      21: 711,
      22: 779,
      23: 857,
      24: 911,
      25: 997,
      26: 1059,
      27: 1125,
      28: 1190,
      29: 1264,
      30: 1370,
      31: 1452,
      32: 1538,
      33: 1628,
      34: 1722,
      35: 1809,
      36: 1911,
      37: 1989,
      38: 2099,
      39: 2213,
      40: 2331,
    },
  ],
} as const;

describe('how large a symbol is', () => {
  for (const [what, [character, capacity]] of Object.entries(CAPACITY))
    it(`as many ${what} fit in a version as the standard says, and not one more`, () => {
      for (const [version, most] of Object.entries(capacity)) {
        expect(symbolSize(character.repeat(most)), `${most} in ${version}`).to.equal(
          sizeOf(+version),
        );
        expect(symbolSize(character.repeat(most + 1)), `${most + 1} in ${version}`).to.equal(
          +version < 40 ? sizeOf(+version + 1) : Infinity,
        );
      }
    });

  it('the way into the contest of 2024 takes 37 modules', () => {
    expect(symbolSize(cchc2024.url)).to.equal(37);
  });

  it('a Vietnamese letter takes the bytes of its UTF-8', () => {
    expect(symbolSize('ệ'.repeat(4))).to.equal(sizeOf(1));
    expect(symbolSize('ệ'.repeat(5))).to.equal(sizeOf(2));
  });

  it('digits among letters do not take the room of letters', () => {
    expect(symbolSize('a'.repeat(8) + '8'.repeat(60))).to.be.below(symbolSize('a'.repeat(68)));
  });

  it('half a surrogate pair is drawn as the three bytes of the replacement character', () => {
    expect(symbolSize('\ud83c'.repeat(5))).to.equal(symbolSize('\ufffd'.repeat(5)));
    expect(encode('\ud83c'.repeat(5))!.size).to.equal(symbolSize('\ufffd'.repeat(5)));
  });
});

describe('the size that is told before a symbol is drawn', () => {
  /** Holds both sizes of many texts against each other. */
  const compare = (count: number, next: () => string) => {
    for (let n = 0; n < drawn(count); n++) {
      const text = next();
      expect(symbolSize(text), text).to.equal(encode(text)?.size ?? Infinity);
    }
  };

  for (const [kind, characters] of Object.entries(ALPHABETS))
    it(`is that of the symbol, for ${kind}`, () => {
      const random = seeded(20);
      compare(250, () => textFrom(random, characters, 90));
    });

  for (const seed of [21, 22])
    it(`is that of the symbol, for ways in from ${seed}`, () => {
      const random = seeded(seed);
      compare(300, () => anyWay(random));
    });

  for (const seed of [23, 24])
    it(`is that of the symbol, for texts of several kinds from ${seed}`, () => {
      const random = seeded(seed);
      compare(300, () => anyText(random));
    });

  it('is that of the symbol, for long texts', () => {
    const random = seeded(25);
    compare(40, () => anyText(random, 8).repeat(1 + Math.floor(random() * 60)));
  });
});

describe('our encoder beside the one that it stands in for', () => {
  const all = versions.cases as [
    text: string,
    times: number,
    version: number | null,
    checksum?: number,
  ][];
  const step = all.length / drawn(all.length);
  const cases = all.filter((_, n) => n % step === 0);

  /** As make-qr-versions.mjs makes it: of the modules, without the quiet zone. */
  const checksum = (symbol: Symbol) =>
    modulesOf(symbol)
      .slice(QUIET_ZONE, -QUIET_ZONE)
      .flatMap((row) => row.slice(QUIET_ZONE, -QUIET_ZONE))
      .reduce((sum, dark) => Math.imul(sum ^ +dark, 0x01000193), 0x811c9dc5) >>> 0;

  for (const half of ['short', 'long'])
    it(`never makes a larger symbol of a ${half} text`, () => {
      for (const [text, times, version] of cases.filter(
        ([, times]) => times > 1 === (half === 'long'),
      ))
        expect(symbolSize(text.repeat(times)), `${times} × ${text}`).to.be.at.most(
          version ? sizeOf(version) : Infinity,
        );
    });

  it('draws the size that it told', () => {
    for (const [text, times] of cases.filter(([, times]) => times === 1))
      expect(encode(text.repeat(times))!.size, text).to.equal(symbolSize(text));
  });

  it('draws the very same symbol where a text is of one kind only', () => {
    for (const [text, times, , expected] of cases.filter(([, times]) => times < 20))
      if (expected !== undefined)
        expect(checksum(encode(text.repeat(times))!), `${times} × ${text}`).to.equal(expected);
  });

  it('holds every text that the other one holds', () => {
    for (const [text, times] of cases.filter(([, , version]) => version! > 30))
      expect(encode(text.repeat(times)), `${times} × ${text}`).not.to.equal(undefined);
  });
});
