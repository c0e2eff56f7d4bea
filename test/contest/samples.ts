/** Contests to test on, after real ones, and a few ways to ask about them. */

import { parse } from '../../src/contest/parse.ts';
import { situation, type Situation } from '../../src/contest/phase.ts';
import type { Contest, Definition, Round } from '../../src/contest/schema.ts';

const WAY = 'https://cuocthi.example.vn/';

/** Sở VHTTDL Hải Dương, 2024: opens at 7h30, closes at 16h30, nothing in between. */
export const cchc2024: Definition = {
  id: 'cchc-2024',
  revision: 3,
  title: 'Cuộc thi trực tuyến tuyên truyền về công tác cải cách hành chính tỉnh Hải Dương năm 2024',
  url: WAY,
  opens: '2024-11-18T07:30:00+07:00',
  closes: '2024-12-13T16:30:00+07:00',
};

const hueWeeks = ['2025-09-29', '2025-10-06', '2025-10-13', '2025-10-20', '2025-10-27'];

/** Huế 2025: four weekly rounds, each from 00h of its Monday to 24h of its Sunday. */
export const hue2025: Definition = {
  id: 'cchc-hue-2025',
  revision: 2,
  title: 'Cuộc thi tìm hiểu công tác cải cách hành chính thành phố Huế năm 2025',
  url: WAY,
  opens: '2025-09-29T00:00:00+07:00',
  closes: '2025-10-27T00:00:00+07:00',
  rounds: hueWeeks.slice(1).map((end, week) => ({
    title: `Tuần ${week + 1}`,
    opens: `${hueWeeks[week]}T00:00:00+07:00`,
    closes: `${end}T00:00:00+07:00`,
  })),
};

const slogan: Round = {
  title: 'Sáng tác khẩu hiệu',
  opens: '2025-11-03T08:00:00+07:00',
  closes: '2025-11-11T00:00:00+07:00',
  url: 'http://cuocthi-hp.example.vn/khau-hieu',
};

/** Hải Phòng 2025: http only; four rounds from Monday to Friday, and a slogan round beside them. */
export const haiPhong2025: Definition = {
  id: 'cchc-hai-phong-2025',
  revision: 1,
  title: 'Cuộc thi tìm hiểu cải cách hành chính thành phố Hải Phòng năm 2025',
  url: 'http://cuocthi-hp.example.vn/',
  allowHttp: true,
  opens: '2025-11-03T08:00:00+07:00',
  closes: '2025-11-28T17:00:00+07:00',
  rounds: [
    slogan,
    ...['03/07', '10/14', '17/21', '24/28'].map((days, week) => ({
      title: `Tuần ${week + 1}`,
      opens: `2025-11-${days.slice(0, 2)}T08:00:00+07:00`,
      closes: `2025-11-${days.slice(3)}T17:00:00+07:00`,
    })),
  ],
};

/** Bộ Tư pháp 2025: 9h00 2/6 to 24h00 15/7. */
export const tuPhap2025: Definition = {
  ...cchc2024,
  id: 'tu-phap-2025',
  opens: '2025-06-02T09:00:00+07:00',
  closes: '2025-07-16T00:00:00+07:00',
};

/** Election contest 2026: two rounds of unequal length and nothing between them. */
export const election2026: Definition = {
  ...cchc2024,
  id: 'bau-cu-2026',
  opens: '2026-02-27T00:00:00+07:00',
  closes: '2026-03-16T00:00:00+07:00',
  rounds: [
    { title: 'Tuần 1', opens: '2026-02-27T00:00:00+07:00', closes: '2026-03-09T00:00:00+07:00' },
    { title: 'Tuần 2', opens: '2026-03-09T00:00:00+07:00', closes: '2026-03-16T00:00:00+07:00' },
  ],
};

/** Across the new year. */
export const newYear2026: Definition = {
  ...cchc2024,
  id: 'nam-moi-2026',
  opens: '2025-12-29T08:00:00+07:00',
  closes: '2026-01-05T17:00:00+07:00',
};

