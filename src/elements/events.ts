/** The events of the elements, as a page's script meets them. All bubble and are composed. */

import type { Fault } from '../contest/fault.ts';
import type { Phase } from '../contest/phase.ts';
import type { Contest } from '../contest/schema.ts';
import type { From } from '../source/copy.ts';

/** The definition that is shown has changed. */
export type ContestLoadEvent = CustomEvent<{ contest: Contest; from: From }>;
/** Something is wrong: in a definition, an attribute or on the network. */
export type ContestErrorEvent = CustomEvent<Fault>;
/** The phase has changed; leaving `loading` included. */
export type ContestPhaseEvent = CustomEvent<{ phase: Phase; previous: Phase }>;
/** The visitor goes in. Cancelable: the link is then not followed. `unit` is empty without one. */
export type ContestEnterEvent = CustomEvent<{
  url: string;
  unit: string;
  via: 'button' | 'banner' | 'round';
}>;

declare global {
  interface HTMLElementEventMap {
    'contest-load': ContestLoadEvent;
    'contest-error': ContestErrorEvent;
    'contest-phase': ContestPhaseEvent;
    'contest-enter': ContestEnterEvent;
  }
}
