/**
 * Runs the PHP specs in a WordPress of its own, as a production site.
 *
 *   node test/wordpress/phpunit.mjs [--core newest|middle|oldest] [--database sqlite|mariadb] [-- PHPUnit's own]
 */

import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { installTools } from '../../scripts/wordpress/composer.mjs';
import { runPhpSpecs, startSite } from './php-specs.mjs';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

const { values, positionals } = parseArgs({
  options: {
    core: { type: 'string', default: 'newest' },
    database: { type: 'string', default: 'sqlite' },
  },
  allowPositionals: true,
});

installTools();
const site = await startSite(ROOT, values);
const { database } = values;
const { status, passed, failed, skipped } = await runPhpSpecs(site, ROOT, {
  database,
  args: positionals,
});
const problems = await site.problems();
if (problems.length) console.log(`PHP complained:\n${problems.join('\n')}`);
// Without sums PHPUnit did not get to its end, and its status says so.
if (process.env.RESULTS_FILE && passed !== undefined)
  writeFileSync(process.env.RESULTS_FILE, JSON.stringify({ passed, failed, skipped }));
await site.stop();
process.exitCode = status !== 0 || problems.length ? 1 : 0;