/** Any past definition with a picture, links and documents on hosts of their own. */
export const full: Definition = {
  ...cchc2024,
  organizer: 'Ban Tổ chức Cuộc thi (Kế hoạch của UBND tỉnh Hải Dương)',
  summary: 'Dành cho 100% cán bộ, công chức, viên chức.',
  timeZone: 'Asia/Ho_Chi_Minh',
  extendedFrom: '2024-12-06T16:30:00+07:00',
  retires: '2025-01-31T00:00:00+07:00',
  replaces: 30,
  rounds: [{ title: 'Đợt 1', opens: cchc2024.opens, closes: cchc2024.closes, url: `${WAY}dot-1` }],
  howTo: ['Đăng ký, đăng nhập theo Hướng dẫn số 1588/HD-BTC.', 'Mỗi người thi một lần.'],
  documents: [
    {
      kind: 'plan',
      title: 'Kế hoạch tổ chức Cuộc thi',
      number: '3985/KH-UBND',
      issued: '2024-10-29',
      url: `${WAY}ke-hoach`,
    },
    { kind: 'rules', title: 'Thể lệ Cuộc thi', url: `${WAY}the-le` },
  ],
  banner: { src: `${WAY}banner.png`, alt: 'Banner Cuộc thi', width: 1200, height: 400 },
  results: `${WAY}ket-qua`,
  notice: 'Hệ thống bảo trì đến 14h00',
  suspended: false,
  calendar: `${WAY}lich.ics`,
  unitParameter: 'don-vi',
  allowHttp: false,
  report: { due: '2024-12-14T09:00:00+07:00', recipient: 'Văn phòng Sở', url: `${WAY}bao-cao` },
};

/** The checked contest of a definition that must be without fault. */
export function contestOf(definition: Definition): Contest {
  const { contest, faults } = parse(definition);
  if (!contest || faults.length) throw new Error(faults.map(({ message }) => message).join('\n'));
  return contest;
}

/** A part of the situation one ms before, exactly at and one ms after an instant. */
export function around<K extends keyof Situation>(
  definition: Definition,
  part: K,
  instant: string | number,
): Situation[K][] {
  const contest = contestOf(definition);
  const at = typeof instant === 'number' ? instant : Date.parse(instant);
  return [-1, 0, 1].map((ms) => situation(contest, at + ms)[part]);
}

/** The paths of faults, in alphabetical order. */
export const pathsOf = (faults: readonly { path?: string }[]): (string | undefined)[] =>
  faults.map(({ path }) => path).sort();

/** The whole less one of its fields. */
export function without<T extends object, K extends keyof T>(whole: T, key: K): Omit<T, K> {
  const rest: Partial<T> = { ...whole };
  delete rest[key];
  return rest as Omit<T, K>;
}

/** A fifth of all cases in the slower browsers, a few of them in modules that Stryker has broken. */
const share = 'document' in globalThis ? 5 : '__stryker__' in globalThis ? 25 : 1;

/** How many cases of `count` are drawn: in Node all of them, fewer where each takes its time. */
export const drawn = (count: number): number => Math.ceil(count / share);

/** Numbers from 0 to 1, always the same ones for a seed (mulberry32). */
export function seeded(seed: number): () => number {
  return () => {
    seed = (seed + 0x6d2b79f5) | 0;
    let bits = Math.imul(seed ^ (seed >>> 15), seed | 1);
    bits ^= bits + Math.imul(bits ^ (bits >>> 7), bits | 61);
    return ((bits ^ (bits >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** One of several, drawn with `random`. */
export const pick = <T>(random: () => number, from: ArrayLike<T>): T =>
  from[Math.floor(random() * from.length)]!;

/** A text of up to `most` characters from an alphabet of characters. */
export const textFrom = (
  random: () => number,
  characters: readonly string[],
  most: number,
): string =>
  Array.from({ length: 1 + Math.floor(random() * most) }, () => pick(random, characters)).join('');
