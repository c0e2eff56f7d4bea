import { expect } from 'chai';
import { situation } from '../../src/contest/phase.ts';
import type { Contest } from '../../src/contest/schema.ts';
import { around, cchc2024, contestOf, newYear2026, tuPhap2025 } from './samples.ts';

const DAY = 86_400_000;

describe('the phases of the contest of 2024', () => {
  it('it is upcoming until 7h30 ngày 18/11 and open from then on', () => {
    expect(around(cchc2024, 'phase', '2024-11-18T07:30:00+07:00')).to.deep.equal([
      'upcoming',
      'open',
      'open',
    ]);
  });

  it('it is open until 16h30 ngày 13/12 and closed from then on', () => {
    expect(around(cchc2024, 'phase', '2024-12-13T16:30:00+07:00')).to.deep.equal([
      'open',
      'closed',
      'closed',
    ]);
  });

  it('it is open round the clock in between', () => {
    expect(around(cchc2024, 'phase', '2024-12-01T00:00:00+07:00')).to.deep.equal([
      'open',
      'open',
      'open',
    ]);
  });

  it('it is closed at the end of its last day, where another site still counted', () => {
    expect(around(cchc2024, 'phase', '2024-12-13T23:59:59+07:00')).to.deep.equal([
      'closed',
      'closed',
      'closed',
    ]);
  });

  it('years before it is upcoming, years after it is closed', () => {
    const contest = contestOf(cchc2024);
    expect(situation(contest, 0).phase).to.equal('upcoming');
    expect(situation(contest, Date.UTC(2100, 0)).phase).to.equal('closed');
  });

  it('what is counted to and where it ends are the times of the contest', () => {
    const [opens, closes] = [Date.parse(cchc2024.opens), Date.parse(cchc2024.closes)];
    for (const now of [opens - DAY, opens, closes - 1, closes]) {
      const { stage, end, others } = situation(contestOf(cchc2024), now);
      expect({ stage, end, others }).to.deep.equal({
        stage: { opens, closes },
        end: closes,
        others: [],
      });
    }
  });

  it('an extension moves the closing, and the former closing means nothing any more', () => {
    const extended = {
      ...cchc2024,
      closes: '2024-12-20T16:30:00+07:00',
      extendedFrom: cchc2024.closes,
    };
    expect(around(extended, 'phase', cchc2024.closes)).to.deep.equal(['open', 'open', 'open']);
    expect(around(extended, 'phase', extended.closes)).to.deep.equal(['open', 'closed', 'closed']);
  });
});

describe('a contest that crosses a border of the calendar', () => {
  it('one until 24h00 ngày 15/7 is open to the last millisecond of that day', () => {
    expect(around(tuPhap2025, 'phase', '2025-07-16T00:00:00+07:00')).to.deep.equal([
      'open',
      'closed',
      'closed',
    ]);
  });

  it('one across the new year is open through it', () => {
    expect(around(newYear2026, 'phase', '2026-01-01T00:00:00+07:00')).to.deep.equal([
      'open',
      'open',
      'open',
    ]);
  });

  it('one across the new year closes in the new year', () => {
    expect(around(newYear2026, 'phase', '2026-01-05T17:00:00+07:00')).to.deep.equal([
      'open',
      'closed',
      'closed',
    ]);
  });
});

describe('a suspended contest', () => {
  const suspended = { ...cchc2024, suspended: true };

  it('is suspended in place of upcoming and open', () => {
    expect(around(suspended, 'phase', cchc2024.opens)).to.deep.equal([
      'suspended',
      'suspended',
      'suspended',
    ]);
  });

  it('is closed from its closing on all the same', () => {
    expect(around(suspended, 'phase', cchc2024.closes)).to.deep.equal([
      'suspended',
      'closed',
      'closed',
    ]);
  });

  it('has no last day', () => {
    expect(situation(contestOf(suspended), Date.parse(cchc2024.closes) - 1).lastDay).to.equal(
      false,
    );
  });

  it('that is suspended no longer has the phase of its time', () => {
    expect(around({ ...cchc2024, suspended: false }, 'phase', cchc2024.opens)).to.deep.equal([
      'upcoming',
      'open',
      'open',
    ]);
  });
});

describe('a contest of the small case, without opening', () => {
  const contest: Contest = {
    id: '',
    revision: 0,
    title: 'Cuộc thi',
    url: cchc2024.url,
    closes: cchc2024.closes,
  };

  it('is open since ever', () => {
    expect([0, -1e15].map((now) => situation(contest, now).phase)).to.deep.equal(['open', 'open']);
  });

  it('closes at its closing', () => {
    const closes = Date.parse(cchc2024.closes);
    expect([-1, 0].map((ms) => situation(contest, closes + ms).phase)).to.deep.equal([
      'open',
      'closed',
    ]);
  });
});
