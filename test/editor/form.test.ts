import { expect } from 'chai';
import { parse } from '../../src/contest/parse.ts';
import { schema } from '../../src/contest/schema.ts';
import {
  blankForm,
  formOf,
  isFilled,
  partAt,
  proposeId,
  published,
  read,
  revive,
  type Form,
  type Leaf,
  type List,
} from '../../src/editor/form.ts';
import cchc from '../../demo/contests/cchc-2024.json' with { type: 'json' };
import haiPhong from '../../demo/contests/cchc-hai-phong-2025.json' with { type: 'json' };
import {
  cchc2024,
  election2026,
  full,
  haiPhong2025,
  hue2025,
  newYear2026,
  tuPhap2025,
} from '../contest/samples.ts';

const NOW = Date.parse('2024-11-01T09:00:00+07:00');
type Plain = Record<string, unknown>;
const formFrom = (definition: object): Form => formOf(definition as Plain, NOW);
const through = (definition: object): Plain => read(formFrom(definition), NOW).definition;
const leaf = (form: Form, path: string): Leaf => partAt(form.typed, path) as Leaf;

describe('a definition that nobody touches', () => {
  const definitions = {
    cchc,
    haiPhong,
    cchc2024,
    hue2025,
    haiPhong2025,
    tuPhap2025,
    election2026,
    newYear2026,
    full,
  };
  for (const [name, definition] of Object.entries(definitions))
    it(`comes back as it was: ${name}`, () =>
      expect(through(definition)).to.deep.equal(definition));

  it('has every field of the schema among these', () => {
    expect(Object.keys(full).sort()).to.deep.equal(Object.keys(schema.properties).sort());
  });

  for (const [name, changes] of Object.entries<Plain>({
    'instants in other zones': {
      opens: '2024-11-18T00:30:00Z',
      closes: '2024-12-13T09:30:00.500+00:00',
    },
    'an instant without seconds': { opens: '2024-11-18T07:30+07:00' },
    'empty lists': { rounds: [], howTo: [], documents: [] },
    'what is false': { suspended: false, allowHttp: false },
    'characters that could be written in two ways': { title: 'Cuộc thi'.normalize('NFD') },
    'space at the ends': { title: '  Cuộc thi ' },
    'unknown fields': {
      sponsor: { name: 'x' },
      documents: [{ kind: 'plan', title: 'y', pages: [1, 2] }],
    },
    'times in another zone': { timeZone: 'Asia/Tokyo', opens: '2024-11-18T07:30:00+09:00' },
    'values of another kind': { title: 5, opens: 7, url: true, timeZone: 'Nowhere/Else' },
  }))
    it(`keeps ${name}`, () => {
      const definition = { ...cchc2024, ...changes };
      expect(through(definition)).to.deep.equal(definition);
    });

  it('keeps a field called __proto__ as a field', () => {
    const definition = JSON.parse(
      '{"id": "a", "__proto__": {"x": 1}, "banner": {"__proto__": 2}}',
    ) as Plain;
    const back = through(definition);
    expect(JSON.parse(JSON.stringify(back)))
      .to.have.own.property('__proto__')
      .eql({ x: 1 });
    expect(Object.getPrototypeOf(back)).to.equal(Object.prototype);
  });

  it('comes back after a draft was written and read', () => {
    const kept = revive(
      JSON.parse(JSON.stringify(formFrom({ ...full, opens: '2024-11-18T00:30:00Z' }))),
    );
    expect(read(kept!, NOW).definition).to.deep.equal({ ...full, opens: '2024-11-18T00:30:00Z' });
  });
});

describe('a year that is a slip', () => {
  it('is a fault at its field, though portals would take it', () => {
    const round = {
      title: 'Tuần 1',
      opens: '2024-11-18T07:30:00+07:00',
      closes: '2025-11-18T07:30:00+07:00',
    };
    const slips = {
      ...cchc2024,
      opens: '0204-11-18T07:30:00+07:00',
      rounds: [
        { ...round, opens: '0204-11-18T07:30:00+07:00', closes: '2024-11-20T00:00:00+07:00' },
      ],
    };
    const { faults, contest } = read(formFrom(slips), NOW);
    expect(contest).to.be.an('object');
    expect(faults.map(({ path }) => path)).to.deep.equal(['opens', 'rounds[0].opens']);
    const typed = formFrom(cchc2024);
    leaf(typed, 'retires').text = '2925-03-01T00:00:00+07:00';
    expect(read(typed, NOW).faults.map(({ path }) => path)).to.deep.equal(['retires']);
  });
});

