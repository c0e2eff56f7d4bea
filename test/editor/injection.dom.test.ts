import { expect } from 'chai';
import { schema, type Schema } from '../../src/contest/schema.ts';
import vectors from '../vectors/injection.json' with { type: 'json' };
import { full } from '../contest/samples.ts';
import { editor, freshForm, openFile } from './fixture.ts';

/** A definition in which every text is the same. */
function filledWith(text: string, s: Schema = schema, value: unknown = full): unknown {
  if (s.items) return (value as unknown[]).map((item) => filledWith(text, s.items!, item));
  if (!s.properties) return s.type === 'string' ? text : value;
  return Object.fromEntries(
    Object.entries(value as object).map(([key, inner]) => [
      key,
      filledWith(text, s.properties![key]!, inner),
    ]),
  );
}

const texts = Object.values(vectors.groups).flatMap((group) =>
  (group as unknown[]).filter((each): each is string => typeof each === 'string'),
);

describe('a text that would be HTML', () => {
  freshForm();
  let ran = 0;
  beforeEach(() => {
    ran = 0;
    Reflect.set(window, '__ran', () => ran++);
  });
  afterEach(() => Reflect.deleteProperty(window, '__ran'));

  /** What is drawn, without what it says and without what is said about it. */
  const skeleton = (element: Element) =>
    [...element.shadowRoot!.querySelectorAll('*')].map(({ localName, attributes }) =>
      [
        localName,
        ...[...attributes].map(({ name }) => name).filter((name) => !/^aria-/.test(name)),
      ].join(' '),
    );

  it('is a text in every field, in what is said to be wrong, and in the name of a file', async () => {
    expect(texts.length).to.be.above(50);
    const element = await editor(filledWith('!') as object);
    element.publish();
    await element.updateComplete;
    const plain = new Set(skeleton(element));
    for (const text of texts) {
      element.definition = filledWith(text) as Record<string, unknown>;
      element.publish();
      await element.updateComplete;
      expect(
        skeleton(element).filter((each) => !plain.has(each)),
        text,
      ).to.deep.equal([]);
      for (const link of element.shadowRoot!.querySelectorAll('a'))
        expect(link.getAttribute('href'), text).to.match(/^#field-[\w.[\]]+$/);
    }
    await openFile(element, '{', '<img src=x onerror=__ran()>.json');
    expect(skeleton(element).filter((each) => !plain.has(each))).to.deep.equal([]);
    expect(ran).to.equal(0);
  });
});
