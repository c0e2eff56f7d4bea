/** Which of two copies of a definition wins. Pure. */

import type { Contest } from '../contest/schema.ts';

export type From = 'property' | 'attributes' | 'inline' | 'network' | 'last-good';

/** A checked definition, where it came from and how old it is. */
export interface Copy {
  contest: Contest;
  from: From;
  /** When `src` held it, epoch ms; -Infinity where nobody knows, which counts as old. */
  readAt: number;
}

/** What of a definition says which of two revisions of one contest is the later one. */
export interface Numbers {
  revision: number;
  /** The higher revision that this one takes back. */
  replaces?: number | undefined;
}

/** Whether the one is later: of the higher revision, unless the lower one takes exactly that one back. */
export const isLater = (one: Numbers, other: Numbers): boolean =>
  one.revision > other.revision
    ? other.replaces !== one.revision
    : one.revision < other.revision && one.replaces === other.revision;

/**
 * Whether `a` wins over `b`: the later revision, and of equal ones the one read later. A copy of
 * another id is another contest, and of these the one read later wins whatever its revision. Of copies
 * as old as each other `b` stays.
 */
export const wins = (a: Copy, b: Copy): boolean =>
  a.contest.id === b.contest.id && a.contest.revision !== b.contest.revision
    ? isLater(a.contest, b.contest)
    : a.readAt > b.readAt;

/** The one of several copies that wins; nothing where there is none. Missing ones are passed over. */
export function best(...copies: (Copy | undefined)[]): Copy | undefined {
  let held: Copy | undefined;
  // No `reduce`: old libraries put one of their own in its place.
  for (const copy of copies) if (copy && (!held || wins(copy, held))) held = copy;
  return held;
}

export const isSame = (a: Contest | undefined, b: Contest | undefined): boolean =>
  JSON.stringify(a) === JSON.stringify(b);
