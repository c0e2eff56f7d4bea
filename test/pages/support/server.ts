/** A portal: pages given as text, and the built files of `dist/` beside them. */

import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname } from 'node:path';
import { fileURLToPath } from 'node:url';

export const ROOT = fileURLToPath(new URL('../../../', import.meta.url));
export const DIST = `${ROOT}dist/`;

export interface Answer {
  /** All at once, or in pieces: what a generator waits for, the browser waits for. */
  body: string | Buffer | (() => AsyncIterable<string | Buffer>);
  status?: number;
  headers?: Record<string, string>;
  /** Awaited before anything is answered. */
  after?: Promise<unknown>;
}

export type Routes = Record<string, string | Answer>;

export interface Site {
  origin: string;
  /** Paths in the order in which they were asked for, without the browser's own icon. */
  requests: string[];
  /** Adds pages, or puts others in their place. */
  add(routes: Routes): void;
  /** Forgets all pages and requests. */
  reset(routes?: Routes): void;
  close(): Promise<void>;
}

const TYPES: Record<string, string> = {
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.png': 'image/png',
};

async function fromDist(path: string): Promise<Answer> {
  try {
    return { body: await readFile(DIST + path.slice(1)) };
  } catch {
    return { body: 'not here', status: 404 };
  }
}

/** Listens on a port of its own; what is under way is cut off when it closes. */
export async function serve(pages: Routes = {}): Promise<Site> {
  let routes = { ...pages };
  const requests: string[] = [];
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url!, 'http://portal');
    if (pathname === '/favicon.ico') return void response.writeHead(204).end();
    requests.push(pathname);
    const given = routes[pathname] ?? fromDist(pathname);
    void (async () => {
      const route = await given;
      const answer: Answer = typeof route === 'string' ? { body: route } : route;
      await answer.after;
      const type = TYPES[extname(pathname)] ?? 'text/html; charset=utf-8';
      response.writeHead(answer.status ?? 200, {
        'content-type': type,
        'cache-control': 'no-store',
        ...answer.headers,
      });
      if (typeof answer.body !== 'function') return response.end(answer.body);
      for await (const piece of answer.body()) response.write(piece);
      return response.end();
    })().catch(() => response.destroy());
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const address = server.address();
  if (!address || typeof address === 'string') throw new Error('expected a port');
  return {
    origin: `http://127.0.0.1:${address.port}`,
    requests,
    add: (more) => void Object.assign(routes, more),
    reset(others = {}) {
      routes = { ...others };
      requests.length = 0;
    },
    close: () =>
      new Promise((closed) => {
        server.close(() => closed());
        server.closeAllConnections();
      }),
  };
}

/** A promise, and what fulfils it: holds an answer back for as long as a spec likes. */
export function gate(): { opened: Promise<void>; open: () => void } {
  let open!: () => void;
  const opened = new Promise<void>((resolve) => (open = resolve));
  return { opened, open };
}
