/** What the specs of the hand-outs hand out. */

import cchc2024 from '../../demo/contests/cchc-2024.json' with { type: 'json' };
import type { Definition } from '../../src/contest/schema.ts';
import type { Handout } from '../../src/handout/handout.ts';

export const definition = cchc2024 as Definition;

/** Ends a text, an attribute, a tag, a line, a shortcode and a cell. */
export const HOSTILE = `"'\`><img src=x onerror=alert(1)>&amp;</script></textarea>]]>{{7*7}}[x];,\\n\r\n=1+1`;

export const handout = (
  changes: Partial<Definition> = {},
  given: Partial<Omit<Handout, 'definition'>> = {},
): Handout => ({
  definition: { ...definition, ...changes },
  unit: { name: 'Bảo tàng tỉnh', code: 'bao-tang-tinh', folder: '001-bao-tang-tinh' },
  place: {
    files: '/cuoc-thi/',
    published: 'https://so.example.vn/contest.json',
    version: '0.1.0',
    integrity: 'sha384-abc',
  },
  now: Date.parse('2024-11-15T08:00:00+07:00'),
  room: { page: 620, article: 870, side: 1280 },
  ...given,
});
