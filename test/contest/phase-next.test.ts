import { expect } from 'chai';
import { situation } from '../../src/contest/phase.ts';
import type { Contest, Definition } from '../../src/contest/schema.ts';
import {
  cchc2024,
  contestOf,
  drawn,
  election2026,
  full,
  haiPhong2025,
  hue2025,
  newYear2026,
  pick,
  seeded,
  tuPhap2025,
} from './samples.ts';

const HOUR = 3_600_000;
const ZONES = [
  'Asia/Ho_Chi_Minh',
  'UTC',
  'America/Los_Angeles',
  'Asia/Kathmandu',
  'Pacific/Apia',
  'Africa/Cairo',
  'Australia/Lord_Howe',
];

/** Everything but `next`, which is what is under test. */
function told(contest: Contest, now: number) {
  return JSON.stringify({ ...situation(contest, now), next: undefined });
}

/**
 * Goes from one `next` to the other; nothing may change on the way but there.
 * @returns the instants at which something did
 */
function walk(contest: Contest, random: () => number): number[] {
  const changes: number[] = [];
  let now = Date.parse(contest.opens!) - 40 * HOUR;
  let held = told(contest, now);
  let looks = 0;
  for (
    let next = situation(contest, now).next;
    next < Infinity;
    now = next, next = situation(contest, now).next
  ) {
    expect(next, 'next is later than now').to.be.above(now);
    expect(looks++, 'it comes to an end').to.be.below(50_000);
    const between = random() < 0.5 ? next - 1 : now + Math.floor(random() * (next - now));
    expect(
      told(contest, between),
      `${new Date(between).toISOString()} before ${new Date(next).toISOString()}`,
    ).to.equal(held);
    const then = told(contest, next);
    if (then !== held) changes.push(next);
    held = then;
  }
  expect(told(contest, now + 1000 * 24 * HOUR), 'after the last next').to.equal(held);
  return changes;
}

/** A contest of up to ten days with up to five rounds, to the millisecond. */
function anyContest(random: () => number): Definition {
  const start = Date.UTC(2025, Math.floor(random() * 12), 1 + Math.floor(random() * 28));
  const grain = pick(random, [HOUR * 24, HOUR, 60_000, 1000, 1]);
  const between = (from: number, to: number) =>
    from + Math.floor((random() * (to - from)) / grain) * grain;
  const iso = (instant: number) => new Date(instant).toISOString();
  const opens = between(start, start + 24 * HOUR);
  const closes = opens + grain + between(0, 10 * 24 * HOUR);
  const rounds = Array.from({ length: Math.floor(random() * 6) }, (_, n) => {
    const from = between(opens, closes);
    return {
      title: `Đợt ${n}`,
      opens: iso(from),
      closes: iso(between(from, closes - grain) + grain),
    };
  });
  return {
    ...cchc2024,
    opens: iso(opens),
    closes: iso(closes),
    timeZone: pick(random, ZONES),
    rounds,
    suspended: random() < 0.1,
    ...(random() < 0.5 && { retires: iso(closes + Math.floor(random() * 100) * HOUR) }),
  };
}

