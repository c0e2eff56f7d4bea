import { expect } from 'chai';
import { parse } from '../../src/contest/parse.ts';
import type { Definition } from '../../src/contest/schema.ts';
import { cchc2024, full } from './samples.ts';

/** Every bidirectional control there is. */
const BIDI = [...'\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069'];

/** A definition in which every text is `text`. */
const saying = (text: string): Definition => ({
  ...cchc2024,
  title: text,
  organizer: text,
  summary: text,
  notice: text,
  howTo: [text],
  rounds: [{ title: text, opens: cchc2024.opens, closes: cchc2024.closes }],
  documents: [{ kind: 'rules', title: text, number: text }],
  banner: { ...full.banner!, alt: text },
  report: { ...full.report!, recipient: text },
});

const accepted = (definition: Definition) => {
  const { contest, faults } = parse(definition);
  expect(faults).to.deep.equal([]);
  return contest!;
};

describe('texts of a definition', () => {
  it('every text is composed (NFC)', () => {
    const text = 'Cuộc thi cải cách hành chính: ổ, ẫ, Ể, Ộ, ữ';
    expect(accepted(saying(text.normalize('NFD')))).to.deep.equal(saying(text));
  });

  it('compatibility characters stay what they are', () => {
    expect(accepted(saying('½ ﬁ ①')).title).to.equal('½ ﬁ ①');
  });

  it('every text is freed of bidirectional controls', () => {
    expect(
      accepted(saying(`${BIDI.join('')}Cuộc${BIDI.join('')} thi${BIDI.join('')}`)),
    ).to.deep.equal(saying('Cuộc thi'));
  });

  for (const control of BIDI)
    it(`U+${control.charCodeAt(0).toString(16).padStart(4, '0')} is taken out`, () => {
      expect(accepted(saying(`Cuộc${control} thi`)).title).to.equal('Cuộc thi');
    });

  it('a letter that a control held apart from its accent is composed as well', () => {
    expect(accepted(saying('e\u200f\u0301')).title).to.equal('\u00e9');
  });

  it('joiners inside an emoji are no bidirectional controls', () => {
    expect(accepted(saying('👨‍👩‍👧 thi')).title).to.equal('👨‍👩‍👧 thi');
  });

  it('half a surrogate pair is a text like any other', () => {
    // Firefox's own NFC puts a replacement character there.
    expect(accepted(saying('a\ud83cb')).title).to.match(/^a.b$/u);
  });

  it('markup and entities stay as they are', () => {
    const text = '<img src=x onerror=alert(1)> &lt;b&gt; ${x} {{x}}';
    expect(accepted(saying(text))).to.deep.equal(saying(text));
  });

  it('a number sign and other marks of official numbers stay as they are', () => {
    expect(accepted(saying('3985/KH-UBND – “Đợt 1”')).documents![0]!.number).to.equal(
      '3985/KH-UBND – “Đợt 1”',
    );
  });
});

describe('lengths of texts', () => {
  const left = (field: 'notice' | 'summary', text: string) =>
    parse({ ...cchc2024, [field]: text }).contest?.[field];

  for (const [field, most] of [
    ['notice', 200],
    ['summary', 600],
  ] as const) {
    it(`a ${field} of ${most} characters is kept`, () => {
      expect(left(field, 'ệ'.repeat(most))).to.equal('ệ'.repeat(most));
    });

    it(`a ${field} of ${most + 1} characters is left out`, () => {
      expect(left(field, 'ệ'.repeat(most + 1))).to.equal(undefined);
    });

    it(`a ${field} of ${most} decomposed characters is counted composed`, () => {
      expect(left(field, 'ệ'.normalize('NFD').repeat(most))).to.equal('ệ'.repeat(most));
    });

    it(`a ${field} of ${most} emoji is counted in characters, not in halves`, () => {
      expect(left(field, '🏛'.repeat(most))).to.equal('🏛'.repeat(most));
    });

    it(`bidirectional controls in a ${field} are not counted`, () => {
      expect(left(field, 'x\u200f'.repeat(most))).to.equal('x'.repeat(most));
    });
  }

  it('a title may be as long as titles are', () => {
    const title = `${cchc2024.title} `.repeat(5).trim();
    expect(parse({ ...cchc2024, title }).contest!.title).to.equal(title);
  });

  for (const count of [0, 8])
    it(`${count} lines on taking part are kept`, () => {
      const { contest, faults } = parse({ ...cchc2024, howTo: Array(count).fill('Một lượt thi') });
      expect(contest!.howTo).to.have.length(count);
      expect(faults).to.deep.equal([]);
    });

  it('nine lines on taking part are one fault, and the rest of the definition stands', () => {
    const { contest, faults } = parse({ ...cchc2024, howTo: Array(9).fill('Một lượt thi') });
    expect(faults.map(({ path }) => path)).to.deep.equal(['howTo']);
    expect(contest).to.include({ id: cchc2024.id, closes: cchc2024.closes });
    expect(contest!.howTo?.length ?? 0).to.be.at.most(8);
  });
});
