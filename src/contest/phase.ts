/** Where a contest stands at an instant. Pure; instants are epoch milliseconds. */

import { DAY, DEFAULT_ZONE, epoch, inZone, MINUTE } from './instant.ts';
import type { Contest, Round } from './schema.ts';

export type ContestPhase = 'upcoming' | 'open' | 'between-rounds' | 'suspended' | 'closed';

/** All values of an element's `phase`. */
export type Phase = 'loading' | ContestPhase | 'error';

export interface Situation {
  phase: ContestPhase;
  /** What is counted to, and led into while open: the contest itself or one of its rounds. */
  stage: { opens: number; closes: number; round?: Round };
  /** The other rounds that are open as well. */
  others: Round[];
  /** When everything is over. */
  end: number;
  /** It is open, and the calendar day (in the contest's zone) on which the stage closes. */
  lastDay: boolean;
  /** The banner takes no room any more. */
  retired: boolean;
  /** When to look again: nothing of this changes by itself before. */
  next: number;
}

/** A contest without a retiring instant takes no room from 90 days after its closing on. */
const RETIRES_AFTER = 90 * DAY;
const QUARTER = 15 * MINUTE;

export const opensAt = (part: { opens?: string }): number =>
  part.opens ? epoch(part.opens) : -Infinity;
export const closesAt = (part: { closes: string }): number => epoch(part.closes);

/** Decides what holds at `now`; each interval includes its opening and excludes its closing. */
export function situation(contest: Contest, now: number): Situation {
  const rounds = contest.rounds ?? [];
  const retires = contest.retires ? epoch(contest.retires) : closesAt(contest) + RETIRES_AFTER;
  const end = rounds.length ? Math.max(...rounds.map(closesAt)) : closesAt(contest);
  const begin = rounds.length ? Math.min(...rounds.map(opensAt)) : opensAt(contest);

  // Sorting is stable: of two that close (or open) together, the one listed first stands first.
  const left = rounds.filter((round) => now < closesAt(round));
  const open = left
    .filter((round) => opensAt(round) <= now)
    .sort((a, b) => closesAt(a) - closesAt(b));
  // Where none is open, all that are left are to come.
  const round = open[0] ?? left.sort((a, b) => opensAt(a) - opensAt(b))[0];
  const part = round ?? contest;
  const stage = { opens: opensAt(part), closes: closesAt(part), ...(round && { round }) };

  const phase: ContestPhase =
    now >= end
      ? 'closed'
      : contest.suspended
        ? 'suspended'
        : now < begin
          ? 'upcoming'
          : rounds.length && !open.length
            ? 'between-rounds'
            : 'open';

  // A closing at midnight ends the day before it, so the day of the last millisecond counts.
  const dayOf = (instant: number) =>
    String(inZone(instant, contest.timeZone ?? DEFAULT_ZONE).slice(0, 3));
  const lastDay = phase === 'open' && dayOf(now) === dayOf(stage.closes - 1);

  return {
    phase,
    stage,
    others: open.slice(1),
    end,
    lastDay,
    retired: now >= retires,
    next: Math.min(
      // Every zone's days begin on a quarter of an hour, even those on which clocks are changed.
      phase === 'open' && !lastDay ? Math.floor(now / QUARTER + 1) * QUARTER : Infinity,
      ...[begin, end, retires, ...rounds.flatMap((r) => [opensAt(r), closesAt(r)])].filter(
        (instant) => instant > now,
      ),
    ),
  };
}
