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

/**
 * True where the day exists: `Date.parse` rolls 30 February over into March in some browsers.
 * @param text begins with `YYYY-MM-DD`
 */
export function isRealDate(text: string): boolean {
  const day = text.slice(0, 10);
  const date = new Date(`${day}T00:00:00Z`);
  return !Number.isNaN(+date) && date.toISOString().startsWith(day);
}

/** Reads an instant; nothing where the text is none. */
export const readInstant = (text: string | null | undefined): number | undefined =>
  text && new RegExp(INSTANT_PATTERN).test(text) && isRealDate(text) ? Date.parse(text) : undefined;

export interface ZonedTime {
  year: number;
  month: number;
  day: number;
  hour: number;
  minute: number;
  second: number;
  /** 0 is Sunday. */
  weekday: number;
}

const formats: Record<string, Intl.DateTimeFormat> = {};

/** One formatter a zone: making one costs more than using it. Throws for an unknown zone. */
const formatOf = (zone: string): Intl.DateTimeFormat =>
  (formats[zone] ??= new Intl.DateTimeFormat('en-US-u-ca-gregory-nu-latn', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  }));

/** True where this browser knows the zone. */
export function isTimeZone(zone: string): boolean {
  try {
    return !!formatOf(zone);
  } catch {
    return false;
  }
}

/** What calendar and clock say at an instant in a zone. */
export function inZone(instant: number, zone: string): ZonedTime {
  const parts: Record<string, number> = {};
  for (const { type, value } of formatOf(zone).formatToParts(instant)) parts[type] = +value;
  const { year, month, day, hour, minute, second } = parts as unknown as ZonedTime;
  return { year, month, day, hour, minute, second, weekday: new Date(Date.UTC(year, month - 1, day)).getUTCDay() };
}
