/**
 * Runs specs in Node under mocha, TypeScript through Vite: pure modules, and specs that drive a
 * browser themselves.
 *
 *   TZ=Pacific/Apia node test/harness/node.mjs test/contest test/source/copy.test.ts
 */

import { readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Mocha from 'mocha';
import { createServer } from 'vite';
import { testConfig } from './vite-config.mjs';

const files = process.argv.slice(2).flatMap((path) =>
  statSync(path).isFile()
    ? path
    : readdirSync(path, { recursive: true })
        .filter((file) => /\.(test|spec)\.ts$/.test(file))
        .map((file) => join(path, file)),
);

const vite = await createServer(await testConfig());
// One failed test is enough for whoever only asks whether there is one.
const bail = Boolean(process.env.BAIL);
const mocha = new Mocha({ reporter: 'dot', timeout: 60_000, bail });
const sums = { passed: 0, failed: 0, skipped: 0 };
/** The tests that failed, for whoever wants to know which. */
const failures = [];

for (const file of files.sort()) {
  mocha.suite.emit('pre-require', globalThis, file, mocha);
  const before = mocha.suite.total();
  try {
    await vite.ssrLoadModule(`/${file}`);
    if (mocha.suite.total() === before) throw new Error('no test in it');
  } catch (error) {
    // A file that cannot be loaded, and one without a test, has proven nothing.
    sums.failed++;
    console.log(`✗ ${file}\n${error.stack}`);
  }
}

await new Promise((finished) => {
  const runner = mocha.run(finished);
  runner.on('pass', () => sums.passed++);
  runner.on('fail', (test, { name }) => {
    sums.failed++;
    if (test.type === 'test') failures.push({ test: test.fullTitle(), error: name });
  });
  runner.on('pending', () => sums.skipped++);
});
await vite.close();

if (process.env.RESULTS_FILE)
  writeFileSync(process.env.RESULTS_FILE, JSON.stringify({ ...sums, failures }));
// Browsers that a spec left behind must not keep the process.
process.exit(sums.failed ? 1 : 0);
