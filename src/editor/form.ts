/**
 * Between a definition and what is typed: both ways, and what is wrong with it. Pure; `now` is epoch
 * milliseconds.
 *
 * What is typed is a tree of the definition's shape with texts for leaves. A leaf that still says what
 * it was made from gives back exactly that, so that what nobody has touched comes back unchanged; what
 * the schema does not know is carried along.
 */

import { DEFAULT_ZONE, isTimeZone, readInstant } from '../contest/instant.ts';
import { fault, type Fault } from '../contest/fault.ts';
import { parse } from '../contest/parse.ts';
import { schema, type Contest, type Schema } from '../contest/schema.ts';
import { isLater, type Numbers } from '../source/copy.ts';
import { fields, kindOf, nameOf } from './fields.ts';
import { misshapen } from './open.ts';
import { next } from './revision.ts';
import { dayInWords, inWords, readDay, readWhen, type When } from './when.ts';

/** One input: `true` stands for a tick. */
export interface Leaf {
  text: string;
  /** What was read for that text, in that zone: it holds while both stay. */
  was?: { text: string; value: unknown; zone: string };
  /** The year that was taken when the text was put into full words. */
  assumedYear?: number;
}

export interface List {
  items: Typed[];
  /** The definition had the list, with nothing in it. */
  empty?: boolean;
}

export interface Group {
  inner: Record<string, Typed>;
  /** Fields that the schema does not know. */
  rest: Record<string, unknown>;
}

export type Typed = Leaf | List | Group;

/** What was published last, or opened. */
export interface Base extends Numbers {
  /** All but the numbers, as JSON. */
  text: string;
}

/** All that a draft keeps. */
export interface Form {
  typed: Group;
  base?: Base | undefined;
}

export interface Reading {
  definition: Record<string, unknown>;
  /** Missing where the definition is refused. */
  contest: Contest | undefined;
  /** As the one check there is finds them. */
  faults: Fault[];
  /** How times and dates were read, by path. */
  whens: ReadonlyMap<string, When>;
  /** The zone that the times are written in. */
  zone: string;
  /** What is out under the latest number. */
  base: Base | undefined;
}

const shape: Schema = schema;

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && !!value && !Array.isArray(value);

/** What a form without anything in it holds. */
export function blank(s: Schema = shape): Typed {
  if (s.items) return { items: [] };
  if (!s.properties) return { text: '' };
  const inner = Object.entries(s.properties).map(([key, property]) => [key, blank(property)]);
  return { inner: Object.fromEntries(inner) as Group['inner'], rest: {} };
}

export const blankForm = (): Form => ({ typed: blank() as Group });

function leafOf(s: Schema, value: unknown, path: string, zone: string): Leaf {
  if (value === undefined) return { text: '' };
  const field = fields[nameOf(path)];
  const kind = kindOf(s, field);
  // Lists and objects in its place are left out before.
  const words = typeof value === 'string' ? value : JSON.stringify(value);
  const text =
    kind === 'instant'
      ? inWords(words, zone, !!field?.ends)
      : kind === 'date'
        ? dayInWords(words)
        : kind === 'checkbox'
          ? value === true
            ? 'true'
            : ''
          : words;
  return { text, was: { text, value, zone } };
}

function typedOf(s: Schema, value: unknown, path: string, zone: string): Typed {
  if (s.items)
    return Array.isArray(value)
      ? {
          items: value.map((item, index) => typedOf(s.items!, item, `${path}[${index}]`, zone)),
          ...(!value.length && { empty: true }),
        }
      : { items: [] };
  if (!s.properties) return leafOf(s, value, path, zone);
  const given = isObject(value) ? value : {};
  const own = Object.entries(s.properties).map(([key, property]) => [
    key,
    typedOf(
      property,
      Object.hasOwn(given, key) ? given[key] : undefined,
      path ? `${path}.${key}` : key,
      zone,
    ),
  ]);
  return {
    inner: Object.fromEntries(own) as Group['inner'],
    rest: Object.fromEntries(
      Object.entries(given).filter(([key]) => !Object.hasOwn(s.properties!, key)),
    ),
  };
}

