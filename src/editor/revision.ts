/**
 * Numbers of revisions: what the next one is, and how one that was published wrong is taken back. What
 * portals make of them is decided in `source/copy.ts`. Pure.
 */

import type { Numbers } from '../source/copy.ts';

/** The highest number there can be. */
export const HIGHEST = 2e9;

/**
 * The numbers of the change after `last`. What was taken back stays so, until the numbers have come
 * up to it: then one above it wins anyway.
 */
export function next({ revision, replaces }: Numbers): Numbers {
  const raised = revision + 1;
  if (replaces === undefined) return { revision: raised };
  return raised < replaces ? { revision: raised, replaces } : { revision: replaces + 1 };
}

/**
 * The numbers of a revision that wins over a wrong one, over what that one takes back itself (it may
 * have been aimed at the very number of the correction), and over all that was meant, whichever of
 * them a portal holds.
 * @param wrong the number that was published by mistake, with what it takes back
 * @param meant the last right one, and whatever was published to correct it; with what they take back
 * @returns nothing where no number does
 */
export function takeBack(wrong: Numbers, ...meant: [Numbers, ...Numbers[]]): Numbers | undefined {
  // A definition can take back one: the highest. Over the others it has to win by its number; and none
  // of these names a number between, so that nobody takes it back beforehand.
  const [highest = 0, next = 0] = [
    ...new Set(
      [wrong, ...meant].flatMap(({ revision, replaces = revision }) => [revision, replaces]),
    ),
  ].sort((a, b) => b - a);
  // What was meant stays in the order in which it came.
  const isMeant = meant.some(({ revision }) => revision === highest);
  if (!isMeant && next + 1 < highest) return { revision: next + 1, replaces: highest };
  return highest < HIGHEST ? { revision: highest + 1 } : undefined;
}
