import { expect } from 'chai';
import { calendarDate, remaining, remainingText, UNITS } from '../../src/contest/wording.ts';
import { en } from '../../src/locales/en.ts';
import { vi } from '../../src/locales/vi.ts';

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

describe('what remains', () => {
  const parts = (ms: number) => UNITS.map((unit) => remaining(ms)[unit]);

  for (const [ms, expected] of [
    [0, [0, 0, 0, 0]],
    [1, [0, 0, 0, 0]],
    [999, [0, 0, 0, 0]],
    [1000, [0, 0, 0, 1]],
    [MINUTE - 1, [0, 0, 0, 59]],
    [MINUTE, [0, 0, 1, 0]],
    [HOUR - 1, [0, 0, 59, 59]],
    [HOUR, [0, 1, 0, 0]],
    [DAY - 1, [0, 23, 59, 59]],
    [DAY, [1, 0, 0, 0]],
    [25 * DAY + 9 * HOUR, [25, 9, 0, 0]],
    [400 * DAY - 1, [399, 23, 59, 59]],
  ] as const)
    it(`of ${ms} ms is ${expected.join(':')}`, () => {
      expect(parts(ms)).to.deep.equal(expected);
    });

  it('is never below nothing', () => {
    expect(parts(-1)).to.deep.equal([0, 0, 0, 0]);
    expect(parts(-DAY)).to.deep.equal([0, 0, 0, 0]);
  });

  it('is floored, so that what is shown is never more than there is', () => {
    for (let ms = 0; ms < 3 * DAY; ms += 12_345_67) {
      const [day, hour, minute, second] = parts(ms) as [number, number, number, number];
      const shown = day * DAY + hour * HOUR + minute * MINUTE + second * SECOND;
      expect(ms - shown, String(ms)).to.be.within(0, 999);
    }
  });
});

describe('what remains, as a sentence', () => {
  for (const [ms, vietnamese, english] of [
    [2 * DAY + 3 * HOUR + 5 * MINUTE, 'Còn 2 ngày 3 giờ 5 phút', '2 days 3 hours 5 minutes left'],
    [DAY + HOUR + MINUTE, 'Còn 1 ngày 1 giờ 1 phút', '1 day 1 hour 1 minute left'],
    [DAY + 5 * MINUTE, 'Còn 1 ngày 5 phút', '1 day 5 minutes left'],
    [DAY, 'Còn 1 ngày', '1 day left'],
    [DAY - 1, 'Còn 23 giờ 59 phút', '23 hours 59 minutes left'],
    [HOUR, 'Còn 1 giờ', '1 hour left'],
    [HOUR - 1, 'Còn 59 phút', '59 minutes left'],
    [2 * MINUTE - 1, 'Còn 1 phút', '1 minute left'],
    [MINUTE, 'Còn 1 phút', '1 minute left'],
    [MINUTE - 1, 'Dưới 1 phút', 'Less than a minute'],
    [0, 'Dưới 1 phút', 'Less than a minute'],
    [-1, 'Dưới 1 phút', 'Less than a minute'],
  ] as const)
    it(`${ms} ms are “${vietnamese}”`, () => {
      expect(remainingText(ms, vi)).to.equal(vietnamese);
      expect(remainingText(ms, en)).to.equal(english);
    });
});

describe('names of units', () => {
  for (const t of [vi, en])
    it(`are those that the platform knows in ${t.code}`, () => {
      for (const unit of UNITS) {
        const format = new Intl.NumberFormat(t.code, { style: 'unit', unit, unitDisplay: 'long' });
        for (const value of [0, 1, 2, 21, 101]) {
          const { value: name } = format.formatToParts(value).find(({ type }) => type === 'unit')!;
          expect(t.unit(unit, value)).to.equal(name);
        }
      }
    });
});

describe('a date without time', () => {
  it('is written day first, without zeros', () => {
    expect(calendarDate('2024-11-04', vi)).to.equal('4/11/2024');
    expect(calendarDate('2024-01-14', en)).to.equal('14 January 2024');
  });
});
