/** Real host names and https without a server: what a page asks for is answered in the browser. */

import { readFile } from 'node:fs/promises';
import type { HTTPRequest, Page } from 'puppeteer';
import { DIST } from '../../pages/support/server.ts';
import { RECORDER } from '../../pages/support/snippets.ts';

export interface Reply {
  body?: string | Buffer | undefined;
  status?: number;
  headers?: Record<string, string>;
}

/** Answers whole addresses; on every host there are our script and the recorder. */
export async function answerFor(
  page: Page,
  replies: Record<string, string | Reply>,
): Promise<void> {
  await page.setRequestInterception(true);
  const respond = async (request: HTTPRequest): Promise<void> => {
    const url = request.url();
    const given = replies[url];
    const { body, status, headers }: Reply =
      typeof given === 'object' ? given : { body: given ?? (await shared(url)) };
    await request.respond({
      status: status ?? (body === undefined ? 404 : 200),
      // No date: whoever wants the clock corrected gives one.
      headers: { 'cache-control': 'no-store', 'content-type': typeOf(url), ...headers },
      body: body ?? '',
    });
  };
  page.on('request', (request) => void respond(request));
}

const typeOf = (url: string): string =>
  url.endsWith('.js')
    ? 'text/javascript'
    : url.endsWith('.json')
      ? 'application/json'
      : 'text/html; charset=utf-8';

async function shared(url: string): Promise<string | undefined> {
  if (url.endsWith('/recorder.js')) return RECORDER;
  return url.endsWith('/contest-banner.js')
    ? readFile(`${DIST}contest-banner.js`, 'utf8')
    : undefined;
}
