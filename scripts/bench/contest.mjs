/** The contest that every page of the bench announces, open now. */

const DAY = 24 * 60 * 60 * 1000;
const ZONE = 7 * 60 * 60 * 1000;

/** The date in Vietnam, so many days from now. */
const date = (days) => new Date(Date.now() + ZONE + days * DAY).toISOString().slice(0, 10);

const written = (day) => day.split('-').map(Number).reverse().join('/');

const startDate = date(-10);
const endDate = date(20);
const closing = new Date(`${endDate}T16:30:00+07:00`);

/** What stands behind a `$` in the pages of `peers/`. */
export const contest = {
  title: 'Cuộc thi trực tuyến tuyên truyền về công tác cải cách hành chính',
  url: 'https://cuocthi.example.vn/?don-vi=bao-tang-tinh',
  rules: 'https://cuocthi.example.vn/the-le',
  opens: `${startDate}T07:30:00+07:00`,
  closes: `${endDate}T16:30:00+07:00`,
  until: date(200),
  dates: `Mở từ 7h30 ngày ${written(startDate)} đến 16h30 ngày ${written(endDate)} (giờ Việt Nam)`,
  startDate,
  endDate,
  ms: closing.getTime(),
  year: closing.getUTCFullYear(),
  month: closing.getUTCMonth() + 1,
  day: closing.getUTCDate(),
  hours: closing.getUTCHours(),
  minutes: closing.getUTCMinutes(),
};
