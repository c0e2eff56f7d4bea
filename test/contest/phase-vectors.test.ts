import { expect } from 'chai';
import { situation } from '../../src/contest/phase.ts';
import type { Contest } from '../../src/contest/schema.ts';
import vectors from '../vectors/phases.json';

interface Case {
  name: string;
  set?: Partial<Contest>;
  now: string;
  phase: string;
  round: string | null;
  retired?: boolean;
}

describe('phases that TypeScript and PHP tell alike', () => {
  for (const { name, set, now, phase, round, retired = false } of vectors.cases as Case[])
    it(name, () => {
      const found = situation({ ...vectors.base, ...set }, Date.parse(now));
      expect(found.phase).to.equal(phase);
      // Once it is over nothing is counted to, whatever the stage says.
      expect(found.stage.round?.title ?? null).to.equal(round);
      expect(found.retired).to.equal(retired);
    });
});
