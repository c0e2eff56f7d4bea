import { expect } from 'chai';
import type { Definition } from '../../src/contest/schema.ts';
import { cchc2024 } from '../contest/samples.ts';
import { drawn, DURING, freshPage } from '../elements/fixture.ts';
import vectors from '../vectors/injection.json';
import { ELEMENTS, fitted, showing } from './fixture.ts';

/** Those that are written out, and short enough to be left as they are. */
const STRINGS = Object.values(vectors.groups as Record<string, unknown[]>)
  .flat()
  .filter((text): text is string => typeof text === 'string' && text.length < 150);

const everywhere = (text: string): Definition => ({
  ...cchc2024,
  title: text,
  organizer: text,
  summary: text,
  notice: text,
  howTo: [text],
  rounds: [{ title: text, opens: cchc2024.opens, closes: cchc2024.closes }],
  documents: [{ kind: 'rules', title: text, number: text }],
});

/** Names of elements and attributes, which no text may add to. */
const shape = (element: Element): string[] =>
  [...element.shadowRoot!.querySelectorAll('*')]
    .filter((at) => !at.closest('.piece'))
    .map((at) => [at.localName, ...at.getAttributeNames()].join(' '));

for (const name of ELEMENTS)
  describe(`what a text can do to ${name}`, () => {
    freshPage();

    it(`is to be read: ${STRINGS.length} strings in every place`, async () => {
      const ran: string[] = [];
      Object.assign(window, { __ran: () => void ran.push('ran') });
      const element = await showing(name, everywhere('Cuộc thi'), DURING, { 'unit-name': 'x' });
      const before = [...new Set(shape(element))].sort();
      let read = 0;
      for (const text of STRINGS) {
        element.contest = everywhere(text);
        element.unitName = text;
        await fitted(element);
        if (element.phase !== 'open') continue;
        read++;
        const added = shape(element).filter((at) => !before.includes(at));
        expect(added, text).to.eql([]);
        expect(drawn(element).length, text).to.be.greaterThan(20);
      }
      expect(read).to.be.greaterThan(STRINGS.length / 2);
      expect(ran).to.eql([]);
      Reflect.deleteProperty(window, '__ran');
    });
  });
