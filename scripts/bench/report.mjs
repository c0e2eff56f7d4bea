/** The figures of a run as Markdown. */

import { behind } from './behind.mjs';
import { bounds } from './bounds.mjs';
import { MANY } from './measure.mjs';
import { COLUMNS } from './metrics.mjs';
import { BY_HAND, FLOOR, ORDINARY, OUR_ENCODER, OURS, PEERS, THEIR_ENCODER } from './peers.mjs';
import { MISSED, WORTH } from './reasons.mjs';
import { sum } from './statistics.mjs';

const row = (cells) => `| ${cells.join(' | ')} |`;
/** @param {number} [texts] how many columns are words rather than figures */
const table = (head, rows, texts = 1) =>
  [row(head), row(head.map((_, i) => (i < texts ? '---' : '---:'))), ...rows.map(row)].join('\n');

/** As many digits as say something. */
function written(value, digits) {
  if (value === undefined || Number.isNaN(value)) return '';
  if (digits !== undefined) return value.toFixed(digits);
  return Math.round(value).toLocaleString('en');
}

const figure = (run, column, value) =>
  column.relative
    ? `${(value / column.of(run, BY_HAND.id)).toFixed(2)}`
    : written(value, column.digits);

/** A table of pages by columns, and below it who is ahead of us and why. */
function section(run, name, title, text, floors = []) {
  const columns = COLUMNS[name];
  const rows = [OURS, ...PEERS, ...floors]
    .filter(({ id }) => columns.some((column) => column.of(run, id) !== undefined))
    .map(({ id, name: page }) => {
      const cells = columns.map((column) => {
        const value = column.of(run, id);
        return value === undefined || Number.isNaN(value) ? '–' : figure(run, column, value);
      });
      return id === OURS.id
        ? [`**${page}**`, ...cells.map((cell) => `**${cell}**`)]
        : [page, ...cells];
    });
  const head = ['', ...columns.map((column) => column.name + (column.relative ? ', ×' : ''))];
  return [`### ${title}`, text, table(head, rows), aheadOfUs(run, name)].join('\n\n');
}

/** A line for each reason, with the pages that it is the reason for. */
function aheadOfUs(run, name) {
  const others = behind(run, name);
  if (!others.length) return 'None of the peers is ahead of ours.';
  const lines = [...new Set(others.map(({ why }) => why))].map((reason) => {
    const pages = others
      .filter(({ why }) => why === reason)
      .map(({ name: page, figures }) => {
        const where = figures.map(({ column, ours, theirs }) => {
          const [theirFigure, ourFigure] = [theirs, ours].map((one) => figure(run, column, one));
          return `${column.name} ${theirFigure} to ${ourFigure}`;
        });
        return `${page} (${where.join('; ')})`;
      });
    return `- ${pages.join(', ')}: ${reason}`;
  });
  return ['Ahead of ours:', lines.join('\n')].join('\n\n');
}

function shown(run) {
  const yes = (fact) => (fact ? 'yes' : 'no');
  return table(
    ['', 'version', 'QR code that a decoder reads', 'something moves each second'],
    [OURS, ...PEERS].map(({ id, name, packages }) => {
      const { qr, seconds } = run.facts.get(id);
      return [name, packages.map((one) => run.versions[one]).join(', '), yes(qr), yes(seconds)];
    }),
    4,
  );
}

function reached(run) {
  const rows = bounds(run).map(({ id, what, bound, goal, reached: figure_, met, goalMet }) => {
    const missed = !met || goalMet === false;
    if (missed && !MISSED[id])
      throw new Error(`scripts/bench/reasons.mjs: expected why ${id} is missed`);
    const verdict = !met ? '**missed**' : goalMet === false ? 'goal missed' : 'reached';
    return {
      cells: [what, bound, goal, figure_, verdict],
      why: missed && `- ${what}: ${MISSED[id]}`,
    };
  });
  return [
    table(
      ['', 'bound', 'goal', 'figure', ''],
      rows.map(({ cells }) => cells),
      5,
    ),
    rows
      .map(({ why }) => why)
      .filter(Boolean)
      .join('\n'),
  ].join('\n\n');
}

function costs({ parts, sizes, whole }) {
  const { raw, brotli } = sizes.find(({ file }) => file === 'contest-banner.js');
  const dependencies = [
    ['Lit', 'lit', /for Lit/],
    ['`qrcode`', 'qrcode', /qrcode/],
  ].map(([name, id, pattern]) => {
    const ours = parts.filter((part) => pattern.test(part.name));
    const saved = (1 - sum(ours.map((part) => part.raw)) / whole[id].raw) * 100;
    return [
      name,
      WORTH[id],
      ...['raw', 'brotli'].map((key) => written(sum(ours.map((part) => part[key])))),
      written(whole[id].raw),
      written(whole[id].brotli),
      `${saved.toFixed(0)}%`,
    ];
  });
  return [
    table(
      ['part of the one file', 'bytes, minified', 'brotli saved without it'],
      [
        ...parts.map((part) => [part.name, written(part.raw), written(part.brotli)]),
        ['all of it', written(raw), written(brotli)],
      ],
    ),
    'The last column is by how much the compressed file is smaller when the part is cut out of it; ' +
      'parts that resemble each other compress together, so these add up to less than all of it.',
    table(
      ['', 'why it stays', 'ours, minified', 'ours, brotli', 'as it is', 'brotli', 'cut down by'],
      dependencies,
      2,
    ),
  ].join('\n\n');
}

/** @returns {string} all that stands between the markers of `docs/performance.md` */
export const report = (run) =>
  [
    `Measured on ${run.date}: ${run.machine}, ${run.browser}.`,
    '## What is compared',
    shown(run),
    '## What was to be reached',
    reached(run),
    '## The figures',
    `Figures marked × are ratios to ${BY_HAND.name}.`,
    section(
      run,
      'bytes',
      'Over the wire',
      'Bytes of all files beside the page, each compressed as well as can be; then with the page, as Chromium received them.',
    ),
    section(
      run,
      'load',
      'Until everything is drawn',
      'On a processor slowed down four times, from the first byte of the page.',
      [ORDINARY],
    ),
    section(run, 'mobile', 'The same by a mobile line', '1.6 Mbit/s and 150 ms away.', [ORDINARY]),
    section(
      run,
      'tick',
      'A minute of ticking',
      'One on the page, in sight; of the pages that count seconds.',
      [FLOOR],
    ),
    section(
      run,
      'many',
      `A minute of ticking, ${MANY} on the page`,
      'Below each other, so that most are out of sight; of the pages that count seconds.',
      [FLOOR],
    ),
    section(run, 'quiet', 'A minute unseen', 'Events in a trace of Chromium.', [FLOOR]),
    section(
      run,
      'week',
      'After a week',
      'Growth after the first 33 hours, by a clock that makes the week pass in steps of half a minute.',
    ),
    section(
      run,
      'qr',
      'A QR code',
      'Encoded and put into the page; the last two rows are encoders alone. The first is that of a fresh page.',
      [OUR_ENCODER, THEIR_ENCODER],
    ),
    '## What the bytes are',
    costs(run),
  ].join('\n\n');
