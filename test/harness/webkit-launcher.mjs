/** WebKit (GTK's MiniBrowser) under Xvfb, by WebDriver; for the test runner and for page specs. */

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findBrowser } from '../../scripts/browsers.mjs';

async function freePort() {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address();
  server.close();
  return port;
}

/** A display of its own; Xvfb writes the number it took. */
async function startDisplay() {
  const xvfb = spawn(
    findBrowser('xvfb'),
    ['-displayfd', '3', '-screen', '0', '1280x1024x24', '-nolisten', 'tcp'],
    { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] },
  );
  const [number] = await once(xvfb.stdio[3], 'data');
  return { xvfb, display: `:${String(number).trim()}` };
}

/** One WebDriver session. */
export async function startWebKit() {
  const home = await mkdtemp(join(tmpdir(), 'webkit-'));
  const { xvfb, display } = await startDisplay();
  const port = await freePort();
  const driver = spawn(findBrowser('webkit'), [`--port=${port}`, '--host=127.0.0.1'], {
    stdio: 'ignore',
    env: {
      ...process.env,
      DISPLAY: display,
      HOME: home,
      XDG_RUNTIME_DIR: home,
      // As root there is no sandbox to be had, nor a graphics card on a server.
      WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: '1',
      WEBKIT_DISABLE_COMPOSITING_MODE: '1',
      LIBGL_ALWAYS_SOFTWARE: '1',
      NO_AT_BRIDGE: '1',
    },
  });

  const stop = async () => {
    driver.kill();
    xvfb.kill();
    await rm(home, { recursive: true, force: true, maxRetries: 5 });
  };

  const call = async (method, path, body) => {
    const response = await fetch(`http://127.0.0.1:${port}${path}`, {
      method,
      ...(body && { body: JSON.stringify(body) }),
    });
    const { value } = await response.json();
    if (!response.ok) throw new Error(`WebKit: ${value.error}: ${value.message}`);
    return value;
  };

  const started = async (tries = 50) => {
    try {
      return await call('POST', '/session', { capabilities: { alwaysMatch: {} } });
    } catch (error) {
      if (!tries || !/fetch failed/.test(error.message)) throw error;
      await new Promise((resolve) => setTimeout(resolve, 100));
      return started(tries - 1);
    }
  };

  try {
    const { sessionId } = await started();
    const session = (method, path, body) => call(method, `/session/${sessionId}${path}`, body);
    await session('POST', '/timeouts', { script: 60_000, pageLoad: 60_000 });
    return {
      session,
      navigate: (url) => session('POST', '/url', { url }),
      evaluate: (script, ...args) => session('POST', '/execute/sync', { script, args }),
      click: (x, y) =>
        session('POST', '/actions', {
          actions: [
            {
              type: 'pointer',
              id: 'mouse',
              parameters: { pointerType: 'mouse' },
              actions: [
                { type: 'pointerMove', x: Math.round(x), y: Math.round(y) },
                { type: 'pointerDown', button: 0 },
                { type: 'pointerUp', button: 0 },
              ],
            },
          ],
        }),
      screenshot: async () => Buffer.from(await session('GET', '/screenshot'), 'base64'),
      close: async () => {
        await session('DELETE', '').catch(() => undefined);
        await stop();
      },
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** @returns {import('@web/test-runner-core').BrowserLauncher} */
export function webkitLauncher() {
  let webkit;
  let active;
  return {
    name: 'webkit',
    type: 'webkit',
    // One window: MiniBrowser throttles what is not in front.
    concurrency: 1,
    async initialize() {
      webkit = await startWebKit();
    },
    async stop() {
      await webkit?.close();
    },
    async startSession(id, url) {
      active = { id, url };
      await webkit.navigate(url);
    },
    isActive: (id) => active?.id === id,
    getBrowserUrl: (id) => (active?.id === id ? active.url : undefined),
    async stopSession() {
      active = undefined;
      await webkit.navigate('about:blank');
      return {};
    },
    async startDebugSession() {
      throw new Error('not supported in WebKit');
    },
  };
}
