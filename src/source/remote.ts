/** Reads a definition over the network: checked, limited, and one request an address. */

import { isLocalHost, isOnHost, readHosts } from '../contest/address.ts';
import { fault, type ErrorCode, type Fault } from '../contest/fault.ts';
import { epoch } from '../contest/instant.ts';
import { clockOffset } from './clock.ts';

export interface Answer {
  /** The parsed JSON, unchecked. */
  definition?: unknown;
  /** Where it was found after redirects. */
  url?: string;
  /** What went wrong instead. */
  fault?: Fault;
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

/** True on the visitor's own machine, where http to it is taken. */
export const isLocalPage = (): boolean =>
  location.protocol === 'file:' || isLocalHost(location.hostname);

/** Asked of an element, since `<img name="baseURI">` would hide it on the document. */
const base = (): string => document.head.baseURI;

/** Carries a fault out of the reading. */
function fail(expected: string, got: unknown, code: ErrorCode): never {
  throw Object.assign(new Error(), { fault: fault('src', expected, got, code) });
}

/**
 * The address of a definition, absolute, without fragment.
 * Throws where it is neither https nor of the page's own origin.
 */
function resolve(src: string): string {
  const url = new URL(src, base());
  const { protocol, origin, hostname, username, password } = url;
  const http = protocol === 'http:';
  const own = origin === location.origin && (http || protocol === 'file:');
  const safe = own || protocol === 'https:' || (http && isLocalPage() && isLocalHost(hostname));
  if (!safe || username || password)
    fail('an https address, or one on this site', src, http ? 'insecure' : 'invalid');
  url.hash = '';
  return url.href;
}

/** What is said to be expected where `isFrom` says no. */
export const A_SOURCE = 'an address on this site or on a host in data-sources';

/** What of the sources that a page names is an address: a host name has no slash. */
export const isAddress = (source: string): boolean => source.includes('/');

/** Reads where a page lets definitions come from: host names, and what is none is an address. */
export function readSources(text: string): string[] {
  const { hosts, wrong } = readHosts(text);
  return hosts.concat(wrong.map((address) => addressOf(address) ?? address));
}

/**
 * Whether an address is one of the sources, on one of their hosts or below it, or of the page's own
 * origin. Where a whole address is named, the own origin is no more than what is named: others may put
 * files on it, such as the authors of a site.
 */
export function isFrom(src: string, sources: readonly string[]): boolean {
  try {
    const { href, origin, hostname } = new URL(src, base());
    return (
      sources.includes(href) ||
      isOnHost(hostname, sources) ||
      (origin === location.origin && !sources.some(isAddress))
    );
  } catch {
    return false;
  }
}

/** The address under which everything about a `src` is kept; nothing where it is no good. */
export function addressOf(src: string | undefined): string | undefined {
  try {
    return src && resolve(src);
  } catch {
    return;
  }
}

const requests = new Map<string, { asked: number; answer: Promise<Answer> }>();

/**
 * Asks an address, or shares the request of another element.
 * @param now epoch ms of the element's clock
 * @param fresh how long ago, ms, the other element may have asked
 * @returns always an answer; what goes wrong stands in it
 */
export function ask(src: string, now: number, fresh: number): Promise<Answer> {
  const address = addressOf(src) ?? src;
  const other = requests.get(address);
  if (other && Math.abs(now - other.asked) < fresh) return other.answer;
  const answer = read(src).then((found) => {
    // Whoever asks later may have more luck.
    if (found.fault) requests.delete(address);
    return found;
  });
  requests.set(address, { asked: now, answer });
  return answer;
}

/** What an error of the browser's own means. */
const CODES: Record<string, ErrorCode> = { TimeoutError: 'timeout', SyntaxError: 'not-json' };

async function read(src: string): Promise<Answer> {
  try {
    const address = resolve(src);
    const sent = Date.now();
    const response = await fetch(address, {
      cache: 'no-cache',
      credentials: 'same-origin',
      referrerPolicy: 'no-referrer',
      signal: AbortSignal.timeout(limits.time),
    });
    const received = Date.now();
    if (response.redirected) resolve(response.url);
    if (!response.ok) fail('a status below 400', response.status, 'network');
    const text = await readText(response);
    const date = response.headers.get('date');
    return {
      definition: JSON.parse(text) as unknown,
      url: response.url,
      date: epoch(date!) || undefined,
      offset: clockOffset({ date, age: response.headers.get('age'), sent, received }),
    };
  } catch (error) {
    const { fault: known, name } = error as Error & { fault?: Fault };
    if (known) return { fault: known };
    const expected = name === 'SyntaxError' ? 'JSON' : `an answer from ${src}`;
    return { fault: fault('src', expected, String(error), CODES[name] ?? 'network') };
  }
}

/** Reads no more than is allowed: a body may be endless. */
async function readText(response: Response): Promise<string> {
  const reader = response.body!.getReader();
  const decoder = new TextDecoder();
  let text = '';
  let bytes = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return text;
    bytes += value.length;
    if (bytes > limits.bytes) {
      void reader.cancel();
      fail(`at most ${limits.bytes} bytes`, bytes, 'too-large');
    }
    text += decoder.decode(value, { stream: true });
  }
}
