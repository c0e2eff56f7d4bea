import { expect } from 'chai';
import { parse } from '../../src/contest/parse.ts';
import { cchc2024, full, pathsOf } from './samples.ts';

/** What no text may be. */
const NO_TEXT = {
  null: null,
  'a boolean': true,
  'a number': 7,
  'a list': ['x'],
  'an object': {},
  empty: '',
  blank: ' \t',
  invisible: '\u200f\u202e',
};

const NO_ADDRESS = {
  ...NO_TEXT,
  relative: '/thi',
  'without scheme': 'cuocthi.example.vn',
  'protocol-relative': '//cuocthi.example.vn/',
  http: 'http://cuocthi.example.vn/',
  ftp: 'ftp://cuocthi.example.vn/',
  'a script': 'javascript:alert(1)',
  'a script with a comment that looks like https': 'javascript://cuocthi.example.vn/%0Aalert(1)',
  'a data address': 'data:text/html,x',
  'a blob': 'blob:https://cuocthi.example.vn/1',
  'a file': 'file:///etc/passwd',
  'with a name': 'https://a@cuocthi.example.vn/',
  'with a password': 'https://a:b@cuocthi.example.vn/',
  'with an empty name': 'https://@cuocthi.example.vn/',
  'with backslashes': 'https:\\\\cuocthi.example.vn\\',
  'with a backslash in its path': 'https://cuocthi.example.vn/a\\b',
  'with a space': 'https://cuocthi.example.vn/a b',
  'with a no-break space': 'https://cuocthi.example.vn/a\u00a0b',
  'with a tab in its scheme': 'ht\ttps://cuocthi.example.vn/',
  'with a line break': 'https://cuocthi.example.vn/a\nb',
  'with white space before': ' https://cuocthi.example.vn/',
  'with a control character': 'https://cuocthi.example.vn/\u0001',
  'with a delete character': 'https://cuocthi.example.vn/\u007f',
  'with a direction override': 'https://cuocthi.example.vn/\u202e',
  'with a direction isolate': 'https://cuocthi.example.vn/\u2066',
  'with a zero-width space': 'https://cuocthi.example.vn/\u200b',
  'with one slash': 'https:/cuocthi.example.vn/',
  'with no host': 'https://',
  'with a wrong port': 'https://cuocthi.example.vn:x/',
};

const NO_INSTANT = {
  ...NO_TEXT,
  'a date': '2024-12-01',
  'without offset': '2024-12-01T16:30:00',
  'with an offset without colon': '2024-12-01T16:30:00+0700',
  'with an offset of hours': '2024-12-01T16:30:00+07',
  'with an offset of a day': '2024-12-01T16:30:00+24:00',
  'on 30 February': '2024-02-30T16:30:00+07:00',
  'on 31 November': '2024-11-31T16:30:00+07:00',
  'on day 0': '2024-12-00T16:30:00+07:00',
  'in month 13': '2024-13-01T16:30:00+07:00',
  'at 24:00': '2024-12-01T24:00:00+07:00',
  'at 16:60': '2024-12-01T16:60:00+07:00',
  'at second 60': '2024-12-01T16:30:60+07:00',
  'with a tenth of a second': '2024-12-01T16:30:00.1+07:00',
  'with a space for T': '2024-12-01 16:30:00+07:00',
  'in small letters': '2024-12-01t16:30:00z',
  'with white space behind': '2024-12-01T16:30:00Z ',
  'of five digits a year': '12024-12-01T16:30:00Z',
  'in words': '16h30 ngày 13/12/2024',
};

const NO_FLAG = {
  null: null,
  '1': 1,
  '0': 0,
  'a text': 'true',
  'an empty text': '',
  'a list': [],
  'an object': {},
};

const NO_REVISION = {
  null: null,
  'a text': '3',
  'a boolean': true,
  negative: -1,
  'a fraction': 3.5,
  'too high': 2e9 + 1,
  'far too high': 1e300,
  'a list': [3],
};

