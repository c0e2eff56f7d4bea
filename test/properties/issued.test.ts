import { expect } from 'chai';
import fc from 'fast-check';
import {
  blankForm,
  contentOf,
  formOf,
  partAt,
  published,
  read,
  type Leaf,
} from '../../src/editor/form.ts';
import { noted, type Issued } from '../../src/editor/issued.ts';
import { always } from './arbitraries.ts';

const NOW = Date.parse('2024-11-01T09:00:00+07:00');
type Plain = Record<string, unknown>;

/** What an organizer does, in any order; `which` tells titles and definitions apart. */
const story = fc.array(
  fc.record({
    act: fc.constantFrom('type', 'hand out', 'hand out late', 'discard', 'open'),
    which: fc.nat({ max: 3 }),
  }),
  { maxLength: 25 },
);

describe('whatever is typed, opened, discarded and handed out', () => {
  it('one number stands for one content, and the last one handed out has the highest', () => {
    always(1000, story, (acts) => {
      let issued: Issued = {};
      let form = blankForm();
      let seen: Plain[] = [];
      const out = new Map<unknown, string>();
      const fill = (title: string) => {
        (partAt(form.typed, 'id') as Leaf).text = 'a';
        (partAt(form.typed, 'title') as Leaf).text = title;
        seen.push(read(form, NOW, issued).definition);
      };
      const handOut = (definition: Plain) => {
        const known = out.get(definition.revision);
        const content = contentOf(definition);
        expect(known ?? content, String(definition.revision)).to.equal(content);
        out.set(definition.revision, content);
        issued = noted(issued, definition);
      };
      fill('0');
      for (const { act, which } of acts) {
        if (act === 'type') fill(String(which));
        else if (act === 'discard') {
          form = blankForm();
          seen = [];
          fill(String(which));
        } else if (act === 'open') {
          // One that was handed out.
          const opened = [...out].at(which % (out.size || 1));
          if (!opened) continue;
          form = formOf({ ...(JSON.parse(opened[1]) as Plain), revision: opened[0] }, NOW);
          seen = [read(form, NOW, issued).definition];
        } else if (act === 'hand out') {
          const { definition } = read(form, NOW, issued);
          handOut(definition);
          form = published(form, definition as unknown as { revision: number }, NOW);
          seen = [definition];
        } else {
          // What was made before the last change is copied after it.
          const late = seen.at(-2);
          if (!late) continue;
          handOut(late);
          seen = [read(form, NOW, issued).definition];
        }
      }
    });
  });
});
