/**
 * Numbers of revisions: what the next one is, and how one that was published wrong is taken back. What
 * portals make of them is decided in `source/copy.ts`. Pure.
 */

/** The highest number there can be. */
export const HIGHEST = 2e9;

export interface Numbers {
  revision: number;
  /** The higher revision that this one takes back. */
  replaces?: number | undefined;
}

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
 * The numbers of a revision that wins over a wrong one as well as over the last right one.
 * @param wrong the number that was published by mistake
 * @param right the last one that was meant, with what it takes back itself
 * @returns nothing where no number does
 */
export function takeBack(wrong: number, right: Numbers): Numbers | undefined {
  // A definition can take back one: the higher. Over the other it has to win by its number.
  const numbers = [wrong, right.replaces ?? wrong];
  const [higher, lower] = [Math.max(...numbers), Math.min(...numbers)];
  const least = Math.max(right.revision, lower < higher ? lower : 0) + 1;
  if (least < higher) return { revision: least, replaces: higher };
  const above = Math.max(higher, right.revision) + 1;
  return above <= HIGHEST ? { revision: above } : undefined;
}
