/**
 * Checks the plugin's PHP by the tools that Composer brings: WordPress's coding standards, static
 * analysis, and `php -l` under the oldest and the newest PHP.
 *
 *   node scripts/wordpress/check-php.mjs
 */

import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { installTools, TOOLS } from './composer.mjs';
import { findPhp, requirements } from './php.mjs';

const lint = fileURLToPath(new URL('./php-lint.mjs', import.meta.url));

const lacking = requirements({ composer: true });
if (lacking.length) throw new Error(lacking.join(' '));
installTools();
const files = readdirSync(`${TOOLS}contest-banner`, { recursive: true }).filter(
  (file) => file.endsWith('.php') && !file.startsWith('build'),
);
const php = findPhp();
const failed = [
  [php, 'vendor/bin/phpcs', '-q'],
  [php, 'vendor/bin/phpstan', 'analyse', '--no-progress', '--memory-limit=1G'],
  [process.execPath, lint, '7.4', '8.5', '--', ...files.map((file) => `contest-banner/${file}`)],
].filter(
  ([program, ...args]) => spawnSync(program, args, { cwd: TOOLS, stdio: 'inherit' }).status !== 0,
);
process.exitCode = failed.length ? 1 : 0;
