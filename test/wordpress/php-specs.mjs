/** Runs the PHP specs of a tree in a WordPress, as a production site. */

import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { findPhp } from '../../scripts/wordpress/php.mjs';
import { startGroup } from '../../scripts/wordpress/processes.mjs';
import { startWordPress } from '../../scripts/wordpress/server.mjs';

/** A WordPress in which the plugin of a tree is active. */
export const startSite = (root, options = {}) =>
  startWordPress({
    ...options,
    plugin: join(root, 'wp-plugin/contest-banner'),
    language: 'en_US',
    environment: 'production',
  });

/** What a process has printed once it ends. @returns {Promise<{status: number | null, output: string}>} */
export const endOf = (child) =>
  new Promise((ended) => {
    let output = '';
    child.on('error', (error) => (output += String(error)));
    for (const stream of [child.stdout, child.stderr])
      stream?.setEncoding('utf8').on('data', (text) => (output += text));
    child.on('close', (status) => ended({ status, output }));
  });

/**
 * @typedef {object} Outcome
 * @property {number | null} status
 * @property {string} output where it is not printed
 * @property {number} [passed] no sums where PHPUnit did not get to its end
 * @property {number} [failed]
 * @property {number} [skipped]
 * @property {{test: string, error: string}[]} [failures]
 */

/**
 * @param {import('../../scripts/wordpress/server.mjs').Site} site of `startSite`
 * @param {string} root whose specs are run
 * @param {object} [options]
 * @param {'sqlite' | 'mariadb'} [options.database]
 * @param {string[]} [options.args] PHPUnit's own
 * @param {number} [options.patience] ms; what it prints is then kept rather than printed
 * @returns {Promise<Outcome>}
 */
export async function runPhpSpecs(site, root, { database, args = [], patience } = {}) {
  const report = join(site.folder, 'report.xml');
  await rm(report, { force: true });
  const { child, stop } = startGroup(
    findPhp(database),
    [
      ...['-d', 'opcache.enable_cli=1', join(root, 'wp-plugin/vendor/bin/phpunit')],
      ...['-c', join(root, 'test/wordpress/php/phpunit.xml'), '--log-junit', report, ...args],
    ],
    {
      stdio: patience ? 'pipe' : 'inherit',
      env: {
        ...process.env,
        WORDPRESS_ROOT: join(site.folder, 'wordpress'),
        WORDPRESS_URL: site.url,
        WP_ENVIRONMENT_TYPE: 'production',
      },
    },
  );
  const timer = patience && setTimeout(stop, patience);
  const { status, output } = await endOf(child);
  clearTimeout(timer);
  await stop();
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
