/**
 * Builds twice, in two folders, and compares the bytes of everything that ships, so that anyone can
 * make what we publish from its sources. Prints the SHA-256 of each file.
 *
 *   npm run reproduce              the last commit from nothing, the plugin's zip included
 *   npm run reproduce -- --quick   the element alone, with the packages that are installed here
 */

import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const quick = process.argv.includes('--quick');
const top = mkdtempSync(join(tmpdir(), 'contest-banner-'));

/** What may differ between two people: where they build, in which time zone and language. */
const BUILDERS = [
  { folder: 'a', env: { TZ: 'UTC', LANG: 'C' } },
  { folder: 'somebody-else/with a longer path', env: { TZ: 'Asia/Ho_Chi_Minh', LANG: 'C.UTF-8' } },
];

function run(command, cwd, env = {}) {
  const { status, stdout, stderr } = spawnSync(command, {
    cwd,
    shell: true,
    encoding: 'utf8',
    env: { ...process.env, ...env },
  });
  if (status !== 0) throw new Error(`${command}\n${stdout}${stderr}`);
}

/** @returns {Record<string, string>} SHA-256 by file */
function build({ folder, env }) {
  const place = join(top, folder);
  mkdirSync(place, { recursive: true });
  run(`git archive HEAD | tar -x -C "${place}"`, ROOT);
  // Links to the files, or copies: a link to the folder would be seen in the paths.
  if (quick) run(`cp -al "${ROOT}node_modules" . || cp -a "${ROOT}node_modules" .`, place);
  else run('npm ci', place, env);
  run('npm run build', place, env);
  if (!quick) run('npm run build:wordpress', place, env);
  return Object.fromEntries(
    readdirSync(join(place, 'dist'), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .sort()
      .map((file) => [
        file.slice(join(place, 'dist/').length),
        createHash('sha256').update(readFileSync(file)).digest('hex'),
      ]),
  );
}

try {
  const [one, other] = BUILDERS.map(build);
  const names = [...new Set([...Object.keys(one), ...Object.keys(other)])];
  const different = names.filter((name) => one[name] !== other[name]);
  for (const name of names) console.log(`${one[name]}  ${name}`);
  if (different.length) console.log(`Not the same: ${different.join(', ')}`);
  else console.log(`${names.length} files, the same bytes twice`);
  process.exitCode = different.length ? 1 : 0;
} finally {
  rmSync(top, { recursive: true, force: true });
}
