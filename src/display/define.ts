/** Registers poster and board. Safe when it runs twice: the first one stays. */

import { ContestBoard } from './contest-board.ts';
import { ContestPoster } from './contest-poster.ts';

const elements = { 'contest-poster': ContestPoster, 'contest-board': ContestBoard };

for (const [name, element] of Object.entries(elements))
  if (!customElements.get(name)) customElements.define(name, element);

declare global {
  interface HTMLElementTagNameMap {
    'contest-poster': ContestPoster;
    'contest-board': ContestBoard;
  }
}
