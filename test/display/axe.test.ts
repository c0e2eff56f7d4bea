import axe from 'axe-core';
import { expect } from 'chai';
import { full, haiPhong2025 } from '../contest/samples.ts';
import { AFTER, BEFORE, CLOSES, DURING, freshPage } from '../elements/fixture.ts';
import { ELEMENTS, showing } from './fixture.ts';

const usual = { ...full, rounds: [] };

const FACES = {
  upcoming: [usual, BEFORE],
  open: [usual, DURING],
  'open, last day': [usual, CLOSES - 1],
  'open, several rounds without encryption': [
    haiPhong2025,
    Date.parse('2025-11-05T12:00:00+07:00'),
  ],
  suspended: [{ ...usual, suspended: true }, DURING],
  closed: [{ ...usual, retires: '2025-06-01T00:00:00Z' }, AFTER],
} as const;

/** What axe finds wrong, in one line each. */
async function violations(element: Element): Promise<string[]> {
  const { violations: found, passes } = await axe.run(element, { resultTypes: ['violations'] });
  expect(passes.length, 'rules that ran').to.be.above(2);
  return found.map(
    ({ id, help, nodes }) =>
      `${id}: ${help}: ${nodes.map(({ html }) => html.slice(0, 120)).join(' | ')}`,
  );
}

// One browser will do: the rules look at the tree, and contrast is the same everywhere.
if (/Chrome\//.test(navigator.userAgent))
  for (const name of ELEMENTS)
    describe(`axe finds nothing wrong with ${name}`, () => {
      freshPage();

      for (const [face, [changes, now]] of Object.entries(FACES))
        for (const lang of ['vi', 'en'])
          it(`${face}, ${lang}`, async () => {
            const attributes = { lang, 'unit-name': 'Bảo tàng tỉnh' };
            const element = await showing(name, { ...changes }, now, attributes);
            expect(await violations(element)).to.eql([]);
          });

      it('but would find a picture without a name', async () => {
        const element = await showing(name);
        element.shadowRoot!.querySelector('article')!.append(new Image());
        expect((await violations(element)).join()).to.contain('image-alt');
      });
    });
else
  describe('axe', () => {
    it('looks in Chromium alone', () => undefined);
  });
