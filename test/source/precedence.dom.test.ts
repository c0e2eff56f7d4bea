import { expect } from 'chai';
import type { Definition } from '../../src/contest/schema.ts';
import { cchc2024 } from '../contest/samples.ts';
import {
  answer,
  at,
  banner,
  clock,
  expectPhase,
  freshPage,
  HOUR,
  laterNetwork,
  listen,
  MINUTE,
  network,
  newSource,
  part,
  read,
  SECOND,
  turn,
  until,
} from '../elements/fixture.ts';

const titled = (title: string, more: Partial<Definition> = {}) => ({ ...cchc2024, title, ...more });
const titleOf = (element: Element) => read(part(element, 'title'));
/** A definition inside, read so long ago; without a time nobody says when. */
const inside = (definition: unknown, ago?: number) =>
  `<script type="application/json"${ago === undefined ? '' : ` data-as-of="${new Date(clock.now - ago).toISOString()}"`}>${JSON.stringify(definition)}</script>`;

describe('the property', () => {
  freshPage();

  it('is the definition, and src is not asked', async () => {
    const requests = network(() => answer(titled('Mạng')));
    const element = await banner(
      { src: newSource() },
      { contest: titled('Của trang'), inside: inside(titled('Bên trong', { revision: 99 })) },
    );
    await at(element, clock.now + 10 * HOUR);
    expect(titleOf(element)).to.equal('Của trang');
    expect(requests).to.eql([]);
  });

  it('that is wrong is an error, and src is still not asked', async () => {
    const requests = network(() => answer(titled('Mạng')));
    for (const wrong of [{}, 7, 'x', [], { ...cchc2024, closes: 'soon' }]) {
      const element = await banner({ src: newSource() }, { contest: wrong });
      await at(element, clock.now + HOUR);
      expectPhase(element, 'error');
    }
    expect(requests).to.eql([]);
  });

  it('goes back to src with null', async () => {
    const requests = network(() => answer(titled('Mạng')));
    const element = await banner({ src: newSource() }, { contest: titled('Của trang') });
    element.contest = null;
    await until(() => titleOf(element) === 'Mạng');
    expect(requests.length).to.equal(1);
  });

  it('that cannot be written as JSON is an error, and throws nothing', async () => {
    const round: Record<string, unknown> = { ...cchc2024 };
    round.self = round;
    const hostile = Object.defineProperty({ ...cchc2024 }, 'title', {
      enumerable: true,
      get() {
        throw new Error('no');
      },
    });
    for (const contest of [round, hostile]) {
      const heard = listen('contest-error');
      expectPhase(await banner({}, { contest }), 'error');
      expect(heard.map(({ detail }) => detail.code)).to.eql(['not-json']);
      document.body.replaceChildren();
    }
  });

  it('is taken as it was when it was set', async () => {
    const contest = titled('Của trang');
    const element = await banner({}, { contest });
    contest.title = 'Khác';
    await at(element, clock.now + 1);
    expect(titleOf(element)).to.equal('Của trang');
  });
});

describe('the definition inside', () => {
  freshPage();

  it('draws at once and costs no request while it is fresh', async () => {
    const requests = network(() => answer(titled('Mạng')));
    const element = await banner(
      { src: newSource() },
      { inside: inside(titled('Bên trong'), 15 * MINUTE - SECOND) },
    );
    expect(titleOf(element)).to.equal('Bên trong');
    expect(requests).to.eql([]);
    await at(element, clock.now + SECOND);
    expect(requests.length).to.equal(1);
  });

  for (const [name, ago] of [
    ['older than refresh', 15 * MINUTE + 1],
    ['from the future', -HOUR],
    ['of unknown age', undefined],
  ] as const)
    it(`${name} draws at once and costs one request`, async () => {
      const { requests, come } = laterNetwork();
      const element = await banner(
        { src: newSource() },
        { inside: inside(titled('Bên trong'), ago) },
      );
      expect(titleOf(element)).to.equal('Bên trong');
      come(answer(titled('Mạng', { revision: 4 })));
      await until(() => titleOf(element) === 'Mạng');
      await at(element, clock.now + MINUTE);
      expect(requests.length).to.equal(1);
    });

  it('wins over an older answer with the same revision, not over a later one', async () => {
    for (const [ago, wins] of [
      [20 * MINUTE, 'Mạng'],
      [15 * MINUTE + 1, 'Bên trong'],
    ] as const) {
      const date = new Date(clock.now - 18 * MINUTE).toUTCString();
      const requests = network(() => answer(titled('Mạng'), { date }));
      const element = await banner(
        { src: newSource() },
        { inside: inside(titled('Bên trong'), ago) },
      );
      await until(() => requests.length);
      if (wins === 'Mạng') await until(() => titleOf(element) === wins);
      for (let n = 0; n < 20; n++) await turn();
      expect(titleOf(element)).to.equal(wins);
      element.remove();
    }
  });

  it('alone needs no network', async () => {
    const requests = network(() => answer(titled('Mạng')));
    const element = await banner({}, { inside: inside(titled('Bên trong')) });
    await at(element, clock.now + 24 * HOUR);
    expect(titleOf(element)).to.equal('Bên trong');
    expect(requests).to.eql([]);
  });

  it('wins over the small case', async () => {
    const small = {
      heading: 'Nhỏ',
      href: 'https://nho.example.vn/',
      closes: '2024-12-02T00:00:00Z',
    };
    const element = await banner(small, { inside: inside(titled('Bên trong')) });
    expect(titleOf(element)).to.equal('Bên trong');
  });

  it('that is wrong leaves what src brings', async () => {
    network(() => answer(titled('Mạng')));
    const element = await banner({ src: newSource() }, { inside: inside({ id: 'x' }, 0) });
    await until(() => titleOf(element) === 'Mạng');
  });

  it('is another contest under another id, and the one read from src last wins', async () => {
    const { come } = laterNetwork();
    const element = await banner(
      { src: newSource() },
      { inside: inside(titled('Bên trong', { revision: 50 }), HOUR) },
    );
    expect(titleOf(element)).to.equal('Bên trong');
    come(answer(titled('Mạng', { id: 'moi', revision: 1 })));
    await until(() => titleOf(element) === 'Mạng');
  });

  it('does not let an old copy of what src held before roll it back', async () => {
    const src = newSource();
    network(() => answer(titled('Mạng', { revision: 5 })));
    const first = await banner({ src });
    await until(() => titleOf(first) === 'Mạng');
    first.remove();
    const other = titled('Bên trong', { id: 'khac', revision: 1 });
    clock.now += MINUTE;
    const element = await banner({ src }, { inside: inside(other, 0) });
    expect(titleOf(element)).to.equal('Bên trong');
    const heard = listen('contest-error');
    network(() => answer(titled('Cũ', { revision: 3 })));
    await at(element, clock.now + HOUR);
    await until(() => heard.length || titleOf(element) === 'Cũ');
    expect(heard.map(({ detail }) => [detail.code, detail.path])).to.eql([['stale', 'revision']]);
  });
});
