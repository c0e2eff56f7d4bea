/** Where ours is not ahead, and why. A figure that lacks its reason fails the bench. */

import { COLUMNS, isAhead } from './metrics.mjs';
import { OURS, PEERS } from './peers.mjs';
import { REASONS } from './reasons.mjs';

const FACTS = { qr: 'QR code', seconds: 'countdown of seconds' };

/** What a page that is ahead does not show though it is what the column measures. */
const lacking = (run, id, { needs = [] }) => needs.filter((fact) => !run.facts.get(id)[fact]);

/**
 * @returns {{name: string, figures: {column: object, ours: number, theirs: number}[], why: string}[]}
 * for each peer that is ahead in a table
 * @throws where there is no reason for one
 */
export function behind(run, table) {
  const missing = new Set();
  const all = PEERS.flatMap(({ id, name }) => {
    const figures = COLUMNS[table]
      .map((column) => ({ column, ours: column.of(run, OURS.id), theirs: column.of(run, id) }))
      .filter(({ column, ours, theirs }) => isAhead(run, column, ours, theirs));
    if (!figures.length) return [];
    const lacks = new Set();
    const reasons = new Set();
    for (const { column } of figures) {
      const facts = lacking(run, id, column);
      for (const fact of facts) lacks.add(FACTS[fact]);
      const reason = REASONS[column.group]?.[id] ?? REASONS[column.group]?.any;
      if (reason) reasons.add(reason);
      else if (!facts.length) missing.add(`${column.group}: { '${id}': … }`);
    }
    const without = lacks.size ? [`No ${[...lacks].join(', no ')}.`] : [];
    return [{ name, figures, why: [...without, ...reasons].join(' ') }];
  });
  if (missing.size)
    throw new Error(
      `scripts/bench/reasons.mjs: others are ahead and nothing says why: ${[...missing].join(', ')}`,
    );
  return all;
}
