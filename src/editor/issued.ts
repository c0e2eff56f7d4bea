/**
 * What was handed out last of each contest, under which number: a number stands for one content, also
 * when the draft is discarded or an older file is opened. It stays in this browser, beside the draft.
 */

import { isLater } from '../source/copy.ts';
import { contentOf, type Base } from './form.ts';

export const ISSUED = 'contest-editor:issued';

/** The last one of each contest, by its `id`. */
export type Issued = Readonly<Record<string, Base>>;

/** So many contests are remembered. */
const MOST = 20;

/** The same with one more that was handed out. Pure. */
export function noted(issued: Issued, definition: Record<string, unknown>): Issued {
  const { id, revision, replaces } = definition as unknown as Base & { id: string };
  const held = Object.hasOwn(issued, id) ? issued[id] : undefined;
  if (held && isLater(held, { revision, replaces })) return issued;
  const others = Object.entries(issued).filter(([other]) => other !== id);
  const one = {
    revision,
    ...(replaces !== undefined && { replaces }),
    text: contentOf(definition),
  };
  return Object.fromEntries([...others, [id, one] as const].slice(-MOST));
}

const isBase = (kept: unknown): kept is Base => {
  const { revision, replaces, text } = Object(kept) as Record<keyof Base, unknown>;
  return (
    Number.isInteger(revision) &&
    typeof text === 'string' &&
    (replaces === undefined || Number.isInteger(replaces))
  );
};

export function recallIssued(): Issued {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(ISSUED) ?? '{}');
    return Object.fromEntries(
      Object.entries(Object(kept) as Record<string, unknown>).filter(
        (entry): entry is [string, Base] => isBase(entry[1]),
      ),
    );
  } catch {
    // Storage is disabled, or holds something else: as if nothing had been handed out.
    return {};
  }
}

export function keepIssued(issued: Issued): void {
  try {
    localStorage.setItem(ISSUED, JSON.stringify(issued));
  } catch {
    // It holds as long as the page does.
  }
}
