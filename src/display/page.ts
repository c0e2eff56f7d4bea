/**
 * What poster.html and board.html have in common. Their scripts run before the elements are defined,
 * so that these find everything in its place.
 */

import { applyAddress } from '../embed/page-address.ts';

type PageElement = HTMLElementTagNameMap['contest-poster' | 'contest-board'];

/**
 * Gives the page's element what the address names, and the page the contest's title.
 * @param names attributes besides those that both have
 * @param styles for the page; its policy lets no other in
 */
export function begin(
  element: PageElement,
  names: readonly string[],
  styles: string,
  address = new URLSearchParams(location.search),
): void {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(styles);
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  element.addEventListener('contest-load', ({ detail }) => (document.title = detail.contest.title));

  const lang = address.get('lang');
  if (lang) document.documentElement.lang = lang;
  applyAddress(element, ['unit-name', 'until', 'refresh', ...names], address);
}
