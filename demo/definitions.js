/** The demo's definitions. What ships names a contest site that does not exist; here a click lands. */

import { DAY, HOUR, MINUTE } from './instants.js';

/** The contest sites that the definitions name. */
const CONTEST_SITES = /https?:\/\/cuocthi[\w-]*\.example\.vn\/([\w-]*)/g;

/**
 * Leads a definition to the demo's stand-in for the contest site; its pages are sections there.
 * @param {string} json
 * @param {string} site absolute address of `contest-site/`
 */
export const atStandIn = (json, site) =>
  json.replace(CONTEST_SITES, (_, page) => site + (page && `#${page}`));

/** A contest that opened three days ago and closes in two days and five hours, to the minute. */
export function live(definition, now) {
  const minute = Math.ceil(now / MINUTE) * MINUTE;
  const at = (ms) => new Date(minute + ms).toISOString().replace('.000', '');
  return {
    ...definition,
    id: 'cchc-live',
    title: 'Cuộc thi trực tuyến tìm hiểu công tác cải cách hành chính (minh họa, tính từ hôm nay)',
    opens: at(-3 * DAY),
    closes: at(2 * DAY + 5 * HOUR),
    report: undefined,
  };
}

/** Absolute address of a file of the demo, in the browser. */
export const demoFile = (path) => new URL(path, import.meta.url).href;

/** Loads a definition of `contests/`, leading to the stand-in. */
export async function load(name) {
  const response = await fetch(demoFile(`contests/${name}.json`));
  return JSON.parse(atStandIn(await response.text(), demoFile('contest-site/')));
}

/** The picture of the 2024 contest, for `banner`. */
export const picture = () => ({
  src: demoFile('banner-cchc-2024-3.png'),
  alt: 'Cuộc thi trực tuyến tuyên truyền về công tác cải cách hành chính tỉnh Hải Dương năm 2024, đến 16h30 ngày 13/12/2024',
  width: 1200,
  height: 400,
});
