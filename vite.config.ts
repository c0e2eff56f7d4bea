/**
 * Two builds from one source: `script`, one self-contained file for a script tag, and `package`,
 * the modules for npm users, who bring their own Lit. `npm run build` runs both.
 */

import { defineConfig, type UserConfig } from 'vite';
import { INTERNAL_NAMES } from './scripts/internal-names.ts';
import {
  dropDescriptions,
  litLite,
  qrcodeLite,
  trimStyles,
  trimTemplates,
} from './scripts/vite-plugins.ts';
import { emitIntegrity, emitLicences, emitPreamble, emitSchema } from './scripts/vite-outputs.ts';

/** The browser floor; `browserslist` in package.json names the same for the linters. */
const target = ['chrome109', 'firefox115', 'safari16.4'];

const script: UserConfig = {
  plugins: [
    qrcodeLite(),
    litLite(),
    dropDescriptions(),
    trimTemplates(),
    trimStyles(),
    emitPreamble(),
    emitIntegrity(),
    emitLicences(),
  ],
  build: {
    target,
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
      mangle: { properties: { regex: new RegExp(`^(${INTERNAL_NAMES.join('|')})$`) } },
      format: { comments: false },
    },
    lib: {
      entry: 'src/embed/script.ts',
      formats: ['iife'],
      name: 'contestBanner',
      fileName: () => 'contest-banner.js',
    },
    rolldownOptions: {
      output: {
        // Not what an element of that id would answer to.
        intro: "if (Object.hasOwn(globalThis, 'contestBannerRun')) return contestBannerRun();",
      },
    },
  },
};

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

export default defineConfig(({ mode }) => (mode === 'script' ? script : modules));
