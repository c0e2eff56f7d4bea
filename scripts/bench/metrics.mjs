/**
 * The columns of the tables: what each says, where its figure is, and when one is better. In all
 * of them less is better.
 *
 * `near` is how far two figures of one run may differ and still count as equal: `ratio` of times, or
 * `plus` in the column's own unit. It is a convention: on a busy machine times differ by far more from
 * run to run. Bytes are exact.
 * `needs` is what a page must show to be compared: who draws or counts less is ahead for that.
 */

const TIME = { ratio: 1.05 };

const column = (group, name, of, more = {}) => ({ group, name, of, ...more });

const load = (from, needs) => [
  column('paint', 'first paint', (run, id) => run[from].get(id)?.paint, {
    relative: true,
    near: TIME,
    // Nothing is painted sooner than a page without any widget.
    least: (run) => run[from].get('ordinary').paint,
  }),
  column('load', 'all drawn', (run, id) => run[from].get(id)?.drawn, {
    relative: true,
    near: TIME,
    needs,
  }),
];

const EVERYTHING = ['qr', 'seconds'];

const ticking = (from) => {
  const part = (key) => (run, id) => run[from].get(id)?.[key];
  const time = { relative: true, near: TIME };
  return [
    column('tick', 'work', part('work'), time),
    column('tick', 'script', part('script'), time),
    column('tick', 'layout and style', part('layout'), time),
    // One more or less at the ends of the window.
    column('tick', 'layouts', part('layouts'), { near: { plus: 3 } }),
    column('tick', 'style recalculations', part('styles'), { near: { plus: 3 } }),
    column('tick', 'mutations', part('mutations'), { near: { plus: 12 } }),
  ];
};

const quiet = (where, name) => [
  column('quiet', `timers, ${name}`, (run, id) => run.quiet[where].get(id)?.timers),
  column('quiet', `drawing, ${name}`, (run, id) => run.quiet[where].get(id)?.drawing),
];

export const COLUMNS = {
  bytes: [
    column('bytes', 'brotli', (run, id) => run.bytes.get(id)?.brotli, { needs: EVERYTHING }),
    column('bytes', 'gzip', (run, id) => run.bytes.get(id)?.gzip, { needs: EVERYTHING }),
    column(
      'bytes',
      'with the page, as served',
      (run, id) => {
        const { page, files } = run.load.get(id) ?? {};
        return page + files;
      },
      { needs: EVERYTHING },
    ),
    column('requests', 'requests', (run, id) => run.load.get(id)?.requests, { needs: EVERYTHING }),
  ],
  load: [
    ...load('load', EVERYTHING),
    column('load', 'work until drawn', (run, id) => run.load.get(id)?.work, {
      relative: true,
      near: TIME,
      needs: EVERYTHING,
    }),
    column('shift', 'layout shift', (run, id) => run.load.get(id)?.shift, { digits: 3 }),
  ],
  mobile: [
    ...load('mobile', EVERYTHING),
    column('shift', 'layout shift', (run, id) => run.mobile.get(id)?.shift, { digits: 3 }),
  ],
  tick: ticking('tick'),
  many: ticking('many'),
  quiet: [...quiet('hidden', 'hidden'), ...quiet('offScreen', 'off screen')],
  week: [
    column('week', 'heap, KB', (run, id) => run.week.get(id)?.heap / 1024, { near: { plus: 16 } }),
    column('week', 'nodes', (run, id) => run.week.get(id)?.nodes),
    column('week', 'listeners', (run, id) => run.week.get(id)?.listeners),
  ],
  qr: [
    column('qr', 'the first', (run, id) => run.qr.get(id)?.first, { relative: true, near: TIME }),
    column('qr', 'each of 50 later', (run, id) => run.qr.get(id)?.warm, {
      relative: true,
      near: TIME,
    }),
  ],
};

/** True where the second figure is better than ours by more than `near`, and ours could be better. */
export function isAhead(run, { near: { ratio = 1, plus = 0 } = {}, least }, ours, theirs) {
  const best = Math.max(theirs, least?.(run) ?? 0);
  return best * ratio + plus < ours;
}
