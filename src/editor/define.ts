/** Registers the editor. Safe when it runs twice, and in two versions on one page: the first stays. */

import type { Fault } from '../contest/fault.ts';
import type { Contest } from '../contest/schema.ts';
import { ContestEditor } from './contest-editor.ts';

if (!customElements.get('contest-editor')) customElements.define('contest-editor', ContestEditor);

/** What is filled in has changed. */
export type ContestChangeEvent = CustomEvent<{
  /** Half-typed fields are texts. */
  definition: Record<string, unknown>;
  /** Empty where it can be handed out. */
  faults: Fault[];
  /** What a banner makes of it; missing where it refuses it. */
  contest: Contest | undefined;
}>;
/** A definition without fault is published. */
export type ContestPublishEvent = CustomEvent<{ definition: Record<string, unknown> }>;

declare global {
  interface HTMLElementTagNameMap {
    'contest-editor': ContestEditor;
  }
  interface HTMLElementEventMap {
    'contest-change': ContestChangeEvent;
    'contest-publish': ContestPublishEvent;
    'contest-discard': CustomEvent<object>;
  }
}
