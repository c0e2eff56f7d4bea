/** Runs the PHP specs of a tree in a WordPress, as a production site. */

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { findPhp } from '../../scripts/wordpress/php.mjs';
import { startWordPress } from '../../scripts/wordpress/server.mjs';

/** A WordPress in which the plugin of a tree is active. */
export const startSite = (root, options = {}) =>
  startWordPress({
    ...options,
    plugin: join(root, 'wp-plugin/contest-banner'),
    language: 'en_US',
    environment: 'production',
  });

/**
 * @param {import('../../scripts/wordpress/server.mjs').Site} site of `startSite`
 * @param {string} root whose specs are run
 * @param {{database?: 'sqlite' | 'mariadb', args?: string[], stdio?: import('node:child_process').StdioOptions, signal?: AbortSignal}} [options]
 *   `args`: PHPUnit's own
 * @returns {Promise<{status: number | null, output: string, passed?: number, failed?: number, skipped?: number, failures?: {test: string, error: string}[]}>}
 *   `output`: where it is piped; no sums where PHPUnit did not get to its end
 */
export async function runPhpSpecs(
  site,
  root,
  { database, args = [], stdio = 'inherit', signal } = {},
) {
  const report = join(site.folder, 'report.xml');
  await rm(report, { force: true });
  const child = spawn(
    findPhp(database),
    [
      ...['-d', 'opcache.enable_cli=1', join(root, 'wp-plugin/vendor/bin/phpunit')],
      ...['-c', join(root, 'test/wordpress/php/phpunit.xml'), '--log-junit', report, ...args],
    ],
    {
      stdio,
      signal,
      killSignal: 'SIGKILL',
      env: {
        ...process.env,
        WORDPRESS_ROOT: join(site.folder, 'wordpress'),
        WORDPRESS_URL: site.url,
        WP_ENVIRONMENT_TYPE: 'production',
      },
    },
  );
  let output = '';
  child.on('error', (error) => (output += String(error)));
  for (const stream of [child.stdout, child.stderr])
    stream?.setEncoding('utf8').on('data', (text) => (output += text));
  const [status] = await once(child, 'close');
  const xml = await readFile(report, 'utf8').catch(() => '');
  return { status, output, ...(xml && sumsOf(xml)) };
}

/** What PHPUnit's report says. */
function sumsOf(xml) {
  const cases = [...xml.matchAll(/<testcase ([^>]*?)(?:\/>|>(.*?)<\/testcase>)/gs)].map(
    ([, attributes, inside = '']) => ({
      test: ['class', 'name'].map((name) => attributeOf(attributes, name)).join('::'),
      outcome: /<(failure|error|warning|skipped)\b([^>]*)/.exec(inside),
    }),
  );
  const skipped = cases.filter(({ outcome }) => outcome?.[1] === 'skipped').length;
  const failures = cases
    .filter(({ outcome }) => outcome && outcome[1] !== 'skipped')
    .map(({ test, outcome }) => ({ test, error: attributeOf(outcome[2], 'type') }));
  const failed = failures.length;
  return { passed: cases.length - failed - skipped, failed, skipped, failures };
}

const attributeOf = (attributes, name) =>
  new RegExp(`\\b${name}="([^"]*)"`).exec(attributes)?.[1].replaceAll('&quot;', '"') ?? '';
