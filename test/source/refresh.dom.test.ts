import { expect } from 'chai';
import { cchc2024 } from '../contest/samples.ts';
import {
  answer,
  at,
  banner,
  clock,
  DAY,
  DURING,
  expectPhase,
  freshPage,
  HOUR,
  network,
  newSource,
  SECOND,
  until,
  type Request,
} from '../elements/fixture.ts';

/** A banner that has its first answer, and the requests that it makes. */
async function loaded(attributes: Record<string, string> = {}) {
  const requests: Request[] = network(() => answer(cchc2024));
  const element = await banner({ src: newSource(), ...attributes });
  await until(() => element.phase === 'open');
  expect(requests.length).to.equal(1);
  return { element, requests };
}

describe('the request', () => {
  freshPage();

  it('is of the address alone, revalidated, without referrer, cookies only at home', async () => {
    const requests = network(() => answer(cchc2024));
    const src = newSource();
    await banner({ src: `${src}?a=1#b` });
    expect(requests[0]!.url).to.equal(`${location.origin}${src}?a=1`);
    expect(requests[0]!.init).to.include({
      cache: 'no-cache',
      credentials: 'same-origin',
      referrerPolicy: 'no-referrer',
    });
    expect(requests[0]!.init.signal).to.be.instanceOf(AbortSignal);
    expect(requests[0]!.init.headers ?? {}, 'no preflight').to.eql({});
  });

  it('is of an address on this site although an image of the page goes by the name of baseURI', async () => {
    const image = document.createElement('img');
    image.name = 'baseURI';
    document.body.append(image);
    const requests = network(() => answer(cchc2024));
    const src = newSource();
    await banner({ src });
    expect(requests.map(({ url }) => url)).to.eql([`${location.origin}${src}`]);
  });

  it('is one for ten banners with one address, and all of them draw', async () => {
    const requests = network(() => answer(cchc2024));
    const src = newSource();
    const all = await Promise.all(
      Array.from({ length: 10 }, (_, n) =>
        banner({ src: n % 2 ? src : `${location.origin}${src}#${n}` }),
      ),
    );
    await until(() => all.every(({ phase }) => phase === 'open'));
    expect(requests.length).to.equal(1);
    for (const element of all) await at(element, DURING + DAY);
    expect(requests.length).to.equal(2);
  });

  it('is shared by a banner that comes later, within refresh', async () => {
    const { element, requests } = await loaded();
    clock.now += 100 * SECOND;
    const later = await banner({ src: element.src! });
    await until(() => later.phase === 'open');
    expect(requests.length).to.equal(1);
  });

  it('is one for each address', async () => {
    const requests = network(() => answer(cchc2024));
    await banner({ src: newSource() });
    await banner({ src: newSource() });
    expect(requests.length).to.equal(2);
  });

  it('is not made by a banner that is not on the page', async () => {
    const requests = network(() => answer(cchc2024));
    const element = document.createElement('contest-banner');
    element.src = newSource();
    await Promise.resolve();
    expect(requests).to.eql([]);
  });
});

describe('refresh', () => {
  freshPage();

  for (const [written, seconds] of [
    [undefined, 900],
    ['300', 300],
    ['60', 60],
    ['59', 60],
    ['1', 60],
    ['-1', 900],
    ['soon', 900],
    ['1.5', 900],
    ['', 900],
  ] as const)
    it(`"${written}" asks again after ${seconds} s, and after as many again`, async () => {
      const { element, requests } = await loaded(written === undefined ? {} : { refresh: written });
      await at(element, DURING + seconds * SECOND - 1);
      expect(requests.length).to.equal(1);
      await at(element, DURING + seconds * SECOND);
      expect(requests.length).to.equal(2);
      await at(element, DURING + 2 * seconds * SECOND - 1);
      expect(requests.length).to.equal(2);
      await at(element, DURING + 2 * seconds * SECOND);
      expect(requests.length).to.equal(3);
    });

  it('0 asks once at the start and never again', async () => {
    const { element, requests } = await loaded({ refresh: '0' });
    for (const days of [1, 5, 10]) await at(element, DURING + days * DAY);
    expect(requests.length).to.equal(1);
  });

  it('0 asks once at the start with a definition inside as well', async () => {
    const requests = network(() => answer(cchc2024));
    const asOf = new Date(DURING - 1).toISOString();
    const inside = `<script type="application/json" data-as-of="${asOf}">${JSON.stringify(cchc2024)}</script>`;
    const element = await banner({ src: newSource(), refresh: '0' }, { inside });
    expectPhase(element, 'open');
    await at(element, DURING + DAY);
    expect(requests.length).to.equal(1);
  });

  it('counts from the failure as well', async () => {
    const requests = network(() => new Response('', { status: 500 }));
    const element = await banner({ src: newSource() });
    await until(() => element.phase === 'error');
    await at(element, DURING + 899 * SECOND);
    expect(requests.length).to.equal(1);
    await at(element, DURING + 900 * SECOND);
    expect(requests.length).to.equal(2);
  });

  it('a clock that was set back does not put it off', async () => {
    const { element, requests } = await loaded();
    await at(element, DURING - 10 * DAY);
    await at(element, DURING - 10 * DAY + 900 * SECOND);
    expect(requests.length).to.be.at.least(2);
  });

  it('asks nothing once it is removed', async () => {
    const requests = network(() => answer(cchc2024));
    const element = await banner({ src: newSource() });
    await until(() => element.phase === 'open');
    element.remove();
    await at(element, clock.now + HOUR);
    expect(requests.length).to.equal(1);
    document.body.append(element);
    await until(() => requests.length === 2);
  });
});
