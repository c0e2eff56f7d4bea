/**
 * The language that holds at a node: its own `lang` or the nearest one up the page, out of any
 * number of shadow roots. Empty where nobody says.
 */
export function languageOf(node: Node | null): string {
  for (let at = node; at; at = at.parentNode ?? (at as Partial<ShadowRoot>).host ?? null) {
    const lang = (at as Partial<Element>).getAttribute?.('lang');
    if (lang) return lang;
  }
  return '';
}
