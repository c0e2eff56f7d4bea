/** From anything at all to a checked contest, or to the reasons why not. Pure. */

import { readAddress } from './address.ts';
import { isRealDate, isTimeZone } from './instant.ts';
import { schema, type Contest, type Definition, type Schema } from './schema.ts';

export type ErrorCode =
  | 'network'
  | 'timeout'
  | 'too-large'
  | 'not-json'
  | 'invalid'
  | 'host'
  | 'insecure'
  | 'stale';

/** One thing wrong: where (`documents[0].url`) and what was expected there. */
export interface Fault {
  code: ErrorCode;
  path?: string;
  message: string;
}

export interface Parsed {
  /** Missing where the definition is refused. */
  contest?: Contest;
  /** Everything that is wrong, what was only left out included. */
  faults: Fault[];
}

/** In words, what a value has to be. */
function expectation(s: Schema, http: boolean): string {
  if (s.enum) return `one of ${s.enum.join(', ')}`;
  if (s.format === 'date-time')
    return 'a real instant with an offset, such as 2024-12-13T16:30:00+07:00';
  if (s.format === 'date') return 'a real date, such as 2024-11-14';
  if (s.format === 'uri')
    return `an absolute ${s['x-http'] && http ? 'http or ' : ''}https address without credentials`;
  if (s.type === 'integer') return `a whole number from ${s.minimum} to ${s.maximum}`;
  if (s.type === 'array') return `a list${s.maxItems ? ` of at most ${s.maxItems}` : ''}`;
  if (s.type === 'object') return 'an object';
  if (s.type === 'boolean') return 'true or false';
  return `text${s.maxLength ? ` of 1 to ${s.maxLength} characters` : ''}${s.pattern ? ` like ${s.pattern}` : ''}`;
}

/** NFC, and no characters that turn the direction of the text around them. */
const clean = (text: string): string =>
  text
    .normalize()
    .replace(/[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, '')
    .trim();

/**
 * Checks a definition and keeps what is right in it.
 * @param input parsed JSON, or an object from a script
 * @param local whether the page is on the visitor's own machine, where http to it is taken
 */
export function parse(input: unknown, local = false): Parsed {
  const faults: Fault[] = [];
  const allowHttp = (input as Definition | null | undefined)?.allowHttp === true;

  const fault = (path: string, expected: string, got?: unknown): undefined => {
    const seen = JSON.stringify(got)?.slice(0, 80);
    faults.push({
      code: 'invalid',
      path,
      message: `${path || 'definition'}: expected ${expected}${seen === undefined ? '' : `, got ${seen}`}`,
    });
  };

  /** The value where it is right; nothing, and a fault, where it is not. */
  const read = (s: Schema, value: unknown, path: string): unknown => {
    const wrong = () => fault(path, expectation(s, allowHttp), value);

    if (s.type === 'object') {
      if (typeof value !== 'object' || value === null || Array.isArray(value)) return wrong();
      const result: Record<string, unknown> = {};
      let refused = false;
      for (const [key, property] of Object.entries(s.properties!)) {
        const given = Object.hasOwn(value, key) ? (value as Record<string, unknown>)[key] : undefined;
        const required = s.required!.includes(key);
        if (given === undefined && !required) continue;
        const kept = read(property, given, path ? `${path}.${key}` : key);
        if (kept !== undefined) result[key] = kept;
        else if (required || property['x-refuses']) refused = true;
      }
      return refused ? undefined : result;
    }

    if (s.type === 'array') {
      if (!Array.isArray(value)) return wrong();
      if (s.maxItems && value.length > s.maxItems) wrong();
      const items = value
        .slice(0, s.maxItems)
        .map((item, index) => read(s.items!, item, `${path}[${index}]`));
      const kept = items.filter((item) => item !== undefined);
      return s['x-refuses'] && kept.length < items.length ? undefined : kept;
    }

    if (s.type === 'integer')
      return Number.isInteger(value) && (value as number) >= s.minimum! && (value as number) <= s.maximum!
        ? value
        : wrong();

    if (s.type === 'boolean') return typeof value === 'boolean' ? value : wrong();

    if (typeof value !== 'string') return wrong();
    // An address stays as it is, character for character: the QR code and the link must agree.
    const text = s.format ? value : clean(value);
    const length = [...text].length;
    if (
      length < (s.minLength ?? 0) ||
      length > (s.maxLength ?? Infinity) ||
      (s.pattern && !new RegExp(s.pattern, 'u').test(text)) ||
      (s.enum && !s.enum.includes(text)) ||
      (s.format?.startsWith('date') && !isRealDate(text)) ||
      (s.format === 'uri' && !readAddress(text, (s['x-http'] && allowHttp) || (local && 'local')))
    )
      return wrong();
    return text;
  };

  const contest = read(schema, input, '') as Definition | undefined;
  return contest && checkTimes(contest, fault) ? { contest, faults } : { faults };
}

/**
 * What no schema can say: how the parts stand to each other. Removes what may be left out.
 * @returns false where the definition is refused
 */
function checkTimes(
  contest: Definition,
  fault: (path: string, expected: string, got: unknown) => undefined,
): boolean {
  let accepted = true;
  const refuse = (path: string, expected: string, got: unknown) => {
    fault(path, expected, got);
    accepted = false;
  };
  const leaveOut = (key: 'extendedFrom' | 'retires' | 'replaces', expected: string) => {
    fault(key, expected, contest[key]);
    delete contest[key];
  };
  const before = (a: string, b: string) => Date.parse(a) < Date.parse(b);
  const { opens, closes, timeZone, rounds, extendedFrom, retires, replaces, revision } = contest;

  if (timeZone && !isTimeZone(timeZone))
    refuse('timeZone', 'an IANA time zone, such as Asia/Ho_Chi_Minh', timeZone);
  if (!before(opens, closes)) refuse('closes', 'an instant after opens', closes);
  rounds?.forEach((round, index) => {
    const path = `rounds[${index}].`;
    if (before(round.opens, opens))
      refuse(`${path}opens`, 'an instant not before the contest opens', round.opens);
    if (before(closes, round.closes))
      refuse(`${path}closes`, 'an instant not after the contest closes', round.closes);
    if (!before(round.opens, round.closes))
      refuse(`${path}closes`, 'an instant after the round opens', round.closes);
  });

  if (extendedFrom && !before(extendedFrom, closes))
    leaveOut('extendedFrom', 'an instant before closes');
  if (retires && before(retires, closes)) leaveOut('retires', 'an instant not before closes');
  if (replaces !== undefined && replaces <= revision)
    leaveOut('replaces', 'the number of a higher revision');
  return accepted;
}
