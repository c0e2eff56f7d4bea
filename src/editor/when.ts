/**
 * Reads times as officials write them, `7h30' ngày 18/11/2024 (thứ Hai)`, and writes instants that
 * way. Pure; `now` is epoch milliseconds.
 */

import {
  DEFAULT_ZONE,
  epoch,
  inZone,
  isRealDate,
  MINUTE,
  readInstant,
} from '../contest/instant.ts';
import { moment } from '../contest/wording.ts';
import { vi } from '../locales/vi.ts';

/** Why a text is no time; the numbers are for the sentence that says what was expected. */
export type WhenFault =
  /** Neither a time nor a date, or something beside them that we do not understand. */
  | { why: 'form' }
  | { why: 'no-time' }
  | { why: 'no-date' }
  /** The clock runs from 0h00 to 24h00. */
  | { why: 'time' }
  | { why: 'month' }
  /** The month is shorter. */
  | { why: 'day'; month: number; year: number; days: number }
  /** Four digits, of this century. */
  | { why: 'year' }
  /** The date is another day of the week: 0 is Sunday. */
  | { why: 'weekday'; weekday: number; date: string }
  /** Clocks are put forward over that time. */
  | { why: 'gap' };

export interface When {
  /** `YYYY-MM-DDThh:mm:ss±hh:mm`, or just as it was written where it was an instant already. */
  instant?: string;
  /** The year that was taken, where none was written. */
  assumedYear?: number;
  fault?: WhenFault;
}

interface Reference {
  /** A date without a year is the next one from here on, epoch ms. */
  now: number;
  /** The zone that times are written in. */
  zone?: string;
}

const WEEKDAYS: readonly RegExp[] = [
  'chủ nhật|cn',
  'thứ (?:hai|2)|t2',
  'thứ (?:ba|3)|t3',
  'thứ (?:tư|4)|t4',
  'thứ (?:năm|5)|t5',
  'thứ (?:sáu|6)|t6',
  'thứ (?:bảy|bẩy|7)|t7',
].map((names) => new RegExp(`(?<![\\p{L}\\d])(?:${names})(?![\\p{L}\\d])`, 'u'));

const LONG_DATE = /(?<!\d)(\d{1,2}) tháng (\d{1,2})(?:[ ,]*năm (\d+))?(?!\d)/;
const YEAR_FIRST = /(?<!\d)(\d{3,})-(\d{1,2})-(\d{1,2})(?!\d)/;
/** Without a year only with strokes: `7h30-18/11`. */
const SHORT_DATE =
  /(?<!\d)(\d{1,2})(?:\/(\d{1,2})(?:(?:\/|[ ,]*năm )(\d+))?|([.-])(\d{1,2})\4(\d+))(?!\d)/;
/** Of this century: `0204` and `20224` are slips. */
const YEAR = /^20\d\d$/;
const TIME =
  /(?<!\d)(\d{1,2}) ?(?:giờ|h|g|:) ?(?:(\d{1,2})(?: ?(?:phút|ph|p)(?!\p{L}))?(?::(\d{2}))?)?(?!\d)/u;

/**
 * Parts of the day, each with the hours that may stand before it and those of them that are counted
 * from noon on: `4h30 chiều` is 16h30, and so is `16h30 chiều`. `12h đêm` ends a day.
 */
const PARTS_OF_DAY: Record<string, (hour: number) => number | undefined> = {
  sáng: (hour) => (hour < 12 ? hour : undefined),
  trưa: (hour) =>
    hour >= 10 && hour <= 13 ? hour : hour === 1 || hour === 2 ? hour + 12 : undefined,
  chiều: (hour) => (hour >= 12 && hour < 19 ? hour : hour > 0 && hour < 7 ? hour + 12 : undefined),
  tối: (hour) => (hour >= 17 && hour < 24 ? hour : hour > 4 && hour < 12 ? hour + 12 : undefined),
  đêm: (hour) => (hour >= 20 || hour < 5 ? hour : hour > 7 && hour <= 12 ? hour + 12 : undefined),
};
const PART_OF_DAY = new RegExp(
  `(?<!\\p{L})(?:buổi )?(${Object.keys(PARTS_OF_DAY).join('|')})(?!\\p{L})`,
  'u',
);

/** What may stand around without a meaning of its own. */
const FILLERS = /(?<!\p{L})(?:từ|đến|hết|lúc|vào|trước|ngày|giờ việt nam)(?!\p{L})|[\s,;.()–-]/gu;

const two = (n: number): string => String(n).padStart(2, '0');

/** Milliseconds by which the zone's clocks are ahead of UTC. */
function offsetAt(instant: number, zone: string): number {
  const [year, month, day, ...time] = inZone(instant, zone) as [number, number, number];
  return Date.UTC(year, month - 1, day, ...time) - Math.floor(instant / 1000) * 1000;
}

/** The instant at which the zone's clocks say so: the first of two, none in a gap. */
function instantOf(wall: number, zone: string): { at: number; offset: number } | undefined {
  const guesses = [-1, 1].map((days) => offsetAt(wall + days * 1440 * MINUTE, zone));
  for (const offset of guesses)
    if (offsetAt(wall - offset, zone) === offset) return { at: wall - offset, offset };
  return;
}

