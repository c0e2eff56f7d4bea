/**
 * How sources and specs are served to browsers and to Node: as in the build of the one file,
 * unbundled; with `BUILD=package` as in that of the package, where Lit itself draws.
 */

import { fileURLToPath } from 'node:url';
import { loadConfigFromFile } from 'vite';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** @returns {Promise<import('vite').InlineConfig>} */
export async function testConfig() {
  const loaded = await loadConfigFromFile(
    { command: 'serve', mode: process.env.BUILD ?? 'script' },
    'vite.config.ts',
    root,
  );
  return {
    root,
    configFile: false,
    plugins: loaded.config.plugins,
    // The properties draw the same in every run, so that a red one is the change's own doing.
    define: { 'import.meta.env.SEED': process.env.SEED ?? '1' },
    appType: 'custom',
    logLevel: 'error',
    cacheDir: 'node_modules/.vite-test',
    server: { middlewareMode: true, hmr: false, ws: false, watch: null },
    // All at the start: a dependency that is found later would reload the page in the middle of a run.
    optimizeDeps: {
      noDiscovery: true,
      include: ['lit', 'chai', 'axe-core', 'fast-check', 'jsqr', 'fflate', 'papaparse'],
      exclude: ['qrcode'],
    },
    ssr: { noExternal: ['qrcode'] },
  };
}
