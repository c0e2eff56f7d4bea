/** What building and testing do besides bundling. */

import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';

const lite = fileURLToPath(new URL('../src/contest/qrcode-lite.ts', import.meta.url));

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
  resolveId(source, importer) {
    return REPLACED.test(source) && importer?.includes('/qrcode/lib/core/') ? lite : undefined;
  },
  transform(code, id) {
    if (!id.includes('/qrcode/lib/core/')) return;
    return (
      (id.endsWith('/qrcode.js') ? withoutOptions(code) : code)
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

/** Takes out what `create` does with options and with ready-made segments: we pass neither. */
function withoutOptions(code: string): string {
  const options = /  if \(typeof options !== 'undefined'\) \{[^]*?\n  \}\n/;
  const ready = /if \(Array\.isArray\(data\)\) \{[^]*?\} else (?=if)/;
  if (!options.test(code) || !ready.test(code))
    throw new Error('qrcode is not the version we know');
  return code.replace(options, '').replace(ready, '');
}

/** The schema's descriptions are for readers of `contest.schema.json`, not for visitors. */
export const dropDescriptions = (): Plugin => ({
  name: 'drop-descriptions',
  enforce: 'pre',
  transform(code, id) {
    if (!id.endsWith('/src/contest/schema.ts')) return;
    return code.replace(/description:\s*(['"])(?:\\.|(?!\1).)*\1,/g, '');
  },
});

/** Takes the indentation out of Lit's templates; no text depends on it. */
export const trimTemplates = (): Plugin => ({
  name: 'trim-templates',
  enforce: 'pre',
  transform(code, id) {
    if (!/\/src\/elements\/.*\.ts$/.test(id)) return;
    return code
      .replace(/>\s*\n\s*(?=<|\$\{)/g, '>')
      .replace(/\}\s*\n\s*(?=<|\$\{)/g, '}')
      .replace(/\n\s*(?=\/?>|[.@?]?[\w-]+=["$])/g, ' ');
  },
});
