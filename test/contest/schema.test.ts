import { expect } from 'chai';
import { schema, type Schema } from '../../src/contest/schema.ts';

/** Every schema inside, with its path. */
function* all(s: Schema, path = ''): Generator<[string, Schema]> {
  yield [path, s];
  if (s.items) yield* all(s.items, `${path}[]`);
  for (const [key, property] of Object.entries(s.properties ?? {}))
    yield* all(property, path ? `${path}.${key}` : key);
}

const parts = [...all(schema)];
const pathsWhere = (is: (s: Schema) => unknown) =>
  parts.filter(([, s]) => is(s)).map(([path]) => path);

describe('the schema', () => {
  it('has the fields of a definition and no others', () => {
    expect(Object.keys(schema.properties)).to.have.members(
      (
        'id revision replaces title organizer summary url opens closes extendedFrom timeZone rounds howTo documents banner ' +
        'results retires notice suspended calendar unitParameter allowHttp report'
      ).split(' '),
    );
  });

  it('needs six of them', () => {
    expect(schema.required).to.have.members(['id', 'revision', 'title', 'url', 'opens', 'closes']);
  });

  it('needs what it has only', () => {
    for (const [path, { required = [], properties }] of parts)
      expect(Object.keys(properties ?? {}), path).to.include.members([...required]);
  });

  it('lets http in where a definition may allow it, and nowhere else', () => {
    expect(pathsWhere((s) => s['x-http'])).to.have.members([
      'url',
      'rounds[].url',
      'documents[].url',
      'results',
      'calendar',
    ]);
  });

  it('has patterns that are regular expressions, with and without u', () => {
    for (const [path, { pattern = '' }] of parts)
      for (const flags of ['', 'u']) expect(() => new RegExp(pattern, flags), path).not.to.throw();
  });

  it('has patterns that hold from the beginning to the end', () => {
    for (const [path, { pattern = '^$' }] of parts) expect(pattern, path).to.match(/^\^.*\$$/);
  });

  it('has a pattern wherever it has a format, since readers may not know the format', () => {
    expect(pathsWhere((s) => s.format && !s.pattern)).to.deep.equal([]);
  });

  it('can be written as JSON', () => {
    expect(JSON.parse(JSON.stringify(schema))).to.deep.equal(schema);
  });
});
