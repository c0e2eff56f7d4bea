/** How far the visitor's clock is off, from the date of an HTTP answer. Pure. */

import { epoch, MINUTE, SECOND } from '../contest/instant.ts';

export interface Answered {
  /** The `Date` header, where it can be read. */
  date: string | null;
  /** The `Age` header: seconds the answer has lain in a cache on the way. */
  age: string | null;
  /** What the visitor's clock said when the request went out and when the answer began, epoch ms. */
  sent: number;
  received: number;
}

/** Nothing was ever served to this element before it existed. */
const EARLIEST = Date.UTC(2024, 0, 1);
const MAX_AGE = MINUTE;
const MAX_TRIP = 10 * SECOND;
/** `Date` has whole seconds only; a clock within this of it is taken to be right. */
const TOLERANCE = 2 * SECOND;

/**
 * @returns ms to add to the visitor's clock; 0 where it is right; nothing where the answer
 *   came from a cache, took too long or names no plausible date, and so proves nothing
 */
export function clockOffset({ date, age, sent, received }: Answered): number | undefined {
  // Without a zone it would be read in the visitor's own.
  const stamped = date?.endsWith('GMT') ? epoch(date) : NaN;
  const trip = received - sent;
  const lain = Number(age ?? 0) * SECOND;
  if (!(stamped >= EARLIEST && lain >= 0 && lain <= MAX_AGE && trip >= 0 && trip <= MAX_TRIP))
    return;
  // The stamp was cut down to a whole second, and the answer took half the trip to get here.
  const offset = stamped + lain + SECOND / 2 + trip / 2 - received;
  return Math.abs(offset) <= TOLERANCE + trip / 2 ? 0 : Math.round(offset);
}
