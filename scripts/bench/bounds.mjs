/** What was set out to be reached, and what is. */

import { MANY } from './measure.mjs';

const times = (number) => `${number.toFixed(2)} ×`;
const number = (value) => value.toLocaleString('en');

/**
 * @returns {{id: string, what: string, bound: string, goal: string, reached: string, met: boolean,
 * goalMet?: boolean}[]}
 */
export function bounds(run) {
  const ours = 'contest-banner';
  const base = 'by-hand';
  const ratio = (map, key, to = base) => map.get(ours)[key] / map.get(to)[key];
  const { brotli, gzip } = run.sizes.find(({ file }) => file === 'contest-banner.js');
  const first = run.qr.get('our-encoder').first / run.qr.get('their-encoder').first;
  const work = ratio(run.load, 'work');
  const drawn = ratio(run.mobile, 'drawn');
  const paint = ratio(run.mobile, 'paint');
  const shift = Math.max(run.load.get(ours).shift, run.mobile.get(ours).shift);
  const tick = ratio(run.tick, 'work', 'floor');
  const { layouts, styles, mutations } = run.tick.get(ours);
  const many = run.many.get(ours).work / run.tick.get('floor').work;
  const unseen = [run.quiet.hidden, run.quiet.offScreen].map((where) => where.get(ours).timers);
  const row = (id, what, bound, goal, reached, met, goalMet) => ({
    ...{ id, what, bound, goal, reached, met, goalMet },
  });
  return [
    row(
      'brotli',
      'the one file, brotli',
      '18,000 bytes',
      '16,000, then 14,600 (what a new connection carries at once)',
      number(brotli),
      brotli <= 18000,
      brotli <= 16000,
    ),
    row('gzip', 'the one file, gzip', '20,000 bytes', '', number(gzip), gzip <= 20000),
    row(
      'first-code',
      'the first QR code, encoded',
      '',
      '0.65 × what `qrcode` takes',
      times(first),
      true,
      first <= 0.65,
    ),
    row(
      'work',
      'main thread until drawn',
      'as by hand',
      '0.75 × by hand',
      times(work),
      work <= 1,
      work <= 0.75,
    ),
    row('paint', 'first paint, mobile line', 'as by hand', '', times(paint), paint <= 1),
    row(
      'drawn',
      'all drawn, mobile line',
      '0.80 × by hand',
      '0.55 × by hand',
      times(drawn),
      drawn <= 0.8,
      drawn <= 0.55,
    ),
    row('shift', 'layout shift of the snippet', '0', '', shift.toFixed(3), shift === 0),
    row('tick', 'work of ticking, one', '1.15 × the floor', '', times(tick), tick <= 1.15),
    row(
      'counts',
      'a second of ticking',
      '1 layout, 0 style recalculations, 1.1 mutations',
      '',
      [layouts, styles, mutations].map((count) => (count / 60).toFixed(2)).join(', '),
      layouts <= 63 && styles === 0 && mutations <= 66,
    ),
    row('many', `work of ticking, ${MANY}`, '1.50 × one bare node', '', times(many), many <= 1.5),
    row(
      'unseen',
      'timers a minute, hidden or off screen',
      '0',
      '',
      unseen.join(', '),
      unseen.every((count) => count === 0),
    ),
  ];
}
