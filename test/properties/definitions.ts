/** Definitions of contests to draw: right ones, and ones with slips in them. */

import fc from 'fast-check';
import { parse } from '../../src/contest/parse.ts';
import type { Contest, Definition } from '../../src/contest/schema.ts';
import { anyAddress, anyValue } from './arbitraries.ts';

const ZONES = [
  'Asia/Ho_Chi_Minh',
  'UTC',
  'America/New_York',
  'Asia/Kathmandu',
  'Australia/Lord_Howe',
  'Africa/Cairo',
  'Pacific/Apia',
];

/** An instant as text, in any offset. */
const written = (instant: number, offset: number): string => {
  const two = (n: number) => String(n).padStart(2, '0');
  const size = Math.abs(offset);
  const local = new Date(instant + offset * 60_000).toISOString().slice(0, -1);
  return `${local}${offset < 0 ? '-' : '+'}${two(Math.floor(size / 60))}:${two(size % 60)}`;
};

const offsets = fc.oneof(fc.constant(420), fc.integer({ min: -1439, max: 1439 }));

/** Two instants, the first before the second, within others. */
const span = (from: number, to: number) =>
  fc
    .tuple(fc.integer({ min: from, max: to - 1 }), fc.nat(), offsets)
    .map(([opens, length, offset]) => ({
      opens: written(opens, offset),
      closes: written(opens + 1 + (length % (to - opens)), offset),
    }));

/** Right definitions of contests, between two years: to the millisecond, with up to five rounds. */
export const definitions = (from = 2024, to = 2030): fc.Arbitrary<Definition> => {
  const text = fc.constantFrom('Cuộc thi', 'x', 'Tuần 1', '<b>&amp;</b>', '🏛');
  const address = anyAddress('don-vi').filter((url) => !/\s/.test(url));
  return fc
    .tuple(
      fc.integer({ min: Date.UTC(from, 0, 3), max: Date.UTC(to, 0) - 1 }),
      // From a millisecond to a year, short ones as often as long ones.
      fc.integer({ min: 0, max: 35 }).chain((bits) => fc.integer({ min: 1, max: 2 ** bits })),
    )
    .chain(([opens, length]) =>
      fc.record(
        {
          id: fc.constantFrom('a', 'cchc-2024'),
          revision: fc.nat({ max: 40 }),
          title: text,
          url: address,
          opens: offsets.map((offset) => written(opens, offset)),
          closes: offsets.map((offset) => written(opens + length, offset)),
          rounds: fc.array(
            fc
              .tuple(span(opens, opens + length), fc.option(address, { nil: undefined }))
              .map(([times, url]) => ({ title: 'Đợt', ...times, ...(url && { url }) })),
            { maxLength: 5 },
          ),
          replaces: fc.integer({ min: 41, max: 2e9 }),
          timeZone: fc.constantFrom(...ZONES),
          retires: fc.nat({ max: 1e10 }).map((ms) => written(opens + length + ms, 0)),
          extendedFrom: fc.nat({ max: 1e9 }).map((ms) => written(opens + length - 1 - ms, 0)),
          suspended: fc.boolean(),
          unitParameter: fc.constantFrom('don-vi', 'đơn vị', 'a&b=c'),
          organizer: text,
          summary: text,
          notice: text,
          results: address,
          calendar: address,
          howTo: fc.array(text, { maxLength: 8 }),
          documents: fc.array(
            fc.record(
              {
                kind: fc.constantFrom('rules' as const, 'plan' as const),
                title: text,
                issued: fc.constant('2024-02-29'),
                url: address,
              },
              { requiredKeys: ['kind', 'title'] },
            ),
            { maxLength: 3 },
          ),
          banner: fc.record({
            src: address,
            alt: text,
            width: fc.integer({ min: 1, max: 9999 }),
            height: fc.integer({ min: 1, max: 9999 }),
          }),
          report: fc.record({ due: fc.constant('2024-12-14T09:00:00+07:00') }),
        },
        { requiredKeys: ['id', 'revision', 'title', 'url', 'opens', 'closes'] },
      ),
    ) as fc.Arbitrary<Definition>;
};

/** Their checked contests. */
export const contests = (from?: number, to?: number): fc.Arbitrary<Contest> =>
  definitions(from, to).map((definition) => {
    const { contest, faults } = parse(definition);
    if (!contest || faults.length) throw new Error(faults.map(({ message }) => message).join('\n'));
    return contest;
  });

/** Every place inside a value, as the keys that lead there. */
const placesIn = (value: unknown): string[][] =>
  typeof value === 'object' && value
    ? Object.entries(value).flatMap(([key, part]) => [
        [key],
        ...placesIn(part).map((rest) => [key, ...rest]),
      ])
    : [];

/** What is right in one field, and often wrong in another. */
const RIGHT = [
  '1999-12-31T00:00:00Z',
  '2027-01-01T00:00:00+07:00',
  '2027-02-30T00:00:00Z',
  'https://cuocthi.example.vn/',
  'http://cuocthi.example.vn/',
  'http://localhost/',
  'Asia/Ho_Chi_Minh',
  'Asia/Hai_Duong',
  ' Cuo\u0323\u0302c thi\t',
  'e\u200f\u0301',
  true,
  0,
  1,
];

/** Definitions with up to three slips: something else put in the place of a part, or the part gone. */
export const nearDefinitions: fc.Arbitrary<unknown> = fc
  .tuple(
    definitions(1800, 9990),
    fc.array(fc.tuple(fc.nat(), fc.oneof(anyValue, fc.constantFrom(undefined, ...RIGHT))), {
      maxLength: 3,
    }),
  )
  .map(([definition, slips]) => {
    const input = structuredClone(definition) as unknown as Record<string, unknown>;
    for (const [where, value] of slips) {
      const places = placesIn(definition);
      const place = places[where % places.length]!;
      const last = place.pop()!;
      const part = place.reduce<unknown>(
        (inner, key) => (Object(inner) as typeof input)[key],
        input,
      );
      if (typeof part !== 'object' || !part) continue;
      if (value === undefined) Reflect.deleteProperty(part, last);
      else (part as typeof input)[last] = value;
    }
    return input;
  });
