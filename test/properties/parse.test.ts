import { expect } from 'chai';
import fc from 'fast-check';
import { parse } from '../../src/contest/parse.ts';
import { schema, type Schema } from '../../src/contest/schema.ts';
import { always, anyValue } from './arbitraries.ts';
import { definitions, nearDefinitions } from './definitions.ts';

const anything = fc.tuple(fc.oneof(nearDefinitions, anyValue), fc.boolean());

/** The keys of a path such as `rounds[0].url`; none for the definition itself. */
const keysOf = (path: string) => path.match(/[^.[\]]+/g) ?? [];

/** What the schema says of the value at a path. */
const placeOf = (path: string) =>
  keysOf(path).reduce<Schema | undefined>(
    (s, key) => (/^\d/.test(key) ? s?.items : s?.properties?.[key]),
    schema,
  );

describe('what parse makes of a definition', () => {
  it('a right one stays what it is, without fault', () => {
    always(500, definitions(), (definition) => {
      expect(parse(definition)).to.deep.equal({ contest: definition, faults: [] });
    });
  });

  it('what it accepts it accepts again, unchanged and without fault', () => {
    always(1500, anything, ([input, local]) => {
      const { contest } = parse(input, local);
      if (contest) expect(parse(contest, local)).to.deep.equal({ contest, faults: [] });
    });
  });

  it('the input is not changed', () => {
    always(500, nearDefinitions, (input) => {
      const before = fc.stringify(input);
      parse(input);
      expect(fc.stringify(input)).to.equal(before);
    });
  });

  it('a definition is refused only with a fault', () => {
    always(500, anything, ([input, local]) => {
      const { contest, faults } = parse(input, local);
      if (!contest) expect(faults).not.to.deep.equal([]);
    });
  });

  it('a fault names a place that the schema has, and what lies around it is there', () => {
    always(1500, anything, ([input, local]) => {
      for (const { path } of parse(input, local).faults) {
        expect(placeOf(path!), path).not.to.equal(undefined);
        const around = keysOf(path!)
          .slice(0, -1)
          .reduce<unknown>((part, key) => (part as Record<string, unknown>)[key], input);
        if (path) expect(typeof around === 'object' && around, path).to.be.ok;
      }
    });
  });

  it('a fault quotes a hundred characters at most, and no control characters', () => {
    always(1500, anything, ([input, local]) => {
      for (const { message, path } of parse(input, local).faults) {
        expect(message.slice(message.lastIndexOf(', got ')).length, path).to.be.at.most(105);
        expect(message).not.to.match(/[\0-\x1f]/);
      }
    });
  });
});
