/**
 * Breaks the pure modules in every small way there is and runs their specs against each: what no
 * spec notices is printed, and stands in `build/mutation/index.html` with its place in the code.
 *
 *   npm run mutation -- --mutate src/contest/phase.ts
 *
 * The properties take no part. They draw at random, and a score that comes and goes says nothing.
 */

/** @type {import('@stryker-mutator/api/core').PartialStrykerOptions} */
export default {
  mutate: [
    // `schema` is one constant literal, in which Stryker changes nothing.
    'src/contest/!(*.d|schema).ts',
    'src/source/{copy,clock,small-case}.ts',
    'src/elements/settings.ts',
  ],
  // Stryker works on a copy of the project; these have no part in it.
  ignorePatterns: ['build', 'demo', 'dist', 'wp-plugin'],
  tempDirName: 'build/mutation/tmp',

  plugins: ['@stryker-mutator/vitest-runner'],
  testRunner: 'vitest',
  vitest: { configFile: 'test/mutation/vitest.config.mjs', related: false },
  coverageAnalysis: 'perTest',
  concurrency: 1,

  reporters: ['clear-text', 'html', 'json', 'progress-append-only'],
  clearTextReporter: { logTests: false, reportTests: false },
  htmlReporter: { fileName: 'build/mutation/index.html' },
  jsonReporter: { fileName: 'build/mutation/report.json' },
  thresholds: { high: 95, low: 90, break: 90 },
};
