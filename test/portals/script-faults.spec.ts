import { expect } from 'chai';
import { readFile } from 'node:fs/promises';
import { until } from '../pages/support/drivers.ts';
import { DIST, gate, type Answer } from '../pages/support/server.ts';
import { page, SCRIPT } from '../pages/support/snippets.ts';
import {
  ask,
  contestBanner,
  inEveryBrowser,
  phaseIn,
  wrongWith,
  type Host,
} from './support/everywhere.ts';

/** The snippet as handed out, with its room. */
const ROOM = 'style="display: flow-root; min-height: 620px"';
const SNIPPET = `${contestBanner(ROOM)}<p id="below">Bên dưới</p>`;
const our = () => readFile(`${DIST}contest-banner.js`);

/** How the script does not come. */
const FAULTS: Record<string, () => Promise<Answer> | Answer> = {
  'is not there': () => ({ body: 'Not found', status: 404 }),
  'answers with a page': () => ({ body: page(''), headers: { 'content-type': 'text/html' } }),
  'is empty': () => ({ body: '' }),
  'is cut off in the middle': async () => ({ body: (await our()).subarray(0, 20_000) }),
  'is cut off near its end': async () => ({ body: (await our()).subarray(0, -40) }),
  'breaks off on its way': async () => {
    const code = await our();
    return {
      body: async function* () {
        yield code.subarray(0, 20_000);
        throw new Error('broken');
      },
    };
  },
  'is spoilt by a proxy that changes its letters': async () => ({
    body: (await our()).toString('utf8').replaceAll('"', '&quot;'),
  }),
};

/** The ordinary HTML can be used, in its room, and nothing lies over anything. */
async function expectOrdinary(host: Host): Promise<void> {
  const seen = await host.driver.evaluate<Record<string, unknown>>(`(() => {
    const banner = document.querySelector('contest-banner');
    const link = banner.querySelector('a');
    const box = link.getBoundingClientRect();
    const below = document.getElementById('below').getBoundingClientRect();
    return {
      link: link.checkVisibility() && document.elementFromPoint(box.left + 5, box.top + 5) === link,
      dates: banner.innerText.includes('18/11/2024'),
      json: banner.innerText.includes('revision'),
      height: banner.getBoundingClientRect().height >= 620,
      below: below.top >= banner.getBoundingClientRect().bottom && below.height > 10,
    };
  })()`);
  expect(seen).to.deep.equal({ link: true, dates: true, json: false, height: true, below: true });
}

inEveryBrowser('where the script', (host) => {
  for (const [name, answer] of Object.entries(FAULTS))
    it(`${name}, the ordinary HTML can be used and its room stays`, async () => {
      await host.open(page(SNIPPET), { '/contest-banner.js': await answer() });
      await expectOrdinary(host);
    });

  it('is kept out by a policy, the ordinary HTML can be used and its room stays', async () => {
    const headers = { 'content-security-policy': "script-src 'self' 'nonce-1'" };
    const other = SCRIPT.replace('/contest', 'https://cdn.example.vn/contest');
    await host.open('', { '/': { body: page(SNIPPET, other), headers } });
    await expectOrdinary(host);
  });

  it('does not have the bytes that were pinned, the ordinary HTML can be used', async () => {
    const pinned = SCRIPT.replace('defer', `defer integrity="sha384-${'A'.repeat(64)}"`);
    await host.open(page(SNIPPET, pinned));
    await expectOrdinary(host);
  });

  it('comes very late, the ordinary HTML can be used until then and the room stays after', async () => {
    const { opened, open } = gate();
    await host.open(page(SNIPPET, ''), { '/late.js': { body: await our(), after: opened } });
    await host.driver.evaluate(
      `document.head.append(Object.assign(document.createElement('script'), { src: '/late.js' }))`,
    );
    await expectOrdinary(host);
    open();
    expect(await wrongWith(host)).to.deep.equal([]);
    const [height, over] = await host.driver.evaluate<[number, boolean]>(`(() => {
      const { height, bottom } = document.querySelector('contest-banner').getBoundingClientRect();
      return [height, document.getElementById('below').getBoundingClientRect().top < bottom];
    })()`);
    expect(height).to.be.at.least(620);
    expect(over).to.be.false;
  });

  it('comes before everything, the banner is drawn', async () => {
    const html = page(SNIPPET, '').replace(
      '<meta charset',
      `${SCRIPT.replace(' defer', '')}<meta charset`,
    );
    await host.open(html);
    expect(await wrongWith(host)).to.deep.equal([]);
  });

  it('comes ten times, one banner is drawn once', async () => {
    await host.open(page(SNIPPET + SCRIPT.replace(' defer', '').repeat(9)));
    expect(await wrongWith(host)).to.deep.equal([]);
    const { errors, loads } = await host.recorded();
    expect({ errors, loads }).to.deep.equal({ errors: [], loads: ['inline'] });
  });

  it('comes in a second version while the first one has drawn, nothing changes', async () => {
    const other = (await our()).toString('utf8').replaceAll('Vào thi', 'Cũ');
    await host.open(page(SNIPPET), { '/contest-banner-0.0.9.js': other });
    await phaseIn(host);
    await host.driver.evaluate(
      `document.head.append(Object.assign(document.createElement('script'), { src: '/contest-banner-0.0.9.js', onload() { window.second = true } }))`,
    );
    await until(host.driver, 'window.second');
    expect(await ask(host, `root.querySelector('[part=enter]').textContent.trim()`)).to.equal(
      'Vào thi',
    );
    const { errors, loads } = await host.recorded();
    expect({ errors, loads }).to.deep.equal({ errors: [], loads: ['inline'] });
  });

  it('comes cut off and then whole, the banner is drawn', async () => {
    const cut = { body: (await our()).subarray(0, 20_000) };
    await host.open(page(SNIPPET, `<script src="/cut.js" defer></script>${SCRIPT}`), {
      '/cut.js': cut,
    });
    expect(await wrongWith(host)).to.deep.equal([]);
  });

  it('finds the name of the element taken, the page goes on and the link can be used', async () => {
    const taken = `<script>customElements.define('contest-banner', class extends HTMLElement {})</script>`;
    await host.open(page(SNIPPET, taken + SCRIPT));
    await expectOrdinary(host);
    expect((await host.recorded()).errors).to.deep.equal([]);
  });
});
