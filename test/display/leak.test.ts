import { expect } from 'chai';
import { cchc2024 } from '../contest/samples.ts';
import { clock, CLOSES, DAY, freshPage, MINUTE, until } from '../elements/fixture.ts';
import { live, watched } from '../elements/timers.ts';
import { ELEMENTS, fitted, make, showing } from './fixture.ts';

/** Listeners on the page and what observers look at, less what was taken back. */
const left = { listeners: 0, observed: 0 };
const undo: (() => void)[] = [];

function replace<T extends object, K extends keyof T>(owner: T, name: K, by: (real: T[K]) => T[K]) {
  const real = owner[name];
  owner[name] = by(real);
  undo.push(() => (owner[name] = real));
}

before(() => {
  for (const [name, by] of [
    ['addEventListener', 1],
    ['removeEventListener', -1],
  ] as const)
    replace(document as Document, name, (real) => (...args: Parameters<typeof real>) => {
      left.listeners += by;
      real.apply(document, args);
    });
  const counts = new WeakMap<object, number>();
  for (const { prototype } of [window.ResizeObserver, window.MutationObserver]) {
    replace(
      prototype as ResizeObserver,
      'observe',
      (real) =>
        function (this: ResizeObserver, ...args) {
          counts.set(this, (counts.get(this) ?? 0) + 1);
          left.observed++;
          real.apply(this, args);
        },
    );
    replace(
      prototype as ResizeObserver,
      'disconnect',
      (real) =>
        function (this: ResizeObserver) {
          left.observed -= counts.get(this) ?? 0;
          counts.delete(this);
          real.call(this);
        },
    );
  }
});
after(() => undo.forEach((back) => back()));

for (const name of ELEMENTS)
  describe(`what ${name} leaves behind`, () => {
    freshPage();
    watched();

    it('is nothing, after 1,000 came and went', async () => {
      const sheets = document.adoptedStyleSheets.length;
      // Listeners that the page has once for as long as it lives.
      const first = make(name, {}, { contest: cchc2024 });
      document.body.append(first);
      await fitted(first);
      expect(left.observed).to.equal(2);
      first.remove();
      const { listeners } = left;
      for (let n = 0; n < 1000; n++) {
        const element = make(name, {}, n % 50 ? {} : { contest: cchc2024 });
        document.body.append(element);
        await (n % 50 ? element.updateComplete : fitted(element));
        element.remove();
      }
      await until(() => !live.size);
      expect(left).to.eql({ listeners, observed: 0 });
      expect(document.adoptedStyleSheets.length).to.equal(sheets);
    });

    it('is the same when one is moved 200 times', async () => {
      const element = await showing(name);
      const { listeners, observed } = left;
      for (let n = 0; n < 200; n++) document.body.append(element);
      await fitted(element);
      expect(left).to.eql({ listeners, observed });
      element.remove();
      expect(left.observed).to.equal(0);
    });

    it('is the same nodes after three weeks of minutes', async () => {
      const element = await showing(name, {}, CLOSES - 23 * DAY);
      const nodes = [...element.shadowRoot!.querySelectorAll('*')];
      for (let n = 0; n < 21 * 24 * 60; n += 7) {
        clock.now += 7 * MINUTE;
        element.requestUpdate();
        await element.updateComplete;
      }
      expect(
        [...element.shadowRoot!.querySelectorAll('*')].every((node, n) => node === nodes[n]),
      ).to.equal(true);
      await until(() => live.size === 1);
    });
  });
