/** Instants and dates as the definition writes them. Pure; all instants are epoch milliseconds. */

export const SECOND = 1000;
export const MINUTE = 60 * SECOND;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

/** Where the definition names no zone. */
export const DEFAULT_ZONE = 'Asia/Ho_Chi_Minh';

const CALENDAR_DATE = '\\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])';

/** `YYYY-MM-DD`. */
export const DATE_PATTERN = `^${CALENDAR_DATE}$`;

/** `YYYY-MM-DDThh:mm[:ss[.sss]]` with `Z` or `±hh:mm`: without an offset it would be no instant. */
export const INSTANT_PATTERN = `^${CALENDAR_DATE}T([01]\\d|2[0-3]):[0-5]\\d(:[0-5]\\d(\\.\\d{3})?)?(Z|[+-]([01]\\d|2[0-3]):[0-5]\\d)$`;

/** What is said to be expected where an instant is not one. */
export const AN_INSTANT = 'an instant with an offset, such as 2024-12-13T16:30:00+07:00';

/**
 * True where the day exists: `Date.parse` rolls 30 February over into March in some browsers.
 * @param text begins with `YYYY-MM-DD`
 */
export function isRealDate(text: string): boolean {
  const day = text.slice(0, 10);
  const date = new Date(day);
  return +date === +date && date.toISOString().startsWith(day);
}

/** Epoch ms of a date in words; NaN where it is none. Old libraries replace `Date.parse`. */
export const epoch = (text: string): number => +new Date(text);

/** Reads an instant; nothing where the text is none. */
export const readInstant = (text: string | null | undefined): number | undefined =>
  text && new RegExp(INSTANT_PATTERN).test(text) && isRealDate(text) ? epoch(text) : undefined;

/** One a zone: making one costs more than using it. */
const formats: Record<string, Intl.DateTimeFormat> = {};

/**
 * Between these the default zone is 7 hours ahead of UTC, all year round: from 1976 to 9892. Asking
 * `Intl` would take longer than everything else until the banner is drawn.
 */
const [PLAIN_FROM, PLAIN_TO] = [2e11, 2.5e14];

/**
 * What calendar and clock say in a zone: year, month, day, hour, minute, second.
 * Swedish is written that way, `2024-12-13 16:30:00`. Throws for a zone that the browser does not know.
 */
export function inZone(instant: number, timeZone: string): number[] {
  const isPlain = timeZone === DEFAULT_ZONE && instant > PLAIN_FROM && instant < PLAIN_TO;
  const text = isPlain
    ? new Date(instant + 7 * HOUR).toISOString().slice(0, 19)
    : (formats[timeZone] ??= new Intl.DateTimeFormat('sv', {
        timeZone,
        dateStyle: 'short',
        timeStyle: 'medium',
      })).format(instant);
  return text.split(/\D+/).map(Number);
}

/** True where this browser knows the zone. */
export function isTimeZone(zone: string): boolean {
  try {
    return zone === DEFAULT_ZONE || !!inZone(0, zone);
  } catch {
    return false;
  }
}
