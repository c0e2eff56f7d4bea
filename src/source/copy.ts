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

/**
 * Whether `a` wins over `b`: the higher revision, unless the lower one takes exactly that one back;
 * of equal ones the one read later. A copy of another id is another contest, and of these the one
 * read later wins whatever its revision. Of copies as old as each other `b` stays.
 */
export function wins(a: Copy, b: Copy): boolean {
  const [mine, other] = [a.contest, b.contest];
  if (mine.id === other.id) {
    if (mine.revision > other.revision) return other.replaces !== mine.revision;
    if (mine.revision < other.revision) return mine.replaces === other.revision;
  }
  return a.readAt > b.readAt;
}

/** The one of several copies that wins; nothing where there is none. Missing ones are passed over. */
export function best(...copies: (Copy | undefined)[]): Copy | undefined {
  let held: Copy | undefined;
  // No `reduce`: old libraries put one of their own in its place.
  for (const copy of copies) if (copy && (!held || wins(copy, held))) held = copy;
  return held;
}

export const isSame = (a: Contest | undefined, b: Contest | undefined): boolean =>
  JSON.stringify(a) === JSON.stringify(b);
