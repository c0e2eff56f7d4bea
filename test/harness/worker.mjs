/**
 * A thread that runs a TypeScript module through Vite: its default export is called with each
 * message and its answer is sent back.
 */

import { parentPort, workerData } from 'node:worker_threads';
import { createServer } from 'vite';
import { testConfig } from './vite-config.mjs';

const vite = await createServer({
  ...(await testConfig()),
  // Nothing here goes to a browser.
  optimizeDeps: { noDiscovery: true },
});
const { default: answer } = await vite.ssrLoadModule(workerData.module);
parentPort.on('message', async (message) => {
  if (message === null) {
    await vite.close();
    return parentPort.close();
  }
  return parentPort.postMessage(await answer(message));
});
