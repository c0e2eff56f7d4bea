/** The guards of the element, by kind. A text that is replaced stands in its file just once. */

import { groups as addresses } from './addresses.mjs';
import { groups as definitions } from './definitions.mjs';
import { groups as display } from './display.mjs';
import { groups as drawing } from './drawing.mjs';
import { groups as editor } from './editor.mjs';
import { groups as frames } from './frames.mjs';
import { groups as handout } from './handout.mjs';
import { groups as pages } from './pages.mjs';
import { groups as sources } from './sources.mjs';

/**
 * @typedef {object} Guard
 * @property {string} guard what is safe by it, in a sentence
 * @property {string} file where it stands
 * @property {string} was its text
 * @property {string} becomes what stands there without it
 * @property {string[]} specs the specs that are expected to notice
 * @property {{file?: string, was: string, becomes: string}[]} [doubledBy] guards that would step in, and are
 *   taken out with it
 */

/** @type {{kind: string, file?: string, specs?: string[], guards: Partial<Guard>[]}[]} */
export const groups = [
  ...addresses,
  ...definitions,
  ...sources,
  ...drawing,
  ...display,
  ...editor,
  ...frames,
  ...handout,
  ...pages,
];
