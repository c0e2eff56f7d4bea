import { expect } from 'chai';
import { cchc2024 } from '../contest/samples.ts';
import {
  answer,
  banner,
  clock,
  expectPhase,
  freshPage,
  HOUR,
  laterNetwork,
  listen,
  network,
  newSource,
  part,
  read,
  silence,
  until,
} from '../elements/fixture.ts';

const titleOf = (element: Element) => read(part(element, 'title'));

/** A page view that left a last good copy behind, an hour ago. */
async function visited(definition: unknown = cchc2024): Promise<string> {
  const src = newSource();
  network(() => answer(definition));
  const element = await banner({ src });
  await until(() => element.phase !== 'loading');
  element.remove();
  clock.now += HOUR;
  network(silence);
  return src;
}

/** Writes something else in the place of what was kept. */
function tamper(
  change: (kept: { definition: Record<string, unknown>; readAt: unknown }) => unknown,
) {
  const key = localStorage.key(0)!;
  localStorage.setItem(key, JSON.stringify(change(JSON.parse(localStorage.getItem(key)!))));
}

const methods = ['getItem', 'setItem'] as const;
const real = methods.map((name) => Storage.prototype[name]);

describe('the last good copy', () => {
  freshPage();
  afterEach(() => methods.forEach((name, n) => (Storage.prototype[name] = real[n] as never)));

  it('draws at once, then the network', async () => {
    const src = await visited();
    const { come } = laterNetwork();
    const element = await banner({ src });
    expectPhase(element, 'open');
    expect(titleOf(element)).to.equal(cchc2024.title);
    come(answer({ ...cchc2024, revision: 4, title: 'Mới' }));
    await until(() => titleOf(element) === 'Mới');
  });

  it('is asked about at every page view, fresh or not', async () => {
    const src = await visited();
    clock.now -= HOUR - 1000;
    const requests = network(silence);
    await banner({ src: `${location.origin}${src}` });
    // Within one page view the answer is shared; another page has none to share.
    expect(requests.length).to.equal(0);
    const key = localStorage.key(0)!;
    const other = newSource();
    localStorage.setItem(key.replace(src, other), localStorage.getItem(key)!);
    const element = await banner({ src: other });
    expectPhase(element, 'open');
    expect(requests.length).to.equal(1);
  });

  it('stays with its phase where the network fails, and the failure is told', async () => {
    const src = await visited();
    const heard = listen('contest-error');
    network(() => new Response('', { status: 404 }));
    const element = await banner({ src });
    await until(() => heard.length);
    expect(heard.map(({ detail }) => detail.code)).to.eql(['network']);
    expectPhase(element, 'open');
  });

  it('is never rolled back by a stale cache', async () => {
    const src = await visited();
    const heard = listen('contest-error');
    network(() => answer({ ...cchc2024, revision: 2, title: 'Cũ' }));
    const element = await banner({ src });
    await until(() => heard.length);
    expect(heard.map(({ detail }) => detail.code)).to.eql(['stale']);
    expect(titleOf(element)).to.equal(cchc2024.title);
  });

  it('wins over an older definition inside, which then costs a request only when both are old', async () => {
    const src = await visited({ ...cchc2024, revision: 5, title: 'Đã lưu' });
    clock.now -= HOUR - 60_000;
    const requests = network(silence);
    const asOf = new Date(clock.now - 48 * HOUR).toISOString();
    const inside = `<script type="application/json" data-as-of="${asOf}">${JSON.stringify(cchc2024)}</script>`;
    const element = await banner({ src }, { inside });
    expect(titleOf(element)).to.equal('Đã lưu');
    expect(requests).to.eql([]);
  });

  it('is all that is stored: one entry an address, and no cookie', async () => {
    await visited();
    expect(localStorage.length).to.equal(1);
    await visited();
    expect(localStorage.length).to.equal(2);
    expect(sessionStorage.length).to.equal(0);
    expect(document.cookie).to.equal('');
  });

  it('is not written for what was refused', async () => {
    await visited({ ...cchc2024, closes: 'soon' });
    expect(localStorage.length).to.equal(0);
  });

  it('is checked again like any other input', async () => {
    for (const change of [
      { url: 'javascript:alert(1)' },
      { closes: '2024-13-13T16:30:00+07:00' },
      { title: { html: '<b>' } },
    ]) {
      const src = await visited();
      tamper((kept) => ({ ...kept, definition: { ...kept.definition, ...change } }));
      const element = await banner({ src });
      expectPhase(element, 'loading');
      // While it stands there it would ask again and keep the answer.
      element.remove();
      localStorage.clear();
    }
  });

  it('is held against the pinned hosts as well', async () => {
    const src = await visited();
    expectPhase(await banner({ src, hosts: 'khac.vn' }), 'loading');
  });

  it('that is nonsense is as good as none', async () => {
    for (const nonsense of [null, 7, [], {}, { definition: cchc2024 }, { readAt: 1 }]) {
      const src = await visited();
      tamper(() => nonsense);
      expectPhase(await banner({ src }), 'loading');
      localStorage.setItem(localStorage.key(0)!, '{');
      expectPhase(await banner({ src }), 'loading');
      document.body.replaceChildren();
      localStorage.clear();
    }
  });

  it('is done without where the storage is disabled', async () => {
    for (const name of methods)
      Storage.prototype[name] = () => {
        throw new DOMException('denied', 'SecurityError');
      };
    const heard = listen('contest-error');
    network(() => answer(cchc2024));
    const element = await banner({ src: newSource() });
    await until(() => element.phase === 'open');
    expect(heard).to.eql([]);
  });

  it('is done without where the storage is full', async () => {
    Storage.prototype.setItem = () => {
      throw new DOMException('full', 'QuotaExceededError');
    };
    network(() => answer(cchc2024));
    const element = await banner({ src: newSource() });
    await until(() => element.phase === 'open');
  });
});