const NO_LIST = {
  null: null,
  'a text': 'x',
  'a boolean': true,
  'a number': 1,
  'an object': { 0: 'x', length: 1 },
};

const NO_OBJECT = { null: null, 'a text': 'x', 'a boolean': true, 'a number': 1, 'a list': [] };

const NO_ZONE = {
  ...NO_TEXT,
  'an offset': '+07:00',
  unknown: 'Asia/Hai_Duong',
  'a path': '../Asia/Tokyo',
  'in words': 'giờ Việt Nam',
};

type Wrong = Record<string, unknown>;

describe('a wrong value that refuses the whole definition', () => {
  const fields: Record<string, Wrong> = {
    id: {
      ...NO_TEXT,
      'in capitals': 'CCHC',
      'with a dot': 'a.b',
      'with an underscore': 'a_b',
      'with a space inside': 'a b',
    },
    revision: NO_REVISION,
    title: NO_TEXT,
    url: NO_ADDRESS,
    opens: NO_INSTANT,
    closes: NO_INSTANT,
    timeZone: NO_ZONE,
    rounds: { ...NO_LIST, 'an object': {} },
    suspended: NO_FLAG,
    allowHttp: NO_FLAG,
    unitParameter: NO_TEXT,
  };
  for (const [field, wrong] of Object.entries(fields))
    for (const [what, value] of Object.entries(wrong))
      it(`${field} that is ${what}`, () => {
        const { contest, faults } = parse({ ...cchc2024, [field]: value });
        expect(pathsOf(faults)).to.deep.equal([field]);
        expect(contest).to.equal(undefined);
      });

  for (const field of ['id', 'revision', 'title', 'url', 'opens', 'closes'])
    it(`${field} that is not there`, () => {
      const { [field]: _, ...rest } = cchc2024 as unknown as Record<string, unknown>;
      const { contest, faults } = parse(rest);
      expect(pathsOf(faults)).to.deep.equal([field]);
      expect(contest).to.equal(undefined);
    });

  const round = { title: 'Đợt 1', opens: '2024-11-20T00:00:00Z', closes: '2024-12-02T00:00:00Z' };
  const parts: Record<string, Wrong> = {
    title: NO_TEXT,
    opens: NO_INSTANT,
    closes: NO_INSTANT,
    url: NO_ADDRESS,
  };
  for (const [field, wrong] of Object.entries(parts))
    for (const [what, value] of Object.entries(wrong))
      it(`a round's ${field} that is ${what}`, () => {
        const { contest, faults } = parse({
          ...cchc2024,
          rounds: [round, { ...round, [field]: value }],
        });
        expect(pathsOf(faults)).to.deep.equal([`rounds[1].${field}`]);
        expect(contest).to.equal(undefined);
      });

  for (const [what, value] of Object.entries(NO_OBJECT))
    it(`a round that is ${what}`, () => {
      const { contest, faults } = parse({ ...cchc2024, rounds: [value, round] });
      expect(pathsOf(faults)).to.deep.equal(['rounds[0]']);
      expect(contest).to.equal(undefined);
    });
});

describe('a wrong value that is left out while the rest is kept', () => {
  const fields: Record<string, Wrong> = {
    organizer: NO_TEXT,
    summary: { ...NO_TEXT, 'of 601 characters': 'ệ'.repeat(601) },
    notice: { ...NO_TEXT, 'of 201 characters': 'ệ'.repeat(201) },
    extendedFrom: {
      ...NO_INSTANT,
      'the closing': cchc2024.closes,
      'after the closing': '2024-12-14T00:00:00Z',
    },
    retires: { ...NO_INSTANT, 'before the closing': '2024-12-13T09:29:59.999Z' },
    replaces: {
      ...NO_REVISION,
      'the revision itself': cchc2024.revision,
      lower: cchc2024.revision - 1,
    },
    results: NO_ADDRESS,
    calendar: NO_ADDRESS,
    howTo: NO_LIST,
    documents: NO_LIST,
    banner: NO_OBJECT,
    report: NO_OBJECT,
  };
  for (const [field, wrong] of Object.entries(fields))
    for (const [what, value] of Object.entries(wrong))
      it(`${field} that is ${what}`, () => {
        const { contest, faults } = parse({ ...cchc2024, [field]: value });
        expect(pathsOf(faults)).to.deep.equal([field]);
        expect(contest).to.deep.equal(cchc2024);
      });
});

