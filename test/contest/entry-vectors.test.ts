import { expect } from 'chai';
import { withUnit } from '../../src/contest/entry.ts';
import vectors from '../vectors/entry.json';

describe('ways in that TypeScript and PHP write alike', () => {
  for (const { name, address, parameter, unit, result } of vectors.cases)
    it(name, () => {
      expect(withUnit(address, parameter ?? undefined, unit)).to.equal(result);
    });
});
