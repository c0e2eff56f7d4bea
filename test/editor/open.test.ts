import { expect } from 'chai';
import { LARGEST, open } from '../../src/editor/open.ts';
import { full } from '../contest/samples.ts';

const read = (text: string) => open(text, new TextEncoder().encode(text).length);

describe('a file', () => {
  it('with a definition is read', () => {
    expect(read(JSON.stringify(full))).to.deep.equal({ definition: full });
  });

  it('may begin with a byte order mark', () => {
    expect(read(`\ufeff${JSON.stringify(full)}`)).to.deep.equal({ definition: full });
  });

  it('may have faults that the form can show', () => {
    const definition = { id: 'Ô', revision: -1, title: 5, documents: [{}], howTo: [''] };
    expect(read(JSON.stringify(definition))).to.deep.equal({ definition });
  });

  it('of 64 KiB is read, and of a byte more is not', () => {
    const of = (size: number) => `{"id":"${'a'.repeat(size - 9)}"}`;
    expect(read(of(LARGEST))).to.have.property('definition');
    expect(read(of(LARGEST + 1))).to.deep.equal({ fault: { why: 'too-large', size: LARGEST + 1 } });
  });

  for (const [name, text, line, column] of [
    ['is empty', '', 1, 1],
    ['is a page', '<!doctype html>', 1, 1],
    ['has a comma too many', '{\n  "id": "a",\n}', 3, 1],
    ['lacks a comma', '{\n  "id": "a"\n  "revision": 1\n}', 3, 3],
    ['lacks a colon', '{"id" "a"}', 1, 7],
    ['has typographic quotes', '{\r\n  “id”: 1}', 2, 3],
    ['breaks off', '{"id": "a"', 1, 11],
    ['breaks off inside a text', '{"id": "a', 1, 8],
    ['goes on', '{"id": "a"} {}', 1, 13],
    ['has a number that is none', '{"revision": 01}', 1, 15],
    ['has a line break in a text', '{"title": "a\nb"}', 1, 11],
  ] as const)
    it(`that ${name} fails at line ${line}, column ${column}`, () => {
      expect(read(text)).to.deep.equal({ fault: { why: 'not-json', line, column } });
    });

  for (const text of ['null', '[]', '"id"', '{}', '{"name": "package"}', '[{"id": "a"}]'])
    it(`with ${text} is no definition`, () => {
      expect(read(text)).to.deep.equal({ fault: { why: 'not-definition' } });
    });

  for (const [text, path] of [
    ['{"documents": {}}', 'documents'],
    ['{"documents": [1]}', 'documents[0]'],
    ['{"documents": [{"title": []}]}', 'documents[0].title'],
    ['{"banner": "x.png"}', 'banner'],
    ['{"title": null}', 'title'],
    ['{"howTo": [null]}', 'howTo[0]'],
    ['{"howTo": "x"}', 'howTo'],
  ] as const)
    it(`with ${text} says that ${path} is of another form`, () => {
      expect(read(text)).to.deep.equal({ fault: { why: 'not-definition', path } });
    });

  it('nested deeper than can be followed is not read', () => {
    expect(read(`{"id": ${'['.repeat(60_000)}`)).to.have.nested.property('fault.why', 'not-json');
  });
});
