import { expect } from 'chai';
import fc from 'fast-check';
import { best, isSame, wins, type Copy } from '../../src/source/copy.ts';
import { always } from './arbitraries.ts';
import { contests } from './definitions.ts';

const copy = (id: string, revision: number, readAt: number, replaces?: number): Copy => ({
  contest: {
    id,
    revision,
    title: 'Cuộc thi',
    url: 'https://cuocthi.example.vn/',
    closes: '2024-12-13T16:30:00+07:00',
    ...(replaces !== undefined && { replaces }),
  },
  from: 'network',
  readAt,
});

/** Copies of one contest: of few revisions and few times, so that they often tie. */
const copies: fc.Arbitrary<Copy[]> = fc.array(
  fc
    .record({
      revision: fc.nat({ max: 4 }),
      readAt: fc.constantFrom(-Infinity, 0, 1, 2, 3),
    })
    .map(({ revision, readAt }) => copy('a', revision, readAt)),
  { minLength: 1, maxLength: 7 },
);

/** Copies, and the same ones in another order. */
const shuffled = (drawn: fc.Arbitrary<Copy[]>) =>
  drawn.chain((list) =>
    fc.record({
      list: fc.constant(list),
      other: fc.shuffledSubarray(list, { minLength: list.length }),
    }),
  );

/** What a copy is worth: two that are worth the same say the same. */
const worth = ({ contest: { id, revision }, readAt }: Copy) => [id, revision, readAt];

describe('which copy wins, in whatever order they come', () => {
  it('of one contest it is the highest revision, read last', () => {
    always(1000, shuffled(copies), ({ list, other }) => {
      const revision = Math.max(...list.map(({ contest }) => contest.revision));
      const highest = list.filter(({ contest }) => contest.revision === revision);
      const readAt = Math.max(...highest.map((held) => held.readAt));
      for (const order of [list, other])
        expect(worth(best(...order)!)).to.deep.equal(['a', revision, readAt]);
    });
  });

  it('of several contests with one copy each it is the one read last', () => {
    const drawn = fc
      .uniqueArray(fc.nat({ max: 9 }), { minLength: 1, maxLength: 5 })
      .chain((times) =>
        fc.tuple(...times.map((time) => fc.nat().map((n) => copy(`c${time}`, n, time)))),
      );
    always(500, shuffled(drawn), ({ list, other }) => {
      const last = Math.max(...list.map(({ readAt }) => readAt));
      for (const order of [list, other]) expect(best(...order)!.readAt).to.equal(last);
    });
  });

  it('missing ones play no part', () => {
    always(500, fc.tuple(copies, fc.nat({ max: 7 })), ([list, at]) => {
      expect(best(...list.slice(0, at), undefined, ...list.slice(at))).to.equal(best(...list));
    });
  });

  it('a number that was taken back stays out, as long as later revisions say so', () => {
    const story = fc
      .record({ before: fc.nat({ max: 9 }), wrong: fc.integer({ min: 30, max: 99 }) })
      .chain(({ before, wrong }) => {
        const published = Array.from({ length: before + 1 }, (_, n) => copy('a', n, n));
        const corrected = Array.from({ length: 4 }, (_, n) => copy('a', before + 1 + n, 0, wrong));
        return fc.record({
          corrected: fc.subarray(corrected, { minLength: 1 }),
          rest: fc.subarray([...published, copy('a', wrong, 50)]),
        });
      });
    always(
      1000,
      story.chain(({ corrected, rest }) =>
        shuffled(fc.constant([...corrected, ...rest])).map((orders) => ({ ...orders, corrected })),
      ),
      ({ list, other, corrected }) => {
        for (const order of [list, other]) expect(best(...order)).to.equal(corrected.at(-1));
      },
    );
  });
});

describe('of two copies', () => {
  const pair = fc.tuple(
    ...[0, 1].map(() =>
      fc
        .record({
          id: fc.constantFrom('a', 'b'),
          revision: fc.nat({ max: 5 }),
          readAt: fc.constantFrom(-Infinity, 0, 1),
          replaces: fc.option(fc.nat({ max: 6 }), { nil: undefined }),
        })
        .map(({ id, revision, readAt, replaces }) => copy(id, revision, readAt, replaces)),
    ),
  ) as fc.Arbitrary<[Copy, Copy]>;

  it('never both win over each other', () => {
    always(1000, pair, ([a, b]) => {
      expect(wins(a, b) && wins(b, a)).to.equal(false);
    });
  });

  it('one wins over the other, unless they are as old as each other and of one revision', () => {
    always(1000, pair, ([a, b]) => {
      const same = a.contest.id === b.contest.id && a.contest.revision === b.contest.revision;
      const decided = a.readAt !== b.readAt || (!same && a.contest.id === b.contest.id);
      expect(wins(a, b) || wins(b, a)).to.equal(decided);
    });
  });

  it('the lower one wins exactly where it takes the higher one back', () => {
    always(1000, pair, ([a, b]) => {
      if (a.contest.id !== b.contest.id || a.contest.revision >= b.contest.revision) return;
      expect(wins(a, b)).to.equal(a.contest.replaces === b.contest.revision);
    });
  });

  it('they say the same exactly where their contests do', () => {
    always(300, fc.tuple(contests(), contests()), ([a, b]) => {
      expect(isSame(a, structuredClone(a))).to.equal(true);
      expect(isSame(a, b)).to.equal(fc.stringify(a) === fc.stringify(b));
    });
  });
});
