/** Prints what failed, with the browser, and leaves the sums for `test/run.mjs`. */

import { writeFileSync } from 'node:fs';

const walk = (suite, names, visit) => {
  for (const test of suite?.tests ?? []) visit([...names, test.name].join(' › '), test);
  for (const inner of suite?.suites ?? []) walk(inner, [...names, inner.name], visit);
};

/** @returns {import('@web/test-runner-core').Reporter} */
export const reporter = () => ({
  async stop({ sessions }) {
    const sums = { passed: 0, failed: 0, skipped: 0 };
    /** The tests that failed, for whoever wants to know which. */
    const failures = [];
    for (const session of sessions) {
      const where = `${session.browser.name} ${session.testFile}`;
      const lines = [];
      let seen = 0;
      walk(session.testResults, [], (name, { passed, skipped, error }) => {
        seen++;
        sums[skipped ? 'skipped' : passed ? 'passed' : 'failed']++;
        if (skipped || passed) return;
        failures.push({ test: name, error: error?.name });
        lines.push(`✗ ${name}\n    ${error?.message ?? ''}\n${error?.stack ?? ''}`);
      });
      // A file that cannot be loaded, and one without a test, has proven nothing.
      if (!seen || session.errors.length) {
        sums.failed++;
        lines.push(
          `✗ ${session.errors.map(({ message, stack }) => `${message}\n${stack ?? ''}`).join('\n') || 'no test ran'}`,
        );
      }
      if (lines.length)
        console.log(
          [`\n${where}`, ...lines, ...session.logs.map((log) => `    ${log.join(' ')}`)].join('\n'),
        );
    }
    if (process.env.RESULTS_FILE)
      writeFileSync(process.env.RESULTS_FILE, JSON.stringify({ ...sums, failures }));
  },
});
