/** Puts Vite in front of the test runner's own server. */

import { createServer } from 'vite';
import { testConfig } from './vite-config.mjs';

/** @returns {Promise<Pick<import('@web/test-runner').TestRunnerConfig, 'middleware' | 'plugins'>>} */
export async function withVite() {
  const vite = await createServer(await testConfig());
  const serve = (context, next) => {
    // The runner's own page and scripts.
    if (context.path === '/' || context.path.startsWith('/__web-')) return next();
    // Vite answers by itself; Koa must not answer again.
    context.respond = false;
    context.res.statusCode = 200;
    vite.middlewares(context.req, context.res, (error) => {
      context.res.statusCode = error ? 500 : 404;
      context.res.end(error?.stack);
    });
    return undefined;
  };
  return { middleware: [serve], plugins: [{ name: 'vite', serverStop: () => vite.close() }] };
}
