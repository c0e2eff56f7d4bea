/** Builds a place's cases on this page and says what was found. */

import { build, holds } from './build.js';
import { Detector } from './detector.js';
import { stringsOf } from './strings.js';

/** From a side column to a full page. */
const WIDTHS = [160, 300, 640];

const frames = async (count) => {
  for (; count; count--) await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
};

/** Kept, since a case may hide it. */
const { body } = document;

/** Waits for a condition, and no longer than the cases may take. */
async function until(condition) {
  for (const end = Date.now() + 20_000; !condition(); await frames(1))
    if (Date.now() > end) throw new Error(`never became true: ${condition}`);
}

const clean = (text) =>
  text
    .replace(/[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, '')
    .normalize()
    .trim();

/** Whether the string has come as far as it may: as text in the banner, or as an address. */
function arrived({ shows, leads }, text, banner, links) {
  if (leads) return links.some((link) => link.getAttribute('href').startsWith(text) && text);
  const drawn = clean(text);
  if (!shows || !drawn || Array.from(drawn).length > shows) return false;
  const { textContent } = banner.shadowRoot;
  return textContent.includes(drawn) || textContent.includes(text);
}

/**
 * @param given of `places.ts`; `{origin}` in it is the page's own
 * @param pick `[every, first]`: which of the strings
 */
async function run(given, [every, first] = [1, 0]) {
  const place = JSON.parse(JSON.stringify(given).replaceAll('{origin}', location.origin));
  const strings = stringsOf(await (await fetch('/vectors/injection.json')).json());
  const detector = new Detector(place.rule);
  const cases = strings
    .map((text, index) => ({ text, index }))
    .filter(({ index }) => index % every === first);
  for (const one of cases) {
    one.wide = place.wide;
    one.holder = document.createElement('div');
    one.holder.style.width = `${WIDTHS[(one.index + place.number) % WIDTHS.length]}px`;
    // Without margins, so that what stands after a box stands at its end.
    one.after = document.createElement('div');
    one.after.append('Sau');
    one.made = build(place, one.text, one.index);
    one.holder.append(one.made);
  }
  body.append(...cases.flatMap(({ holder, after }) => [holder, after]));
  contestBannerRun();

  const all = [...document.querySelectorAll('contest-banner')];
  await until(() =>
    all.every((one) => one.hidden || !/^(loading)?$/.test(one.getAttribute('phase') ?? '')),
  );
  // The QR code takes its time after the first paint.
  await frames(3);

  const report = { cases: cases.length, drawn: 0, arrived: 0, links: 0, fits: 0 };
  for (const one of cases) {
    one.elements = holds(one.made);
    const element = one.elements.find((node) => node.shadowRoot);
    detector.measure(one.index, one);
    if (!element) continue;
    one.links = detector.inspect(one.index, element);
    if (element.shadowRoot.querySelector('.root, svg, p')) report.drawn++;
    if (arrived(place, one.text, element, one.links)) report.arrived++;
    const length = Array.from(clean(one.text)).length;
    if (length && length <= place.shows) report.fits++;
    report.links += one.links.length;
  }
  for (const { index, links = [] } of cases) for (const link of links) detector.click(index, link);
  await frames(2);
  detector.surroundings(2 * cases.length);
  return {
    ...report,
    findings: detector.findings.map(({ index, what }) => ({
      index,
      string: strings[index]?.slice(0, 80),
      what,
    })),
  };
}

/** Other browsers are asked again and again until there is a report. */
window.start = (...given) => {
  window.report = undefined;
  run(...given).then(
    (report) => (window.report = JSON.stringify(report)),
    (error) => (window.report = JSON.stringify({ failed: String(error.stack) })),
  );
};
window.ready = true;
