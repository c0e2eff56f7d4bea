import { expect } from 'chai';
import type { Fault } from '../../src/contest/fault.ts';
import { parse } from '../../src/contest/parse.ts';
import vectors from '../vectors/definitions.json';

interface Case {
  name: string;
  input?: unknown;
  set?: Record<string, unknown>;
  local?: boolean;
  accepted: boolean;
  faults: Record<string, string>;
  contest?: Record<string, unknown>;
}

/** Paths and codes as the vectors write them, in an order that does not matter. */
const pairs = (faults: readonly Fault[]) =>
  faults.map(({ path, code }) => `${path}: ${code}`).sort();

describe('definitions that TypeScript and PHP judge alike', () => {
  for (const vector of vectors.cases as Case[]) {
    const input = 'input' in vector ? vector.input : { ...vectors.base, ...vector.set };

    it(vector.name, () => {
      const { contest, faults } = parse(input, vector.local);
      expect(!!contest, 'accepted').to.equal(vector.accepted);
      expect(pairs(faults)).to.deep.equal(
        Object.entries(vector.faults)
          .map(([path, code]) => `${path}: ${code}`)
          .sort(),
      );
      for (const [field, value] of Object.entries(vector.contest ?? {}))
        if (value === null) expect(contest).not.to.have.property(field);
        else expect(contest).to.have.deep.property(field, value);
    });
  }
});
