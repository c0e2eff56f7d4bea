import { expect } from 'chai';
import { parse } from '../../src/contest/parse.ts';
import { cchc2024, full, pathsOf, pick, seeded } from './samples.ts';

/** What only JSON text can say: an object literal would set the prototype. */
const fromJson = (fields: string): unknown =>
  JSON.parse(`{${fields},${JSON.stringify(cchc2024).slice(1)}`);

describe('parse', () => {
  it('a definition that uses every field is accepted as it is, without fault', () => {
    expect(parse(full)).to.deep.equal({ contest: full, faults: [] });
  });

  it('what is checked is not changed', () => {
    const input = {
      ...full,
      title: 'Cuo\u0323\u0302c thi',
      howTo: Array(9).fill('Một lượt'),
      retires: 'mai',
    };
    const before = structuredClone(input);
    parse(input);
    expect(input).to.deep.equal(before);
  });

  it('what comes out shares nothing with what went in', () => {
    const { contest } = parse(full);
    expect(contest!.rounds).not.to.equal(full.rounds);
    expect(contest!.rounds![0]).not.to.equal(full.rounds![0]);
    expect(contest!.banner).not.to.equal(full.banner);
  });

  it('a checked contest is accepted again as it is', () => {
    const once = parse({ ...full, title: '\u202eCuo\u0323\u0302c thi ', organizer: 5 }).contest;
    expect(parse(once)).to.deep.equal({ contest: once, faults: [] });
  });

  it('each of several faults is told once, with its path and what was expected', () => {
    const { contest, faults } = parse({
      ...full,
      id: 'A',
      revision: '3',
      url: '//x',
      closes: 'mai',
      notice: 1,
    });
    expect(contest).to.equal(undefined);
    expect(pathsOf(faults)).to.deep.equal(['closes', 'id', 'notice', 'revision', 'url']);
    for (const { path, message } of faults)
      expect(message).to.match(new RegExp(`^${path}: expected .+, got`));
  });

  it('what was expected is told in words that help', () => {
    const { faults } = parse({
      id: 'A',
      revision: 2.5,
      title: '',
      url: 'x',
      opens: '2024-02-30T00:00Z',
      closes: 'x',
      notice: 'x'.repeat(201),
      howTo: Array(9).fill('x'),
      suspended: 1,
      documents: [{ kind: 'letter', title: 'x', issued: 'x' }],
      report: 'x',
    });
    expect(Object.fromEntries(faults.map(({ path, message }) => [path, message]))).to.include({
      id: 'id: expected text like ^[a-z0-9-]+$, got "A"',
      revision: 'revision: expected a whole number from 0 to 2000000000, got 2.5',
      title: 'title: expected text of 1 to 1000, got ""',
      url: 'url: expected an absolute https address without credentials, got "x"',
      suspended: 'suspended: expected boolean, got 1',
      report: 'report: expected object, got "x"',
      'documents[0].kind':
        'documents[0].kind: expected one of rules, plan, guide, notice, other, got "letter"',
      'documents[0].issued': 'documents[0].issued: expected a date, such as 2024-11-14, got "x"',
    });
    const told = (wanted: string) => faults.find(({ path }) => path === wanted)!.message;
    expect(told('notice')).to.match(/^notice: expected text of 1 to 200, got "x+/);
    expect(told('howTo')).to.match(/^howTo: expected array of 0 to 8, got /);
    expect(told('opens')).to.match(/an instant with an offset.*on a day that exists.*2024-02-30/);
  });

  it('that an address may be http is told where it may', () => {
    const { faults } = parse({ ...cchc2024, allowHttp: true, results: 'x', banner: { src: 'x' } });
    const messages = Object.fromEntries(faults.map(({ path, message }) => [path, message]));
    expect(messages['results']).to.include('an absolute http or https address');
    expect(messages['banner.src']).to.include('an absolute https address');
  });

  it('faults deep inside are told with index and field', () => {
    const document = { kind: 'rules', title: 'Thể lệ', url: 'ftp://x/' };
    const { faults } = parse({
      ...cchc2024,
      documents: [{ kind: 'rules', title: 'x' }, document, 7],
    });
    expect(pathsOf(faults)).to.deep.equal(['documents[1].url', 'documents[2]']);
  });

  it('a wrong value is quoted in part only', () => {
    const { faults } = parse({ ...cchc2024, url: `ftp://${'x'.repeat(60_000)}` });
    expect(faults[0]!.message.length).to.be.below(400);
  });

  it('every fault of a definition is of the code invalid', () => {
    expect(parse({}).faults.map(({ code }) => code)).to.deep.equal(Array(6).fill('invalid'));
  });

  it('fields of the prototype are no fields', () => {
    expect(parse(Object.create(cchc2024)).contest).to.equal(undefined);
  });

  it('http allowed by a prototype is not allowed', () => {
    const input: unknown = Object.assign(Object.create({ allowHttp: true }), cchc2024, {
      url: 'http://a.vn/',
    });
    expect(parse(input).contest).to.equal(undefined);
  });

  it('__proto__ and constructor in JSON are unknown fields like any other', () => {
    const input = fromJson(
      '"__proto__":{"allowHttp":true,"title":"x"},"constructor":{"prototype":{"x":1}}',
    );
    const { contest, faults } = parse(input);
    expect(faults).to.deep.equal([]);
    expect(contest).to.deep.equal(cchc2024);
    expect(Object.getPrototypeOf(contest)).to.equal(Object.prototype);
  });

  it('__proto__ in JSON allows no http', () => {
    expect(
      parse(fromJson('"__proto__":{"allowHttp":true},"results":"http://a.vn/"')).contest,
    ).not.to.have.property('results');
  });

  it('names of object methods as values are texts like any other', () => {
    expect(parse({ ...cchc2024, title: 'constructor', organizer: '__proto__' }).contest).to.include(
      {
        title: 'constructor',
        organizer: '__proto__',
      },
    );
  });

  it('the kind of a document is no name of an object method', () => {
    const documents = [{ kind: 'constructor', title: 'x' }];
    expect(pathsOf(parse({ ...cchc2024, documents }).faults)).to.deep.equal(['documents[0].kind']);
  });

  it('a hundred documents are read, and of more the first hundred', () => {
    const documents = Array.from({ length: 101 }, (_, n) => ({ kind: 'other', title: `Số ${n}` }));
    expect(parse({ ...cchc2024, documents: documents.slice(1) }).faults).to.deep.equal([]);
    const { contest, faults } = parse({ ...cchc2024, documents });
    expect(pathsOf(faults)).to.deep.equal(['documents']);
    expect(contest!.documents).to.deep.equal(documents.slice(0, 100));
  });

  it('ten thousand wrong documents do not flood the console', () => {
    const { contest, faults } = parse({ ...cchc2024, documents: Array(10_000).fill(null) });
    expect(faults).to.have.length(101);
    expect(contest!.documents).to.deep.equal([]);
  });

  it('a hundred rounds are read, and more are refused', () => {
    const { opens, closes } = cchc2024;
    const rounds = (length: number) =>
      Array.from({ length }, () => ({ title: 'Đợt', opens, closes }));
    expect(parse({ ...cchc2024, rounds: rounds(100) }).faults).to.deep.equal([]);
    expect(parse({ ...cchc2024, rounds: rounds(101) }).contest).to.equal(undefined);
  });

  it('a title has a thousand characters at most, an address two thousand', () => {
    const [title, way] = ['Ệ'.repeat(1000), cchc2024.url.padEnd(2000, 'x')];
    expect(parse({ ...cchc2024, title, url: way }).faults).to.deep.equal([]);
    const { contest, faults } = parse({ ...cchc2024, title: `${title}x`, url: `${way}x` });
    expect(pathsOf(faults)).to.deep.equal(['title', 'url']);
    expect(contest).to.equal(undefined);
  });
});

describe('parse, given any JSON at all', () => {
  const deep = (depth: number, open = '[', close = ']'): unknown =>
    JSON.parse(open.repeat(depth) + (open === '[' ? '' : 'null') + close.repeat(depth));

  for (const value of [null, true, false, 0, -0, 1e308, '', 'x', [], [[]], {}, [null], [cchc2024]])
    it(`${JSON.stringify(value)?.slice(0, 20)} is refused with one fault or those of the six needed fields`, () => {
      const { contest, faults } = parse(value);
      expect(contest).to.equal(undefined);
      expect(faults.length).to.be.oneOf([1, 6]);
    });

  it('nothing, as no JSON says it, is refused as well', () => {
    expect(parse(undefined).faults).to.have.length(1);
  });

  // The deepest that 64 KiB can hold.
  it('lists 32,000 deep are refused and nothing is thrown', () => {
    expect(parse(deep(32_000)).contest).to.equal(undefined);
  });

  it('lists 30,000 deep in place of a title are a fault and nothing is thrown', () => {
    expect(pathsOf(parse({ ...cchc2024, title: deep(30_000) }).faults)).to.deep.equal(['title']);
  });

  it('objects 10,000 deep in place of a document are a fault and nothing is thrown', () => {
    const documents = [deep(10_000, '{"url":', '}')];
    expect(pathsOf(parse({ ...cchc2024, documents }).faults)).to.deep.equal([
      'documents[0].kind',
      'documents[0].title',
      'documents[0].url',
    ]);
  });

  it('objects 10,000 deep in an unknown field are ignored', () => {
    expect(parse({ ...cchc2024, more: deep(10_000, '{"url":', '}') }).faults).to.deep.equal([]);
  });

  it('whatever stands in whichever field, nothing is thrown and every part is right or told', () => {
    const random = seeded(1);
    const values = [
      null,
      true,
      0,
      -1,
      2.5,
      2e9,
      '',
      'x',
      'https://a.vn/',
      '2024-12-13',
      cchc2024.closes,
      [],
      {},
      [1],
      full.rounds,
      full.documents,
      full.banner,
      full.report,
      'Asia/Tokyo',
      ['x'],
    ];
    const fields = Object.keys(full);
    for (let round = 0; round < 3000; round++) {
      const input: Record<string, unknown> = { ...full };
      for (let changes = 1 + random() * 3; changes > 0; changes--)
        input[pick(random, fields)] = pick(random, values);
      const { contest, faults } = parse(input);
      const dropped = fields.filter((field) => !(field in (contest ?? {})));
      if (contest)
        expect(parse(contest), JSON.stringify(input)).to.deep.equal({ contest, faults: [] });
      for (const field of contest ? dropped : [])
        expect(
          faults.some(({ path }) => path!.startsWith(field)),
          `${field} of ${JSON.stringify(input)}`,
        ).to.equal(true);
      if (!contest) expect(faults).not.to.have.length(0);
    }
  });
});
