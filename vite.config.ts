/**
 * Builds from one source: `script`, `display` and `editor`, each one self-contained file; `frame`,
 * `poster` and `board`, pages with a script of their own inside; and `package`, the modules for npm
 * users, who bring their own Lit. `npm run build` runs all (`scripts/build.mjs`).
 */

import { defineConfig, type PluginOption, type UserConfig } from 'vite';
import { INTERNAL_NAMES } from './scripts/internal-names.ts';
import {
  dropDescriptions,
  litLite,
  qrcodeLite,
  trimStyles,
  trimTemplates,
} from './scripts/vite-plugins.ts';
import {
  emitIntegrity,
  emitLicences,
  emitPage,
  emitPreamble,
  emitSchema,
} from './scripts/vite-outputs.ts';

/** The browser floor; `browserslist` in package.json names the same for the linters. */
const target = ['chrome109', 'firefox115', 'safari16.4'];

/** One self-contained file for a script tag. */
const oneFile = (
  entry: string,
  fileName: string,
  plugins: PluginOption[],
  intro = '',
  internalNames: readonly string[] = INTERNAL_NAMES,
): UserConfig => ({
  plugins: [qrcodeLite(), litLite(), dropDescriptions(), trimTemplates(), trimStyles(), ...plugins],
  build: {
    target,
    emptyOutDir: false,
    // Terser makes 2% less of it than Vite's own minifier.
    minify: 'terser',
    terserOptions: {
      ecma: 2020,
      compress: {
        passes: 2,
        hoist_funs: true,
        unsafe: true,
        pure_getters: true,
        unsafe_arrows: true,
        unsafe_methods: true,
        keep_fargs: false,
      },
      mangle: { properties: { regex: new RegExp(`^(${internalNames.join('|')})$`) } },
      format: { comments: false },
    },
    lib: { entry, formats: ['iife'], name: 'contestBanner', fileName: () => fileName },
    rolldownOptions: { output: { intro } },
  },
});

/** `dist/NAME.html`, from `NAME.html` with the script `NAME-page.ts` beside it. */
const page = (folder: string, name: string): UserConfig =>
  oneFile(`src/${folder}/${name}-page.ts`, `${name}.js`, [emitPage(`src/${folder}/${name}.html`)]);

const modules: UserConfig = {
  plugins: [qrcodeLite(), emitSchema()],
  build: {
    target,
    // What a bundler will work on stays readable.
    minify: false,
    cssMinify: true,
    emptyOutDir: false,
    lib: { entry: { index: 'src/index.ts', define: 'src/define.ts' }, formats: ['es'] },
    rolldownOptions: {
      external: /^(@?lit)\b/,
      output: { chunkFileNames: 'elements.js' },
    },
  },
};

/** What a builder makes hand-outs with, an ES module with all it needs. */
const handout: UserConfig = {
  plugins: [qrcodeLite(), dropDescriptions()],
  build: {
    target,
    emptyOutDir: false,
    lib: { entry: 'src/handout/index.ts', formats: ['es'], fileName: () => 'handout.js' },
    rolldownOptions: {
      output: { minify: { compress: true, mangle: true, codegen: { removeWhitespace: true } } },
    },
  },
};

const modes: Record<string, UserConfig> = {
  script: oneFile(
    'src/embed/script.ts',
    'contest-banner.js',
    [emitPreamble(), emitIntegrity(), emitLicences()],
    // Not what an element of that id would answer to.
    "if (Object.hasOwn(globalThis, 'contestBannerRun')) return contestBannerRun();",
  ),
  display: oneFile('src/display/define.ts', 'contest-display.js', [emitPreamble()]),
  // Its event tells of `faults`, and a few bytes more harm no visitor: no name is shortened.
  editor: oneFile('src/editor/define.ts', 'editor.js', [emitPreamble()], '', []),
  frame: page('embed', 'frame'),
  poster: page('display', 'poster'),
  board: page('display', 'board'),
  handout,
  package: modules,
};

export default defineConfig(({ mode }) => modes[mode] ?? modules);
