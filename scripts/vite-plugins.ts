/** What building and testing do besides bundling. */

import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';

const source = (path: string) => fileURLToPath(new URL(`../src/${path}`, import.meta.url));

/** What stands in the code of a dependency, and what is put there instead. */
export type Cuts = readonly (readonly [was: string | RegExp, becomes: string])[];

/** Throws where a cut is not met: the dependency is then not the version we know. */
export const cut = (code: string, cuts: Cuts): string =>
  cuts.reduce((rest, [was, becomes]) => {
    const changed = rest.replace(was, becomes);
    if (changed === rest) throw new Error(`a dependency is not the version we know: no ${was}`);
    return changed;
  }, code);

/** The modules inside `qrcode` that `src/contest/qrcode-lite.ts` stands in for. */
const REPLACED =
  /^\.\/(segments|mode|version|utils|error-correction-(code|level)|mask-pattern|reed-solomon-encoder)$/;

/**
 * Serves `qrcode`'s encoder as ES modules, with the small stand-ins for what we do not need of it.
 * As CommonJS each of its 20 files would bring a wrapper along, and nothing unused could be dropped.
 */
export const qrcodeLite = (): Plugin => ({
  name: 'qrcode-lite',
  enforce: 'pre',
  resolveId(name, importer) {
    return REPLACED.test(name) && importer?.includes('/qrcode/lib/core/')
      ? source('contest/qrcode-lite.ts')
      : undefined;
  },
  transform(code, id) {
    if (!id.includes('/qrcode/lib/core/')) return;
    return (
      (id.endsWith('/qrcode.js') ? cut(code, QRCODE_CUTS) : code)
        .replace(/^const (\w+) = require\((.*?)\)\.(\w+)$/gm, 'import { $3 as $1 } from $2')
        .replace(
          /^const (BitBuffer|BitMatrix|ReedSolomonEncoder) = require\((.*?)\)/gm,
          'import $1 from $2',
        )
        .replace(/^const (\w+) = require\((.*?)\)/gm, 'import * as $1 from $2')
        .replace(/^module\.exports = /gm, 'export default ')
        .replace(/^exports\.(\w+) = function (\w+)? ?\(/gm, 'export function $1 (')
        .replace(/^exports\.(\w+) = /gm, 'export const $1 = ')
        .replace(/\bexports\./g, '')
        // Nobody reads them: what cannot be encoded is not drawn.
        .replace(/new Error\([^]*?\)(?=\n)/g, 'new Error()')
    );
  },
});

/** What `create` does with options and with ready-made segments: we pass neither, and want modules only. */
const QRCODE_CUTS: Cuts = [
  [/  if \(typeof options !== 'undefined'\) \{[^]*?\n  \}\n/, ''],
  [/if \(Array\.isArray\(data\)\) \{[^]*?\} else (?=if)/, ''],
  ["typeof data === 'string'", 'true'],
  ['!estimatedVersion', 'true'],
  [/if \(!version\) \{[^]*?(?=  const dataBits)/, 'version = bestVersion\n'],
  ['isNaN(maskPattern)', 'true'],
  [/return \{\n    modules: modules,[^]*?\}/, 'return { modules }'],
];

/** Names inside `qrcode` and its stand-ins that the minifier may shorten. */
export const QRCODE_INTERNAL =
  '(getLengthInBits|putBit|isReserved|reservedBit|getLength|getBitsLength|ccBits|pieces)$';

/** The schema's descriptions are for readers of `contest.schema.json`, not for visitors. */
export const dropDescriptions = (): Plugin => ({
  name: 'drop-descriptions',
  apply: 'build',
  enforce: 'pre',
  transform(code, id) {
    if (!id.endsWith('/src/contest/schema.ts')) return;
    return code.replace(/description:\s*(['"])(?:\\.|(?!\1).)*\1,/g, '');
  },
});

/** Takes the indentation out of Lit's templates; no text depends on it. */
export const trimTemplates = (): Plugin => ({
  name: 'trim-templates',
  apply: 'build',
  enforce: 'pre',
  transform(code, id) {
    if (!/\/src\/elements\/.*\.ts$/.test(id)) return;
    return code
      .replace(/html`\s+/g, 'html`')
      .replace(/>\s+`/g, '>`')
      .replace(/>\s*\n\s*(?=<|\$\{)/g, '>')
      .replace(/\}\s*\n\s*(?=<|\$\{)/g, '}')
      .replace(/\n\s*(?=\/?>)/g, '')
      .replace(/\n\s*(?=[.@?]?[\w-]+=["$])/g, ' ');
  },
});
