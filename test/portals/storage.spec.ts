import { expect } from 'chai';
import { until } from '../pages/support/drivers.ts';
import { page, SCRIPT } from '../pages/support/snippets.ts';
import {
  ask,
  CONTEST,
  contestBanner,
  inEveryBrowser,
  phaseIn,
  wrongWith,
} from './support/everywhere.ts';

/** What becomes of `localStorage` in private windows, strict settings and sandboxes. */
const STORES = {
  'throws when it is touched': `get() { throw new DOMException('denied', 'SecurityError'); }`,
  'is null': `value: null`,
  'is not there': `value: undefined`,
  'has no room at all': `value: { getItem: () => null, setItem() { throw new DOMException('full', 'QuotaExceededError'); } }`,
  'holds nonsense': `value: { getItem: () => '{"definition":{"id":7},"readAt":1', setItem() {} }`,
  'holds somebody else’s object': `value: { getItem: () => '{"definition":[],"readAt":1e15}', setItem() {} }`,
  'is emptied by a script at once': `value: { getItem: () => undefined, setItem() {} }`,
};

inEveryBrowser('where storage', (host) => {
  for (const [name, store] of Object.entries(STORES)) {
    const disable = `<script>Object.defineProperty(window, 'localStorage', { configurable: true, ${store} })</script>`;

    it(`${name}, src is drawn`, async () => {
      await host.open(
        page(contestBanner('src="/contest.json"', {}).replace('{}', ''), disable + SCRIPT),
      );
      expect(await wrongWith(host)).to.deep.equal([]);
      const { errors, faults, loads } = await host.recorded();
      expect({ errors, faults, loads }).to.deep.equal({
        errors: [],
        faults: [],
        loads: ['network'],
      });
    });

    it(`${name}, the definition inside is drawn though src fails`, async () => {
      await host.open(page(contestBanner('src="/contest.json"'), disable + SCRIPT), {
        '/contest.json': { body: '', status: 503 },
      });
      await until(host.driver, `window.recorded.faults.length`);
      expect(await wrongWith(host)).to.deep.equal([]);
      expect((await host.recorded()).errors).to.deep.equal([]);
    });
  }

  it('is full, what was read is drawn, and read again at the next view', async () => {
    const html = page(contestBanner('src="/contest.json"', {}).replace('{}', ''));
    // The recorder empties it: so it is filled after that, to the last byte.
    const fill = `<script>for (let size = 2 ** 22; size >= 1; size /= 2)
      for (let i = 0; i < 3; i++) try { localStorage['fill' + size + '-' + i] = 'x'.repeat(size) } catch {}</script>`;
    for (let view = 0; view < 2; view++) {
      await host.open(html.replace('</head>', `${fill}</head>`));
      expect(await wrongWith(host)).to.deep.equal([]);
      const { errors, loads } = await host.recorded();
      expect({ errors, loads }).to.deep.equal({ errors: [], loads: ['network'] });
    }
    await host.driver.evaluate('localStorage.clear()');
  });
});

inEveryBrowser('in a sandbox without an origin of its own', (host) => {
  /** The header does to a page what `<iframe sandbox="allow-scripts">` does to a frame. */
  const open = (attributes: string, headers = {}) =>
    host.open('', {
      '/': {
        body: page(contestBanner(attributes)),
        headers: { 'content-security-policy': 'sandbox allow-scripts' },
      },
      '/contest.json': {
        body: JSON.stringify({ ...CONTEST, revision: 4, title: 'Bản mới' }),
        headers,
      },
    });

  it('the definition inside is drawn', async () => {
    await open('');
    expect(await wrongWith(host)).to.deep.equal([]);
    expect((await host.recorded()).errors).to.deep.equal([]);
    expect(await host.driver.evaluate('origin')).to.equal('null');
  });

  it('the copy inside stays where src does not let everybody read it', async () => {
    await open('src="/contest.json"');
    await until(host.driver, `window.recorded.faults.length`);
    expect((await host.recorded()).faults[0]).to.match(/^network /);
    expect(await wrongWith(host)).to.deep.equal([]);
  });

  it('src is drawn where it lets everybody read it', async () => {
    await open('src="/contest.json"', { 'access-control-allow-origin': '*' });
    await phaseIn(host);
    await until(host.driver, `window.recorded.loads.includes('network')`);
    expect(await ask(host, `root.querySelector('h2').textContent`)).to.equal('Bản mới');
  });

  it('the way in opens in the frame itself, since a sandbox takes new windows away', async () => {
    await open('');
    await wrongWith(host);
    expect(await ask(host, `root.querySelector('[part=enter]').target`)).to.equal('');
  });

  it('a frame of that kind draws it as well', async () => {
    const told = `<script>addEventListener('contest-phase', ({ detail }) => parent.postMessage(detail.phase, '*'))</script>`;
    const frame = page(contestBanner('src="/contest.json"'), told + SCRIPT);
    const listen = `<script>addEventListener('message', ({ data }) => (window.told = data))</script>`;
    await host.open(
      `<!doctype html>${listen}<iframe sandbox="allow-scripts" src="/frame"></iframe>`,
      { '/frame': frame },
    );
    await until(host.driver, `window.told === 'open'`);
  });
});
