/**
 * Two builds from one source: `script`, one self-contained file for a script tag, and `package`,
 * the modules for npm users, who bring their own Lit. `npm run build` runs both.
 */

import { defineConfig } from 'vite';
import { dropDescriptions, qrcodeLite, trimTemplates } from './scripts/vite-plugins.ts';

/** The browser floor: CONTRIBUTING.md says why. */
const target = ['chrome109', 'firefox115', 'safari16.4'];

export default defineConfig(({ mode }) => ({
  plugins: [qrcodeLite(), ...(mode === 'script' ? [dropDescriptions(), trimTemplates()] : [])],
  build: {
    target,
    emptyOutDir: mode === 'script',
    // Vite keeps white space in library builds unless told otherwise.
    rolldownOptions: {
      external: mode === 'script' ? [] : [/^lit/, /^@lit/],
      output: {
        minify:
          mode === 'script'
            ? { compress: true, mangle: true, codegen: { removeWhitespace: true } }
            : false,
        comments: { legal: false },
      },
    },
    lib:
      mode === 'script'
        ? {
            entry: 'src/embed/script.ts',
            formats: ['iife'],
            name: 'contestBanner',
            fileName: () => 'contest-banner.js',
          }
        : {
            entry: { index: 'src/index.ts', define: 'src/define.ts' },
            formats: ['es'],
          },
  },
}));
