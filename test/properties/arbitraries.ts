/** What the properties draw: texts, values, instants, addresses; and how often. */

import fc from 'fast-check';
import { drawn } from '../contest/samples.ts';

/**
 * Holds `check` for `runs` draws, the same ones in every run; others with `SEED=…`. A failure tells the
 * seed, and the smallest case that fails.
 */
export function always<T>(runs: number, from: fc.Arbitrary<T>, check: (value: T) => void): void {
  fc.assert(fc.property(from, check), { numRuns: drawn(runs), seed: import.meta.env.SEED });
}

/** Any text: letters, escapes, white space, signs of an address, and half surrogate pairs. */
export const anyText = (maxLength = 40): fc.Arbitrary<string> =>
  fc.oneof(
    fc.string({ unit: 'grapheme', maxLength }),
    fc.string({ unit: 'binary', maxLength }),
    fc.string({ unit: fc.constantFrom(...' &=#?%+/:@.\\\n\u202e\u200fe\u0301ệĐ09aZ'), maxLength }),
    fc
      .array(fc.integer({ min: 0xd7f0, max: 0xe010 }), { maxLength })
      .map((units) => String.fromCharCode(...units)),
  );

/** What JSON can hold, and what else a page may hand over. Not bigint: no JSON makes one. */
export const anyValue: fc.Arbitrary<unknown> = fc.oneof(
  fc.jsonValue(),
  fc.anything({ withDate: true, withMap: true, withNullPrototype: true, withSparseArray: true }),
  anyText(),
);

/** The ends of what `Date` can hold, and any instant between. */
export const anyInstant: fc.Arbitrary<number> = fc.oneof(
  fc.constantFrom(-8.64e15, 0, 8.64e15),
  fc.integer({ min: -8.64e15, max: 8.64e15 }),
);

/** Addresses as contests have them, with queries and fragments that are easily mistaken. */
export const anyAddress = (parameter: string): fc.Arbitrary<string> => {
  const piece = fc.oneof(
    fc.constantFrom('', '=', 'a=1', 'b', '%zz=%', 'q=a+b', 'c=?', 'é=ẽ', `x=${parameter}`),
    fc.constantFrom(encodeURIComponent(parameter), `${parameter}=cũ`, `${parameter}-2=y`),
  );
  return fc
    .record({
      origin: fc.constantFrom('https://cuocthi.example.vn', 'https://Thi.Example.VN:8443'),
      path: fc.constantFrom('', '/', '/thi/%7e/../x', '/đề-thi', '/a;b=@c'),
      mark: fc.constantFrom('', '?'),
      query: fc.array(piece, { maxLength: 5 }),
      fragment: fc.constantFrom('', '#', '#/vao-thi?a=1', '#a#b', `#?${parameter}=x`),
    })
    .map(({ origin, path, mark, query, fragment }) =>
      [origin, path, query.length ? `?${query.join('&')}` : mark, fragment].join(''),
    );
};
