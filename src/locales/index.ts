/** The languages the elements speak. */

import { en } from './en.ts';
import { vi, type Messages } from './vi.ts';

export type { Messages };

/**
 * The wording for a language tag: English for `en` and its regions, Vietnamese for anything else.
 */
export const messagesFor = (language: string): Messages => (/^en\b/i.test(language) ? en : vi);
