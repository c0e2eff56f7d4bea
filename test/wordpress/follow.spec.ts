import { expect } from 'chai';
import type { ServerResponse } from 'node:http';
import { gzipSync } from 'node:zlib';
import { PNG } from 'pngjs';
import { settled, inPhase } from '../pages/support/browser.ts';
import { gate } from '../pages/support/server.ts';
import { DEFINITION } from './support/source.ts';
import {
  addressOf,
  forgetAll,
  handedOut,
  letPass,
  publish,
  register,
  useBrowser,
  useWordPress,
} from './support/site.ts';

/** What a page without script shows, whatever cache it came from. */
const pageText = async (address: string) => (await fetch(address)).text();

describe('a definition that changes at its source', function () {
  this.timeout(60_000);
  const setting = useWordPress();
  const browser = useBrowser();
  beforeEach(async () => {
    await forgetAll(setting.site);
    await register(setting.site, { source: setting.source.url });
    setting.source.requests.length = 0;
  });

  const changeThere = () =>
    setting.source.publish({ revision: 4, closes: '2099-12-20T16:30:00+07:00' });

  it('is not asked for within a quarter of an hour', async () => {
    changeThere();
    await letPass(setting.site, 14);
    expect(await handedOut(setting.site)).to.have.property('revision', 3);
    expect(setting.source.requests).to.have.length(0);
  });

  it('is read on demand after a quarter of an hour, without any cron', async () => {
    changeThere();
    await letPass(setting.site, 15);
    expect(await handedOut(setting.site)).to.have.property('revision', 4);
  });

  it('is read by cron, and stands in the next page', async () => {
    changeThere();
    await letPass(setting.site, 15);
    const page = await publish(setting.site, '[contest_banner]');
    expect(await pageText(page)).to.contain('13/12/2099');
    await setting.site.php("do_action( 'contest_banner_refresh' );");
    expect(await pageText(page)).to.contain('20/12/2099');
  });

  it('may begin with the mark of an editor on Windows', async () => {
    setting.source.on('/contest.json', (_, response) =>
      response.end(`\ufeff${JSON.stringify({ ...DEFINITION, revision: 4 })}`),
    );
    await letPass(setting.site, 15);
    expect(await handedOut(setting.site)).to.have.property('revision', 4);
  });

  it('is unpacked once and no further', async () => {
    setting.source.on('/contest.json', (_, response) => {
      const inner = gzipSync(Buffer.alloc(60_000_000));
      response.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync(inner));
    });
    await letPass(setting.site, 15);
    await handedOut(setting.site);
    const state = await setting.site.php('return Contest_Banner\\state_of( 1 );');
    // Not that it is too large: that would be known only of what was unpacked.
    expect(state).to.have.property('failure').that.contains('contest.json');
  });

  it('is on the schedule every quarter of an hour', async () => {
    const event = await setting.site.php(
      "return wp_get_scheduled_event( 'contest_banner_refresh' );",
    );
    expect(event).to.have.property('interval', 900);
  });

  it('reaches a page that a cache has kept for a day', async () => {
    const address = await publish(setting.site, '[contest_banner]');
    await letPass(setting.site, 24 * 60);
    const cached = await pageText(address);
    changeThere();
    const page = await browser.newPage();
    await page.setRequestInterception(true);
    page.on('request', (request) =>
      request.url() === address
        ? void request.respond({ body: cached, contentType: 'text/html; charset=utf-8' })
        : void request.continue(),
    );
    await page.goto(address);
    await page.waitForFunction(
      () =>
        document.querySelector('contest-banner')?.shadowRoot?.textContent?.includes('20/12/2099'),
      { timeout: 20_000 },
    );
  });

  it('asks with what it knows, and takes 304 for an answer', async () => {
    await letPass(setting.site, 15);
    await handedOut(setting.site);
    expect(setting.source.requests).to.have.length(1);
    expect(setting.source.requests[0]!.headers).to.have.property('if-none-match');
    await handedOut(setting.site);
    expect(setting.source.requests, 'its age counts anew').to.have.length(1);
  });

  it('is asked by one at a time while everyone else is answered at once', async () => {
    const held = gate();
    const asked = gate();
    setting.source.on('/contest.json', async (_, response) => {
      asked.open();
      await held.opened;
      response.end(JSON.stringify({ x: 1 }));
    });
    await letPass(setting.site, 15);
    const first = handedOut(setting.site);
    await asked.opened;
    const others = await Promise.all([1, 2].map(() => handedOut(setting.site)));
    expect(others.map(({ revision }) => revision)).to.deep.equal([3, 3]);
    held.open();
    expect(await first).to.have.property('revision', 3);
    expect(setting.source.requests).to.have.length(1);
  });

  it('keeps the last good copy while the source hangs, for five seconds at most', async () => {
    setting.source.on('/contest.json', () => undefined);
    await letPass(setting.site, 15);
    const start = performance.now();
    expect(await handedOut(setting.site)).to.have.property('revision', 3);
    expect(performance.now() - start).to.be.within(4000, 7000);
    await handedOut(setting.site);
    expect(setting.source.requests, 'it backs off').to.have.length(1);
  });

  const failures: Record<string, (response: ServerResponse) => unknown> = {
    'answers 500': (response) => response.writeHead(500).end(),
    'answers 404': (response) => response.writeHead(404).end(),
    'answers HTML': (response) => response.end('<html>bảo trì</html>'),
    'answers too much': (response) => response.end(`{"x":"${'x'.repeat(70_000)}"}`),
    'answers without end': (response) => {
      const more = () => response.write('x'.repeat(9999)) || response.once('drain', more);
      const timer = setInterval(more, 1);
      response.on('close', () => clearInterval(timer));
    },
    'hangs up': (response) => response.destroy(),
    'leads to another host': (response) =>
      response.writeHead(302, { location: 'http://localhost:1/contest.json' }).end(),
    'leads in circles': (response) => response.writeHead(302, { location: '/contest.json' }).end(),
    'publishes something wrong': (response) =>
      response.end(JSON.stringify({ id: 'cchc-2027', revision: 9 })),
    'leads elsewhere': (response) =>
      response.end(
        JSON.stringify({
          id: 'cchc-2027',
          revision: 9,
          title: 'A',
          url: 'https://evil.example/',
          opens: '2024-01-01T00:00Z',
          closes: '2099-01-01T00:00Z',
        }),
      ),
  };
  for (const [name, fail] of Object.entries(failures))
    it(`keeps the last good copy while the source ${name}, and says what is wrong`, async () => {
      setting.source.on('/contest.json', (_, response) => fail(response));
      await letPass(setting.site, 15);
      expect(await handedOut(setting.site)).to.have.property('revision', 3);
      const state = (await setting.site.php('return Contest_Banner\\state_of( 1 );')) as {
        failure: string;
        faults: string;
        pending: unknown;
      };
      expect(Boolean(state.failure || state.faults || state.pending)).to.equal(true);
    });

  it('is read again after a failure, later each time', async () => {
    setting.source.on('/contest.json', (_, response) => response.writeHead(500).end());
    await letPass(setting.site, 15);
    await handedOut(setting.site);
    changeThere();
    await handedOut(setting.site);
    expect(setting.source.requests).to.have.length(1);
    await letPass(setting.site, 1);
    expect(await handedOut(setting.site)).to.have.property('revision', 4);
  });

  it('is well again once it answers that nothing has changed', async () => {
    await letPass(setting.site, 15);
    await handedOut(setting.site);
    setting.source.on('/contest.json', (_, response) => response.writeHead(500).end());
    await letPass(setting.site, 15);
    await handedOut(setting.site);
    setting.source.publish();
    await letPass(setting.site, 15);
    await handedOut(setting.site);
    const state = await setting.site.php('return Contest_Banner\\state_of( 1 );');
    expect(state).to.include({ failure: '', faults: '' });
  });

  it('is followed when it moves for good, and the administrator is told', async () => {
    setting.source.publish({ revision: 4 });
    setting.source.on('/contest.json', (_, response) =>
      response.writeHead(301, { location: '/moved.json' }).end(),
    );
    setting.source.on('/moved.json', (_, response) =>
      response.end(JSON.stringify({ ...JSON.parse(moved), revision: 4 })),
    );
    const moved = JSON.stringify(await handedOut(setting.site));
    await letPass(setting.site, 15);
    expect(await handedOut(setting.site)).to.have.property('revision', 4);
    const state = await setting.site.php('return Contest_Banner\\state_of( 1 );');
    expect(state).to.have.property('moved', `${setting.source.origin}/moved.json`);
  });

  it('answers an id that was given up with what the source holds now', async () => {
    setting.source.publish({ id: 'cchc-2028', revision: 0 });
    await letPass(setting.site, 15);
    expect(await handedOut(setting.site, 'cchc-2027')).to.have.property('id', 'cchc-2028');
    expect(await handedOut(setting.site, 'cchc-2028')).to.have.property('id', 'cchc-2028');
  });

  it('is asked no more often though the source has a slow clock', async () => {
    setting.source.on('/contest.json', (_, response) => {
      const anHourAgo = new Date(Date.now() - 3_600_000).toUTCString();
      response.writeHead(200, { date: anHourAgo }).end(JSON.stringify(DEFINITION));
    });
    await letPass(setting.site, 120);
    await handedOut(setting.site);
    await handedOut(setting.site);
    expect(setting.source.requests).to.have.length(1);
  });

  it('is taken without a yes once an administrator has pinned its host', async () => {
    setting.source.publish({ revision: 4, url: 'https://moi.example.vn/' });
    await letPass(setting.site, 15);
    expect(await handedOut(setting.site)).to.have.property('revision', 3);
    await setting.site.php(`
      Contest_Banner\\change_settings(
        static fn( $settings ) => array_merge( $settings, array( 'hosts' => array( 'moi.example.vn' ) ) )
      );
    `);
    await letPass(setting.site, 15);
    expect(await handedOut(setting.site)).to.have.property('revision', 4);
  });

  it('is written at most once a quarter of an hour', async () => {
    await letPass(setting.site, 15);
    const writes = await setting.site.php(`
      $count = 0;
      add_action( 'update_option_contest_banner', static function () use ( &$count ) { $count++; } );
      Contest_Banner\\load_reading();
      Contest_Banner\\refresh();
      Contest_Banner\\refresh();
      return $count;
    `);
    expect(writes).to.equal(1);
  });

  it('costs visitors no request to any other site', async () => {
    const address = await publish(setting.site, '[contest_banner]');
    const page = await browser.newPage();
    const elsewhere: string[] = [];
    page.on('request', (request) => {
      if (new URL(request.url()).origin !== setting.site.url) elsewhere.push(request.url());
    });
    await letPass(setting.site, 15);
    await page.goto(address);
    await inPhase(page, 'open');
    await settled(page);
    expect(elsewhere.filter((url) => !url.startsWith('data:'))).to.deep.equal([]);
  });

  it('shows the picture as a copy of this site', async () => {
    const picture = PNG.sync.write(new PNG({ width: 30, height: 10 }));
    setting.source.on('/banner.png', (_, response) => response.end(picture));
    setting.source.publish({
      revision: 4,
      banner: { src: `${setting.source.origin}/banner.png`, alt: 'A', width: 30, height: 10 },
    });
    await letPass(setting.site, 15);
    const { banner } = (await handedOut(setting.site)) as { banner?: { src: string } };
    expect(banner?.src).to.match(/\/wp-content\/uploads\/contest-banner\/[0-9a-f]{32}\.png$/);
    expect((await fetch(banner!.src)).status).to.equal(200);
    expect(addressOf(setting.site)).to.contain(new URL(banner!.src).origin);
  });
});

describe('a site whose cron runs', function () {
  this.timeout(60_000);
  const setting = useWordPress({ cron: true });

  it('reads the source though nobody asks for it, once someone visits any page', async () => {
    const { site, source } = setting;
    await register(site, { source: source.url });
    const page = await publish(site, '[contest_banner]');
    source.publish({ revision: 4, closes: '2099-12-20T16:30:00+07:00' });
    await letPass(site, 15);
    await site.php(`
      wp_clear_scheduled_hook( 'contest_banner_refresh' );
      wp_schedule_event( time() - 1, 'contest_banner', 'contest_banner_refresh' );
      delete_transient( 'doing_cron' );
    `);
    await fetch(site.url);
    let text = '';
    // The visit sets cron off and does not wait for it.
    for (let i = 0; i < 100 && !text.includes('20/12/2099'); i++) text = await pageText(page);
    expect(text).to.contain('20/12/2099');
  });
});
