/** Instants and lengths of time in words. Pure. */

import type { Messages } from '../locales/index.ts';
import { DAY, DEFAULT_ZONE, HOUR, inZone, MINUTE, readInstant, SECOND } from './instant.ts';
import { opensAt, type Situation } from './phase.ts';
import type { Contest } from './schema.ts';

const two = (n: number): string => String(n).padStart(2, '0');

export interface WordingOptions {
  zone?: string | undefined;
  /** The instant ends something: midnight is then `24h00` of the day before. */
  ends?: boolean;
}

/**
 * An instant as officials write it: `16h30 ngày 13/12/2024 (thứ Sáu)`.
 * Seconds are written only where there are any: `23h59:59`.
 */
export function moment(
  instant: number,
  t: Messages,
  { zone = DEFAULT_ZONE, ends }: WordingOptions = {},
): string {
  const last =
    ends &&
    inZone(instant, zone)
      .slice(3)
      .every((part) => !part);
  const [year, month, day, hour, minute, second] = inZone(
    last ? instant - HOUR : instant,
    zone,
  ) as ZonedTime;
  const time = t.time(last ? 24 : hour, two(minute) + (second ? `:${two(second)}` : ''));
  const weekday = new Date(Date.UTC(year, month - 1, day)).getUTCDay();
  return t.moment(time, day, month, year, t.weekdays[weekday]!);
}

type ZonedTime = [number, number, number, number, number, number];

/** The zone's name: `giờ Việt Nam`, elsewhere by its city. */
export const zoneName = (t: Messages, zone = DEFAULT_ZONE): string =>
  t.zone(zone.split('/').pop()!.replaceAll('_', ' ').replace('Saigon', 'Ho Chi Minh'));

/** A date without a time, `YYYY-MM-DD`: `14/11/2024`. */
export function calendarDate(date: string, t: Messages): string {
  const [year, month, day] = date.split('-').map(Number) as [number, number, number];
  return t.date(day, month, year);
}

export const UNITS = ['day', 'hour', 'minute', 'second'] as const;
export type Unit = (typeof UNITS)[number];

/** What remains, in whole units: always floored, never below zero. */
export function remaining(ms: number): Record<Unit, number> {
  const left = Math.max(0, ms);
  return {
    day: Math.floor(left / DAY),
    hour: Math.floor((left % DAY) / HOUR),
    minute: Math.floor((left % HOUR) / MINUTE),
    second: Math.floor((left % MINUTE) / SECOND),
  };
}

/** What remains, to the minute, as a sentence: `Còn 2 ngày 3 giờ 5 phút`. Zeros are not read out. */
export function remainingText(ms: number, t: Messages): string {
  const parts = remaining(ms);
  const words = UNITS.slice(0, 3)
    .filter((unit) => parts[unit])
    .map((unit) => `${parts[unit]} ${t.unit(unit, parts[unit])}`);
  return words.length ? t.left(words.join(' ')) : t.underMinute;
}

export interface DateLine {
  term: string;
  /** Epoch ms. */
  instant: number;
  text: string;
  /** The one that the visitor has to know now. */
  main: boolean;
}

/** The dates that are shown in a situation, in reading order. */
export function dateLines(
  contest: Contest,
  { phase, stage, end }: Situation,
  t: Messages,
): DateLine[] {
  const { timeZone: zone } = contest;
  const former = readInstant(contest.extendedFrom) ?? end;
  // Rounds that end earlier extend nothing.
  const extended = former < end;
  const lines: DateLine[] = [];
  const add = (term: string, instant: number, ends: boolean, main = false) => {
    if (Number.isFinite(instant))
      lines.push({
        term,
        instant,
        main,
        text: `${moment(instant, t, { zone, ends })}, ${zoneName(t, zone)}`,
      });
  };
  const begins = opensAt(contest);

  if (phase === 'closed') add(t.ended, end, true, true);
  else {
    // While it is suspended nobody knows which round will go on.
    const round = phase === 'suspended' ? undefined : stage.round;
    const waits = phase === 'between-rounds';
    if (round && phase !== 'upcoming') {
      if (waits) add(`${round.title}: ${t.opensAt}`, stage.opens, false, true);
      add(`${round.title}: ${t.closesAt}`, stage.closes, true, !waits);
    } else add(t.from, round ? stage.opens : begins, false, phase === 'upcoming');
    const whole = round && phase !== 'upcoming' ? `${t.contest}: ${t.closesAt}` : t.until;
    add(extended ? t.extended : whole, end, true, !round && phase === 'open');
    if (extended) add(t.formerly, former, true);
  }
  return lines;
}
