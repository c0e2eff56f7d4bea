/** Lengths of time, and instants in words, as Vietnamese officials write them. */

export const SECOND = 1000;
export const MINUTE = 60 * SECOND;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

/** Vietnam's midnight before an instant. */
export const dayOf = (instant) => Math.floor((instant + 7 * HOUR) / DAY) * DAY - 7 * HOUR;

const PARTS = {
  timeZone: 'Asia/Ho_Chi_Minh',
  hourCycle: 'h23',
  weekday: 'long',
  day: 'numeric',
  month: 'numeric',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
};
const FORMATS = {
  vi: new Intl.DateTimeFormat('vi', PARTS),
  en: new Intl.DateTimeFormat('en-GB', { ...PARTS, month: 'long' }),
};

/** `16h29:05 ngày 13/12/2024 (thứ Sáu)`, in Vietnam's time whatever the visitor's. */
export function inWords(instant, language) {
  const parts = Object.fromEntries(
    FORMATS[language].formatToParts(instant).map(({ type, value }) => [type, value]),
  );
  const { weekday, day, month, year, hour, minute, second } = parts;
  return language === 'vi'
    ? `${Number(hour)}h${minute}:${second} ngày ${day}/${month}/${year} (${asWritten(weekday)})`
    : `${hour}:${minute}:${second} on ${weekday}, ${day} ${month} ${year}`;
}

/** `Thứ Sáu` is written `thứ Sáu` inside a line, and `Chủ Nhật` is `Chủ nhật`. */
const asWritten = (weekday) => weekday.replace('Thứ', 'thứ').replace('Chủ Nhật', 'Chủ nhật');
