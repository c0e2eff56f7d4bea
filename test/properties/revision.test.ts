import { expect } from 'chai';
import fc from 'fast-check';
import { HIGHEST, next, takeBack } from '../../src/editor/revision.ts';
import { wins, type Copy, type Numbers } from '../../src/source/copy.ts';
import { cchc2024 } from '../contest/samples.ts';
import { always } from './arbitraries.ts';

/** The mistake was read last: nothing but its numbers may decide. */
const copy = ({ revision, replaces }: Numbers, readAt: number): Copy => ({
  contest: { ...cchc2024, revision, ...(replaces !== undefined && { replaces }) },
  from: 'network',
  readAt,
});

/** Near the numbers that are in use, so that one often hits another, and far away. */
const distance = fc.oneof(fc.integer({ min: -4, max: 6 }), fc.integer({ min: 7, max: 5000 }));

/** A change; or a mistake, its number and what it names seen from the last right one. */
const step = fc.option(
  fc.record({
    revision: distance,
    names: fc.option(fc.oneof(fc.integer({ min: 1, max: 6 }), fc.nat({ max: 5000 }))),
    /** Somebody tried to correct it by the next number before it was taken back. */
    corrected: fc.boolean(),
  }),
  { freq: 2 },
);

describe('over whatever was published before, by mistake or not', () => {
  it('each change and each taking back wins, at every portal', () => {
    always(2000, fc.array(step, { minLength: 1, maxLength: 12 }), (story) => {
      let right: Numbers = { revision: 3 };
      const held: Numbers[] = [right];
      for (const mistake of story) {
        if (!mistake) right = next(right);
        else {
          const revision = Math.max(0, right.revision + mistake.revision);
          const wrong: Numbers = {
            revision,
            ...(mistake.names && { replaces: revision + mistake.names }),
          };
          const correction = { revision: Math.max(revision, right.revision) + 1 };
          const meant = mistake.corrected ? [correction] : [];
          held.push(wrong, ...meant);
          if (wrong.replaces !== undefined) held.push({ revision: wrong.replaces });
          right = takeBack(wrong, right, ...meant)!;
        }
        expect(right.revision).to.be.at.most(HIGHEST);
        expect(right.replaces ?? Infinity).to.be.above(right.revision);
        for (const old of held) {
          const over = `${JSON.stringify(right)} over ${JSON.stringify(old)}`;
          expect(wins(copy(right, 0), copy(old, 1)), over).to.equal(true);
          expect(wins(copy(old, 1), copy(right, 0)), over).to.equal(false);
        }
        held.push(right);
      }
    });
  });
});