const zoneOf = (zone: unknown): string =>
  typeof zone === 'string' && zone && isTimeZone(zone) ? zone : DEFAULT_ZONE;

/** The text of a leaf at the top. */
const textOf = (typed: Group, key: string): string => (typed.inner[key] as Leaf).text;

/** What a form says of a definition; what no form can hold is left out. */
export function formOf(definition: Record<string, unknown>, now: number): Form {
  const top = Object.entries(definition).filter(([key, value]) => {
    const property = shape.properties![key];
    return (
      !property ||
      !Object.hasOwn(shape.properties!, key) ||
      misshapen(property, value) === undefined
    );
  });
  const given = Object.fromEntries(top);
  const typed = typedOf(shape, given, '', zoneOf(given.timeZone)) as Group;
  const { revision, replaces } = given;
  if (!Number.isInteger(revision)) return { typed };
  // The number is the form's own business from here on.
  typed.inner.revision = { text: '' };
  const numbers = {
    revision: revision as number,
    ...(Number.isInteger(replaces) && { replaces: replaces as number }),
  };
  return published({ typed }, numbers, now);
}

/** The same form, once what it says is published. */
export function published(form: Form, { revision, replaces }: Numbers, now: number): Form {
  const inner: Group['inner'] = { ...form.typed.inner, revision: { text: '' } };
  const typed: Group = { ...form.typed, inner };
  if (Number(textOf(typed, 'replaces')) !== replaces)
    inner.replaces = { text: replaces === undefined ? '' : String(replaces) };
  const text = contentOf(collect({ typed }, now).definition);
  return { typed, base: { revision, ...(replaces !== undefined && { replaces }), text } };
}

/** All that a definition says, but for its numbers. */
export function contentOf(definition: Record<string, unknown>): string {
  const content = { ...definition };
  delete content.revision;
  delete content.replaces;
  return JSON.stringify(content);
}

const isWhole = (text: string): boolean => /^\d{1,15}$/.test(text);

/** What is said to be expected of a number that would change nothing. */
const ABOVE_PUBLISHED = 'a number above the published one';

const A_YEAR = 'a year from 2000 to 2099';

/** Everything that is typed, as a definition without its revision where that is the form's business. */
function collect({ typed }: Form, now: number): Pick<Reading, 'definition' | 'whens' | 'zone'> {
  const zone = zoneOf(textOf(typed, 'timeZone').trim());
  const whens = new Map<string, When>();
  // A date without a year is the next one after the opening, of the opening the next one from now.
  let from = now;

  const readLeaf = (s: Schema, leaf: Leaf, path: string): unknown => {
    const kind = kindOf(s, fields[nameOf(path)]);
    const { was } = leaf;
    // No text has lines of its own, whatever it was pasted from.
    const text = leaf.text
      .normalize()
      .trim()
      .replace(/\s*[\n\r]\s*/g, ' ');
    if (was?.text === leaf.text && (was.zone === zone || kind !== 'instant')) {
      if (kind === 'instant' && text && readInstant(String(was.value)) !== undefined)
        whens.set(path, {
          ...readWhen(was.value as string, { now: from, zone }),
          ...(leaf.assumedYear !== undefined && { assumedYear: leaf.assumedYear }),
        });
      return was.value;
    }
    if (!text) return undefined;
    if (kind === 'checkbox') return true;
    if (kind === 'number') return isWhole(text) ? Number(text) : text;
    if (kind === 'date') {
      const { day, fault: why } = readDay(text);
      if (why) whens.set(path, { fault: why });
      return day ?? text;
    }
    if (kind !== 'instant') return text;
    const when = readWhen(text, { now: from, zone });
    whens.set(path, when);
    return when.instant ?? text;
  };

  const value = (s: Schema, part: Typed, path: string, isItem = false): unknown => {
    if ('items' in part) {
      const items = part.items.map((item, index) =>
        value(s.items!, item, `${path}[${index}]`, true),
      );
      return items.length || part.empty ? items : undefined;
    }
    if ('text' in part) return readLeaf(s, part, path) ?? (isItem ? '' : undefined);
    const result: Record<string, unknown> = {};
    for (const [key, property] of Object.entries(s.properties!)) {
      const kept = value(property, part.inner[key]!, path ? `${path}.${key}` : key);
      if (kept !== undefined) result[key] = kept;
      if (key === 'opens' && !path) from = readInstant(kept as string) ?? now;
    }
    const all = { ...result, ...part.rest };
    return Object.keys(all).length || isItem || !path ? all : undefined;
  };

  return { definition: value(shape, typed, '') as Record<string, unknown>, whens, zone };
}

