import { expect } from 'chai';
import type { Contest } from '../../src/contest/schema.ts';
import { untilOf } from '../../src/handout/handout.ts';
import vectors from '../vectors/until.json';

describe('the last day that TypeScript and PHP reckon alike', () => {
  for (const { name, set, until } of vectors.cases)
    it(name, () => {
      expect(untilOf({ ...vectors.base, ...set } as Contest)).to.equal(until);
    });
});
