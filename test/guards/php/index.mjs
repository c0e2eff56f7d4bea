/** The guards of the plugin, by kind: as those of the element, in `../typescript/`. */

import { groups as administration } from './administration.mjs';
import { groups as definitions } from './definitions.mjs';
import { groups as pages } from './pages.mjs';
import { groups as reading } from './reading.mjs';
import { groups as storing } from './storing.mjs';

/** @type {import('../typescript/index.mjs').groups} */
export const groups = [...definitions, ...reading, ...storing, ...pages, ...administration];
