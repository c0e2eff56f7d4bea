/**
 * Shows that the guards are watched: takes each one out, in a copy of the tree, and sees a test turn
 * red. One that nobody misses is a failure.
 *
 *   npm run guards
 *   npm run guards -- --only picture
 *   npm run guards -- --check      whether the list is up to date, and no more
 */

import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { installTools } from '../../scripts/wordpress/composer.mjs';
import { requirements } from '../../scripts/wordpress/php.mjs';
import { startSite } from '../wordpress/php-specs.mjs';
import { groups as php } from './php/index.mjs';
import { renewable, runSpecs } from './specs.mjs';
import { copyOfTree, outOfDate, ROOT, takeOut } from './tree.mjs';
import { groups as typescript } from './typescript/index.mjs';

const { values } = parseArgs({
  options: { only: { type: 'string', default: '' }, check: { type: 'boolean', default: false } },
});

/** The guards of some groups, each with what its group says of all. */
const listed = (groups) =>
  groups
    .flatMap(({ kind, guards, ...all }) => guards.map((guard) => ({ kind, ...all, ...guard })))
    .filter(({ kind, guard, file }) => `${kind}: ${guard} ${file}`.includes(values.only));

const sums = { passed: 0, failed: 0 };
const tell = (passed, line) => {
  sums[passed ? 'passed' : 'failed']++;
  console.log(`${passed ? '✓' : '✗'} ${line}`);
};

/** Errors of the code itself: what is no longer code has not been tested. */
const isBroken = (file, error) =>
  (file.endsWith('.php') ? /^(Parse|Compile)?Error$/ : /^(Reference|Syntax)Error$/).test(error);

/** Takes a guard out and says which test noticed. */
async function watch(guard, tree, site) {
  const putBack = takeOut(guard, tree);
  const { ran, failures, output } = await runSpecs(guard.specs, tree, site).finally(putBack);
  const noticed = failures.find(({ error }) => !isBroken(guard.file, error));
  const name = `${guard.kind}: ${guard.guard}`;
  if (noticed) return tell(true, `${name} (${noticed.test})`);
  if (ran && !failures.length && !output)
    return tell(false, `${name}: no test notices its removal`);
  return tell(false, `${name}: its removal broke the run, and showed nothing\n${output}`);
}

/** The guards of one language, one after the other, once their specs are green without a change. */
async function watchAll(guards, tree, site) {
  const specs = [...new Set(guards.flatMap((guard) => guard.specs))];
  if (!specs.length) return;
  const { ran, output } = await runSpecs(specs, tree, site);
  if (!ran || output)
    return tell(false, `nothing is taken out, and these are not green:\n${output}`);
  for (const guard of guards) await watch(guard, tree, site);
}

/** Those of PHP, on one site for all. */
async function watchPhp(guards, tree) {
  if (!guards.length) return;
  const site = await startSite(tree);
  undo.push(site.stop);
  await watchAll(guards, tree, await renewable(site));
}

/** What the plugin needs to be run. */
function prepare() {
  for (const line of requirements({ composer: true })) tell(false, line);
  if (sums.failed) return;
  installTools();
  if (!existsSync(join(ROOT, 'wp-plugin/contest-banner/build/contest.schema.json')))
    execFileSync('npm', ['run', 'build:wordpress'], { cwd: ROOT, stdio: 'inherit' });
}

const undo = [];
const all = { typescript: listed(typescript), php: listed(php) };
for (const guard of [...all.typescript, ...all.php])
  for (const line of outOfDate(guard))
    tell(false, `the list is out of date: ${guard.guard}: ${line}`);
if (values.check) process.exit(sums.failed ? 1 : 0);

if (!sums.failed && all.php.length) prepare();
if (!sums.failed)
  try {
    const tree = await copyOfTree(undo);
    // Each language has files of its own, so that the two do not meet.
    await Promise.all([watchAll(all.typescript, tree), watchPhp(all.php, tree)]);
  } finally {
    for (const step of undo.reverse()) await step();
  }
console.log(`${sums.passed} passed, ${sums.failed} failed`);
process.exitCode = sums.failed || !sums.passed ? 1 : 0;
