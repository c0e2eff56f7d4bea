/**
 * The demo's server: `demo/` at `/`, `dist/` at `/dist/`, on this machine only.
 * `node scripts/serve.mjs`, with `PORT=…` for a port of one's own.
 *
 * What no file can be:
 * - `/contests/local/NAME.json`: a definition of `demo/contests/` whose contest site is the demo's
 *   stand-in, on whatever port that has; `live` runs relative to the start of the server
 * - `/hang`: is never answered, for a banner that is loading
 * - any page with `?noscript`: the same page without its scripts
 */

import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { createServer, STATUS_CODES } from 'node:http';
import { extname, join, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { atStandIn, live } from '../demo/definitions.js';

const ROOT = fileURLToPath(new URL('../', import.meta.url));
const FIRST_PORT = 8080;
const LAST_PORT = 8179;
const HANG = 60_000;

const TYPES = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.svg': 'image/svg+xml; charset=utf-8',
  '.png': 'image/png',
};

/** What portals on other hosts need in order to read a definition; see the README. */
const DEFINITION = {
  'Access-Control-Allow-Origin': '*',
  'Access-Control-Expose-Headers': 'Date, Age',
};

/** Carries a status out of the depths. */
class Refusal extends Error {
  constructor(status, headers = {}) {
    super(STATUS_CODES[status]);
    Object.assign(this, { status, headers });
  }
}

/** The file that a path names; nothing outside of the two folders can be named. */
function fileOf(path) {
  const [, base, rest] = /^\/(dist\/)?(.*)$/s.exec(path);
  const folder = join(ROOT, base ? 'dist' : 'demo');
  const file = resolve(folder, `./${rest}`);
  if (!`${file}${sep}`.startsWith(folder + sep) || file.includes('\0')) throw new Refusal(404);
  return path.endsWith('/') ? join(file, 'index.html') : file;
}

async function readAt(path) {
  try {
    return await readFile(fileOf(path));
  } catch (error) {
    // A folder has its page behind the slash, or relative addresses in it would go wrong.
    if (error.code === 'EISDIR') throw new Refusal(301, { Location: `${path}/` });
    throw error instanceof Refusal ? error : new Refusal(404);
  }
}

/** A definition that leads to the stand-in of this very server. */
async function localDefinition(name, { origin, started }) {
  const text = String(await readAt(`/contests/${name === 'live' ? 'cchc-2024' : name}.json`));
  const local = atStandIn(text, `${origin}/contest-site/`);
  return name === 'live' ? JSON.stringify(live(JSON.parse(local), started)) : local;
}

/** The same page without scripts; JSON is data and stays. */
const withoutScripts = (html) =>
  html.replace(/<script\b(?![^>]*application\/json)[^>]*>.*?<\/script>/gs, '');

async function bodyOf({ pathname, searchParams }, site) {
  const path = decodeURIComponent(pathname);
  const [, name] = /^\/contests\/local\/([\w-]+)\.json$/.exec(path) ?? [];
  if (name) return localDefinition(name, site);
  const body = await readAt(path);
  const type = extname(fileOf(path));
  return type === '.html' && searchParams.has('noscript') ? withoutScripts(String(body)) : body;
}

async function answer(request, response, site) {
  if (!['GET', 'HEAD'].includes(request.method)) throw new Refusal(405, { Allow: 'GET, HEAD' });
  const url = new URL(request.url, site.origin);
  if (url.pathname === '/hang') return void setTimeout(() => response.destroy(), HANG).unref();

  const body = await bodyOf(url, site);
  const type = extname(fileOf(url.pathname));
  response.setHeader('Content-Type', TYPES[type] ?? 'application/octet-stream');
  response.setHeader('Cache-Control', 'no-cache');
  if (type === '.json') {
    const tag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`;
    for (const [name, value] of Object.entries({ ...DEFINITION, ETag: tag }))
      response.setHeader(name, value);
    if (isHeld(request.headers['if-none-match'], tag)) return void response.writeHead(304).end();
  }
  response.setHeader('Content-Length', Buffer.byteLength(body));
  response.end(request.method === 'HEAD' ? undefined : body);
}

/** Whether a visitor says that they have what a tag stands for. */
const isHeld = (tags = '', tag) =>
  tags.trim() === '*' || tags.split(',').some((held) => held.trim().replace(/^W\//, '') === tag);

function refuse(response, error) {
  const { status = error instanceof URIError || error.code === 'ERR_INVALID_URL' ? 400 : 500 } =
    error;
  if (status === 500) console.error(error);
  response.writeHead(status, { 'Content-Type': TYPES['.txt'], ...error.headers });
  response.end(`${status} ${STATUS_CODES[status]}\n`);
}

function listen(server, port) {
  return new Promise((done, failed) => {
    server.once('error', failed);
    server.listen(port, '127.0.0.1', () => {
      server.off('error', failed);
      done();
    });
  });
}

/**
 * Starts the server.
 * @param {{port?: number}} [options] a port, 0 for any; without one the first free one from 8080 on
 * @returns {Promise<{url: string, close: () => Promise<void>}>} `url` ends in a slash
 */
export async function serve({ port } = {}) {
  const site = { origin: '', started: Date.now() };
  const server = createServer((request, response) => {
    answer(request, response, site).catch((error) => refuse(response, error));
  });
  for (let next = port ?? FIRST_PORT; !server.listening; next++) {
    try {
      await listen(server, next);
    } catch (error) {
      if (error.code !== 'EADDRINUSE' || port !== undefined || next >= LAST_PORT) throw error;
    }
  }
  site.origin = `http://127.0.0.1:${server.address().port}`;
  return {
    url: `${site.origin}/`,
    close: () =>
      new Promise((closed) => {
        server.close(() => closed());
        server.closeAllConnections();
      }),
  };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const port = process.env.PORT ? Number(process.env.PORT) : undefined;
  try {
    const { url } = await serve({ port });
    console.log(`The demo is at ${url} (Ctrl+C ends it)`);
  } catch (error) {
    console.error(`The demo cannot be served: ${error.message}`);
    process.exitCode = 1;
  }
}
