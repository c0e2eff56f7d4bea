import { expect } from 'chai';
import { situation } from '../../src/contest/phase.ts';
import type { Contest, Definition } from '../../src/contest/schema.ts';
import { dateLines } from '../../src/contest/wording.ts';
import { en } from '../../src/locales/en.ts';
import { vi } from '../../src/locales/vi.ts';
import { cchc2024, contestOf, haiPhong2025, hue2025, tuPhap2025 } from './samples.ts';

describe('the dates that are shown', () => {
  /** Term and text of each line; the main one has a star. */
  const lines = (definition: Definition | Contest, now: string, t = vi) => {
    const contest = definition.opens ? contestOf(definition as Definition) : definition;
    return dateLines(contest, situation(contest, Date.parse(now)), t).map(
      ({ term, text, main }) => `${main ? '* ' : ''}${term} ${text}`,
    );
  };
  const OPENS = 'Mở từ 7h30 ngày 18/11/2024 (thứ Hai), giờ Việt Nam';
  const CLOSES = 'Đến 16h30 ngày 13/12/2024 (thứ Sáu), giờ Việt Nam';

  it('before the opening it is the one to know', () => {
    expect(lines(cchc2024, '2024-11-18T07:29:59.999+07:00')).to.deep.equal([`* ${OPENS}`, CLOSES]);
  });

  it('while open the closing is the one to know', () => {
    expect(lines(cchc2024, '2024-11-18T07:30:00+07:00')).to.deep.equal([OPENS, `* ${CLOSES}`]);
  });

  it('once closed only the end is left', () => {
    expect(lines(cchc2024, '2024-12-13T16:30:00+07:00')).to.deep.equal([
      '* Kết thúc lúc 16h30 ngày 13/12/2024 (thứ Sáu), giờ Việt Nam',
    ]);
  });

  it('they are told in English as well', () => {
    expect(lines(cchc2024, '2024-12-01T00:00:00Z', en)).to.deep.equal([
      'Opens 07:30 on Monday, 18 November 2024, Vietnam time',
      '* Until 16:30 on Friday, 13 December 2024, Vietnam time',
    ]);
  });

  it('while suspended opening and closing are still told', () => {
    const told = lines({ ...cchc2024, suspended: true }, '2024-12-01T00:00:00Z').map((line) =>
      line.replace('* ', ''),
    );
    expect(told).to.deep.equal([OPENS, CLOSES]);
  });

  it('while suspended no round is told, since nobody knows which one will go on', () => {
    expect(lines({ ...hue2025, suspended: true }, '2025-10-07T00:00:00Z')).to.deep.equal([
      'Mở từ 0h00 ngày 29/9/2025 (thứ Hai), giờ Việt Nam',
      'Đến 24h00 ngày 26/10/2025 (Chủ nhật), giờ Việt Nam',
    ]);
  });

  it('an extension is told with the former closing', () => {
    const extended = {
      ...cchc2024,
      closes: '2024-12-20T16:30:00+07:00',
      extendedFrom: cchc2024.closes,
    };
    expect(lines(extended, '2024-12-14T00:00:00+07:00')).to.deep.equal([
      OPENS,
      '* Gia hạn đến 16h30 ngày 20/12/2024 (thứ Sáu), giờ Việt Nam',
      'Trước đây 16h30 ngày 13/12/2024 (thứ Sáu), giờ Việt Nam',
    ]);
  });

  it('an extension is no news once it is over', () => {
    const extended = {
      ...cchc2024,
      closes: '2024-12-20T16:30:00+07:00',
      extendedFrom: cchc2024.closes,
    };
    expect(lines(extended, '2025-01-01T00:00:00Z')).to.deep.equal([
      '* Kết thúc lúc 16h30 ngày 20/12/2024 (thứ Sáu), giờ Việt Nam',
    ]);
  });

  it('a closing at midnight is 24h00 of the day before, before and after it', () => {
    expect(lines(tuPhap2025, '2025-07-01T00:00:00Z')[1]).to.equal(
      '* Đến 24h00 ngày 15/7/2025 (thứ Ba), giờ Việt Nam',
    );
    expect(lines(tuPhap2025, '2025-08-01T00:00:00Z')[0]).to.equal(
      '* Kết thúc lúc 24h00 ngày 15/7/2025 (thứ Ba), giờ Việt Nam',
    );
  });

  it('a former closing at midnight is 24h00 as well', () => {
    const extended = {
      ...tuPhap2025,
      closes: '2025-07-31T17:00:00+07:00',
      extendedFrom: tuPhap2025.closes,
    };
    expect(lines(extended, '2025-07-20T00:00:00Z')[2]).to.equal(
      'Trước đây 24h00 ngày 15/7/2025 (thứ Ba), giờ Việt Nam',
    );
  });

  it('an opening at midnight is 0h00 of its day', () => {
    expect(lines(hue2025, '2025-09-28T00:00:00Z')[0]).to.equal(
      '* Mở từ 0h00 ngày 29/9/2025 (thứ Hai), giờ Việt Nam',
    );
  });

  it('before the first round its opening and the end are told', () => {
    const late = { ...hue2025, rounds: hue2025.rounds!.slice(1) };
    expect(lines(late, '2025-09-30T00:00:00Z')).to.deep.equal([
      '* Mở từ 0h00 ngày 6/10/2025 (thứ Hai), giờ Việt Nam',
      'Đến 24h00 ngày 26/10/2025 (Chủ nhật), giờ Việt Nam',
    ]);
  });

  it('while a round is open its closing is the one to know', () => {
    expect(lines(hue2025, '2025-10-07T00:00:00Z')).to.deep.equal([
      '* Tuần 2: đến 24h00 ngày 12/10/2025 (Chủ nhật), giờ Việt Nam',
      'Cuộc thi: đến 24h00 ngày 26/10/2025 (Chủ nhật), giờ Việt Nam',
    ]);
  });

  it('between rounds the opening of the next one is the one to know', () => {
    expect(lines(haiPhong2025, '2025-11-15T00:00:00Z')).to.deep.equal([
      '* Tuần 3: mở lúc 8h00 ngày 17/11/2025 (thứ Hai), giờ Việt Nam',
      'Tuần 3: đến 17h00 ngày 21/11/2025 (thứ Sáu), giờ Việt Nam',
      'Cuộc thi: đến 17h00 ngày 28/11/2025 (thứ Sáu), giờ Việt Nam',
    ]);
  });

  it('the next round may open at midnight, 0h00 of its day', () => {
    const apart = { ...hue2025, rounds: [hue2025.rounds![0]!, hue2025.rounds![2]!] };
    expect(lines(apart, '2025-10-07T00:00:00Z')[0]).to.equal(
      '* Tuần 3: mở lúc 0h00 ngày 13/10/2025 (thứ Hai), giờ Việt Nam',
    );
  });

  it('the end of a contest with rounds is that of its last round', () => {
    const short = { ...haiPhong2025, rounds: haiPhong2025.rounds!.slice(0, 2) };
    expect(lines(short, '2025-11-20T00:00:00Z')).to.deep.equal([
      '* Kết thúc lúc 24h00 ngày 10/11/2025 (thứ Hai), giờ Việt Nam',
    ]);
  });

  it('a contest without opening tells none', () => {
    const small: Contest = {
      id: '',
      revision: 0,
      title: 'Cuộc thi',
      url: cchc2024.url,
      closes: cchc2024.closes,
    };
    expect(lines(small, '2024-12-01T00:00:00Z')).to.deep.equal([`* ${CLOSES}`]);
  });

  it('nothing is extended where the rounds still end before that', () => {
    const { closes } = hue2025;
    const later = new Date(Date.parse(closes) + 86_400_000).toISOString();
    const told = lines({ ...hue2025, closes: later, extendedFrom: closes }, '2025-10-07T00:00:00Z');
    expect(told.join()).not.to.match(/Gia hạn|Trước đây/);
  });

  it('they are told in the zone of the contest', () => {
    expect(lines({ ...cchc2024, timeZone: 'Asia/Tokyo' }, '2024-12-01T00:00:00Z')[1]).to.equal(
      '* Đến 18h30 ngày 13/12/2024 (thứ Sáu), giờ Tokyo',
    );
  });

  it('each line carries its instant', () => {
    const contest = contestOf(cchc2024);
    const told = dateLines(contest, situation(contest, Date.parse('2024-12-01T00:00:00Z')), vi);
    expect(told.map(({ instant }) => instant)).to.deep.equal([
      Date.parse(cchc2024.opens),
      Date.parse(cchc2024.closes),
    ]);
  });
});
