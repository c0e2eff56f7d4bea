/** From anything at all to a checked contest, or to the reasons why not. Pure. */

import { readAddress } from './address.ts';
import { fault, type Fault } from './fault.ts';
import { AN_INSTANT, epoch, isRealDate, isTimeZone } from './instant.ts';
import { schema, type Contest, type Definition, type Schema } from './schema.ts';

export interface Parsed {
  /** Missing where the definition is refused. */
  contest?: Contest | undefined;
  /** Everything that is wrong, what was only left out included. */
  faults: Fault[];
}

/** In words, what a value has to be. */
function expectation(s: Schema, http: boolean): string {
  if (s.enum) return `one of ${s.enum.join(', ')}`;
  if (s.format === 'date-time') return `${AN_INSTANT}, on a day that exists`;
  if (s.format === 'date') return 'a date, such as 2024-11-14';
  if (s.format) return `an absolute ${http ? 'http or ' : ''}https address without credentials`;
  if (s.type === 'integer') return `a whole number from ${s.minimum} to ${s.maximum}`;
  if (s.pattern) return `text like ${s.pattern}`;
  const most = s.maxLength ?? s.maxItems;
  return (
    (s.type === 'string' ? 'text' : s.type) + (most ? ` of ${s.minLength ?? 0} to ${most}` : '')
  );
}

/** Code points, as JSON Schema counts and as PHP's `mb_strlen` does. */
export const lengthOf = (text: string): number => Array.from(text).length;

/** NFC, and no characters that turn the direction of the text around them. */
export const clean = (text: string): string =>
  text
    .replace(/[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, '')
    .normalize()
    .trim();

/**
 * Checks a definition and keeps what is right in it.
 * @param input parsed JSON
 * @param local whether the page is on the visitor's own machine, where http to it is taken
 */
export function parse(input: unknown, local = false): Parsed {
  const faults: Fault[] = [];
  const allowHttp =
    Object.hasOwn(Object(input) as object, 'allowHttp') && (input as Definition).allowHttp === true;

  /** The value where it is right; nothing, and a fault, where it is not. */
  const read = (s: Schema, value: unknown, path: string): unknown => {
    const http = allowHttp && !!s['x-http'];
    const wrong = (): unknown => {
      faults.push(fault(path, expectation(s, http), value));
      return undefined;
    };

    if (s.items) {
      if (!Array.isArray(value)) return wrong();
      const before = faults.length;
      if (value.length > s.maxItems!) wrong();
      const items = value
        .slice(0, s.maxItems)
        .map((item, index) => read(s.items!, item, `${path}[${index}]`));
      return s['x-refuses'] && faults.length > before
        ? undefined
        : items.filter((item) => item !== undefined);
    }

    if (s.properties) {
      if (typeof value !== 'object' || !value || Array.isArray(value)) return wrong();
      const result: Record<string, unknown> = {};
      let refused = false;
      for (const [key, property] of Object.entries(s.properties)) {
        const given = Object.hasOwn(value, key) ? (value as typeof result)[key] : undefined;
        const required = s.required!.includes(key);
        if (given === undefined && !required) continue;
        const kept = read(property, given, path ? `${path}.${key}` : key);
        if (kept !== undefined) result[key] = kept;
        else if (required || property['x-refuses']) refused = true;
      }
      return refused ? undefined : result;
    }

    if (s.type === 'integer')
      return Number.isInteger(value) && +value! >= s.minimum! && +value! <= s.maximum!
        ? value
        : wrong();

    if (typeof value !== s.type) return wrong();
    if (typeof value !== 'string') return value;
    // An address stays as it is, character for character: the QR code and the link must agree.
    const text = s.pattern ? value : clean(value);
    return (s.minLength && !text) ||
      lengthOf(text) > s.maxLength! ||
      (s.pattern && !new RegExp(s.pattern).test(text)) ||
      (s.enum && !s.enum.includes(text)) ||
      (s.format && !(s.format === 'uri' ? readAddress(text, http, local) : isRealDate(text)))
      ? wrong()
      : text;
  };

  const contest = read(schema, input, '') as Definition | undefined;
  const fits = contest && checkTimes(contest, (...args) => faults.push(fault(...args)));
  return { contest: fits ? contest : undefined, faults };
}

/**
 * What no schema can say: how the parts stand to each other. Removes what may be left out.
 * @returns false where the definition is refused
 */
function checkTimes(
  contest: Definition,
  report: (path: string, expected: string, got: unknown) => void,
): boolean {
  const {
    opens,
    closes,
    timeZone,
    rounds = [],
    extendedFrom,
    retires,
    replaces,
    revision,
  } = contest;
  const before = (a: string, b: string) => epoch(a) < epoch(b);
  let accepted = true;
  const refuse = (isWrong: boolean | undefined, ...what: Parameters<typeof report>) => {
    if (!isWrong) return;
    report(...what);
    accepted = false;
  };
  const leaveOut = (
    isWrong: boolean | undefined | '',
    key: 'extendedFrom' | 'retires' | 'replaces',
    expected: string,
  ) => {
    if (!isWrong) return;
    report(key, expected, contest[key]);
    Reflect.deleteProperty(contest, key);
  };

  refuse(!!timeZone && !isTimeZone(timeZone), 'timeZone', 'an IANA time zone', timeZone);
  refuse(!before(opens, closes), 'closes', 'an instant after opens', closes);
  rounds.forEach((round, index) => {
    const path = `rounds[${index}].`;
    refuse(before(round.opens, opens), `${path}opens`, 'an instant not before opens', round.opens);
    refuse(
      before(closes, round.closes),
      `${path}closes`,
      'an instant not after closes',
      round.closes,
    );
    refuse(
      !before(round.opens, round.closes),
      `${path}closes`,
      "an instant after the round's opens",
      round.closes,
    );
  });
  leaveOut(
    extendedFrom && !before(extendedFrom, closes),
    'extendedFrom',
    'an instant before closes',
  );
  leaveOut(retires && before(retires, closes), 'retires', 'an instant not before closes');
  leaveOut(replaces! <= revision, 'replaces', 'a number above revision');
  return accepted;
}