/** Which of the two is out under the latest number: what the form began with, or what was handed out. */
const latest = (base: Base | undefined, issued: Base | undefined): Base | undefined =>
  issued && (!base || issued.revision === base.revision || isLater(issued, base)) ? issued : base;

/** The numbers that a change gets where nobody has typed them. */
function numbersOf(
  typed: Record<string, unknown>,
  base: Base | undefined,
  held: Base | undefined,
): { revision: number; replaces?: unknown } {
  const { replaces } = typed;
  if (!held) return { revision: 1, replaces };
  const content = contentOf(typed);
  const isUntouched = (one: Base) => one.text === content && one.replaces === replaces;
  // An older one that is only looked at, unless its number has come to stand for something else.
  if (base && base.revision !== held.revision && isUntouched(base)) return base;
  if (isUntouched(held)) return held;
  // Written by hand: judged like the rest.
  if (replaces !== base?.replaces) return { revision: held.revision + 1, replaces };
  return next(held);
}

/**
 * What a form says, and what is wrong with it.
 * @param issued what was handed out last, by the contest's `id`
 */
export function read(
  form: Form,
  now: number,
  issued: Readonly<Record<string, Base>> = {},
): Reading {
  const { definition: typed, whens, zone } = collect(form, now);
  const { id, revision: written, replaces: named, ...rest } = typed;
  const handed = typeof id === 'string' && Object.hasOwn(issued, id) ? issued[id] : undefined;
  const base = latest(form.base, handed);
  const { revision, replaces } =
    written === undefined
      ? numbersOf(typed, form.base, base)
      : { revision: written, replaces: named };
  const definition = {
    ...(id !== undefined && { id }),
    revision,
    ...(replaces !== undefined && { replaces }),
    ...rest,
  };
  const { contest, faults } = parse(definition);
  // An instant that portals would take, in a year that is a slip.
  for (const [path, when] of whens)
    if (when.fault?.why === 'year' && !faults.some((other) => other.path === path))
      faults.push(fault(path, A_YEAR, valueAt(definition, path)));
  // Portals would stay with what they have.
  if (
    base &&
    contest &&
    written !== undefined &&
    contest.revision <= base.revision &&
    replaces !== base.revision
  )
    faults.push(fault('revision', ABOVE_PUBLISHED, revision));
  return { definition, whens, zone, contest, faults, base };
}

const keysOf = (path: string): string[] => path.split(/[.[\]]+/).filter(Boolean);

function within(part: Typed, key: string): Typed | undefined {
  if ('items' in part) return part.items[Number(key)];
  return 'inner' in part && Object.hasOwn(part.inner, key) ? part.inner[key] : undefined;
}

/** What a definition says at a path. */
const valueAt = (definition: Record<string, unknown>, path: string): unknown =>
  keysOf(path).reduce<unknown>((part, key) => (Object(part) as typeof definition)[key], definition);

/** The part of a form that a path names. */
export function partAt(typed: Group, path: string): Typed | undefined {
  let part: Typed | undefined = typed;
  for (const key of keysOf(path)) part = part && within(part, key);
  return part;
}

