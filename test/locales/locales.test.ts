import { expect } from 'chai';
import { en } from '../../src/locales/en.ts';
import { messagesFor, type Messages } from '../../src/locales/index.ts';
import { vi } from '../../src/locales/vi.ts';

/** A word that no locale has, to see that what is given is also said. */
const GIVEN = 'Đợt Ẫ';

/** Every text of a locale by its path, functions called with a plain word or number. */
function textsOf(value: unknown, path = ''): [string, string][] {
  if (typeof value === 'string') return [[path, value]];
  if (typeof value === 'function') {
    const given = {
      moment: ['7h30', 3, 2, 2025, GIVEN],
      time: [7, '05'],
      date: [7, 2, 2025],
      unit: ['day', 2],
    }[path] ?? [GIVEN];
    return [[path, (value as (...args: unknown[]) => string)(...given)]];
  }
  return Object.entries(value as object).flatMap(([key, part]) =>
    textsOf(part, path ? `${path}.${key}` : key),
  );
}

const pathsOf = (t: Messages) =>
  textsOf(t)
    .map(([path]) => path)
    .sort();

describe('the languages', () => {
  it('say the same things', () => {
    expect(pathsOf(en)).to.deep.equal(pathsOf(vi));
  });

  for (const [code, t] of Object.entries({ vi, en })) {
    it(`every text in ${code} is composed (NFC)`, () => {
      for (const [path, text] of textsOf(t)) expect(text, path).to.equal(text.normalize());
    });

    it(`no text in ${code} is empty, or ends in white space`, () => {
      for (const [path, text] of textsOf(t)) expect(text, path).to.match(/^\S(.*\S)?$/u);
    });

    it(`no text in ${code} has a character that is not seen`, () => {
      for (const [path, text] of textsOf(t))
        expect(text, path).not.to.match(/[\p{Cc}\p{Cf}\p{Co}\p{Cn}]/u);
    });

    it(`every text in ${code} that is given a word says it`, () => {
      const told = Object.entries(t).filter(
        ([path, value]) =>
          typeof value === 'function' && !['time', 'date', 'unit', 'zone'].includes(path),
      );
      for (const [path] of told)
        expect(Object.fromEntries(textsOf(t))[path], path).to.include(GIVEN);
    });

    it(`${code} has seven days of the week, all different`, () => {
      expect(new Set(t.weekdays).size).to.equal(7);
    });

    it(`${code} names itself by its tag`, () => {
      expect(t.code).to.equal(code);
    });

    it(`${code} writes twelve months, all different`, () => {
      expect(
        new Set(Array.from({ length: 12 }, (_, month) => t.date(1, month + 1, 2025))).size,
      ).to.equal(12);
    });
  }

  it('differ in every text', () => {
    const english = Object.fromEntries(textsOf(en));
    const same = textsOf(vi).filter(([path, text]) => english[path] === text);
    expect(same.map(([path]) => path)).to.deep.equal([]);
  });
});

describe('the language for a tag', () => {
  for (const tag of ['en', 'EN', 'en-US', 'en-GB', 'en-Latn-VN'])
    it(`${tag} is English`, () => {
      expect(messagesFor(tag)).to.equal(en);
    });

  for (const tag of ['vi', 'vi-VN', 'VI', '', 'fr', 'eng', 'enx', 'de-en', ' en', 'x-en'])
    it(`“${tag}” is Vietnamese`, () => {
      expect(messagesFor(tag)).to.equal(vi);
    });
});
