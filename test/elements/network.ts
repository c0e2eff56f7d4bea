/** A network that answers what a spec wants. */

const realFetch = window.fetch;

export function restoreNetwork(): void {
  window.fetch = realFetch;
}

export interface Request {
  url: string;
  init: RequestInit;
}

/** Answers every request from now on, and lists them. */
export function network(answer: (request: Request) => Response | Promise<Response>): Request[] {
  const requests: Request[] = [];
  window.fetch = async (url, init = {}) => {
    const request = { url: String(url), init };
    requests.push(request);
    return answer(request);
  };
  return requests;
}

/** Answers the latest request when it is told to. */
export function laterNetwork(): { requests: Request[]; come: (response: Response) => void } {
  let resolve: (response: Response) => void;
  const requests = network(() => new Promise((resolved) => (resolve = resolved)));
  return { requests, come: (response) => resolve(response) };
}

/** An answer that never comes. */
export const silence = (): Promise<Response> => new Promise(() => undefined);

export const answer = (body: unknown, headers: HeadersInit = {}): Response =>
  new Response(typeof body === 'string' ? body : JSON.stringify(body), { headers });

let sources = 0;

/** An address that no test has asked before. */
export const newSource = (): string => `/contests/${++sources}.json`;
