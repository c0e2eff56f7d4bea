/** An organizer's server: publishes a definition, and fails in every way there is when told to. */

import { createHash } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { Definition } from '../../../src/contest/schema.ts';

export const DEFINITION: Definition = {
  id: 'cchc-2027',
  revision: 3,
  title: 'Cuộc thi trực tuyến tìm hiểu về cải cách hành chính',
  url: 'https://cuocthi.example.vn/',
  opens: '2024-11-18T07:30:00+07:00',
  closes: '2099-12-13T16:30:00+07:00',
  documents: [{ kind: 'rules', title: 'Thể lệ', url: 'https://cuocthi.example.vn/the-le' }],
};

type Handler = (request: IncomingMessage, response: ServerResponse) => unknown;

export interface Source {
  origin: string;
  /** Address of the definition. */
  url: string;
  /** What was asked for, in order. */
  requests: { path: string; headers: IncomingMessage['headers'] }[];
  /** Publishes the usual definition with some fields set. */
  publish(set?: Partial<Definition> & Record<string, unknown>): void;
  /** Answers a path by hand from now on. */
  on(path: string, handler: Handler): void;
  close(): Promise<void>;
}

export async function startSource(): Promise<Source> {
  const requests: Source['requests'] = [];
  const handlers: Record<string, Handler> = {};
  let text = '';

  const server = createServer((request, response) => {
    const path = request.url ?? '/';
    requests.push({ path, headers: request.headers });
    const handler = handlers[path];
    if (handler) return void handler(request, response);
    if (path !== '/contest.json') return void response.writeHead(404).end('not here');
    const etag = `"${createHash('sha256').update(text).digest('hex')}"`;
    if (request.headers['if-none-match'] === etag) return void response.writeHead(304).end();
    response.writeHead(200, { 'content-type': 'application/json', etag }).end(text);
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const address = server.address();
  if (!address || typeof address === 'string') throw new Error('expected a port');
  const origin = `http://127.0.0.1:${address.port}`;

  const source: Source = {
    origin,
    url: `${origin}/contest.json`,
    requests,
    publish(set = {}) {
      text = JSON.stringify({ ...DEFINITION, ...set });
      delete handlers['/contest.json'];
    },
    on: (path, handler) => void (handlers[path] = handler),
    close: () =>
      new Promise((closed) => {
        server.close(() => closed());
        server.closeAllConnections();
      }),
  };
  source.publish();
  return source;
}
