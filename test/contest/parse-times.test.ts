import { expect } from 'chai';
import { parse } from '../../src/contest/parse.ts';
import { cchc2024, haiPhong2025, hue2025, pathsOf } from './samples.ts';

const after = (instant: string, ms: number) => new Date(Date.parse(instant) + ms).toISOString();
const { opens, closes } = cchc2024;

const paths = (change: object) => pathsOf(parse({ ...cchc2024, ...change }).faults);
const refused = (change: object) => !parse({ ...cchc2024, ...change }).contest;

describe('how the times of a definition stand to each other', () => {
  it('a contest of one millisecond is a contest', () => {
    expect(paths({ closes: after(opens, 1) })).to.deep.equal([]);
  });

  it('a contest that closes as it opens is refused', () => {
    expect(paths({ closes: after(opens, 0) })).to.deep.equal(['closes']);
    expect(refused({ closes: after(opens, 0) })).to.equal(true);
  });

  it('a contest that closes a millisecond before it opens is refused', () => {
    expect(refused({ closes: after(opens, -1) })).to.equal(true);
  });

  it('an opening that reads later and is earlier will do', () => {
    expect(
      paths({ opens: '2024-12-13T16:29:59+14:00', closes: '2024-12-12T16:30:00-10:00' }),
    ).to.deep.equal([]);
  });

  it('what was extended from must be earlier by a millisecond', () => {
    expect(paths({ extendedFrom: after(closes, -1) })).to.deep.equal([]);
    expect(paths({ extendedFrom: after(closes, 0) })).to.deep.equal(['extendedFrom']);
  });

  it('a banner may retire as the contest closes', () => {
    expect(paths({ retires: after(closes, 0) })).to.deep.equal([]);
  });

  it('a banner cannot retire a millisecond before the contest closes', () => {
    expect(paths({ retires: after(closes, -1) })).to.deep.equal(['retires']);
    expect(refused({ retires: after(closes, -1) })).to.equal(false);
  });

  it('what was expected is told with the field', () => {
    const told = (change: object) => parse({ ...cchc2024, ...change }).faults[0]!.message;
    expect(told({ timeZone: 'Asia/Hai_Duong' })).to.match(/^timeZone: expected an IANA time zone,/);
    expect(told({ closes: opens })).to.match(/^closes: expected an instant after opens,/);
    expect(told({ extendedFrom: closes })).to.match(
      /^extendedFrom: expected an instant before closes,/,
    );
    expect(told({ retires: opens })).to.match(/^retires: expected an instant not before closes,/);
    expect(told({ replaces: 0 })).to.match(/^replaces: expected a number above revision,/);
  });

  it('a higher revision by one can be taken back', () => {
    expect(paths({ revision: 3, replaces: 4 })).to.deep.equal([]);
  });

  it('the revision 0 can take back any', () => {
    expect(paths({ revision: 0, replaces: 2e9 })).to.deep.equal([]);
    expect(paths({ revision: 0, replaces: 0 })).to.deep.equal(['replaces']);
  });
});

describe('how rounds stand to the contest', () => {
  const round = { title: 'Đợt 1', opens, closes };
  const rounds = (change: object) => ({ rounds: [round, { ...round, ...change }] });

  it('the rounds of Huế 2025 fill the contest without gap', () => {
    expect(parse(hue2025).faults).to.deep.equal([]);
  });

  it('the rounds of Hải Phòng 2025 overlap', () => {
    expect(parse(haiPhong2025).faults).to.deep.equal([]);
  });

  it('a round may open and close with the contest', () => {
    expect(paths(rounds({}))).to.deep.equal([]);
  });

  it('a round cannot open a millisecond before the contest', () => {
    expect(paths(rounds({ opens: after(opens, -1) }))).to.deep.equal(['rounds[1].opens']);
    expect(refused(rounds({ opens: after(opens, -1) }))).to.equal(true);
  });

  it('a round cannot close a millisecond after the contest', () => {
    expect(paths(rounds({ closes: after(closes, 1) }))).to.deep.equal(['rounds[1].closes']);
    expect(refused(rounds({ closes: after(closes, 1) }))).to.equal(true);
  });

  it('a round cannot close as it opens', () => {
    expect(refused(rounds({ closes: opens }))).to.equal(true);
  });

  it('a round of one millisecond is a round', () => {
    expect(paths(rounds({ closes: after(opens, 1) }))).to.deep.equal([]);
  });

  it('what was expected is told with the field of the round', () => {
    const told = (change: object) => {
      const { faults } = parse({ ...cchc2024, ...rounds(change) });
      return faults.map(({ message }) => message).join();
    };
    expect(told({ opens: after(opens, -1) })).to.match(
      /^rounds\[1\]\.opens: expected an instant not before opens,/,
    );
    expect(told({ closes: after(closes, 1) })).to.match(
      /^rounds\[1\]\.closes: expected an instant not after closes,/,
    );
    expect(told({ closes: opens })).to.match(
      /^rounds\[1\]\.closes: expected an instant after the round's opens,/,
    );
  });

  it('every wrong round is told', () => {
    const wrong = { ...round, opens: after(opens, -1), closes: after(closes, 1) };
    expect(paths({ rounds: [wrong, round, wrong] })).to.deep.equal([
      'rounds[0].closes',
      'rounds[0].opens',
      'rounds[2].closes',
      'rounds[2].opens',
    ]);
  });

  it('no rounds are as good as none', () => {
    expect(paths({ rounds: [] })).to.deep.equal([]);
  });

  it('a contest cut short before its rounds end is refused', () => {
    const cut = parse({ ...hue2025, closes: '2025-10-26T00:00:00+07:00' });
    expect(pathsOf(cut.faults)).to.deep.equal(['rounds[3].closes']);
    expect(cut.contest).to.equal(undefined);
  });
});
