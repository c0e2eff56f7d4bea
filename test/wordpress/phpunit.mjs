/**
 * Runs the PHP specs in a WordPress of its own, as a production site.
 *
 *   node test/wordpress/phpunit.mjs [--core newest|middle|oldest] [--database sqlite|mariadb] [-- PHPUnit's own]
 */

import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { installTools, TOOLS } from '../../scripts/wordpress/composer.mjs';
import { findPhp } from '../../scripts/wordpress/php.mjs';
import { startWordPress } from '../../scripts/wordpress/server.mjs';

const { values, positionals } = parseArgs({
  options: {
    core: { type: 'string', default: 'newest' },
    database: { type: 'string', default: 'sqlite' },
  },
  allowPositionals: true,
});

installTools();
const site = await startWordPress({
  ...values,
  plugin: `${TOOLS}contest-banner`,
  language: 'en_US',
  environment: 'production',
});
const report = join(site.folder, 'report.xml');
const { status } = spawnSync(
  findPhp(values.database),
  [
    ...['-d', 'opcache.enable_cli=1', `${TOOLS}vendor/bin/phpunit`],
    ...['-c', fileURLToPath(new URL('php/phpunit.xml', import.meta.url))],
    ...['--log-junit', report, ...positionals],
  ],
  {
    stdio: 'inherit',
    env: {
      ...process.env,
      WORDPRESS_ROOT: join(site.folder, 'wordpress'),
      WORDPRESS_URL: site.url,
      WP_ENVIRONMENT_TYPE: 'production',
    },
  },
);

const problems = await site.problems();
if (problems.length) console.log(`PHP complained:\n${problems.join('\n')}`);
if (process.env.RESULTS_FILE) {
  const xml = readFileSync(report, 'utf8');
  const sum = (name) => Number(new RegExp(`<testsuite [^>]*\\b${name}="(\\d+)"`).exec(xml)?.[1]);
  const failed = sum('failures') + sum('errors');
  const skipped = sum('skipped');
  const passed = sum('tests') - failed - skipped;
  writeFileSync(process.env.RESULTS_FILE, JSON.stringify({ passed, failed, skipped }));
}
await site.stop();
process.exitCode = status !== 0 || problems.length ? 1 : 0;