describe('a wrong part of a part', () => {
  const [plan, rules] = full.documents!;

  /** Each case: the part, its field, wrong values, and what is kept of the part. */
  const inDocuments: [string, Wrong, object[]][] = [
    ['kind', { unknown: 'letter', 'in capitals': 'PLAN', ...NO_TEXT }, [rules!]],
    ['title', NO_TEXT, [rules!]],
    ['number', NO_TEXT, [{ ...plan, number: undefined }, rules!]],
    [
      'issued',
      {
        ...NO_TEXT,
        'on 30 February': '2024-02-30',
        'with a time': cchc2024.opens,
        'in words': '29/10/2024',
        short: '2024-1-2',
      },
      [{ ...plan, issued: undefined }, rules!],
    ],
    ['url', NO_ADDRESS, [{ ...plan, url: undefined }, rules!]],
  ];
  for (const [field, wrong, kept] of inDocuments)
    for (const [what, value] of Object.entries(wrong))
      it(`a document's ${field} that is ${what} takes nothing else along`, () => {
        const { contest, faults } = parse({
          ...cchc2024,
          documents: [{ ...plan, [field]: value }, rules],
        });
        expect(pathsOf(faults)).to.deep.equal([`documents[0].${field}`]);
        expect(contest!.documents).to.deep.equal(JSON.parse(JSON.stringify(kept)));
      });

  const size = { null: null, '0': 0, negative: -3, 'a fraction': 1.5, 'a text': '300' };
  for (const [field, wrong] of Object.entries({
    src: NO_ADDRESS,
    alt: NO_TEXT,
    width: size,
    height: size,
  }))
    for (const [what, value] of Object.entries(wrong))
      it(`a picture's ${field} that is ${what} takes the picture along`, () => {
        const { contest, faults } = parse({
          ...cchc2024,
          banner: { ...full.banner, [field]: value },
        });
        expect(pathsOf(faults)).to.deep.equal([`banner.${field}`]);
        expect(contest).to.deep.equal(cchc2024);
      });

  for (const [what, value] of Object.entries(NO_INSTANT))
    it(`a report's due that is ${what} takes the report along`, () => {
      const { contest, faults } = parse({ ...cchc2024, report: { ...full.report, due: value } });
      expect(pathsOf(faults)).to.deep.equal(['report.due']);
      expect(contest).to.deep.equal(cchc2024);
    });

  for (const [field, wrong] of Object.entries({ recipient: NO_TEXT, url: NO_ADDRESS }))
    for (const [what, value] of Object.entries(wrong))
      it(`a report's ${field} that is ${what} leaves the rest of the report`, () => {
        const { [field as 'url']: _, ...rest } = full.report!;
        const { contest, faults } = parse({
          ...cchc2024,
          report: { ...full.report, [field]: value },
        });
        expect(pathsOf(faults)).to.deep.equal([`report.${field}`]);
        expect(contest!.report).to.deep.equal(rest);
      });

  for (const [what, value] of Object.entries({ ...NO_TEXT }))
    it(`a line on taking part that is ${what} is left out alone`, () => {
      const { contest, faults } = parse({ ...cchc2024, howTo: ['Một', value, 'Ba'] });
      expect(pathsOf(faults)).to.deep.equal(['howTo[1]']);
      expect(contest!.howTo).to.deep.equal(['Một', 'Ba']);
    });
});
