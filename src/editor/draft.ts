/**
 * What is being filled in, in `localStorage`, so that it survives a reload: one entry, checked like any
 * other input when it is read, since anything may have written it.
 */

import { revive, type Form } from './form.ts';

export const DRAFT = 'contest-editor:draft';

export function recallDraft(): Form | undefined {
  try {
    return revive(JSON.parse(localStorage.getItem(DRAFT) ?? 'null'));
  } catch {
    // Storage is disabled, or holds something else: as if there were nothing.
  }
  return;
}

/** @returns false where the browser keeps nothing */
export function keepDraft(form: Form | undefined): boolean {
  try {
    if (form) localStorage.setItem(DRAFT, JSON.stringify(form));
    else localStorage.removeItem(DRAFT);
    return true;
  } catch {
    return false;
  }
}
