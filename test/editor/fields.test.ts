import { expect } from 'chai';
import { schema, type Schema } from '../../src/contest/schema.ts';
import { fields, kindOf, sections } from '../../src/editor/fields.ts';

/** The names of all fields of the schema, `documents.url` for one inside. */
function namesOf(s: Schema, at = ''): string[] {
  const { properties = s.items?.properties ?? {} } = s;
  return Object.entries(properties).flatMap(([key, property]) => [
    at + key,
    ...namesOf(property, `${at}${key}.`),
  ]);
}
const names = namesOf(schema);

const at = (name: string): Schema =>
  name.split('.').reduce<Schema>((s, key) => (s.items ?? s).properties![key]!, schema as Schema);

describe('the table of the form', () => {
  it('has an entry for every field of the schema, and no other', () => {
    expect(names).to.include('documents.url');
    expect(Object.keys(fields).sort()).to.deep.equal([...names].sort());
  });

  it('puts every field into one part of the form', () => {
    const placed = sections.flatMap((section) => section.fields as readonly string[]);
    expect([...placed].sort()).to.deep.equal(Object.keys(schema.properties).sort());
  });

  it('names everything in both languages', () => {
    const pairs = [
      ...sections.map(({ label }) => label),
      ...Object.values(fields).flatMap(({ label, hint, item, choices = {} }) => [
        label,
        ...(hint ? [hint] : []),
        ...(item ? [item] : []),
        ...Object.values(choices),
      ]),
    ];
    for (const pair of pairs)
      for (const text of [pair.vi, pair.en]) {
        expect(text).to.equal(text.trim().normalize());
        expect(text).to.not.equal('');
      }
  });

  it('names every value that can be chosen, and every item of a list', () => {
    for (const name of names) {
      const s = at(name);
      const field = fields[name as 'title'];
      if (s.enum) expect(Object.keys(field.choices!), name).to.have.members([...s.enum]);
      if (s.items) expect(field.item, name).to.exist;
    }
  });

  it('draws each field with the input of its kind', () => {
    const kinds = Object.fromEntries(
      names.map((name) => [name, kindOf(at(name), fields[name as 'title'])]),
    );
    expect(kinds).to.include({
      title: 'long',
      organizer: 'text',
      url: 'address',
      opens: 'instant',
      'documents.issued': 'date',
      'documents.kind': 'choice',
      'banner.width': 'number',
      suspended: 'checkbox',
      rounds: 'list',
      banner: 'group',
    });
  });
});