describe('what is typed', () => {
  it('is read by what kind of field it is', () => {
    const form = blankForm();
    const type = (path: string, text: string) => (leaf(form, path).text = text);
    type('title', ' Cuộc thi\n trực tuyến '.normalize('NFD'));
    type('url', ' https://cuocthi.example.vn/ ');
    type('opens', '7h30 ngày 18/11/2024');
    type('closes', 'hết ngày 13/12');
    type('banner.width', '1200');
    type('suspended', 'true');
    expect(read(form, NOW).definition).to.deep.equal({
      revision: 1,
      title: 'Cuộc thi trực tuyến',
      url: 'https://cuocthi.example.vn/',
      opens: '2024-11-18T07:30:00+07:00',
      closes: '2024-12-14T00:00:00+07:00',
      banner: { width: 1200 },
      suspended: true,
    });
  });

  it('takes a date without a year for the next one after the opening', () => {
    const form = blankForm();
    leaf(form, 'opens').text = '7h30 18/11/2023';
    leaf(form, 'closes').text = 'hết ngày 5/1';
    const { definition, whens } = read(form, NOW);
    expect(definition.closes).to.equal('2024-01-06T00:00:00+07:00');
    expect(whens.get('closes')!.assumedYear).to.equal(2024);
  });

  it('stays as it is where it cannot be read, and is a fault', () => {
    const form = formFrom(cchc2024);
    leaf(form, 'opens').text = '7h30 ngày 1';
    const { definition, faults, contest } = read(form, NOW);
    expect(definition.opens).to.equal('7h30 ngày 1');
    expect(contest).to.equal(undefined);
    expect(faults.map(({ path }) => path)).to.deep.equal(['opens']);
  });

  it('keeps its hours when the zone is changed', () => {
    const form = formFrom(cchc2024);
    leaf(form, 'timeZone').text = 'Asia/Tokyo';
    expect(read(form, NOW).definition.opens).to.equal('2024-11-18T07:30:00+09:00');
    leaf(form, 'timeZone').text = '';
    expect(read(form, NOW).definition.opens).to.equal(cchc2024.opens);
  });

  it('leaves out what is emptied', () => {
    const form = formFrom(full);
    for (const path of ['organizer', 'banner.src', 'banner.alt', 'banner.width', 'banner.height'])
      leaf(form, path).text = '';
    const { definition, faults } = read(form, NOW);
    expect(definition).to.not.have.any.keys('organizer', 'banner');
    expect(faults).to.deep.equal([]);
  });

  it('is a fault where an item of a list is empty', () => {
    const form = formFrom(cchc2024);
    (partAt(form.typed, 'howTo') as List).items.push({ text: '' });
    expect(read(form, NOW).faults.map(({ path }) => path)).to.deep.equal(['howTo[0]']);
  });
});

describe('the revision', () => {
  const change = (form: Form) => (leaf(form, 'title').text += '!');
  const numbers = (form: Form) => {
    const { revision, replaces } = read(form, NOW).definition;
    return [revision, replaces];
  };

  it('of a new contest is 1', () => expect(numbers(blankForm())).to.deep.equal([1, undefined]));

  it('is raised by one with a change, however large, and is back without it', () => {
    const form = formFrom(cchc2024);
    const { text } = leaf(form, 'title');
    change(form);
    expect(numbers(form)).to.deep.equal([4, undefined]);
    change(form);
    expect(numbers(form)).to.deep.equal([4, undefined]);
    leaf(form, 'title').text = text;
    expect(numbers(form)).to.deep.equal([3, undefined]);
  });

  it('is raised again with a change after it was published', () => {
    const form = formFrom(cchc2024);
    change(form);
    const next = published(form, { revision: 4 }, NOW);
    expect(numbers(next)).to.deep.equal([4, undefined]);
    change(next);
    expect(numbers(next)).to.deep.equal([5, undefined]);
  });

  it('goes on taking back what the last one took back, until it is past it', () => {
    const form = formFrom({ ...cchc2024, revision: 28, replaces: 30 });
    change(form);
    expect(numbers(form)).to.deep.equal([29, 30]);
    const next = published(form, { revision: 29, replaces: 30 }, NOW);
    change(next);
    expect(numbers(next)).to.deep.equal([31, undefined]);
    const last = published(next, { revision: 31 }, NOW);
    expect(numbers(last)).to.deep.equal([31, undefined]);
    expect(leaf(last, 'replaces').text).to.equal('');
  });

  it('is a fault where it is typed and portals would not take it', () => {
    const form = formFrom(cchc2024);
    change(form);
    leaf(form, 'revision').text = '3';
    expect(read(form, NOW).faults.map(({ path }) => path)).to.deep.equal(['revision']);
    leaf(form, 'revision').text = '9';
    expect(read(form, NOW).faults).to.deep.equal([]);
  });

  it('may be lower than the published one where that is taken back', () => {
    const form = formFrom({ ...cchc2024, revision: 30 });
    leaf(form, 'revision').text = '4';
    leaf(form, 'replaces').text = '30';
    expect(read(form, NOW).faults).to.deep.equal([]);
    expect(numbers(form)).to.deep.equal([4, 30]);
  });
});

describe('a draft of another shape', () => {
  for (const kept of [
    null,
    1,
    [],
    {},
    { typed: {} },
    { typed: { inner: {}, rest: 1 } },
    { typed: { inner: { title: 'x' }, rest: {} } },
    { typed: { inner: { title: { text: 1 } }, rest: {} } },
    { typed: { inner: { documents: { items: 1 } }, rest: {} } },
    { typed: { inner: { documents: { items: [1] } }, rest: {} } },
  ])
    it(`is as none: ${JSON.stringify(kept)}`, () => expect(revive(kept)).to.equal(undefined));

  it('that is older than a field is taken', () => {
    const form = revive({ typed: { inner: { title: { text: 'x' } }, rest: {} } })!;
    expect(read(form, NOW).definition).to.deep.equal({ revision: 1, title: 'x' });
  });

  it('keeps nothing of what it does not know', () => {
    const form = revive({ typed: { inner: { nonsense: { text: 'x' } }, rest: {} }, base: 'x' })!;
    expect(isFilled(form.typed)).to.equal(false);
    expect(form).to.not.have.property('base');
  });
});

describe('the proposed code of a contest', () => {
  for (const [title, id] of [
    [cchc2024.title, 'cuoc-thi-truc-tuyen-tuyen-truyen-ve-cong-2024'],
    ['Đố vui', 'do-vui'],
    ['', ''],
  ] as const)
    it(`of “${title.slice(0, 20)}” is ${id}`, () => {
      expect(proposeId(title)).to.equal(id);
      if (id) expect(parse({ ...cchc2024, id }).faults).to.deep.equal([]);
    });
});
