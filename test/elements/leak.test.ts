import { expect } from 'chai';
import { cchc2024 } from '../contest/samples.ts';
import { clock, CLOSES, code, freshPage, HOUR, make, SECOND, settled, until } from './fixture.ts';

const live = { timers: new Set<number>(), frames: new Set<number>() };
/** Listeners outside the elements, and what observers look at. */
const listeners = new Map<string, number>();
const observed = {
  MutationObserver: new Set(),
  ResizeObserver: new Set(),
  IntersectionObserver: new Set(),
};

const count = (name: string, by: number) => listeners.set(name, (listeners.get(name) ?? 0) + by);
const undo: (() => void)[] = [];

function replace<T extends object, K extends keyof T>(owner: T, name: K, by: (real: T[K]) => T[K]) {
  const real = owner[name];
  owner[name] = by(real);
  undo.push(() => (owner[name] = real));
}

before(() => {
  const { setTimeout: set, clearTimeout: clear } = window;
  replace(
    window,
    'setTimeout',
    () =>
      ((look: () => void, ms = 0) => {
        const id = set(() => {
          live.timers.delete(id);
          look();
        }, ms);
        live.timers.add(id);
        return id;
      }) as typeof setTimeout,
  );
  replace(window, 'clearTimeout', () => (id) => {
    live.timers.delete(id as number);
    clear(id);
  });
  for (const target of [document, window])
    for (const [name, by] of [
      ['addEventListener', 1],
      ['removeEventListener', -1],
    ] as const)
      replace(target as Document, name, (real) => (...args: Parameters<typeof real>) => {
        count(args[0], by);
        real.apply(target, args);
      });
  for (const name of Object.keys(observed) as (keyof typeof observed)[]) {
    const targets = observed[name];
    const own = new WeakMap<object, Set<unknown>>();
    const { prototype } = window[name] as { prototype: ResizeObserver };
    replace(
      prototype,
      'observe',
      (real) =>
        function (this: ResizeObserver, ...args) {
          const mine = own.get(this) ?? new Set();
          own.set(this, mine.add(args[0]));
          targets.add(args[0]);
          real.apply(this, args);
        },
    );
    if (name !== 'MutationObserver')
      replace(
        prototype,
        'unobserve',
        (real) =>
          function (this: ResizeObserver, ...args) {
            targets.delete(args[0]);
            own.get(this)?.delete(args[0]);
            real.apply(this, args);
          },
      );
    replace(
      prototype,
      'disconnect',
      (real) =>
        function (this: ResizeObserver) {
          for (const target of own.get(this) ?? []) targets.delete(target);
          real.call(this);
        },
    );
  }
});
after(() => undo.forEach((back) => back()));

/** What is still running or looking. */
const left = () => ({
  timers: live.timers.size,
  observed: Object.values(observed).map((targets) => targets.size),
  listeners: Object.fromEntries([...listeners].filter(([, n]) => n > 0)),
});

const add = () => {
  const element = make({ qr: 'always' }, { contest: cchc2024 });
  document.body.append(element);
  return element;
};

describe('what is left behind', () => {
  freshPage();

  it('the counters see what they are to count', async () => {
    const element = await settled(add());
    await code(element);
    await until(() => live.timers.size === 1);
    expect(observed.ResizeObserver.has(element)).to.equal(true);
    expect(observed.MutationObserver.has(element)).to.equal(true);
    expect(observed.IntersectionObserver.has(element)).to.equal(true);
    // One of each, once a page.
    expect(left().listeners).to.include({ visibilitychange: 1, pageshow: 1 });
    element.remove();
    expect(left().observed).to.eql([0, 0, 0]);
    expect(live.timers.size).to.equal(0);
  });

  it('after 1,000 elements came and went: no timer, no observer, no listener', async () => {
    for (let n = 0; n < 1000; n++) {
      // Drawing takes the time, and is the same each time.
      const element = n % 50 ? document.body.appendChild(make()) : add();
      await (n % 50 ? element.updateComplete : settled(element));
      element.remove();
    }
    await until(() => !live.timers.size);
    expect(left()).to.eql({
      timers: 0,
      observed: [0, 0, 0],
      listeners: { visibilitychange: 1, pageshow: 1 },
    });
  });

  it('after one element came and went 200 times: the same', async () => {
    const element = add();
    for (let n = 0; n < 200; n++) {
      element.remove();
      document.body.append(element);
      if (n % 20 === 0) await element.updateComplete;
    }
    await settled(element);
    expect(left().observed).to.eql([1, 1, 2]);
    element.remove();
    await until(() => !live.timers.size);
    expect(left()).to.eql({
      timers: 0,
      observed: [0, 0, 0],
      listeners: { visibilitychange: 1, pageshow: 1 },
    });
  });

  it('after 10,000 ticks: one timer and the same nodes', async () => {
    const element = document.createElement('contest-countdown');
    Object.assign(element, { closes: cchc2024.closes, clock: () => clock.now });
    clock.now = CLOSES - 5 * HOUR;
    document.body.append(element);
    await settled(element);
    const nodes = [...element.shadowRoot!.querySelectorAll('*')];
    for (let n = 0; n < 10_000; n++) {
      clock.now += SECOND;
      element.requestUpdate();
      await element.updateComplete;
    }
    expect(
      [...element.shadowRoot!.querySelectorAll('*')].map((node, n) => node === nodes[n]),
    ).to.not.include(false);
    await until(() => live.timers.size === 1);
    element.remove();
    expect(left().timers).to.equal(0);
  });
});
