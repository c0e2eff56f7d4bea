/** Reads the banner's attributes. Pure. */

import { readHosts } from '../contest/address.ts';
import { lengthOf } from '../contest/parse.ts';
import { AN_INSTANT, isRealDate, readInstant, SECOND } from '../contest/instant.ts';
import { fault, type Fault } from '../contest/fault.ts';

/** What was written, by attribute name; absent ones are null or undefined. */
export type Written = Partial<
  Record<
    'unit' | 'hosts' | 'until' | 'refresh' | 'layout' | 'precision' | 'qr',
    string | number | null | undefined
  >
>;

export interface Settings {
  unit: string;
  /** Nothing where the page pins none; empty where what it pins is no host, so that nothing passes. */
  hosts: string[] | undefined;
  /** Epoch ms from which on nothing is drawn. */
  until: number;
  /** Ms between requests; 0 asks once. */
  refresh: number;
  layout: string;
  precision: string;
  qr: string;
  faults: Fault[];
}

const DEFAULT_REFRESH = 900;
const LEAST_REFRESH = 60;
const LONGEST_UNIT = 100;

/** Reads and checks the attributes; a wrong one counts as absent and is named in `faults`. */
export function readSettings(given: Written): Settings {
  // A page may set a property to anything.
  const text = (name: keyof Written) => (given[name] == null ? undefined : String(given[name]));
  const faults: Fault[] = [];
  const wrong = (path: string, expected: string, got: string) =>
    faults.push(fault(path, expected, got));

  const word = (name: 'layout' | 'precision' | 'qr', ...words: string[]): string => {
    const value = text(name);
    if (!value || words.includes(value)) return value || words[0]!;
    wrong(name, `one of ${words.join(', ')}`, value);
    return words[0]!;
  };

  let unit = text('unit') ?? '';
  // A shortened code would be another unit's.
  if (lengthOf(unit) > LONGEST_UNIT) {
    wrong('unit', `at most ${LONGEST_UNIT} characters`, unit);
    unit = '';
  }

  let hosts: string[] | undefined;
  const names = text('hosts');
  if (names !== undefined) {
    const read = readHosts(names);
    hosts = read.hosts;
    for (const name of read.wrong) wrong('hosts', 'host names of two labels or more', name);
  }

  let until = Infinity;
  const last = text('until');
  if (last) {
    // A day begins where the contests are held.
    const instant =
      readInstant(last) ?? (isRealDate(last) ? readInstant(`${last}T00:00+07:00`) : undefined);
    if (instant === undefined) wrong('until', `a date or ${AN_INSTANT}`, last);
    else until = instant;
  }

  let refresh = DEFAULT_REFRESH;
  const every = text('refresh');
  if (every !== undefined) {
    if (/^\d{1,9}$/.test(every)) refresh = +every && Math.max(+every, LEAST_REFRESH);
    else wrong('refresh', 'a number of seconds', every);
  }

  return {
    unit,
    hosts,
    until,
    refresh: refresh * SECOND,
    layout: word('layout', 'auto', 'card', 'strip'),
    precision: word('precision', 'second', 'minute'),
    qr: word('qr', 'auto', 'always', 'never'),
    faults,
  };
}
