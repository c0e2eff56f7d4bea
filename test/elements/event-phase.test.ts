import { expect } from 'chai';
import { cchc2024 } from '../contest/samples.ts';
import {
  answer,
  at,
  banner,
  BEFORE,
  CLOSES,
  freshPage,
  laterNetwork,
  listen,
  newSource,
  OPENS,
  settled,
  showing,
  until,
} from './fixture.ts';

describe('contest-phase', () => {
  freshPage();

  it('tells every change with the phase before it, leaving loading included', async () => {
    const heard = listen('contest-phase');
    const element = await showing({}, BEFORE);
    for (const now of [OPENS - 1, OPENS, OPENS + 1, CLOSES]) await at(element, now);
    expect(heard.map(({ detail }) => detail)).to.eql([
      { phase: 'upcoming', previous: 'loading' },
      { phase: 'open', previous: 'upcoming' },
      { phase: 'closed', previous: 'open' },
    ]);
    expect(heard.every(({ target }) => target === element)).to.equal(true);
  });

  it('tells that there is nothing to show', async () => {
    const heard = listen('contest-phase');
    await banner();
    expect(heard.map(({ detail }) => detail)).to.eql([{ phase: 'error', previous: 'loading' }]);
  });

  it('tells what the network brought, and its failure', async () => {
    for (const [reply, phase] of [
      [answer(cchc2024), 'open'],
      [new Response('', { status: 404 }), 'error'],
    ] as const) {
      const heard = listen('contest-phase');
      const { come } = laterNetwork();
      const element = await banner({ src: newSource() });
      expect(heard, 'while loading').to.eql([]);
      come(reply);
      await until(() => heard.length);
      expect(heard.map(({ detail }) => detail)).to.eql([{ phase, previous: 'loading' }]);
      element.remove();
    }
  });

  it('finds property and attribute as it tells them', async () => {
    const seen: unknown[] = [];
    const element = await showing({}, BEFORE);
    element.addEventListener('contest-phase', ({ detail }) => {
      seen.push(element.phase, element.getAttribute('phase'), detail.phase);
    });
    await at(element, OPENS);
    expect(seen).to.eql(['open', 'open', 'open']);
  });

  it('tells the suspension and its end', async () => {
    const element = await showing();
    const heard = listen('contest-phase');
    element.contest = { ...cchc2024, suspended: true };
    await settled(element);
    element.contest = cchc2024;
    await settled(element);
    expect(heard.map(({ detail }) => detail.phase)).to.eql(['suspended', 'open']);
  });
});
