/** Reads a definition over the network: checked, limited, and one request an address. */

import { isLocalHost } from '../contest/address.ts';
import type { ErrorCode } from '../contest/parse.ts';
import { clockOffset } from './clock.ts';

export interface Answer {
  /** Counts the requests of this page, so that an element knows what it has seen. */
  serial: number;
  /** When the request went out, by the page's clock (`performance.now()`). */
  sent: number;
  /** The parsed JSON, unchecked; or what went wrong. */
  definition?: unknown;
  error?: { code: ErrorCode; message: string };
  /** When the server answered, epoch ms by its own clock; nothing where that cannot be read. */
  date?: number | undefined;
  /** Ms by which the visitor's clock is off; nothing where the answer proves nothing. */
  offset?: number | undefined;
}

export const limits = {
  /** Size of a definition, bytes. */
  bytes: 64 * 1024,
  /** Time for the whole answer, ms. */
  time: 10_000,
};

class ReadError extends Error {
  constructor(
    readonly code: ErrorCode,
    message: string,
  ) {
    super(message);
  }
}

/** True on the visitor's own machine, where http to it is taken. */
export const isLocalPage = (): boolean =>
  location.protocol === 'file:' || isLocalHost(location.hostname);

/**
 * The address of a definition, absolute.
 * @throws ReadError where it is neither https nor of the page's own origin
 */
function sourceAddress(src: string): URL {
  let url: URL;
  try {
    url = new URL(src, document.baseURI);
  } catch {
    throw new ReadError('invalid', `src: expected an address, got ${JSON.stringify(src)}`);
  }
  const { protocol, origin, hostname, username, password } = url;
  const safe =
    protocol === 'https:' ||
    (protocol === location.protocol && origin === location.origin) ||
    (protocol === 'http:' && isLocalPage() && isLocalHost(hostname));
  if (!safe || username || password)
    throw new ReadError(
      protocol === 'http:' ? 'insecure' : 'invalid',
      `src: expected an https address or one on this site, without credentials, got ${src}`,
    );
  return url;
}

/** The address under which everything about a `src` is kept; nothing where it is no address. */
export function absolute(src: string): string | undefined {
  try {
    return sourceAddress(src).href;
  } catch {
    return;
  }
}

const requests = new Map<string, Promise<Answer>>();
const answers = new Map<string, Answer>();
let serial = 0;

/**
 * Asks an address, or shares an answer: a request that is under way, or one that this element has
 * not seen and that is fresh.
 * @param seen serial of the answer that the caller knows, 0 for none
 * @param fresh how old, ms, an answer to another element may be
 * @returns always an answer; what goes wrong stands in it
 */
export function ask(src: string, seen: number, fresh: number): Promise<Answer> {
  const address = absolute(src) ?? src;
  const known = answers.get(address);
  if (known && known.serial > seen && performance.now() - known.sent < fresh)
    return Promise.resolve(known);
  let request = requests.get(address);
  if (!request) {
    request = read(src).then((answer) => {
      requests.delete(address);
      answers.set(address, answer);
      return answer;
    });
    requests.set(address, request);
  }
  return request;
}

async function read(src: string): Promise<Answer> {
  const answer: Answer = { serial: ++serial, sent: performance.now() };
  try {
    const url = sourceAddress(src);
    const sent = Date.now();
    const response = await fetch(url, {
      cache: 'no-cache',
      credentials: 'same-origin',
      referrerPolicy: 'no-referrer',
      signal: AbortSignal.timeout(limits.time),
    });
    const received = Date.now();
    if (response.redirected) sourceAddress(response.url);
    if (!response.ok) throw new ReadError('network', `src: ${src} answered ${response.status}`);

    const date = response.headers.get('date');
    answer.definition = parseJson(await readText(response), src);
    answer.date = Date.parse(date ?? '') || undefined;
    answer.offset = clockOffset({ date, age: response.headers.get('age'), sent, received });
  } catch (error) {
    const { name, message } = error as Error;
    answer.error =
      error instanceof ReadError
        ? error
        : name === 'TimeoutError'
          ? { code: 'timeout', message: `src: no answer from ${src} within ${limits.time / 1000} s` }
          : { code: 'network', message: `src: ${src} could not be read (${message})` };
  }
  return answer;
}

/** Reads no more than is allowed: a body may be endless. */
async function readText(response: Response): Promise<string> {
  const reader = response.body!.getReader();
  const decoder = new TextDecoder();
  let text = '';
  let bytes = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return text + decoder.decode();
    bytes += value.length;
    if (bytes > limits.bytes) {
      void reader.cancel();
      throw new ReadError('too-large', `src: expected at most ${limits.bytes} bytes from ${response.url}`);
    }
    text += decoder.decode(value, { stream: true });
  }
}

function parseJson(text: string, src: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new ReadError('not-json', `src: expected JSON from ${src}, got ${JSON.stringify(text.slice(0, 60))}`);
  }
}
