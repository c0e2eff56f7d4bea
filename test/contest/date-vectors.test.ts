import { expect } from 'chai';
import { moment, zoneName } from '../../src/contest/wording.ts';
import { messagesFor } from '../../src/locales/index.ts';
import vectors from '../vectors/dates.json';

describe('dates that TypeScript and PHP write alike', () => {
  for (const { name, instant, zone, language, ends, words, zoneName: called } of vectors.cases)
    it(name, () => {
      const t = messagesFor(language);
      expect(moment(Date.parse(instant), t, { zone: zone ?? undefined, ends })).to.equal(words);
      expect(zoneName(t, zone ?? undefined)).to.equal(called);
    });
});
