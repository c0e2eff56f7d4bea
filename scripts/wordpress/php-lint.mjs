/**
 * `php -l` under versions of PHP that are not installed: their WebAssembly builds, in this process.
 *
 *   node scripts/wordpress/php-lint.mjs 7.4 8.5 -- FILE…
 *
 * Ends with 1 where a version says anything but that all is well, a deprecation included. The builds
 * are dependencies of the plugin, one package a version.
 */

import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

const WELL = /^No syntax errors detected in .*$/gm;

/** Before this version `php -l` looks at the first file that it is given only. */
const MANY = '8.3';

const resolveFrom = createRequire(new URL('../../wp-plugin/package.json', import.meta.url)).resolve;

/** The packages have an entry for modules and one for `require`, and are resolved as the latter. */
const load = async (name) => import(pathToFileURL(resolveFrom(name)).href);

/** @returns {Promise<(files: Map<string, string>) => Promise<string>>} what `php -l` says of files */
async function linterOf(version) {
  const { PHP, loadPHPRuntime } = await load('@php-wasm/universal');
  const build = await load(`@php-wasm/node-${version.replace('.', '-')}`);
  const loader = await build.getPHPLoaderModule();
  // Compiled once: every command line needs an instance of its own.
  const compiled = await WebAssembly.compile(await readFile(loader.dependencyFilename));

  return async (files) => {
    const runtime = await loadPHPRuntime(loader, {
      quit: (code, error) => {
        throw error;
      },
      instantiateWasm: (imports, done) => {
        WebAssembly.instantiate(compiled, imports).then((instance) => done(instance, compiled));
        return {};
      },
    });
    const php = new PHP(runtime);
    for (const [path, code] of files) {
      php.mkdirTree(path.replace(/[^/]*$/, ''));
      php.writeFile(path, code);
    }
    const settings = ['error_reporting=-1', 'display_errors=1', 'log_errors=0'];
    const args = [...settings.flatMap((setting) => ['-d', setting]), '-l', ...files.keys()];
    const answer = await php.cli(['php', ...args]);
    return answer.stdoutText;
  };
}

async function lint(version, files) {
  const linter = await linterOf(version);
  const takesMany = version.localeCompare(MANY, 'en', { numeric: true }) >= 0;
  const portions = takesMany ? [files] : [...files].map((file) => new Map([file]));
  let found = '';
  let well = 0;
  for (const portion of portions) {
    const said = await linter(portion);
    well += said.match(WELL)?.length ?? 0;
    found += said.replace(WELL, '');
  }
  const messages = found.trim().replace(/\n{2,}/g, '\n');
  if (messages) console.error(`PHP ${version}\n${messages}`);
  else console.log(`PHP ${version}: ${well} files`);
  // A crash may leave no message.
  return !messages && well === files.size;
}

const split = process.argv.indexOf('--');
const versions = process.argv.slice(2, split);
const paths = process.argv.slice(split + 1);
if (split < 0 || !versions.length || !paths.length) {
  console.error('node scripts/wordpress/php-lint.mjs VERSION… -- FILE…');
  process.exit(2);
}
const files = new Map();
for (const path of paths) files.set(resolve(path), await readFile(path, 'utf8'));
let isWell = true;
for (const version of versions) isWell = (await lint(version, files)) && isWell;
process.exitCode = isWell ? 0 : 1;
