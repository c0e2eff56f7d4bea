import { expect } from 'chai';
import { parse } from '../../src/contest/parse.ts';
import { cchc2024, pathsOf, without } from './samples.ts';
import {
  NO_ADDRESS,
  NO_FLAG,
  NO_INSTANT,
  NO_LIST,
  NO_OBJECT,
  NO_REVISION,
  NO_TEXT,
  NO_ZONE,
  type Wrong,
} from './wrong-values.ts';

describe('a wrong value that refuses the whole definition', () => {
  const fields: Record<string, Wrong> = {
    id: {
      ...NO_TEXT,
      'in capitals': 'CCHC',
      'with a dot': 'a.b',
      'with an underscore': 'a_b',
      'with a space inside': 'a b',
    },
    revision: NO_REVISION,
    title: NO_TEXT,
    url: NO_ADDRESS,
    opens: NO_INSTANT,
    closes: NO_INSTANT,
    timeZone: NO_ZONE,
    rounds: { ...NO_LIST, 'an object': {} },
    suspended: NO_FLAG,
    allowHttp: NO_FLAG,
    unitParameter: NO_TEXT,
  };
  for (const [field, wrong] of Object.entries(fields))
    for (const [what, value] of Object.entries(wrong))
      it(`${field} that is ${what}`, () => {
        const { contest, faults } = parse({ ...cchc2024, [field]: value });
        expect(pathsOf(faults)).to.deep.equal([field]);
        expect(contest).to.equal(undefined);
      });

  for (const field of ['id', 'revision', 'title', 'url', 'opens', 'closes'] as const)
    it(`${field} that is not there`, () => {
      const { contest, faults } = parse(without(cchc2024, field));
      expect(pathsOf(faults)).to.deep.equal([field]);
      expect(contest).to.equal(undefined);
    });

  const round = { title: 'Đợt 1', opens: '2024-11-20T00:00:00Z', closes: '2024-12-02T00:00:00Z' };
  const parts: Record<string, Wrong> = {
    title: NO_TEXT,
    opens: NO_INSTANT,
    closes: NO_INSTANT,
    url: NO_ADDRESS,
  };
  for (const [field, wrong] of Object.entries(parts))
    for (const [what, value] of Object.entries(wrong))
      it(`a round's ${field} that is ${what}`, () => {
        const { contest, faults } = parse({
          ...cchc2024,
          rounds: [round, { ...round, [field]: value }],
        });
        expect(pathsOf(faults)).to.deep.equal([`rounds[1].${field}`]);
        expect(contest).to.equal(undefined);
      });

  for (const [what, value] of Object.entries(NO_OBJECT))
    it(`a round that is ${what}`, () => {
      const { contest, faults } = parse({ ...cchc2024, rounds: [value, round] });
      expect(pathsOf(faults)).to.deep.equal(['rounds[0]']);
      expect(contest).to.equal(undefined);
    });
});

describe('a wrong value that is left out while the rest is kept', () => {
  const fields: Record<string, Wrong> = {
    organizer: NO_TEXT,
    summary: { ...NO_TEXT, 'of 601 characters': 'ệ'.repeat(601) },
    notice: { ...NO_TEXT, 'of 201 characters': 'ệ'.repeat(201) },
    extendedFrom: {
      ...NO_INSTANT,
      'the closing': cchc2024.closes,
      'after the closing': '2024-12-14T00:00:00Z',
    },
    retires: { ...NO_INSTANT, 'before the closing': '2024-12-13T09:29:59.999Z' },
    replaces: {
      ...NO_REVISION,
      'the revision itself': cchc2024.revision,
      lower: cchc2024.revision - 1,
    },
    results: NO_ADDRESS,
    calendar: NO_ADDRESS,
    howTo: NO_LIST,
    documents: NO_LIST,
    banner: NO_OBJECT,
    report: NO_OBJECT,
  };
  for (const [field, wrong] of Object.entries(fields))
    for (const [what, value] of Object.entries(wrong))
      it(`${field} that is ${what}`, () => {
        const { contest, faults } = parse({ ...cchc2024, [field]: value });
        expect(pathsOf(faults)).to.deep.equal([field]);
        expect(contest).to.deep.equal(cchc2024);
      });
});
