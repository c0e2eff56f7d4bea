/** Builds everything that `vite.config.ts` knows into `dist/`. */

import { rmSync } from 'node:fs';
import { build } from 'vite';

const MODES = ['script', 'display', 'editor', 'frame', 'poster', 'board', 'handout', 'package'];

rmSync('dist', { recursive: true, force: true });
for (const mode of MODES) await build({ mode, logLevel: 'warn' });