describe('when to look again', () => {
  const samples = { cchc2024, hue2025, haiPhong2025, tuPhap2025, election2026, newYear2026, full };
  for (const [name, definition] of Object.entries(samples))
    it(`nothing of ${name} changes before`, () => {
      walk(contestOf(definition), seeded(1));
    });

  it('is within a quarter of an hour while the last day is to come', () => {
    const now = Date.parse('2024-12-01T08:07:30+07:00');
    expect(situation(contestOf(cchc2024), now).next).to.equal(
      Date.parse('2024-12-01T08:15:00+07:00'),
    );
  });

  it('is the closing on the last day', () => {
    const now = Date.parse('2024-12-13T00:00:00+07:00');
    expect(situation(contestOf(cchc2024), now).next).to.equal(Date.parse(cchc2024.closes));
  });

  it('of the contest of 2024 it is the opening, the last day, the closing and the retiring', () => {
    expect(walk(contestOf(cchc2024), seeded(1))).to.deep.equal(
      [
        '2024-11-18T07:30+07:00',
        '2024-12-13T00:00+07:00',
        '2024-12-13T16:30+07:00',
        '2025-03-13T16:30+07:00',
      ].map(Date.parse),
    );
  });

  it('after the retiring it is never', () => {
    expect(situation(contestOf(cchc2024), Date.UTC(2030, 0)).next).to.equal(Infinity);
  });

  it('nothing changes before where a contest closes within a second', () => {
    walk(contestOf({ ...cchc2024, closes: '2024-12-13T16:30:00.500+07:00' }), seeded(1));
  });

  for (const [what, timeZone, closes] of [
    ['25 hours', 'America/New_York', '2025-11-02T17:00:00-05:00'],
    ['23 hours', 'America/New_York', '2025-03-09T17:00:00-04:00'],
    ['24 hours and a half', 'Australia/Lord_Howe', '2025-04-06T17:00:00+10:30'],
    ['23 hours and a half', 'Australia/Lord_Howe', '2025-10-05T17:00:00+11:00'],
    ['no midnight', 'Africa/Cairo', '2025-04-25T17:00:00+03:00'],
  ] as const)
    it(`nothing changes before where the last day has ${what}`, () => {
      walk(contestOf({ ...cchc2024, closes, timeZone }), seeded(1));
    });

  it('nothing of any contest changes before', () => {
    const random = seeded(7);
    for (let n = 0; n < drawn(8); n++) walk(contestOf(anyContest(random)), random);
  });
});

describe('any contest at all', () => {
  const open = ({ opens, closes }: { opens?: string; closes: string }, now: number) =>
    Date.parse(opens!) <= now && now < Date.parse(closes);

  /** Contests, each with instants at which something may happen, and some in between. */
  const contests = () => {
    const random = seeded(11);
    return Array.from({ length: drawn(300) }, () => {
      const contest = contestOf(anyContest(random));
      const instants = [contest, ...(contest.rounds ?? [])]
        .flatMap((part) => [Date.parse(part.opens!), Date.parse(part.closes)])
        .flatMap((at) => [-1, 0, 1, Math.floor(random() * 99 * HOUR)].map((ms) => at + ms))
        .sort((a, b) => a - b);
      return { contest, states: instants.map((now) => ({ now, ...situation(contest, now) })) };
    });
  };

  it('is not upcoming again once it was anything else', () => {
    for (const { states } of contests()) {
      const phases = states.map(({ phase }) => phase);
      expect(phases.slice(phases.findIndex((phase) => phase !== 'upcoming'))).not.to.include(
        'upcoming',
      );
    }
  });

  it('stays closed once it is closed', () => {
    for (const { states } of contests()) {
      const phases = states.map(({ phase }) => phase);
      expect(new Set(phases.slice(phases.indexOf('closed')))).to.deep.equal(new Set(['closed']));
    }
  });

  it('is open exactly while one of its rounds is, or the contest where it has none', () => {
    for (const { contest, states } of contests().filter(({ contest }) => !contest.suspended))
      for (const { now, phase } of states) {
        const parts = contest.rounds!.length ? contest.rounds! : [contest];
        expect(phase === 'open').to.equal(parts.some((part) => open(part, now)));
      }
  });

  it('is closed exactly where all of its rounds are over, or the contest where it has none', () => {
    for (const { contest, states } of contests())
      for (const { now, phase } of states) {
        const parts = contest.rounds!.length ? contest.rounds! : [contest];
        expect(phase === 'closed').to.equal(parts.every(({ closes }) => Date.parse(closes) <= now));
      }
  });

  it('leads into the open round that closes first, and names all the others', () => {
    for (const { contest, states } of contests().filter(({ contest }) => contest.rounds!.length))
      for (const { now, stage, others } of states.filter(({ phase }) => phase === 'open')) {
        expect([stage.round, ...others]).to.have.members(
          contest.rounds!.filter((round) => open(round, now)),
        );
        for (const { closes } of others) expect(Date.parse(closes)).to.be.at.least(stage.closes);
      }
  });
});
