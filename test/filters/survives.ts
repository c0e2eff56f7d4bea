/** What must be left of a plain snippet, whatever it went through. */

import { expect } from 'chai';
import { pieces, type Piece, type Tag } from './tags.ts';

const opened = (all: readonly Piece[], name: string): Tag[] =>
  all.filter(
    (piece): piece is Tag => typeof piece !== 'string' && !piece.closing && piece.name === name,
  );

const valuesOf = (tags: readonly Tag[], key: string) =>
  tags.map(({ attributes }) => attributes.find(([name]) => name === key)?.[1]);

/** Visible text, with the references that filters write. */
export const textOf = (html: string): string =>
  pieces(html)
    .filter((piece) => typeof piece === 'string')
    .join(' ')
    .replaceAll('&#039;', "'")
    .replaceAll('&quot;', '"')
    .replaceAll('&#91;', '[')
    .replaceAll('&#93;', ']')
    .replace(/\s+/g, ' ')
    .trim();

/**
 * Links, pictures with their alternative texts, and every word are as they were; a picture is still
 * inside its link; nothing has come to them.
 */
export function expectSurvives(before: string, after: string): void {
  const [old, now] = [pieces(before), pieces(after)];
  expect(valuesOf(opened(now, 'a'), 'href'), 'links').to.deep.equal(
    valuesOf(opened(old, 'a'), 'href'),
  );
  for (const key of ['src', 'alt', 'width', 'height'])
    expect(valuesOf(opened(now, 'img'), key), `pictures' ${key}`).to.deep.equal(
      valuesOf(opened(old, 'img'), key),
    );
  const inLinks = (all: readonly Piece[]) =>
    all.filter((piece, at) => {
      const previous = all[at - 1];
      return typeof piece !== 'string' && piece.name === 'img' && typeof previous === 'object'
        ? previous.name === 'a' && !previous.closing
        : false;
    }).length;
  expect(inLinks(now), 'pictures in links').to.equal(inLinks(old));
  expect(textOf(after), 'text').to.equal(textOf(before));
  const known = new Set(old.flatMap((piece) => (typeof piece === 'string' ? [] : piece.name)));
  for (const piece of now)
    if (typeof piece !== 'string') expect([...known], 'elements').to.include(piece.name);
}
