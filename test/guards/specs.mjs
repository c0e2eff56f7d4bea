/** Runs the specs of a tree, each kind where it runs, and tells which tests failed. */

import { copyFile, readFile, rm } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { startGroup } from '../../scripts/wordpress/processes.mjs';
import { isPure } from '../harness/specs.mjs';
import { endOf, runPhpSpecs } from '../wordpress/php-specs.mjs';

/** What hangs is ended after so many ms, and has shown nothing. */
const PATIENCE = 5 * 60_000;

const isPhp = (spec) => spec.endsWith('.php');
const isPage = (spec) => spec.startsWith('test/pages/');
const isDrawn = (spec) => spec.endsWith('.test.ts') && !isPure(spec);

/**
 * @typedef {object} Outcome
 * @property {number} ran how many tests ran
 * @property {{test: string, error: string}[]} failures the tests that failed, and by what kind of error
 * @property {string} output of a run that failed
 */

/** Runs specs of any kinds. @returns {Promise<Outcome>} */
export async function runSpecs(specs, tree, site) {
  const [php, rest] = [specs.filter(isPhp), specs.filter((spec) => !isPhp(spec))];
  const [drawn, inNode] = [rest.filter(isDrawn), rest.filter((spec) => !isDrawn(spec))];
  const outcomes = [];
  for (const mode of rest.some(isPage) ? ['script', 'frame'] : []) {
    const built = await run(tree, 'vite/bin/vite.js', [
      'build',
      '--mode',
      mode,
      '--logLevel=error',
    ]);
    if (built.status !== 0) return { ran: 0, failures: [], output: built.output };
  }
  if (inNode.length) outcomes.push(await run(tree, '../test/harness/node.mjs', inNode));
  if (drawn.length)
    outcomes.push(await run(tree, '@web/test-runner/dist/bin.js', inBrowser(drawn)));
  if (php.length) outcomes.push(await runPhp(tree, site, php));
  return {
    ran: outcomes.reduce((sum, { passed = 0, failed = 0 }) => sum + passed + failed, 0),
    failures: outcomes.flatMap(({ failures = [] }) => failures),
    output: outcomes
      .filter(({ status }) => status !== 0)
      .map(({ output }) => output)
      .join('\n'),
  };
}

const inBrowser = (specs) => [
  ...['--config', 'test/web-test-runner.config.mjs'],
  ...specs.flatMap((spec) => ['--files', spec]),
];

let runs = 0;

/** Runs a script of a package, in a tree. */
async function run(tree, script, args) {
  const results = join(tree, `results-${++runs}.json`);
  const { child, stop } = startGroup(
    process.execPath,
    [join(tree, 'node_modules', script), ...args],
    {
      cwd: tree,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: {
        ...process.env,
        RESULTS_FILE: results,
        BROWSERS: 'chromium',
        BAIL: '1',
        SPEC_PATIENCE: '90000',
        TZ: 'Asia/Ho_Chi_Minh',
      },
    },
  );
  const timer = setTimeout(stop, PATIENCE);
  const { status, output } = await endOf(child);
  clearTimeout(timer);
  await stop();
  const sums = await readFile(results, 'utf8').catch(() => '{}');
  await rm(results, { force: true });
  return { status, output, ...JSON.parse(sums) };
}

/** Runs PHP specs on a site as it was at first, whatever the run before has left in it. */
async function runPhp(tree, site, specs) {
  await site.renew();
  const classes = specs.map((spec) => basename(spec, '.php')).join('|');
  return runPhpSpecs(site, tree, {
    args: ['--filter', `\\\\(${classes})::`],
    patience: PATIENCE,
  });
}

/** Lets a site be put back into the state it is in now. */
export async function renewable(site) {
  const database = join(site.folder, 'database/wordpress.sqlite');
  const kept = join(site.folder, 'kept.sqlite');
  const pictures = join(site.folder, 'wordpress/wp-content/uploads/contest-banner');
  await copyFile(database, kept);
  return {
    ...site,
    async renew() {
      await copyFile(kept, database);
      await rm(pictures, { recursive: true, force: true });
    },
  };
}
