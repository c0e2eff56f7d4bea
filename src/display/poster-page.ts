/** The script of `poster.html`. */

import { messagesFor } from '../locales/index.ts';
import { begin } from './page.ts';
import styles from './poster-page.css?inline';
import { wordsFor } from './words.ts';

begin(document.querySelector('contest-poster')!, ['paper', 'orientation'], styles);

const words = wordsFor(messagesFor(document.documentElement.lang));

/** Links to the same sheet with another value of one attribute; the one that holds is no link. */
function choices(heading: string, name: string, values: Record<string, string>): HTMLElement {
  const address = new URL(location.href);
  const [first] = Object.keys(values) as [string];
  const given = address.searchParams.get(name);
  const current = given && Object.hasOwn(values, given) ? given : first;
  const group = document.createElement('p');
  group.append(`${heading}:`);
  for (const [value, text] of Object.entries(values)) {
    address.searchParams.set(name, value);
    const item = document.createElement(value === current ? 'b' : 'a');
    item.textContent = text;
    if (item instanceof HTMLAnchorElement) item.href = address.href;
    group.append(' ', item);
  }
  return group;
}

const nav = document.createElement('nav');
nav.append(
  choices(words.paper, 'paper', { a4: 'A4', a3: 'A3' }),
  choices(words.orientation, 'orientation', {
    portrait: words.portrait,
    landscape: words.landscape,
  }),
);
document.body.prepend(nav);
