/**
 * The last good definition, one entry an address, in `localStorage`: the only thing that is stored.
 * What comes back is checked again like any other input, since anything may have written it.
 */

export interface Kept {
  /** The definition as it was read. */
  definition: unknown;
  /** When it was read, epoch ms. */
  readAt: number;
}

const key = (address: string | undefined): string => `contest-banner:${address}`;

export function recall(address: string | undefined): Kept | undefined {
  try {
    const kept = JSON.parse(localStorage.getItem(key(address))!) as Kept | null;
    if (kept && Number.isFinite(kept.readAt)) return kept;
  } catch {
    // Storage is disabled, or holds something else: as if there were nothing.
  }
  return;
}

export function keep(address: string | undefined, kept: Kept): void {
  try {
    localStorage.setItem(key(address), JSON.stringify(kept));
  } catch {
    // Storage is disabled or full: the next page view asks again.
  }
}
