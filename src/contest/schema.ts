/**
 * The definition of a contest, once, as JSON Schema (the part of draft 4 that WordPress's REST API
 * understands as well). The TypeScript type, the check in `parse.ts` and the published
 * `contest.schema.json` all follow from this literal: a field is added here and nowhere else.
 *
 * Two words are our own, and JSON Schema tells other readers to ignore them:
 * - `x-refuses`: a wrong value refuses the whole definition, although the field is optional;
 * - `x-http`: the address may be http where the definition says `allowHttp`.
 *
 * The build strips `description` from the script, and the published file keeps it.
 */

import { DATE_PATTERN, INSTANT_PATTERN } from './instant.ts';

const instant = { type: 'string', format: 'date-time', pattern: INSTANT_PATTERN } as const;

const date = { type: 'string', format: 'date', pattern: DATE_PATTERN } as const;

/** Absolute, without credentials (no `@` before the path), white space or backslash; a QR code holds it. */
const address = {
  type: 'string',
  format: 'uri',
  maxLength: 2000,
  pattern: '^https?://[^\\s\\\\/?#@]+([/?#][^\\s\\\\]*)?$',
} as const;

const contestAddress = { ...address, 'x-http': true } as const;

const text = { type: 'string', minLength: 1, maxLength: 1000 } as const;

/** Of a list: more of them would only keep the visitor's machine busy. */
const MANY = 100;

export const schema = {
  type: 'object',
  required: ['id', 'revision', 'title', 'url', 'opens', 'closes'],
  properties: {
    id: {
      description: 'Identifies the contest for as long as it lives.',
      type: 'string',
      pattern: '^[a-z0-9-]+$',
    },
    revision: {
      description: 'Grows with each published change; portals keep the highest they have seen.',
      type: 'integer',
      minimum: 0,
      maximum: 2e9,
    },
    replaces: {
      description:
        'The number of one higher revision that this one takes back. Later revisions keep it.',
      type: 'integer',
      minimum: 0,
      maximum: 2e9,
    },
    title: { description: 'Name of the contest.', ...text },
    organizer: { description: 'Who holds the contest.', ...text },
    summary: {
      description: 'Content and form of the contest, who takes part.',
      ...text,
      maxLength: 600,
    },
    url: { description: 'Where the contest is taken.', ...contestAddress },
    opens: { description: 'First instant at which the contest is open.', ...instant },
    closes: { description: 'First instant at which the contest is closed again.', ...instant },
    extendedFrom: { description: 'The closing instant before an extension.', ...instant },
    timeZone: {
      description: 'IANA time zone in which dates are written. Default: Asia/Ho_Chi_Minh.',
      type: 'string',
      pattern: '^[A-Za-z][A-Za-z0-9_+-]*(/[A-Za-z0-9_+-]+)*$',
      'x-refuses': true,
    },
    rounds: {
      description: 'Parts of the contest with times of their own. They may overlap.',
      type: 'array',
      maxItems: MANY,
      'x-refuses': true,
      items: {
        type: 'object',
        required: ['title', 'opens', 'closes'],
        properties: {
          title: { description: 'Name of the round.', ...text },
          opens: { description: 'First instant at which the round is open.', ...instant },
          closes: { description: 'First instant at which the round is closed again.', ...instant },
          url: { description: "The round's own way in.", ...contestAddress },
        },
      },
    },
    howTo: {
      description: 'Short lines on taking part. They name no person.',
      type: 'array',
      maxItems: 8,
      items: { ...text, maxLength: 300 },
    },
    documents: {
      description: 'Rules, plans and letters. Without an address a document is only named.',
      type: 'array',
      maxItems: MANY,
      items: {
        type: 'object',
        required: ['kind', 'title'],
        properties: {
          kind: {
            description: 'What the document is.',
            type: 'string',
            enum: ['rules', 'plan', 'guide', 'notice', 'other'],
          },
          title: { description: 'Name of the document.', ...text },
          number: { description: 'Its official number.', ...text },
          issued: { description: 'The day it was signed.', ...date },
          url: { description: 'Where it can be read.', ...contestAddress },
        },
      },
    },
    banner: {
      description: "The contest's picture. Without one a banner is drawn.",
      type: 'object',
      required: ['src', 'alt', 'width', 'height'],
      properties: {
        src: { description: 'Address of the picture.', ...address },
        alt: { description: 'What the picture says, in words.', ...text },
        width: { description: 'Its width in px.', type: 'integer', minimum: 1, maximum: 10000 },
        height: { description: 'Its height in px.', type: 'integer', minimum: 1, maximum: 10000 },
      },
    },
    results: { description: 'Where the results stand, shown once closed.', ...contestAddress },
    retires: {
      description: 'From then on the banner takes no room. Default: 90 days after `closes`.',
      ...instant,
    },
    notice: { description: 'Shown above everything else.', ...text, maxLength: 200 },
    suspended: {
      description: 'True while the contest is halted: no way in, no QR code.',
      type: 'boolean',
      'x-refuses': true,
    },
    calendar: { description: 'Address of an .ics file with the dates.', ...contestAddress },
    unitParameter: {
      description:
        'Query parameter in which the contest site takes a unit code. Without it none is sent.',
      type: 'string',
      minLength: 1,
      maxLength: 100,
      'x-refuses': true,
    },
    allowHttp: {
      description:
        'True where the contest site has no https: its addresses may then be http. Pictures never.',
      type: 'boolean',
      'x-refuses': true,
    },
    report: {
      description: 'By when and to which office a unit reports. Never shown to visitors.',
      type: 'object',
      required: ['due'],
      properties: {
        due: { description: 'The last instant for the report.', ...instant },
        recipient: { description: 'The office, never a person.', ...text },
        url: { description: 'Where the report is handed in.', ...address },
      },
    },
  },
} as const;

/** The part of JSON Schema that is used above. */
export interface Schema {
  readonly type: 'string' | 'integer' | 'boolean' | 'array' | 'object';
  readonly format?: 'date-time' | 'date' | 'uri';
  readonly pattern?: string;
  readonly enum?: readonly string[];
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly maxItems?: number;
  readonly items?: Schema;
  readonly required?: readonly string[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly 'x-refuses'?: boolean;
  readonly 'x-http'?: boolean;
}

type Simplify<T> = { [K in keyof T]: T[K] };

/** The TypeScript type of the values that a schema literal accepts. */
export type FromSchema<S> = S extends { enum: readonly (infer E)[] }
  ? E
  : S extends { type: 'string' }
    ? string
    : S extends { type: 'integer' }
      ? number
      : S extends { type: 'boolean' }
        ? boolean
        : S extends { type: 'array'; items: infer I }
          ? FromSchema<I>[]
          : S extends { required: readonly (infer R)[]; properties: infer P }
            ? Simplify<
                { -readonly [K in keyof P as K extends R ? K : never]: FromSchema<P[K]> } & {
                  -readonly [K in keyof P as K extends R ? never : K]?: FromSchema<P[K]>;
                }
              >
            : never;

/** A definition as it is published: see `contest.schema.json`. */
export type Definition = FromSchema<typeof schema>;
export type Round = NonNullable<Definition['rounds']>[number];
export type ContestDocument = NonNullable<Definition['documents']>[number];

/**
 * A checked definition. The small case that is written in attributes may say nothing about the
 * opening (open since ever), the revision (0) and the id (empty).
 */
export type Contest = Omit<Definition, 'opens'> & { opens?: string };
