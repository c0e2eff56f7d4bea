/** Reads the attributes that only paper and screen have. Pure. */

import { fault, type Fault } from '../contest/fault.ts';
import { lengthOf } from '../contest/parse.ts';

const LONGEST_NAME = 200;

/**
 * One of several words; the first of them where nothing or something else is written.
 * @param wrong told of what is none of them
 */
export function readWord<T extends string>(
  name: string,
  value: unknown,
  words: readonly [T, ...T[]],
  wrong: (fault: Fault) => void,
): T {
  const known = words.find((word) => word === value);
  if (value != null && value !== '' && !known)
    wrong(fault(name, `one of ${words.join(', ')}`, value));
  return known ?? words[0];
}

/** The unit's name as it is written; empty where it is longer than 200 characters. */
export function readUnitName(
  value: string | number | null | undefined,
  wrong: (fault: Fault) => void,
): string {
  // A page may set a property to anything.
  const name = value == null ? '' : String(value).trim();
  if (lengthOf(name) <= LONGEST_NAME) return name;
  wrong(fault('unit-name', `at most ${LONGEST_NAME} characters`, name));
  return '';
}
