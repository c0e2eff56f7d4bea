import { expect } from 'chai';
import { readdirSync } from 'node:fs';
import { usePortal } from './support/browser.ts';
import { ROOT } from './support/server.ts';

const pages = readdirSync(`${ROOT}demo`, { recursive: true, encoding: 'utf8' })
  .map((path) => path.replaceAll('\\', '/'))
  .filter((path) => path.endsWith('.html'))
  .sort();

describe('the demo', function () {
  this.timeout(60_000);
  const portal = usePortal();
  let server: { url: string; close: () => Promise<void> | void };

  before(async () => {
    const { serve } = await import('../../scripts/serve.mjs');
    server = await serve({ port: 0 });
  });
  after(() => server?.close());

  it('has a page to begin with', () => expect(pages).to.include('index.html'));

  for (const path of pages)
    for (const width of [320, 1280])
      it(`${path} shows its banners without an error at ${width} px`, async () => {
        const address = new URL(path, new URL('./', server.url)).href;
        const { page, problems } = await portal.open(address, { viewport: { width } });
        const waiting = await page
          .waitForFunction(
            () => {
              const banners = [...document.querySelectorAll('contest-banner')];
              const script = document.querySelector('script[src*="contest-banner"]');
              const wanted = script && !document.querySelector('iframe') ? 1 : 0;
              const left = banners.every((banner) => {
                const phase = banner.getAttribute('phase');
                return banner.closest('[data-phase=loading]') || (phase && phase !== 'loading');
              });
              return banners.length >= wanted && left;
            },
            { timeout: 15_000, polling: 50 },
          )
          .then(
            () => 'all have left loading',
            () => 'one is still loading',
          );
        expect(waiting).to.equal('all have left loading');
        expect(problems).to.deep.equal([]);
      });
});
