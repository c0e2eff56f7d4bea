import { expect } from 'chai';
import { parse } from '../../src/contest/parse.ts';
import { cchc2024, full, pathsOf, without } from './samples.ts';
import { NO_ADDRESS, NO_INSTANT, NO_TEXT, type Wrong } from './wrong-values.ts';

describe('a wrong part of a part', () => {
  const [plan, rules] = full.documents!;

  /** Each case: the part, its field, wrong values, and what is kept of the part. */
  const inDocuments: [string, Wrong, object[]][] = [
    ['kind', { unknown: 'letter', 'in capitals': 'PLAN', ...NO_TEXT }, [rules!]],
    ['title', NO_TEXT, [rules!]],
    ['number', NO_TEXT, [{ ...plan, number: undefined }, rules!]],
    [
      'issued',
      {
        ...NO_TEXT,
        'on 30 February': '2024-02-30',
        'with a time': cchc2024.opens,
        'in words': '29/10/2024',
        short: '2024-1-2',
      },
      [{ ...plan, issued: undefined }, rules!],
    ],
    ['url', NO_ADDRESS, [{ ...plan, url: undefined }, rules!]],
  ];
  for (const [field, wrong, kept] of inDocuments)
    for (const [what, value] of Object.entries(wrong))
      it(`a document's ${field} that is ${what} takes nothing else along`, () => {
        const { contest, faults } = parse({
          ...cchc2024,
          documents: [{ ...plan, [field]: value }, rules],
        });
        expect(pathsOf(faults)).to.deep.equal([`documents[0].${field}`]);
        expect(contest!.documents).to.deep.equal(JSON.parse(JSON.stringify(kept)));
      });

  const size = {
    null: null,
    '0': 0,
    negative: -3,
    'a fraction': 1.5,
    'a text': '300',
    'more than 10,000': 10_001,
  };
  for (const [field, wrong] of Object.entries({
    src: NO_ADDRESS,
    alt: NO_TEXT,
    width: size,
    height: size,
  }))
    for (const [what, value] of Object.entries(wrong))
      it(`a picture's ${field} that is ${what} takes the picture along`, () => {
        const { contest, faults } = parse({
          ...cchc2024,
          banner: { ...full.banner, [field]: value },
        });
        expect(pathsOf(faults)).to.deep.equal([`banner.${field}`]);
        expect(contest).to.deep.equal(cchc2024);
      });

  for (const [what, value] of Object.entries(NO_INSTANT))
    it(`a report's due that is ${what} takes the report along`, () => {
      const { contest, faults } = parse({ ...cchc2024, report: { ...full.report, due: value } });
      expect(pathsOf(faults)).to.deep.equal(['report.due']);
      expect(contest).to.deep.equal(cchc2024);
    });

  for (const [field, wrong] of Object.entries({ recipient: NO_TEXT, url: NO_ADDRESS }))
    for (const [what, value] of Object.entries(wrong))
      it(`a report's ${field} that is ${what} leaves the rest of the report`, () => {
        const { contest, faults } = parse({
          ...cchc2024,
          report: { ...full.report, [field]: value },
        });
        expect(pathsOf(faults)).to.deep.equal([`report.${field}`]);
        expect(contest!.report).to.deep.equal(without(full.report!, field as 'url'));
      });

  for (const [what, value] of Object.entries(NO_TEXT))
    it(`a line on taking part that is ${what} is left out alone`, () => {
      const { contest, faults } = parse({ ...cchc2024, howTo: ['Một', value, 'Ba'] });
      expect(pathsOf(faults)).to.deep.equal(['howTo[1]']);
      expect(contest!.howTo).to.deep.equal(['Một', 'Ba']);
    });
});
