/** Where on the screen the board stands, so that nothing burns in. Pure. */

import { MINUTE } from '../contest/instant.ts';

/** Between two moves. */
const REST = 3 * MINUTE;
/** A move, px each way. */
const STEP = 2;
/** Moves from the middle to the furthest place; not the same, or it would go along one line. */
const ACROSS = 6;
const DOWN = 5;

/** The furthest that it ever stands from the middle, px. */
export const FURTHEST = STEP * ACROSS;

/** There and back again, from `-most` to `most`. */
function swing(moves: number, most: number): number {
  const round = 4 * most;
  const at = ((moves % round) + round) % round;
  return Math.abs(at - 2 * most) - most;
}

/** px from the middle at an instant (epoch ms): at most two px further each three minutes. */
export function boardShift(now: number): { x: number; y: number } {
  const moves = Math.floor(now / REST);
  return { x: STEP * swing(moves, ACROSS), y: STEP * swing(moves, DOWN) };
}