function written(wall: number, offset: number): string {
  const minutes = Math.abs(offset) / MINUTE;
  const sign = offset < 0 ? '-' : '+';
  return `${new Date(wall).toISOString().slice(0, 19)}${sign}${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}

interface Day {
  day: number;
  month: number;
  year: number | undefined;
}

/** The date in a text, and the text without it. */
function takeDate(text: string): { date?: Day; rest: string; fault?: WhenFault } {
  const long = LONG_DATE.exec(text);
  const ordered = long ? null : YEAR_FIRST.exec(text);
  const short = long || ordered ? null : SHORT_DATE.exec(text);
  const found = long ?? ordered ?? short;
  if (!found) return { rest: text };
  const [day, month, year] = ordered
    ? [ordered[3], ordered[2], ordered[1]]
    : long
      ? [long[1], long[2], long[3]]
      : [short![1], short![2] ?? short![5], short![3] ?? short![6]];
  const rest = text.replace(found[0], ' ');
  if (year && !YEAR.test(year)) return { rest, fault: { why: 'year' } };
  return {
    date: { day: Number(day), month: Number(month), year: year ? Number(year) : undefined },
    rest,
  };
}

const daysIn = (month: number, year: number): number =>
  new Date(Date.UTC(year, month, 0)).getUTCDate();

const isoDay = ({ day, month }: Day, year: number): string => `${year}-${two(month)}-${two(day)}`;

/** Why there is no such day. A day without a year may be in any. */
function dayFault({ day, month, year = 2024 }: Day): WhenFault | undefined {
  if (month < 1 || month > 12) return { why: 'month' };
  const days = daysIn(month, year);
  return day < 1 || day > days ? { why: 'day', month, year, days } : undefined;
}

/**
 * Reads a time and a date, `16h30 13/12/2024`, or an instant with an offset, which stays as it is.
 * `hết ngày 30/5/2025` and `24h00 ngày 30/5/2025` are the first moment of the 31st.
 */
export function readWhen(text: string, { now, zone = DEFAULT_ZONE }: Reference): When {
  const given = text.trim();
  if (readInstant(given) !== undefined)
    return YEAR.test(given.slice(0, 4)) ? { instant: given } : { fault: { why: 'year' } };

  let rest = given
    .normalize()
    .toLowerCase()
    .replace(/['’′´`"]/g, '')
    .replace(/\s+/g, ' ');
  const weekday = WEEKDAYS.findIndex((names) => names.test(rest));
  if (weekday >= 0) rest = rest.replace(WEEKDAYS[weekday]!, ' ');
  const taken = takeDate(rest);
  if (taken.fault) return { fault: taken.fault };
  rest = taken.rest;
  const time = TIME.exec(rest);
  if (time) rest = rest.replace(time[0], ' ');
  const part = time && PART_OF_DAY.exec(rest);
  if (part) rest = rest.replace(part[0], ' ');
  const toTheEnd = /(?<!\p{L})hết(?!\p{L})/u.test(rest);
  if (rest.replace(FILLERS, '') || (!time && !taken.date)) return { fault: { why: 'form' } };
  const { date } = taken;
  if (!date) return { fault: { why: 'no-date' } };
  if (!time && !toTheEnd) return { fault: { why: 'no-time' } };

  const [clock, minute, second] = time
    ? (time.slice(1).map((digits) => Number(digits ?? 0)) as [number, number, number])
    : [24, 0, 0];
  const hour = part ? PARTS_OF_DAY[part[1]!]!(clock) : clock;
  if (hour === undefined) return { fault: { why: 'time' } };
  const past = hour * 3600 + minute * 60 + second;
  if (past > 86400 || minute > 59 || second > 59) return { fault: { why: 'time' } };
  const wrongDay = dayFault(date);
  if (wrongDay) return { fault: wrongDay };

  const at = (year: number) => {
    const wall = epoch(`${isoDay(date, year)}T00:00:00Z`) + past * 1000;
    const there = instantOf(wall, zone);
    return there && { ...there, text: written(wall, there.offset) };
  };
  let { year } = date;
  if (year === undefined) {
    year = inZone(now, zone)[0]!;
    // The 29th of February may be years away.
    while (!isRealDate(isoDay(date, year)) || (at(year)?.at ?? now) < now) year++;
  }
  const right = new Date(`${isoDay(date, year)}T00:00:00Z`).getUTCDay();
  if (weekday >= 0 && weekday !== right)
    return { fault: { why: 'weekday', weekday: right, date: `${date.day}/${date.month}/${year}` } };
  const there = at(year);
  if (!there) return { fault: { why: 'gap' } };
  return { instant: there.text, ...(date.year === undefined && { assumedYear: year }) };
}

/** Reads a date without a time, `ngày 14/11/2024`, into `YYYY-MM-DD`. */
export function readDay(text: string): { day?: string; fault?: WhenFault } {
  const { date, rest, fault } = takeDate(
    text.trim().normalize().toLowerCase().replace(/\s+/g, ' '),
  );
  if (fault) return { fault };
  if (!date || rest.replace(FILLERS, '')) return { fault: { why: 'form' } };
  if (date.year === undefined) return { fault: { why: 'year' } };
  const wrong = dayFault(date);
  return wrong ? { fault: wrong } : { day: isoDay(date, date.year) };
}

/**
 * An instant as it stands in a field, in Vietnamese whatever the page speaks, since that is how times
 * are typed: `16h30 ngày 13/12/2024 (thứ Sáu)`. What is no instant stays as it is.
 * @param ends it ends something, so that midnight is `24h00` of the day before
 */
export function inWords(instant: string, zone: string, ends: boolean): string {
  const at = readInstant(instant);
  return at === undefined ? instant : moment(at, vi, { zone, ends });
}

/** `2024-11-14` as it stands in a field: `14/11/2024`. What is no date stays as it is. */
export const dayInWords = (date: string): string =>
  /^\d{4}-\d\d-\d\d$/.test(date) && isRealDate(date)
    ? date.split('-').reverse().map(Number).join('/')
    : date;
