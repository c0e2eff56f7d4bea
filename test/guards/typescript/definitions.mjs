/** What a definition may hold, and which copy of it wins. */

const PARSE = 'src/contest/parse.ts';
const SCHEMA = 'src/contest/schema.ts';
const COPY = 'src/source/copy.ts';
const CLOCK = 'src/source/clock.ts';
const FIELDS = 'test/contest/parse-fields.test.ts';
const PARSE_SPEC = 'test/contest/parse.test.ts';
const TEXT = 'test/contest/parse-text.test.ts';
const TIMES = 'test/contest/parse-times.test.ts';
const VECTORS = 'test/contest/definition-vectors.test.ts';
const PARTS = 'test/contest/parse-parts.test.ts';

export const groups = [
  {
    kind: 'values',
    file: PARSE,
    specs: [FIELDS],
    guards: [
      {
        guard: 'fields of a prototype are no fields',
        was: 'Object.hasOwn(value, key) ? (value as typeof result)[key] : undefined',
        becomes: '(value as typeof result)[key]',
        specs: [PARSE_SPEC],
      },
      {
        guard: 'what is no list is refused as one',
        was: 'if (!Array.isArray(value)) return wrong();',
        becomes: 'if (!Array.isArray(value)) return value;',
      },
      {
        guard: 'what is no object is refused as one',
        was: "if (typeof value !== 'object' || !value || Array.isArray(value)) return wrong();",
        becomes: 'value = Object(value) as object;',
        specs: [VECTORS],
      },
      {
        guard: 'a value of another type is refused',
        was: 'if (typeof value !== s.type) return wrong();',
        becomes: '',
      },
      {
        guard: 'a number beyond its bounds is refused',
        was: 'Number.isInteger(value) && +value! >= s.minimum! && +value! <= s.maximum!',
        becomes: 'Number.isInteger(value)',
      },
      {
        guard: 'half a number is refused',
        was: 'Number.isInteger(value) && +',
        becomes: "typeof value === 'number' && +",
      },
      {
        guard: 'a text that does not fit its pattern is refused',
        was: '(s.pattern && !new RegExp(s.pattern).test(text)) ||',
        becomes: '',
      },
      {
        guard: 'a word that is none of the few is refused',
        was: '(s.enum && !s.enum.includes(text)) ||',
        becomes: '',
        specs: [PARTS],
      },
      {
        guard: 'a day that does not exist is refused',
        was: ': isRealDate(text))',
        becomes: ': true)',
      },
      {
        guard: 'an address is read before it is believed',
        was: 'readAddress(text, http, local)',
        becomes: 'true',
      },
      {
        guard: 'a wrong part that decides refuses the whole definition',
        was: "else if (required || property['x-refuses']) refused = true;",
        becomes: 'else if (required) refused = true;',
      },
      {
        guard: 'a definition without a needed part is refused',
        was: "else if (required || property['x-refuses']) refused = true;",
        becomes: "else if (property['x-refuses']) refused = true;",
      },
      {
        guard: 'a list of which a part is wrong and that decides refuses the whole definition',
        was: "return s['x-refuses'] && faults.length > before",
        becomes: 'return false && faults.length > before',
      },
      {
        guard: 'a closing before the opening is refused',
        was: "refuse(!before(opens, closes), 'closes', 'an instant after opens', closes);",
        becomes: '',
        specs: [TIMES],
      },
      {
        guard: 'a zone that does not exist is refused',
        was: "refuse(!!timeZone && !isTimeZone(timeZone), 'timeZone', 'an IANA time zone', timeZone);",
        becomes: '',
      },
    ],
  },
  {
    kind: 'characters',
    file: PARSE,
    specs: [TEXT],
    guards: [
      {
        guard: 'bidirectional controls are taken out of every text',
        was: ".replace(/[\\u061c\\u200e\\u200f\\u202a-\\u202e\\u2066-\\u2069]/g, '')",
        becomes: '',
      },
      { guard: 'every text is composed', was: '.normalize()', becomes: '' },
    ],
  },
  {
    kind: 'size',
    file: SCHEMA,
    specs: [PARSE_SPEC],
    guards: [
      {
        guard: 'a list has 100 parts at most',
        was: 'const MANY = 100;',
        becomes: 'const MANY = 1e6;',
      },
      {
        guard: 'of a longer list no more is read',
        file: PARSE,
        was: '.slice(0, s.maxItems)',
        becomes: '',
      },
      { guard: 'an address has 2,000 characters at most', was: 'maxLength: 2000,', becomes: '' },
      { guard: 'a text has 1,000 characters at most', was: ', maxLength: 1000 }', becomes: ' }' },
      {
        guard: 'a summary has 600 characters at most',
        was: 'maxLength: 600,',
        becomes: '',
        specs: [TEXT],
      },
      {
        guard: 'a notice has 200 characters at most',
        was: ', maxLength: 200 }',
        becomes: ' }',
        specs: [TEXT],
      },
      {
        guard: 'the length of a text is checked',
        file: PARSE,
        was: 'lengthOf(text) > s.maxLength! ||',
        becomes: '',
      },
      {
        guard: 'a picture is 10,000 px wide at most',
        was: "'Its width in px.', type: 'integer', minimum: 1, maximum: 10000",
        becomes: "'Its width in px.', type: 'integer', minimum: 1, maximum: 1e9",
        specs: [PARTS],
      },
      {
        guard: 'a picture is 10,000 px high at most',
        was: "'Its height in px.', type: 'integer', minimum: 1, maximum: 10000",
        becomes: "'Its height in px.', type: 'integer', minimum: 1, maximum: 1e9",
        specs: [PARTS],
      },
      {
        guard: 'a unit of more than 100 characters is none',
        file: 'src/elements/settings.ts',
        was: 'if (lengthOf(unit) > LONGEST_UNIT) {',
        becomes: 'if (false) {',
        specs: ['test/elements/settings.test.ts'],
      },
      {
        guard: 'a fault quotes no more than a line',
        file: 'src/contest/fault.ts',
        was: '?.slice(0, 99)',
        becomes: '',
        specs: ['test/contest/fault.test.ts'],
      },
      {
        guard: 'a fault does not write out what is nested without end',
        file: 'src/contest/fault.ts',
        was: "typeof got === 'object' && got",
        becomes: 'false',
        specs: ['test/contest/fault.test.ts'],
      },
    ],
  },
  {
    kind: 'which copy wins',
    file: COPY,
    specs: ['test/source/copy.test.ts'],
    guards: [
      {
        guard: 'a lower revision does not win',
        was: 'one.revision < other.revision && one.replaces === other.revision;',
        becomes: 'one.revision < other.revision;',
      },
      {
        guard: 'a higher revision that is taken back does not win',
        was: '? other.replaces !== one.revision',
        becomes: '? true',
      },
      {
        guard: 'a lower revision takes back only the one that it names',
        was: '&& one.replaces === other.revision;',
        becomes: '&& one.replaces !== undefined;',
      },
      {
        guard: 'a copy of unknown age does not win over one of the same revision',
        was: ': a.readAt > b.readAt;',
        becomes: ': true;',
      },
      {
        guard: 'a revision takes back none below it',
        file: PARSE,
        was: "leaveOut(replaces! <= revision, 'replaces', 'a number above revision');",
        becomes: '',
        specs: [FIELDS],
      },
      {
        guard: 'of another contest the revision does not count',
        was: 'a.contest.id === b.contest.id && a',
        becomes: 'a',
      },
    ],
  },
  {
    kind: 'the clock',
    file: CLOCK,
    specs: ['test/source/clock.test.ts'],
    guards: [
      {
        guard: 'a date from before the element existed proves nothing',
        was: 'stamped >= EARLIEST',
        becomes: 'stamped > 0',
      },
      {
        guard: 'a date without its zone proves nothing',
        was: "date?.endsWith('GMT') ? epoch(date) : NaN",
        becomes: "epoch(date ?? '')",
      },
      {
        guard: 'an answer that lay in a cache for a minute proves nothing',
        was: ' && lain <= MAX_AGE',
        becomes: '',
      },
      { guard: 'an answer of negative age proves nothing', was: 'lain >= 0 && ', becomes: '' },
      {
        guard: 'an answer that took ten seconds proves nothing',
        was: ' && trip <= MAX_TRIP',
        becomes: '',
      },
      {
        guard: 'an answer from before its request proves nothing',
        was: 'trip >= 0 && ',
        becomes: '',
      },
      {
        guard: 'a clock that is nearly right is left alone',
        was: 'Math.abs(offset) <= TOLERANCE + trip / 2 ? 0 : ',
        becomes: '',
      },
    ],
  },
];
