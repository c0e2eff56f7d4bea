/** Where the links of a frame lead: out of it, wherever that is allowed. */

/**
 * Whether the frame is known to be allowed tabs of its own. What a page elsewhere forbids its frames,
 * nobody tells them.
 */
export function mayOpenTabs(): boolean {
  try {
    for (let view: Window = window; view !== view.parent; view = view.parent) {
      const frame = view.frameElement as HTMLIFrameElement;
      if (frame.hasAttribute('sandbox') && !frame.sandbox.contains('allow-popups')) return false;
    }
    return true;
  } catch {
    return false;
  }
}

/**
 * Opens an address in a tab of its own, which cannot reach back.
 * @returns false where that is forbidden
 */
function opened(address: string): boolean {
  let tab: Window | null = null;
  try {
    // Not with `noopener`, of which nobody would learn whether it went well.
    tab = open(address, '_blank');
    tab!.opener = null;
  } catch {
    // Forbidden; or the sandbox goes along with the tab, and out of it nothing reaches back.
  }
  return !!tab;
}

/** Lets the links of this frame open in tabs; where that is forbidden, they lead on in the frame. */
export function openLinksOutside(): void {
  addEventListener('click', (event) => {
    const link = event.composedPath().find((node) => node instanceof HTMLAnchorElement);
    const { altKey, ctrlKey, metaKey, shiftKey } = event;
    // Cancelled by whoever heard `contest-enter`, or the visitor has a wish of their own.
    if (!link || event.defaultPrevented || altKey || ctrlKey || metaKey || shiftKey) return;
    if (opened(link.href)) event.preventDefault();
  });
}
