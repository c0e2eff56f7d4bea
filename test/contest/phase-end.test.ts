import { expect } from 'chai';
import { situation } from '../../src/contest/phase.ts';
import { around, cchc2024, contestOf, tuPhap2025 } from './samples.ts';

const DAY = 86_400_000;

describe('the last day', () => {
  it('is the calendar day of the closing, from its first millisecond', () => {
    expect(around(cchc2024, 'lastDay', '2024-12-13T00:00:00+07:00')).to.deep.equal([
      false,
      true,
      true,
    ]);
  });

  it('is over with the closing', () => {
    expect(around(cchc2024, 'lastDay', cchc2024.closes)).to.deep.equal([true, false, false]);
  });

  it('of a closing at midnight is the day before', () => {
    expect(around(tuPhap2025, 'lastDay', '2025-07-15T00:00:00+07:00')).to.deep.equal([
      false,
      true,
      true,
    ]);
    expect(around(tuPhap2025, 'lastDay', tuPhap2025.closes)).to.deep.equal([true, false, false]);
  });

  it('of a closing a minute after midnight is that minute', () => {
    const definition = { ...tuPhap2025, closes: '2025-07-16T00:01:00+07:00' };
    expect(around(definition, 'lastDay', '2025-07-16T00:00:00+07:00')).to.deep.equal([
      false,
      true,
      true,
    ]);
  });

  it('of a closing a millisecond after midnight is that millisecond', () => {
    const definition = { ...tuPhap2025, closes: '2025-07-16T00:00:00.001+07:00' };
    expect(around(definition, 'lastDay', '2025-07-16T00:00:00+07:00')).to.deep.equal([
      false,
      true,
      false,
    ]);
  });

  it('comes once, though the contest lasts longer than a year', () => {
    const definition = { ...cchc2024, closes: '2025-12-13T16:30:00+07:00' };
    expect(around(definition, 'lastDay', cchc2024.closes)).to.deep.equal([false, false, false]);
    expect(around(definition, 'lastDay', '2025-12-13T00:00:00+07:00')).to.deep.equal([
      false,
      true,
      true,
    ]);
  });

  it('begins at midnight in the zone of the contest, not in UTC', () => {
    const definition = { ...cchc2024, closes: '2024-12-13T23:30:00Z' };
    expect(around(definition, 'lastDay', '2024-12-13T00:00:00Z')).to.deep.equal([
      false,
      false,
      false,
    ]);
    expect(around(definition, 'lastDay', '2024-12-14T00:00:00+07:00')).to.deep.equal([
      false,
      true,
      true,
    ]);
  });

  it('begins at midnight in another zone where the contest names one', () => {
    const definition = { ...cchc2024, timeZone: 'UTC' };
    expect(around(definition, 'lastDay', '2024-12-13T00:00:00Z')).to.deep.equal([
      false,
      true,
      true,
    ]);
  });

  it('of a contest that opens on it begins with the opening', () => {
    const definition = { ...cchc2024, opens: '2024-12-13T07:30:00+07:00' };
    expect(around(definition, 'lastDay', definition.opens)).to.deep.equal([false, true, true]);
  });

  it('may have 25 hours', () => {
    const definition = {
      ...cchc2024,
      closes: '2025-11-02T17:00:00-05:00',
      timeZone: 'America/New_York',
    };
    expect(around(definition, 'lastDay', '2025-11-02T00:00:00-04:00')).to.deep.equal([
      false,
      true,
      true,
    ]);
  });
});

describe('the retiring of a banner', () => {
  it('comes 90 days after the closing', () => {
    expect(around(cchc2024, 'retired', Date.parse(cchc2024.closes) + 90 * DAY)).to.deep.equal([
      false,
      true,
      true,
    ]);
  });

  it('comes when the definition says, before or after that', () => {
    for (const retires of ['2025-01-01T00:00:00+07:00', '2026-01-01T00:00:00+07:00'])
      expect(around({ ...cchc2024, retires }, 'retired', retires)).to.deep.equal([
        false,
        true,
        true,
      ]);
  });

  it('may come with the closing', () => {
    expect(
      around({ ...cchc2024, retires: cchc2024.closes }, 'retired', cchc2024.closes),
    ).to.deep.equal([false, true, true]);
  });

  it('leaves the contest closed', () => {
    expect(situation(contestOf(cchc2024), Date.UTC(2030, 0))).to.include({
      phase: 'closed',
      retired: true,
    });
  });

  it('moves with an extension', () => {
    const extended = {
      ...cchc2024,
      closes: '2024-12-20T16:30:00+07:00',
      extendedFrom: cchc2024.closes,
    };
    expect(around(extended, 'retired', Date.parse(extended.closes) + 90 * DAY)).to.deep.equal([
      false,
      true,
      true,
    ]);
  });
});
