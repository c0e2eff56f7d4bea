/**
 * All tests: `npm test`. With `--quick`, what fits in a minute: Chromium and one time zone.
 * The last line is the sum.
 */

import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureBrowsers } from '../scripts/browsers.mjs';
import { isDebianRoot } from '../scripts/debian.mjs';
import { hasChromium109 } from './harness/puppeteer-launcher.mjs';
import { DRAWN, PURE } from './harness/specs.mjs';
import { requirements } from '../scripts/wordpress/php.mjs';

const quick = process.argv.includes('--quick');

/** Vietnam, and the ends of the world: nothing may depend on where the visitor's clock stands. */
const ZONES = ['Asia/Ho_Chi_Minh', 'UTC', 'America/Los_Angeles', 'Pacific/Apia'];

/** Specs that tell times: in Chromium these run in the other zones too. */
const TIMES = [
  'test/contest/{date,instant,parse-times,phase,wording}*.test.ts',
  'test/elements/{banner-boundaries,banner-faces,banner-phases,countdown}*.test.ts',
];

const only = (patterns) => patterns.map((files) => `--files '${files}'`).join(' ');

const folder = mkdtempSync(join(tmpdir(), 'contest-banner-'));
const sums = { passed: 0, failed: 0, skipped: 0 };

/** Runs a command and says how long it took. One that counts no tests is itself one when it fails. */
function step(name, command, env = {}) {
  const results = join(folder, `${name.replace(/\W/g, '-')}.json`);
  const start = Date.now();
  const { status } = spawnSync(command, {
    shell: true,
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, ...env, RESULTS_FILE: results },
  });
  let counted;
  try {
    counted = JSON.parse(readFileSync(results, 'utf8'));
  } catch {
    counted = { passed: 0, failed: status === 0 ? 0 : 1, skipped: 0 };
  }
  if (status !== 0 && !counted.failed) counted.failed = 1;
  for (const key of Object.keys(sums)) sums[key] += counted[key];
  const seconds = ((Date.now() - start) / 1000).toFixed(1);
  console.log(`── ${name}: ${counted.passed} passed, ${counted.failed} failed, ${seconds} s\n`);
}

/** What reads pictures and paper, and the servers of the guides. */
const TOOLS = ['zbar', 'poppler', 'nginx', 'apache'];

const browsers = ensureBrowsers(quick ? ['chromium'] : ['chromium', 'firefox', 'webkit', ...TOOLS]);

if (!quick) {
  step('lint', 'npm run --silent lint');
  step('types', 'npm run --silent typecheck');
  step('build', 'npm run --silent build');
  step('size', 'npm run --silent size');
  step('reproducible', 'node scripts/reproduce.mjs --quick');
}
for (const zone of quick ? ZONES.slice(0, 1) : ZONES)
  step(`pure modules in Node, ${zone}`, `node test/harness/node.mjs ${PURE.join(' ')}`, {
    TZ: zone,
  });

const wtr = 'npx --no-install web-test-runner --config test/web-test-runner.config.mjs';
if (quick) step('Chromium', `${wtr} ${only(DRAWN)}`, { BROWSERS: 'chromium', TZ: ZONES[0] });
else {
  step('built files and pages', 'node test/harness/node.mjs test/pages');
  step('strings from outside', 'node test/harness/node.mjs test/injection');
  step('filters of portals', 'node test/harness/node.mjs test/filters');
  step('paper', 'node test/harness/node.mjs test/paper');
  step('hostile host pages', 'node test/harness/node.mjs test/portals');
  for (const browser of browsers.filter((name) => !TOOLS.includes(name)))
    step(`${browser}, ${ZONES[0]}`, wtr, { BROWSERS: browser, TZ: ZONES[0] });
  if (hasChromium109) step('Chromium 109', wtr, { BROWSERS: 'chromium109', TZ: ZONES[0] });
  for (const zone of ZONES.slice(1))
    step(`chromium, ${zone}`, `${wtr} ${only(TIMES)}`, { BROWSERS: 'chromium', TZ: zone });
  step('chromium, as a package', `${wtr} ${only(DRAWN)}`, {
    BROWSERS: 'chromium',
    BUILD: 'package',
  });
}

/** What runs the plugin, where a WordPress can be had. */
function wordpress() {
  const lacking = requirements({ database: 'mariadb', composer: true });
  if (lacking.length) {
    console.log(`WordPress is left out: ${lacking.join(' ')}`);
    // Where everything could be installed, something is wrong.
    sums[process.env.CI || isDebianRoot() ? 'failed' : 'skipped']++;
    return;
  }
  step('plugin, build', 'npm run --silent build:wordpress');
  step('plugin, translations', 'node wp-plugin/scripts/translations.mjs --check');
  step('plugin, types', 'npm --prefix wp-plugin run --silent typecheck');
  step('plugin, PHP', 'node scripts/wordpress/check-php.mjs');
  for (const [core, database] of [
    ['newest', 'sqlite'],
    ['middle', 'mariadb'],
    ['oldest', 'sqlite'],
  ])
    step(
      `PHPUnit, ${core}, ${database}`,
      `node test/wordpress/phpunit.mjs --core ${core} --database ${database}`,
    );
  step('WordPress in a browser', 'node test/harness/node.mjs test/wordpress');
}
if (!quick) wordpress();

rmSync(folder, { recursive: true, force: true });
const skipped = sums.skipped ? `, ${sums.skipped} skipped` : '';
console.log(`${sums.passed} passed, ${sums.failed} failed${skipped}`);
process.exitCode = sums.failed || !sums.passed ? 1 : 0;
