/** Where things are. */

import { fileURLToPath } from 'node:url';

const folder = (path) => fileURLToPath(new URL(path, import.meta.url));

export const DOMAIN = 'contest-banner';
/** The repository. */
export const ROOT = folder('../../');
/** The plugins' own npm set-up. */
export const TOOLS = folder('../');
/** The plugin, as far as it is in the repository. */
export const PLUGIN = folder('../contest-banner/');
/** What a build adds to the plugin. */
export const BUILD = folder('../contest-banner/build/');
