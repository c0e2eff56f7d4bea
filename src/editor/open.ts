/** Reads a definition from a file's text, or says why it is none. Pure. */

import { schema, type Schema } from '../contest/schema.ts';
import { limits } from '../source/remote.ts';

/** As much as portals read, bytes. */
export const LARGEST = limits.bytes;

export type OpenFault =
  | { why: 'too-large'; size: number }
  | { why: 'not-json'; line: number; column: number }
  /** No field of a definition is in it, or one of another shape. */
  | { why: 'not-definition'; path?: string };

export type Opened = { definition: Record<string, unknown> } | { fault: OpenFault };

const SPACE = /[\t\n\r ]*/y;
const STRING = /"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[\da-f]{4}))*"/iy;
const SCALAR = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:e[+-]?\d+)?|true|false|null/y;

/** Where a text stops being JSON: browsers tell in different ways, or not at all. */
function failsAt(text: string): number {
  let at = 0;
  const take = (what: RegExp | string): boolean => {
    if (typeof what === 'string') {
      if (text[at] !== what) return false;
      at++;
      return true;
    }
    what.lastIndex = at;
    if (!what.test(text)) return false;
    at = what.lastIndex;
    return true;
  };
  const list = (end: string, item: () => boolean): boolean => {
    take(SPACE);
    if (take(end)) return true;
    do {
      take(SPACE);
      if (!item()) return false;
      take(SPACE);
    } while (take(','));
    return take(end);
  };
  const value = (): boolean => {
    take(SPACE);
    if (take('[')) return list(']', value);
    if (take('{')) return list('}', () => take(STRING) && (take(SPACE), take(':')) && value());
    return take(STRING) || take(SCALAR);
  };
  try {
    if (value()) take(SPACE);
  } catch {
    // Nested deeper than can be followed: as far as we came.
  }
  return at;
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && !!value && !Array.isArray(value);

/** The path of what no form can hold: a list where there is none, a value where a group belongs. */
export function misshapen(s: Schema, value: unknown, path = ''): string | undefined {
  if (value === undefined) return;
  if (s.items) {
    if (!Array.isArray(value)) return path;
    for (const [index, item] of value.entries()) {
      // A hole or `null` is no item of any kind.
      const wrong = misshapen(s.items, item ?? null, `${path}[${index}]`);
      if (wrong !== undefined) return wrong;
    }
    return;
  }
  if (!s.properties) return typeof value === 'object' ? path : undefined;
  if (!isObject(value)) return path;
  for (const [key, property] of Object.entries(s.properties)) {
    const wrong = misshapen(
      property,
      Object.hasOwn(value, key) ? value[key] : undefined,
      path ? `${path}.${key}` : key,
    );
    if (wrong !== undefined) return wrong;
  }
  return;
}

/**
 * @param text what is in the file
 * @param size in bytes
 */
export function open(text: string, size: number): Opened {
  if (size > LARGEST) return { fault: { why: 'too-large', size } };
  const json = text.replace(/^\ufeff/, '');
  let definition: unknown;
  try {
    definition = JSON.parse(json);
    // What is nested too deep to be written can be read.
    JSON.stringify(definition);
  } catch {
    const before = json.slice(0, failsAt(json)).split(/\r\n?|\n/);
    return { fault: { why: 'not-json', line: before.length, column: before.at(-1)!.length + 1 } };
  }
  const known =
    isObject(definition) &&
    Object.keys(schema.properties).some((key) => Object.hasOwn(definition, key));
  if (!known) return { fault: { why: 'not-definition' } };
  const path = misshapen(schema, definition);
  if (path !== undefined) return { fault: { why: 'not-definition', path } };
  return { definition: definition as Record<string, unknown> };
}
