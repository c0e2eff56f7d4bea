/**
 * Calls back once the parser has left an element, so that all of its children are there: at once
 * where it has, and at the end of the document at the latest.
 */
export function whenParsed(element: Node, callback: () => void): void {
  const isLeft = (): boolean => {
    for (let node: Node | null = element; node; node = node.parentNode)
      if (node.nextSibling) return true;
    return document.readyState !== 'loading';
  };
  const check = () => {
    if (!isLeft()) return;
    observer.disconnect();
    document.removeEventListener('DOMContentLoaded', check);
    callback();
  };
  const observer = new MutationObserver(check);
  observer.observe(document, { childList: true, subtree: true });
  document.addEventListener('DOMContentLoaded', check);
  check();
}
