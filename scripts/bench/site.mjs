/** Serves the pages of the bench on this machine, compressed as a portal would. */

import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname } from 'node:path';
import { brotli, gzip } from '../size.mjs';
import { contest } from './contest.mjs';

const TYPES = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.png': 'image/png',
};

/** `$name` becomes what the contest has by that name. */
const fill = (text, values) => text.replace(/\$(\w+)/g, (all, name) => values[name] ?? all);

/** @returns {Promise<string>} a page with so many widgets; none leaves the peer's scripts alone */
async function pageOf({ id, html: name = id }, count) {
  const html = await readFile(`scripts/bench/peers/${name}.html`, 'utf8');
  const each = /<!-- each -->([^]*)<!-- \/each -->/;
  const widgets = (_, widget) =>
    Array.from({ length: count }, (_, i) => fill(widget, { ...contest, i })).join('');
  return `<!doctype html>
<html lang="vi">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<link rel="icon" href="data:,">
<title>Bench</title>
<body>
${fill(html.replace(/^<!--.*-->\n/, '').replace(each, widgets), contest)}
<p>Bên dưới</p>
`;
}

async function read(source) {
  return Buffer.from(typeof source === 'string' ? await readFile(source) : await source());
}

/** @returns {Promise<{path: string, bytes: Buffer, gzip: Buffer, brotli: Buffer}[]>} a peer's files */
export async function filesOf(page) {
  const files = [];
  for (const [path, source] of Object.entries(page.files)) {
    const bytes = await read(source);
    files.push({ path, bytes, gzip: gzip(bytes), brotli: brotli(bytes) });
  }
  return files;
}

/**
 * Each peer has a host of its own, `PEER.localhost`, and with it a process of the browser's; `/?n=COUNT`
 * is its page, and beside it lie its files.
 * @param {object[]} pages of `peers.mjs`
 */
export async function serveBench(pages) {
  const files = new Map();
  for (const page of pages)
    for (const file of await filesOf(page)) files.set(`${page.id}${file.path}`, file);

  const server = createServer(async (request, response) => {
    const { pathname, searchParams } = new URL(request.url, 'http://localhost');
    const host = request.headers.host.split('.')[0];
    const page = pages.find(({ id }) => id === host);
    const file = files.get(`${host}${pathname}`);
    if (!file && pathname !== '/') return response.writeHead(404).end();
    const body = file?.brotli ?? brotli(await pageOf(page, Number(searchParams.get('n'))));
    response.setHeader('content-type', TYPES[extname(pathname)] ?? 'text/html; charset=utf-8');
    response.setHeader('content-encoding', 'br');
    response.end(body);
  });
  await new Promise((listening) => server.listen(0, '127.0.0.1', listening));
  const { port } = server.address();
  return {
    address: ({ id }, count) => `http://${id}.localhost:${port}/?n=${count}`,
    close: () => server.close(),
  };
}
