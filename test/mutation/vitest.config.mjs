/** How Stryker runs the specs of the pure modules: under Vitest, compiled as `npm test` compiles them. */

import { defineConfig } from 'vitest/config';
import { BaseSequencer } from 'vitest/node';
import { testConfig } from '../harness/vite-config.mjs';

const { root, plugins } = await testConfig();

/** The first failure ends a run, so those that take long come last: the walks over time, the QR codes. */
class QuickFirst extends BaseSequencer {
  async sort(files) {
    const cost = ({ moduleId }) =>
      ['phase-next.', 'qr.', 'qr-size.'].findIndex((name) => moduleId.includes(`/${name}`));
    return files.sort((a, b) => cost(a) - cost(b));
  }
}

export default defineConfig({
  root,
  plugins,
  cacheDir: 'node_modules/.vite-test',
  test: {
    // The specs are written for mocha, which puts `describe` and `it` there.
    globals: true,
    include: [
      'test/contest/*.test.ts',
      'test/source/{copy,clock,small-case}.test.ts',
      'test/elements/settings.test.ts',
    ],
    // The encoder is compiled with ours, as in the build.
    server: { deps: { inline: ['qrcode'] } },
    sequence: { sequencer: QuickFirst },
    testTimeout: 60_000,
  },
});
