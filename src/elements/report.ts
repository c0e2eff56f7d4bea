/** Tells a page's makers what is wrong, and never its visitors. */

import type { Fault } from '../contest/fault.ts';

const told = new Set<string>();

/** Writes to the console, each message once a page: a banner in a loop must not flood it. */
export function warnOnce(message: string): void {
  if (told.has(message)) return;
  told.add(message);
  // A page may have silenced its console.
  console.warn?.(`contest-banner: ${message}`);
}

/** Dispatches `contest-error`, once a call, and warns on the console. */
export function reportFault(element: HTMLElement, fault: Fault): void {
  warnOnce(fault.message);
  emit(element, 'contest-error', fault);
}

/** Dispatches an event that bubbles out of any shadow root. @returns false where it was cancelled */
export const emit = (
  element: HTMLElement,
  type: string,
  detail: object,
  cancelable = false,
): boolean =>
  element.dispatchEvent(
    new CustomEvent(type, { detail, bubbles: true, composed: true, cancelable }),
  );
