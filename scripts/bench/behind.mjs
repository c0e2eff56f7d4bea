/** Where ours is not ahead, and why. A figure that lacks its reason fails the bench. */

import { COLUMNS, isAhead } from './metrics.mjs';
import { OURS, PEERS } from './peers.mjs';
import { REASONS } from './reasons.mjs';

const LACKS = { qr: 'no QR code.', seconds: 'no countdown of seconds.' };

/** What a page that is ahead does not show though it is what the column measures. */
const lacking = (run, id, { needs = [] }) =>
  needs.filter((fact) => !run.facts.get(id)[fact]).map((fact) => LACKS[fact]);

/**
 * @returns {{name: string, figures: {column: object, ours: number, theirs: number}[], why: string}[]}
 * for each peer that is ahead in a table
 * @throws where there is no reason for one
 */
export function behind(run, table) {
  const missing = [];
  const all = PEERS.flatMap(({ id, name }) => {
    const figures = COLUMNS[table]
      .map((column) => ({ column, ours: column.of(run, OURS.id), theirs: column.of(run, id) }))
      .filter(({ column, ours, theirs }) => isAhead(run, column, ours, theirs));
    if (!figures.length) return [];
    const reasons = new Set(figures.flatMap(({ column }) => lacking(run, id, column)));
    for (const { column } of figures) {
      const reason = REASONS[column.group]?.[id] ?? REASONS[column.group]?.any;
      if (reason) reasons.add(reason);
      else if (!lacking(run, id, column).length) missing.push(`${column.group}: { '${id}': … }`);
    }
    const why = [...reasons].join(' ');
    return [{ name, figures, why: why[0].toUpperCase() + why.slice(1) }];
  });
  if (missing.length)
    throw new Error(
      `scripts/bench/reasons.mjs: others are ahead and nothing says why: ${[...new Set(missing)].join(', ')}`,
    );
  return all;
}
