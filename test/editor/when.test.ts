import { expect } from 'chai';
import { drawn, pick, seeded } from '../contest/samples.ts';
import { dayInWords, inWords, readDay, readWhen } from '../../src/editor/when.ts';

const NOW = Date.parse('2024-11-15T10:00:00+07:00');
const read = (text: string, now = NOW, zone?: string) =>
  readWhen(text, { now, ...(zone && { zone }) });

describe('a time as officials write it', () => {
  for (const [text, instant] of [
    ['7h30 ngày 18/11/2024', '2024-11-18T07:30:00+07:00'],
    ["7h30', ngày 18/11/2024 (thứ Hai)", '2024-11-18T07:30:00+07:00'],
    ['7h30’ ngày 18/11/2024', '2024-11-18T07:30:00+07:00'],
    ["16h30', ngày 13/12/2024 (thứ Sáu)", '2024-12-13T16:30:00+07:00'],
    ['từ 7h30, ngày 18/11/2024 (Thứ 2)', '2024-11-18T07:30:00+07:00'],
    ['00H00 01/10/2023', '2023-10-01T00:00:00+07:00'],
    ['23H59 30/11/2023', '2023-11-30T23:59:00+07:00'],
    ['23h59:59 ngày 30/11/2023', '2023-11-30T23:59:59+07:00'],
    ['24h00 ngày 15/7/2025', '2025-07-16T00:00:00+07:00'],
    ['24h00 ngày 31/12/2025', '2026-01-01T00:00:00+07:00'],
    ['24h ngày 28/2/2024', '2024-02-29T00:00:00+07:00'],
    ['0h00 16/4/2021', '2021-04-16T00:00:00+07:00'],
    ['hết ngày 30/5/2025', '2025-05-31T00:00:00+07:00'],
    ['đến hết ngày 30/5/2025', '2025-05-31T00:00:00+07:00'],
    ['Đến hết ngày 31/12/2025', '2026-01-01T00:00:00+07:00'],
    ['16h30 13/12/2024', '2024-12-13T16:30:00+07:00'],
    ['10h00 30/6/2021', '2021-06-30T10:00:00+07:00'],
    ['9 giờ 00 ngày 2/6/2025', '2025-06-02T09:00:00+07:00'],
    ['9 giờ 00 phút, ngày 02 tháng 6 năm 2025', '2025-06-02T09:00:00+07:00'],
    ['9h ngày 2/6/2025', '2025-06-02T09:00:00+07:00'],
    ['9g05 2/6/2025', '2025-06-02T09:05:00+07:00'],
    ['trước 9h00, 14/12/2024', '2024-12-14T09:00:00+07:00'],
    ['18/11/2024 7:30', '2024-11-18T07:30:00+07:00'],
    ['18-11-2024 7:30', '2024-11-18T07:30:00+07:00'],
    ['18.11.2024 07:30:15', '2024-11-18T07:30:15+07:00'],
    ['2024-11-18 07:30', '2024-11-18T07:30:00+07:00'],
    ['7h30-18/11/2024', '2024-11-18T07:30:00+07:00'],
    ['  7h30   18/11/2024 ', '2024-11-18T07:30:00+07:00'],
    ['17h00 ngày 29/12/2025 (T2)', '2025-12-29T17:00:00+07:00'],
    ['8h00 sáng 18/11/2024', '2024-11-18T08:00:00+07:00'],
    ['8h00 sáng ngày 18 tháng 11 năm 2024', '2024-11-18T08:00:00+07:00'],
    ['8 giờ sáng, thứ Hai, 18 tháng 11, năm 2024', '2024-11-18T08:00:00+07:00'],
    ['11h trưa 18/11/2024', '2024-11-18T11:00:00+07:00'],
    ['1h trưa 18/11/2024', '2024-11-18T13:00:00+07:00'],
    ['4h30 chiều ngày 13/12/2024', '2024-12-13T16:30:00+07:00'],
    ['16h30 chiều 13/12 năm 2024', '2024-12-13T16:30:00+07:00'],
    ['7 giờ 30 phút tối ngày 13 tháng 12 năm 2024', '2024-12-13T19:30:00+07:00'],
    ['buổi tối 20h00 13/12/2024', '2024-12-13T20:00:00+07:00'],
    ['12h đêm 13/12/2024', '2024-12-14T00:00:00+07:00'],
    ['11h đêm 13/12/2024', '2024-12-13T23:00:00+07:00'],
    ['8h00 ngày 5/1/2025 (Chủ nhật)', '2025-01-05T08:00:00+07:00'],
  ] as const)
    it(`“${text}” is ${instant}`, () => expect(read(text)).to.deep.equal({ instant }));

  it('is read where its accents are written in two characters each', () => {
    expect(read('đến hết ngày 30/5/2025'.normalize('NFD')).instant).to.equal(
      '2025-05-31T00:00:00+07:00',
    );
  });

  for (const instant of [
    '2024-11-18T00:30:00Z',
    '2024-11-18T07:30+07:00',
    '2024-11-18T07:30:00.500+09:00',
  ])
    it(`${instant} stays as it is`, () => expect(read(instant)).to.deep.equal({ instant }));
});

