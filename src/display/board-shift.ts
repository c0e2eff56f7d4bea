/** Where on the screen the board stands, so that nothing burns in. Pure. */

import { HOUR, MINUTE } from '../contest/instant.ts';

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

/** For so long text and code keep their sides; an odd part of a day, so that no hour is always the same. */
const SIDE = 5 * HOUR;

/**
 * Whether the code stands on the other side at an instant (epoch ms). The steps above spare what has edges;
 * of its white ground only the rim would ever be dark, and after weeks a screen would keep its shadow.
 */
export const boardTurned = (now: number): boolean => Math.floor(now / SIDE) % 2 !== 0;