/** The part of the schema that a path names. */
export function schemaAt(path: string): Schema | undefined {
  let s: Schema | undefined = shape;
  for (const key of keysOf(path))
    s = s?.items && /^\d+$/.test(key) ? s.items : s?.properties?.[key];
  return s;
}

/** Whether the part that holds a path has to have it. */
export function isRequired(path: string): boolean {
  const [, parent, key] = /^(?:(.*)\.)?([^.]+)$/.exec(path)!;
  return !!schemaAt(parent ?? '')?.required?.includes(key!);
}

/** Whether anything is typed in a part. */
export const isFilled = (part: Typed): boolean =>
  'text' in part
    ? !!part.text
    : 'items' in part
      ? part.items.length > 0
      : Object.values(part.inner).some(isFilled) || Object.keys(part.rest).length > 0;

/** Puts a time or a date that could be read into full words: what was taken for granted then stands there. */
export function settle(leaf: Leaf, path: string, { whens, zone }: Reading): void {
  const field = fields[nameOf(path)];
  const kind = kindOf(schemaAt(path)!, field);
  const when = whens.get(path);
  if (kind === 'date') {
    const day = readDay(leaf.text).day;
    if (day) leaf.text = dayInWords(day);
  }
  if (kind !== 'instant' || !when?.instant || leaf.text === leaf.was?.text) return;
  const text = inWords(when.instant, zone, !!field?.ends);
  leaf.text = text;
  leaf.was = { text, value: when.instant, zone };
  if (when.assumedYear === undefined) delete leaf.assumedYear;
  else leaf.assumedYear = when.assumedYear;
}

/** A code for the contest, from its name: `cuoc-thi-cai-cach-hanh-chinh-2024`. */
export function proposeId(title: string): string {
  const words = title
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[đĐ]/g, 'd')
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter(Boolean);
  const year = words.find((word) => /^20\d\d$/.test(word));
  let id = '';
  for (const word of words.filter((each) => each !== year)) {
    if (id.length + word.length > 40) break;
    id += (id && '-') + word;
  }
  return [id, year].filter(Boolean).join('-');
}

/** A form from what a draft has kept; nothing where that is of another shape. */
export function revive(kept: unknown): Form | undefined {
  if (!isObject(kept)) return;
  const typed = reviveTyped(shape, kept.typed);
  if (!typed) return;
  const { base } = kept;
  const isBase =
    isObject(base) &&
    Number.isInteger(base.revision) &&
    typeof base.text === 'string' &&
    (base.replaces === undefined || Number.isInteger(base.replaces));
  return { typed: typed as Group, ...(isBase && { base: base as unknown as Base }) };
}

function reviveTyped(s: Schema, kept: unknown): Typed | undefined {
  if (!isObject(kept)) return;
  if (s.items) {
    if (!Array.isArray(kept.items)) return;
    const items = kept.items.map((item) => reviveTyped(s.items!, item));
    return items.every((item) => item !== undefined)
      ? { items, ...(kept.empty === true && { empty: true }) }
      : undefined;
  }
  if (!s.properties) {
    const { text, was, assumedYear } = kept;
    if (typeof text !== 'string') return;
    const isWas = isObject(was) && typeof was.text === 'string' && typeof was.zone === 'string';
    return {
      text,
      ...(isWas && { was: was as unknown as NonNullable<Leaf['was']> }),
      ...(typeof assumedYear === 'number' && { assumedYear }),
    };
  }
  const { inner, rest } = kept;
  if (!isObject(inner) || !isObject(rest)) return;
  const parts: Record<string, Typed> = {};
  for (const [key, property] of Object.entries(s.properties)) {
    // A field that is newer than the draft.
    const part = Object.hasOwn(inner, key) ? reviveTyped(property, inner[key]) : blank(property);
    if (!part) return;
    parts[key] = part;
  }
  return { inner: parts, rest };
}
