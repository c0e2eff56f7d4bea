/** What a bundler makes of a peer, and what our own build makes of parts of ours. */

import { build, loadConfigFromFile, mergeConfig } from 'vite';

const made = new Map();

/** Made once, however many pages ask for it. */
function once(key, make) {
  if (!made.has(key)) made.set(key, make());
  return made.get(key);
}

/** What a library's build says about nothing but the output. */
const quiet = { logLevel: 'error' };

/**
 * A webmaster's bundle: one file, minified, for the browsers we serve.
 * @param {'es' | 'iife'} format
 * @param {string} [name] of the global variable
 * @returns {Promise<string>} the code
 */
export const bundle = (entry, format, name) =>
  once(entry, async () => {
    const [{ output }] = await build({
      ...quiet,
      configFile: false,
      // React looks at it.
      define: { 'process.env.NODE_ENV': '"production"' },
      build: {
        write: false,
        target: 'chrome109',
        lib: { entry, formats: [format], name, fileName: 'bundle' },
        rolldownOptions: {
          output: {
            comments: false,
            // A library's white space is kept otherwise.
            minify: { compress: true, mangle: true, codegen: { removeWhitespace: true } },
          },
        },
      },
    });
    return output[0].code;
  });

/** A transform that gives no source map moves little: the lines stay where they were. */
const keepingLines = (plugin) =>
  plugin.transform
    ? {
        ...plugin,
        transform(...values) {
          const code = plugin.transform.apply(this, values);
          return typeof code === 'string' ? { code, map: null } : code;
        },
      }
    : plugin;

/**
 * Built as `dist/contest-banner.js` is, with all that is cut there.
 * @param {{entry: string, name: string}} [lib] another entry than the script's
 * @returns {Promise<{code: string, map: object}>}
 */
export const ownBuild = (lib) =>
  once(`ours: ${lib?.entry}`, async () => {
    const { config } = await loadConfigFromFile({ command: 'build', mode: 'script' });
    const [{ output }] = await build(
      mergeConfig(
        { ...config, plugins: config.plugins.map(keepingLines) },
        {
          ...quiet,
          configFile: false,
          build: {
            write: false,
            sourcemap: 'hidden',
            ...(lib && { lib, rolldownOptions: { output: { intro: '' } } }),
          },
        },
      ),
    );
    const { code, map } = output.find(({ type }) => type === 'chunk');
    return { code, map };
  });