describe('a date without a year', () => {
  for (const [text, now, instant, assumedYear] of [
    ['đến hết ngày 30/5', '2025-05-01T00:00:00+07:00', '2025-05-31T00:00:00+07:00', 2025],
    ['hết ngày 30/5', '2025-05-30T23:59:59+07:00', '2025-05-31T00:00:00+07:00', 2025],
    ['hết ngày 30/5', '2025-05-31T00:00:00+07:00', '2025-05-31T00:00:00+07:00', 2025],
    ['hết ngày 30/5', '2025-05-31T00:00:01+07:00', '2026-05-31T00:00:00+07:00', 2026],
    ['00h 29/9', '2025-09-01T00:00:00+07:00', '2025-09-29T00:00:00+07:00', 2025],
    ['24h 5/10', '2025-09-01T00:00:00+07:00', '2025-10-06T00:00:00+07:00', 2025],
    ['17h00 ngày 5/1', '2025-12-29T08:00:00+07:00', '2026-01-05T17:00:00+07:00', 2026],
    ['8h00 29/2', '2025-01-01T00:00:00+07:00', '2028-02-29T08:00:00+07:00', 2028],
  ] as const)
    it(`“${text}”, seen from ${now}, is the next one, and the year is told`, () =>
      expect(read(text, Date.parse(now))).to.deep.equal({ instant, assumedYear }));

  it('goes by the calendar of the zone, not by that of the machine', () => {
    // In Vietnam it is 2026 already.
    expect(read('8h00 1/1', Date.parse('2025-12-31T17:30:00Z')).instant).to.equal(
      '2026-01-01T08:00:00+07:00',
    );
  });
});

describe('a text that is no time', () => {
  for (const [text, fault] of [
    ['', { why: 'form' }],
    ['sáng mai', { why: 'form' }],
    ['7h30 sáng mai 18/11/2024', { why: 'form' }],
    ['16h30 sáng 18/11/2024', { why: 'time' }],
    ['9h00 chiều 18/11/2024', { why: 'time' }],
    ['12h30 đêm 18/11/2024', { why: 'time' }],
    ['sáng 18/11/2024', { why: 'form' }],
    ['7h30 18/11 năm', { why: 'form' }],
    ['7h30 ngày 18/11/2024 và 8h00', { why: 'form' }],
    ['2024-11-18T07:30', { why: 'form' }],
    ['18/11/2024', { why: 'no-time' }],
    ['ngày 18/11', { why: 'no-time' }],
    ['7h30', { why: 'no-date' }],
    ['25h00 18/11/2024', { why: 'time' }],
    ['24h01 18/11/2024', { why: 'time' }],
    ['7h60 18/11/2024', { why: 'time' }],
    ['7h30 18/13/2024', { why: 'month' }],
    ['7h30 18/0/2024', { why: 'month' }],
    ['7h30 31/11/2024', { why: 'day', month: 11, year: 2024, days: 30 }],
    ['7h30 29/2/2025', { why: 'day', month: 2, year: 2025, days: 28 }],
    ['7h30 0/2/2025', { why: 'day', month: 2, year: 2025, days: 28 }],
    ['hết ngày 30/2', { why: 'day', month: 2, year: 2024, days: 29 }],
    ['7h30 18/11/24', { why: 'year' }],
    ['7h30 18/11/2204', { why: 'year' }],
    ['7h30 18/11/0204', { why: 'year' }],
    ['7h30 18/11/20224', { why: 'year' }],
    ['7h30 ngày 18 tháng 11 năm 20224', { why: 'year' }],
    ['20224-11-18 7:30', { why: 'year' }],
    ['0204-11-18T07:30:00+07:00', { why: 'year' }],
    ['2204-11-18T07:30:00+07:00', { why: 'year' }],
  ] as const)
    it(`“${text}” says why: ${fault.why}`, () => expect(read(text)).to.deep.equal({ fault }));

  it('is one whose day of the week is another, and the right one is named', () => {
    expect(read('7h30 ngày 18/11/2024 (thứ Ba)').fault).to.deep.equal({
      why: 'weekday',
      weekday: 1,
      date: '18/11/2024',
    });
  });

  it('goes by the day that is written where the time is its end', () => {
    expect(read('24h00 ngày 15/7/2025 (thứ Ba)').instant).to.equal('2025-07-16T00:00:00+07:00');
    expect(read('24h00 ngày 15/7/2025 (thứ Tư)').fault).to.include({ why: 'weekday', weekday: 2 });
  });
});

