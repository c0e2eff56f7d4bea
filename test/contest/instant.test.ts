import { expect } from 'chai';
import { inZone, isRealDate, isTimeZone, readInstant } from '../../src/contest/instant.ts';

describe('readInstant', () => {
  it('an instant is the same whatever its offset', () => {
    const utc = Date.UTC(2024, 11, 13, 9, 30);
    for (const text of [
      '2024-12-13T16:30:00+07:00',
      '2024-12-13T09:30Z',
      '2024-12-12T21:30-12:00',
      '2024-12-13T23:30:00.000+14:00',
    ])
      expect(readInstant(text), text).to.equal(utc);
  });

  it('milliseconds are read', () => {
    expect(readInstant('2024-12-13T09:30:00.001Z')).to.equal(Date.UTC(2024, 11, 13, 9, 30, 0, 1));
  });

  it('every hour of every day of a leap year is read', () => {
    for (let instant = Date.UTC(2024, 0); instant < Date.UTC(2025, 0); instant += 61 * 60_000) {
      const text = new Date(instant).toISOString();
      expect(readInstant(text), text).to.equal(instant);
    }
  });

  it('every offset to a whole minute below a day is read', () => {
    const two = (n: number) => String(n).padStart(2, '0');
    for (let minutes = 0; minutes < 24 * 60; minutes++) {
      const offset = `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
      const noon = Date.UTC(2024, 11, 13, 12);
      expect(readInstant(`2024-12-13T12:00+${offset}`)).to.equal(noon - minutes * 60_000);
      expect(readInstant(`2024-12-13T12:00-${offset}`)).to.equal(noon + minutes * 60_000);
    }
  });

  it('24:00 is no time of the day, though Date.parse takes it', () => {
    expect(readInstant('2024-12-13T24:00:00Z')).to.equal(undefined);
  });

  it('without an offset it would be read in the visitor’s zone, so it is none', () => {
    expect(readInstant('2024-12-13T16:30:00')).to.equal(undefined);
  });

  it('what is not there is none', () => {
    expect([readInstant(''), readInstant(null), readInstant(undefined)]).to.deep.equal([
      undefined,
      undefined,
      undefined,
    ]);
  });

  it('what only contains an instant is none', () => {
    expect(readInstant('2024-12-13T16:30:00Z/2024-12-14T16:30:00Z')).to.equal(undefined);
    expect(readInstant(' 2024-12-13T16:30:00Z')).to.equal(undefined);
    expect(readInstant('2024-12-13T16:30:00Z\n')).to.equal(undefined);
  });
});

describe('isRealDate', () => {
  for (const date of [
    '2024-02-29',
    '2000-02-29',
    '2023-02-28',
    '2024-12-31',
    '2024-04-30',
    '2024-02-29T16:30:00+07:00',
  ])
    it(`${date} is real`, () => {
      expect(isRealDate(date)).to.equal(true);
    });

  for (const date of [
    '2023-02-29',
    '1900-02-29',
    '2100-02-29',
    '2024-02-30',
    '2024-04-31',
    '2024-00-01',
    '2024-13-01',
    '2024-01-32',
    '2024-01-00',
    '',
    'mai',
    '13/12/2024',
  ])
    it(`${date || 'nothing'} is not`, () => {
      expect(isRealDate(date)).to.equal(false);
    });
});

describe('inZone', () => {
  /** Vietnam's other name, for which the platform is asked. */
  const asked = (instant: number) => inZone(instant, 'Asia/Saigon');

  it('reckons Vietnam’s time as the platform knows it', () => {
    for (let instant = Date.UTC(1960, 0); instant < Date.UTC(2100, 0); instant += 1e9 + 1234567)
      expect(inZone(instant, 'Asia/Ho_Chi_Minh'), String(instant)).to.deep.equal(asked(instant));
  });

  it('reckons it so to the ends of what may be written', () => {
    for (const instant of [-62_167_219_200_000, 2e11, 2.5e14, Date.UTC(9999, 11, 31, 23, 59)])
      for (const near of [instant - 1, instant, instant + 1])
        expect(inZone(near, 'Asia/Ho_Chi_Minh'), String(near)).to.deep.equal(asked(near));
  });

  const instant = Date.UTC(2025, 11, 31, 18, 5, 9);

  it('in Vietnam it may be the next year already', () => {
    expect(inZone(instant, 'Asia/Ho_Chi_Minh')).to.deep.equal([2026, 1, 1, 1, 5, 9]);
  });

  it('in New York it is five hours behind UTC in winter', () => {
    expect(inZone(instant, 'America/New_York')).to.deep.equal([2025, 12, 31, 13, 5, 9]);
  });

  it('midnight is hour 0 of its day', () => {
    expect(inZone(Date.UTC(2025, 6, 15, 17), 'Asia/Ho_Chi_Minh')).to.deep.equal([
      2025, 7, 16, 0, 0, 0,
    ]);
  });

  it('the last millisecond of a day belongs to it', () => {
    expect(inZone(Date.UTC(2025, 6, 15, 17) - 1, 'Asia/Ho_Chi_Minh')).to.deep.equal([
      2025, 7, 15, 23, 59, 59,
    ]);
  });
});

describe('isTimeZone', () => {
  for (const zone of [
    'Asia/Ho_Chi_Minh',
    'Asia/Saigon',
    'Asia/Bangkok',
    'UTC',
    'America/Argentina/Buenos_Aires',
    'Etc/GMT-7',
  ])
    it(`${zone} is one`, () => {
      expect(isTimeZone(zone)).to.equal(true);
    });

  for (const zone of ['Asia/Hai_Duong', 'Vietnam', '', 'giờ Việt Nam', '../Asia/Tokyo'])
    it(`${zone || 'nothing'} is not`, () => {
      expect(isTimeZone(zone)).to.equal(false);
    });
});
