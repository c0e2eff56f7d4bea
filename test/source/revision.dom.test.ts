import { expect } from 'chai';
import type { Definition } from '../../src/contest/schema.ts';
import { cchc2024 } from '../contest/samples.ts';
import {
  answer,
  at,
  banner,
  clock,
  DURING,
  freshPage,
  HOUR,
  laterNetwork,
  listen,
  network,
  newSource,
  part,
  read,
  settled,
  turn,
  until,
} from '../elements/fixture.ts';

const titled = (title: string, more: Partial<Definition> = {}) => ({ ...cchc2024, title, ...more });
const titleOf = (element: Element) => read(part(element, 'title'));

describe('the revision', () => {
  freshPage();

  /** Shows one answer, then another, an hour later. */
  async function twice(first: Partial<Definition>, second: Partial<Definition>) {
    network(() => answer(titled('Trước', first)));
    const element = await banner({ src: newSource() });
    await until(() => titleOf(element) === 'Trước');
    const heard = listen('contest-error');
    const requests = network(() => answer(titled('Sau', second)));
    await at(element, clock.now + HOUR);
    expect(requests.length).to.equal(1);
    await until(() => heard.length || titleOf(element) === 'Sau');
    return { title: titleOf(element), codes: heard.map(({ detail }) => detail.code) };
  }

  for (const [name, first, second, title, codes] of [
    ['higher: shown', { revision: 3 }, { revision: 4 }, 'Sau', []],
    ['the same: the later answer is shown', { revision: 3 }, { revision: 3 }, 'Sau', []],
    ['lower: refused as stale', { revision: 3 }, { revision: 2 }, 'Trước', ['stale']],
    [
      'lower, taking that one back: shown',
      { revision: 30 },
      { revision: 4, replaces: 30 },
      'Sau',
      [],
    ],
    [
      'lower, taking another back: stale',
      { revision: 31 },
      { revision: 4, replaces: 30 },
      'Trước',
      ['stale'],
    ],
    [
      'taken back, coming again: stale',
      { revision: 4, replaces: 30 },
      { revision: 30 },
      'Trước',
      ['stale'],
    ],
    ['lower, of another id: shown', { revision: 30 }, { id: 'khac', revision: 1 }, 'Sau', []],
  ] as const)
    it(name, async () => {
      expect(await twice(first, second)).to.eql({ title, codes });
    });

  it('of another id is refused as well where it was read before what is shown', async () => {
    const dated = (now: number) => ({ date: new Date(now).toUTCString() });
    network(() => answer(titled('Trước'), dated(DURING)));
    const element = await banner({ src: newSource() });
    await until(() => titleOf(element) === 'Trước');
    const heard = listen('contest-error');
    network(() => answer(titled('Cũ', { id: 'cu', revision: 50 }), dated(DURING - HOUR)));
    await at(element, clock.now + HOUR);
    await until(() => heard.length);
    expect([titleOf(element), ...heard.map(({ detail }) => detail.path)]).to.eql(['Trước', 'id']);
  });

  it('the same, from a server whose clock is ahead: the later answer is shown', async () => {
    network(() => answer(titled('Trước')));
    const element = await banner({ src: newSource() });
    await until(() => titleOf(element) === 'Trước');
    const ahead = { date: new Date(DURING + 5 * HOUR).toUTCString() };
    network(() => answer(titled('Sau'), ahead));
    await at(element, clock.now + HOUR);
    await until(() => titleOf(element) === 'Sau');
  });

  it('refused is not kept as the last good copy either', async () => {
    await twice({ revision: 3 }, { revision: 2 });
    const [element] = document.querySelectorAll('contest-banner');
    const src = element!.src!;
    element!.remove();
    clock.now = DURING + 20 * HOUR;
    network(() => new Response('', { status: 500 }));
    expect(titleOf(await banner({ src }))).to.equal('Trước');
  });

  it('a new src forgets the old one', async () => {
    network(() => answer(titled('Trước', { revision: 9 })));
    const element = await banner({ src: newSource() });
    await until(() => titleOf(element) === 'Trước');
    network(() => answer(titled('Sau', { revision: 1 })));
    element.src = newSource();
    await settled(element);
    await until(() => titleOf(element) === 'Sau');
  });

  it('an answer that comes after src was changed is passed over', async () => {
    const { come: late } = laterNetwork();
    const element = await banner({ src: newSource() });
    const { come } = laterNetwork();
    element.src = newSource();
    await settled(element);
    come(answer(titled('Sau', { revision: 1 })));
    await until(() => titleOf(element) === 'Sau');
    late(answer(titled('Trước', { revision: 9 })));
    for (let n = 0; n < 20; n++) await turn();
    expect(titleOf(element)).to.equal('Sau');
  });
});
