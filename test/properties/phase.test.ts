import { expect } from 'chai';
import fc from 'fast-check';
import { DEFAULT_ZONE, HOUR, inZone, MINUTE, SECOND } from '../../src/contest/instant.ts';
import { situation } from '../../src/contest/phase.ts';
import type { Contest } from '../../src/contest/schema.ts';
import { always, anyInstant } from './arbitraries.ts';
import { contests } from './definitions.ts';

const within = (ms: number) => fc.integer({ min: -ms, max: ms });

/** When a day begins, if no clock is changed on it. */
function dayOf(instant: number, zone = DEFAULT_ZONE): number {
  const [hour, minute, second] = inZone(instant, zone).slice(3) as [number, number, number];
  return Math.floor(instant / SECOND - second) * SECOND - hour * HOUR - minute * MINUTE;
}

/** A contest and an instant: often a millisecond around one at which something may happen. */
const moments = contests().chain((contest) => {
  const { opens, closes, retires, rounds = [] } = contest;
  const edges = [opens, closes, retires, ...rounds.flatMap((round) => [round.opens, round.closes])]
    .filter((text) => text !== undefined)
    .map((text) => Date.parse(text))
    .flatMap((edge) => [edge, dayOf(edge - 1, contest.timeZone)]);
  const near = fc
    .tuple(fc.constantFrom(...edges), fc.oneof(...[1, 1000, 20 * MINUTE, 2 ** 31].map(within)))
    .map(([edge, ms]) => edge + ms);
  return fc.record({
    contest: fc.constant(contest),
    now: fc.oneof({ weight: 9, arbitrary: near }, anyInstant),
    share: fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
  });
});

const ORDER = { upcoming: 0, open: 1, 'between-rounds': 1, closed: 2 };

/** How far a contest has come, suspended or not. */
const progress = (contest: Contest, now: number): number => {
  const { phase } = situation({ ...contest, suspended: false }, now);
  return ORDER[phase as keyof typeof ORDER];
};

describe('where a contest stands, as time goes on', () => {
  it('it only goes forward', () => {
    always(1000, fc.tuple(moments, fc.double({ min: 0, noNaN: true })), ([at, later]) => {
      const { contest, now } = at;
      expect(progress(contest, now)).to.be.at.most(progress(contest, now + later));
    });
  });

  it('it is suspended where it says so, but for closed', () => {
    always(1000, moments, ({ contest, now }) => {
      const running = situation({ ...contest, suspended: false }, now);
      const { phase, end, retired } = situation({ ...contest, suspended: true }, now);
      expect(phase).to.equal(running.phase === 'closed' ? 'closed' : 'suspended');
      expect({ end, retired }).to.deep.equal({ end: running.end, retired: running.retired });
    });
  });

  it('it is to be looked at again later than now', () => {
    always(1000, moments, ({ contest, now }) => {
      expect(situation(contest, now).next).to.be.above(now);
    });
  });

  it('nothing of it changes before it is to be looked at again, to the millisecond', () => {
    always(1500, moments, ({ contest, now, share }) => {
      const told = situation(contest, now);
      const last = Math.min(told.next - 1, 8.64e15);
      for (const then of [last, now + Math.floor((last - now) * share)])
        expect(situation(contest, then), new Date(then).toISOString()).to.deep.equal(told);
    });
  });

  it('after the last look nothing ever changes', () => {
    always(300, moments, ({ contest }) => {
      const { next, ...told } = situation(contest, 8.64e15);
      expect(next).to.equal(Infinity);
      expect(told).to.include({ phase: 'closed', retired: true, lastDay: false });
    });
  });

  it('while it is open the stage is open, and so are the others', () => {
    always(1000, moments, ({ contest, now }) => {
      const { phase, stage, others, end } = situation(contest, now);
      if (phase !== 'open') return;
      expect(stage.opens <= now && now < stage.closes && stage.closes <= end).to.equal(true);
      for (const { opens, closes } of others)
        expect(Date.parse(opens) <= now && stage.closes <= Date.parse(closes)).to.equal(true);
    });
  });

  it('the last day is at most 25 hours of being open', () => {
    always(1000, moments, ({ contest, now }) => {
      const { phase, stage, lastDay } = situation(contest, now);
      if (lastDay) expect(phase).to.equal('open');
      if (lastDay) expect(stage.closes - now).to.be.at.most(25 * HOUR);
      else if (phase === 'open' && !lastDay)
        expect(situation(contest, stage.closes - 1).phase).to.equal('open');
    });
  });
});
