/** The dates on paper, which hangs for weeks: whole spans, and nothing that is true today only. Pure. */

import { epoch, readInstant } from '../contest/instant.ts';
import { closesAt, opensAt, type Situation } from '../contest/phase.ts';
import type { Contest, Round } from '../contest/schema.ts';
import { moment, zoneName } from '../contest/wording.ts';
import type { Messages } from '../locales/index.ts';
import type { Words } from './words.ts';

export interface PosterDate {
  term: string;
  /** Epoch ms. */
  instant: number;
  text: string;
  /** Large: what a reader has to know. */
  main: boolean;
}

/** From when until when the contest is open, in reading order; once it is over, since when. */
export function posterDates(
  contest: Contest,
  { phase, end }: Situation,
  t: Messages,
  words: Words,
): PosterDate[] {
  const { timeZone: zone, rounds = [] } = contest;
  const dates: PosterDate[] = [];
  const add = (term: string, instant: number, ends: boolean, main = true) => {
    if (Number.isFinite(instant))
      dates.push({ term, instant, main, text: moment(instant, t, { zone, ends }) });
  };
  if (phase === 'closed') add(t.ended, end, true);
  else {
    const former = readInstant(contest.extendedFrom) ?? end;
    add(words.opens, rounds.length ? Math.min(...rounds.map(opensAt)) : opensAt(contest), false);
    add(former < end ? t.extended : words.closes, end, true);
    if (former < end) add(t.formerly, former, true, false);
  }
  return dates;
}

/** `giờ Việt Nam`, or the city whose time it is. */
export const posterZone = ({ timeZone }: Contest, t: Messages): string => zoneName(t, timeZone);

/** The rounds that are not over, the next to close first, each with its span in words. */
export const posterRounds = (
  { rounds = [], timeZone: zone }: Contest,
  now: number,
  t: Messages,
  words: Words,
): { round: Round; span: string }[] =>
  rounds
    .filter((round) => now < closesAt(round))
    .sort((a, b) => closesAt(a) - closesAt(b))
    .map((round) => ({
      round,
      span: words.fromTo(
        moment(epoch(round.opens), t, { zone }),
        moment(epoch(round.closes), t, { zone, ends: true }),
      ),
    }));
