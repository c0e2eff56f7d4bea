/** The plug-in as WordPress installs it. */

import { readdirSync, readFileSync, statSync } from 'node:fs';
import { zipSync } from 'fflate';
import { DOMAIN, PLUGIN, ROOT } from './paths.mjs';

/** What is shipped of the plug-in's folder; hidden files and source maps never. */
const SHIPPED = /^([^/]+\.php|readme\.txt|includes\/.+|build\/.+|languages\/.+\.pot)$/;
const LEFT_OUT = /(^|\/)\.|\.map$/;

/** Of the clock on the wall, as zips have it: the same bytes in every time zone. */
const MODIFIED = new Date(2020, 0, 1);

/** @returns {Uint8Array} the same bytes for the same files */
export function pack() {
  const files = readdirSync(PLUGIN, { recursive: true })
    .map((file) => file.replaceAll('\\', '/'))
    .filter(
      (file) => SHIPPED.test(file) && !LEFT_OUT.test(file) && statSync(PLUGIN + file).isFile(),
    )
    .map((file) => [file, PLUGIN + file]);
  files.push(['LICENSE', `${ROOT}LICENSE`]);
  const entries = files
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([name, path]) => [`${DOMAIN}/${name}`, readFileSync(path)]);
  return zipSync(Object.fromEntries(entries), { level: 9, mtime: MODIFIED });
}
