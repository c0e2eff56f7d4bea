import { expect } from 'chai';
import { HIGHEST, next, takeBack } from '../../src/editor/revision.ts';
import { wins, type Copy, type Numbers } from '../../src/source/copy.ts';
import { cchc2024 } from '../contest/samples.ts';

const copy = (numbers: Numbers): Copy => ({
  contest: { ...cchc2024, ...numbers } as Copy['contest'],
  from: 'network',
  readAt: 0,
});
const beats = (a: Numbers, b: Numbers) => wins(copy(a), copy(b)) && !wins(copy(b), copy(a));

describe('the number of the next change', () => {
  it('is one higher', () => expect(next({ revision: 3 })).to.deep.equal({ revision: 4 }));

  it('still takes back what the last one took back', () => {
    expect(next({ revision: 4, replaces: 30 })).to.deep.equal({ revision: 5, replaces: 30 });
  });

  it('goes past what was taken back when it has come up to it', () => {
    expect(next({ revision: 29, replaces: 30 })).to.deep.equal({ revision: 31 });
  });
});

describe('a revision that was published wrong', () => {
  for (const [wrong, right, numbers] of [
    [30, { revision: 3 }, { revision: 4, replaces: 30 }],
    [HIGHEST, { revision: 3 }, { revision: 4, replaces: HIGHEST }],
    // There is no number between the two: a higher one will do.
    [4, { revision: 3 }, { revision: 5 }],
    [3, { revision: 3 }, { revision: 4 }],
    [2, { revision: 3 }, { revision: 4 }],
    [5, { revision: 3 }, { revision: 4, replaces: 5 }],
    // A second one: by name the higher, by number the other.
    [50, { revision: 4, replaces: 30 }, { revision: 31, replaces: 50 }],
    [20, { revision: 4, replaces: 30 }, { revision: 21, replaces: 30 }],
    [31, { revision: 4, replaces: 30 }, { revision: 32 }],
    [HIGHEST, { revision: 4, replaces: 30 }, { revision: 31, replaces: HIGHEST }],
  ] as const)
    it(`${wrong}, after ${JSON.stringify(right)}, is taken back by ${JSON.stringify(numbers)}`, () => {
      expect(takeBack({ revision: wrong }, right)).to.deep.equal(numbers);
    });

  it('loses to what takes it back at every portal, and so does all that came before', () => {
    for (const wrong of [2, 3, 4, 5, 30, 31, HIGHEST])
      for (const right of [{ revision: 3 }, { revision: 4, replaces: 30 }]) {
        const back = takeBack({ revision: wrong }, right)!;
        for (const held of [
          right,
          { revision: wrong },
          ...('replaces' in right ? [{ revision: right.replaces }] : []),
        ])
          expect(
            beats(back, held),
            `${JSON.stringify(back)} over ${JSON.stringify(held)}`,
          ).to.equal(true);
        // So do the changes after it.
        let later = back;
        for (let count = 0; count < 40; count++) {
          const following = next(later);
          expect(beats(following, later)).to.equal(true);
          if (following.revision <= HIGHEST)
            expect(beats(following, { revision: wrong })).to.equal(true);
          later = following;
        }
      }
  });

  for (const [wrong, meant, numbers] of [
    // It names the number that would come next.
    [{ revision: 5, replaces: 6 }, [{ revision: 4 }], { revision: 7 }],
    // It names the last right one.
    [{ revision: 2, replaces: 4 }, [{ revision: 4 }], { revision: 5 }],
    [{ revision: 30, replaces: 50 }, [{ revision: 3 }], { revision: 31, replaces: 50 }],
    // The correction is published, and portals do not take it.
    [{ revision: 30, replaces: 31 }, [{ revision: 3 }, { revision: 31 }], { revision: 32 }],
    [{ revision: 20, replaces: 31 }, [{ revision: 3 }, { revision: 31 }], { revision: 32 }],
  ] as const)
    it(`${JSON.stringify(wrong)}, after ${JSON.stringify(meant)}, is taken back by ${JSON.stringify(numbers)}`, () => {
      const [right, ...corrections] = meant;
      expect(takeBack(wrong, right, ...corrections)).to.deep.equal(numbers);
      for (const held of [wrong, ...meant]) expect(beats(numbers, held)).to.equal(true);
    });

  it('cannot be taken back where the highest number leaves no room', () => {
    expect(takeBack({ revision: HIGHEST }, { revision: HIGHEST - 1 })).to.equal(undefined);
  });
});