describe('a time in another zone', () => {
  for (const [zone, text, instant] of [
    ['Asia/Tokyo', '9h00 2/6/2025', '2025-06-02T09:00:00+09:00'],
    ['Asia/Kolkata', '9h00 2/6/2025', '2025-06-02T09:00:00+05:30'],
    ['UTC', '24h00 2/6/2025', '2025-06-03T00:00:00+00:00'],
    ['Europe/Paris', '9h00 2/1/2025', '2025-01-02T09:00:00+01:00'],
    ['Europe/Paris', '9h00 2/6/2025', '2025-06-02T09:00:00+02:00'],
    ['America/New_York', '9h00 2/6/2025', '2025-06-02T09:00:00-04:00'],
    // The clocks are put back at 3: the first of the two is meant.
    ['Europe/Paris', '2h30 26/10/2025', '2025-10-26T02:30:00+02:00'],
    ['Europe/Paris', '24h00 25/10/2025', '2025-10-26T00:00:00+02:00'],
    ['Europe/Paris', '24h00 26/10/2025', '2025-10-27T00:00:00+01:00'],
    ['Pacific/Apia', '9h00 2/6/2025', '2025-06-02T09:00:00+13:00'],
  ] as const)
    it(`${text} in ${zone} is ${instant}`, () =>
      expect(read(text, NOW, zone)).to.deep.equal({ instant }));

  it('is none where clocks are put forward over it', () => {
    expect(read('2h30 30/3/2025', NOW, 'Europe/Paris')).to.deep.equal({ fault: { why: 'gap' } });
  });
});

describe('an instant in a field', () => {
  for (const [instant, ends, words] of [
    ['2024-11-18T07:30:00+07:00', false, '7h30 ngày 18/11/2024 (thứ Hai)'],
    ['2024-11-18T00:30:00Z', false, '7h30 ngày 18/11/2024 (thứ Hai)'],
    ['2025-07-16T00:00:00+07:00', true, '24h00 ngày 15/7/2025 (thứ Ba)'],
    ['2025-07-16T00:00:00+07:00', false, '0h00 ngày 16/7/2025 (thứ Tư)'],
    ['2023-11-30T23:59:59+07:00', true, '23h59:59 ngày 30/11/2023 (thứ Năm)'],
    ['tomorrow', true, 'tomorrow'],
  ] as const)
    it(`${instant} is “${words}” and is read back`, () => {
      expect(inWords(instant, 'Asia/Ho_Chi_Minh', ends)).to.equal(words);
      const back = read(words).instant;
      expect(back && Date.parse(back)).to.equal(
        words === instant ? undefined : Date.parse(instant),
      );
    });

  it('is read back, whatever it is', () => {
    const random = seeded(7);
    for (let count = 0; count < drawn(2000); count++) {
      const step = pick(random, [1, 60, 3600, 86400]);
      const at = Math.floor((Date.UTC(2000, 0, 2) / 1000 + random() * 3e9) / step) * step * 1000;
      const instant = new Date(at).toISOString();
      for (const zone of ['Asia/Ho_Chi_Minh', 'Asia/Kolkata', 'Pacific/Kiritimati'])
        for (const ends of [true, false]) {
          const words = inWords(instant, zone, ends);
          const back = read(words, NOW, zone).instant;
          expect(back && Date.parse(back), `${instant}, ${words}, ${zone}`).to.equal(at);
        }
    }
  });

  it('stands in the words of its zone', () => {
    expect(inWords('2025-06-02T00:00:00Z', 'Asia/Tokyo', false)).to.equal(
      '9h00 ngày 2/6/2025 (thứ Hai)',
    );
  });
});

describe('a date without a time', () => {
  for (const [text, day] of [
    ['14/11/2024', '2024-11-14'],
    ['ngày 14/11/2024', '2024-11-14'],
    ['ngày 4 tháng 11 năm 2024', '2024-11-04'],
    ['4 tháng 11, năm 2024', '2024-11-04'],
    ['4/11 năm 2024', '2024-11-04'],
    ['2024-11-14', '2024-11-14'],
  ] as const)
    it(`“${text}” is ${day}`, () => expect(readDay(text)).to.deep.equal({ day }));

  for (const [text, why] of [
    ['14/11', 'year'],
    ['31/11/2024', 'day'],
    ['14/13/2024', 'month'],
    ['hôm qua', 'form'],
    ['7h30 14/11/2024', 'form'],
  ] as const)
    it(`“${text}” is none: ${why}`, () => expect(readDay(text).fault?.why).to.equal(why));

  it('stands in a field day first', () => {
    expect(dayInWords('2024-11-04')).to.equal('4/11/2024');
    expect(dayInWords('2024-02-30')).to.equal('2024-02-30');
  });
});
