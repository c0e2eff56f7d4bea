import { expect } from 'chai';
import { readSettings, type Written } from '../../src/elements/settings.ts';

const read = (written: Written) => readSettings(written);
const paths = (written: Written) => read(written).faults.map(({ path }) => path);

describe('settings without any attribute', () => {
  it('are the defaults, without fault', () => {
    expect(read({})).to.deep.equal({
      unit: '',
      hosts: undefined,
      until: Infinity,
      refresh: 900_000,
      layout: 'auto',
      precision: 'second',
      qr: 'auto',
      faults: [],
    });
  });

  it('are the same where attributes are null', () => {
    const none = {
      unit: null,
      hosts: null,
      until: null,
      refresh: null,
      layout: null,
      precision: null,
      qr: null,
    };
    expect(read(none)).to.deep.equal(read({}));
  });

  it('a fault is of the code invalid and names the attribute, what was expected and what was found', () => {
    const [fault] = read({ layout: 'wide' }).faults;
    expect(fault).to.include({ code: 'invalid', path: 'layout' });
    expect(fault!.message).to.match(/^layout: .*auto, card, strip.*"wide"/);
  });

  it('what was expected is told with the attribute', () => {
    const told = (written: Written) => read(written).faults[0]!.message;
    expect(told({ unit: 'x'.repeat(101) })).to.match(/^unit: expected at most 100 characters,/);
    expect(told({ hosts: 'vn' })).to.match(/^hosts: expected host names of two labels or more,/);
    expect(told({ until: 'mai' })).to.match(
      /^until: expected a date or an instant with an offset,/,
    );
    expect(told({ refresh: 'x' })).to.match(/^refresh: expected a number of seconds,/);
  });

  it('every wrong attribute is told', () => {
    expect(
      paths({
        unit: 'x'.repeat(101),
        hosts: 'vn',
        until: 'mai',
        refresh: 'x',
        layout: 'x',
        precision: 'x',
        qr: 'x',
      }),
    ).to.have.members(['unit', 'hosts', 'until', 'refresh', 'layout', 'precision', 'qr']);
  });
});

describe('refresh', () => {
  for (const [written, seconds] of [
    ['0', 0],
    ['1', 60],
    ['59', 60],
    ['60', 60],
    ['61', 61],
    ['900', 900],
    ['3600', 3600],
    ['0060', 60],
  ] as const)
    it(`of “${written}” is ${seconds} seconds, without fault`, () => {
      expect(read({ refresh: written })).to.deep.include({ refresh: seconds * 1000, faults: [] });
    });

  // 900 is the default, so it cannot tell whether white space is taken; 300 can.
  for (const written of [
    '',
    ' ',
    'abc',
    '-1',
    '-0',
    '1e3',
    '+300',
    '300.5',
    '0x12c',
    ' 300 ',
    '300 s',
    'Infinity',
    'NaN',
    '٣٠٠',
  ])
    it(`of “${written}” is the default`, () => {
      expect(read({ refresh: written }).refresh).to.equal(900_000);
    });

  it('may be a number where a page sets a property', () => {
    expect(read({ refresh: 60, unit: 12, hosts: 5, until: 7 })).to.deep.include({
      refresh: 60_000,
      unit: '12',
      hosts: [],
      until: Infinity,
    });
  });

  for (const written of ['abc', '-1', '1e3'])
    it(`of “${written}” is told`, () => {
      expect(paths({ refresh: written })).to.deep.equal(['refresh']);
    });
});

describe('words', () => {
  const words = {
    layout: ['auto', 'card', 'strip'],
    precision: ['second', 'minute'],
    qr: ['auto', 'always', 'never'],
  } as const;
  for (const [name, all] of Object.entries(words) as [keyof typeof words, readonly string[]][]) {
    for (const word of all)
      it(`${name} may be ${word}`, () => {
        expect(read({ [name]: word })).to.deep.include({ [name]: word, faults: [] });
      });

    for (const word of [
      'x',
      all[0]!.toUpperCase(),
      ` ${all[1]}`,
      `${all[0]} ${all[1]}`,
      'constructor',
    ])
      it(`${name} of “${word}” is the default, and told`, () => {
        expect(read({ [name]: word })[name]).to.equal(all[0]);
        expect(paths({ [name]: word })).to.deep.equal([name]);
      });

    it(`an empty ${name} is the default`, () => {
      expect(read({ [name]: '' })[name]).to.equal(all[0]);
    });
  }
});

describe('unit', () => {
  it('is taken as it is written', () => {
    for (const unit of ['bao-tang-tinh', ' Thư viện tỉnh ', '<b>', 'a+b&c', 'e\u0301'])
      expect(read({ unit })).to.deep.include({ unit, faults: [] });
  });

  it('may have 100 characters', () => {
    expect(read({ unit: 'x'.repeat(100) })).to.deep.include({ unit: 'x'.repeat(100), faults: [] });
  });

  it('of 101 characters is none rather than another one', () => {
    expect(read({ unit: 'x'.repeat(101) }).unit).to.equal('');
    expect(paths({ unit: 'x'.repeat(101) })).to.deep.equal(['unit']);
  });

  it('is counted in characters, not in halves', () => {
    expect(read({ unit: '🏛'.repeat(100) })).to.deep.include({ unit: '🏛'.repeat(100), faults: [] });
    expect(read({ unit: '🏛'.repeat(101) }).unit).to.equal('');
  });
});

describe('hosts', () => {
  it('are names separated by white space, in lower case', () => {
    expect(read({ hosts: ' Example.VN\n cuocthi.example.vn ' })).to.deep.include({
      hosts: ['example.vn', 'cuocthi.example.vn'],
      faults: [],
    });
  });

  it('that are written but empty pin to nothing', () => {
    expect(read({ hosts: '' }).hosts).to.deep.equal([]);
  });

  it('that are all wrong pin to nothing, and each is told', () => {
    expect(read({ hosts: 'https://example.vn vn' }).hosts).to.deep.equal([]);
    expect(paths({ hosts: 'https://example.vn vn' })).to.deep.equal(['hosts', 'hosts']);
  });

  it('of which one is wrong keep the others', () => {
    expect(read({ hosts: 'example.vn vn' }).hosts).to.deep.equal(['example.vn']);
  });
});

describe('until', () => {
  const instant = (text: string) => Date.parse(text);

  it('may be an instant', () => {
    expect(read({ until: '2025-06-11T16:30:00+07:00' })).to.deep.include({
      until: instant('2025-06-11T09:30:00Z'),
      faults: [],
    });
  });

  it('may be a date, which begins in Vietnam', () => {
    expect(read({ until: '2025-06-11' })).to.deep.include({
      until: instant('2025-06-10T17:00:00Z'),
      faults: [],
    });
  });

  for (const until of [
    '2025-02-29',
    '2025-06-31',
    '2025-06-11T16:30:00',
    '2025-06-11T24:00:00Z',
    '11/06/2025',
    '2025',
    '2025-06',
    '2025-06-11 ',
    '1749600000000',
    'mai',
  ])
    it(`of “${until}” is never, and told`, () => {
      expect(read({ until }).until).to.equal(Infinity);
      expect(paths({ until })).to.deep.equal(['until']);
    });

  it('of nothing is never', () => {
    expect(read({ until: '' })).to.deep.include({ until: Infinity, faults: [] });
  });
});
