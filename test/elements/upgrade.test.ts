import { expect } from 'chai';
import { ContestBanner } from '../../src/elements/contest-banner.ts';
import { cchc2024 } from '../contest/samples.ts';
import { AFTER, DURING, expectPhase, freshPage, HOUR, part, settled } from './fixture.ts';

const inline = (definition: unknown) =>
  `<script type="application/json">${JSON.stringify(definition)}</script>`;

let names = 0;
/** A name that no test has used, for the class to be registered later. */
const newName = () => `late-banner-${++names}`;

describe('an element that is upgraded late', () => {
  freshPage();

  it('keeps the properties that it was given before', async () => {
    const name = newName();
    const element = document.createElement(name) as ContestBanner;
    Object.assign(element, {
      contest: { ...cchc2024, unitParameter: 'dv' },
      unit: 'x',
      precision: 'minute',
      clock: () => AFTER - 2 * 24 * HOUR,
    });
    document.body.append(element);
    customElements.define(name, class extends ContestBanner {});
    await settled(element);
    expectPhase(element, 'open');
    expect(part(element, 'enter')!.getAttribute('href')).to.equal(`${cchc2024.url}?dv=x`);
    expect(part(element, 'countdown')!.shadowRoot!.querySelector('button')).to.equal(null);
  });

  it('finds the attributes and children that were there before', async () => {
    const name = newName();
    document.body.innerHTML = `<${name} unit="x">${inline({ ...cchc2024, unitParameter: 'dv' })}</${name}>`;
    const element = document.body.firstElementChild as ContestBanner;
    Object.assign(element, { clock: () => DURING });
    customElements.define(name, class extends ContestBanner {});
    await settled(element);
    expect(part(element, 'enter')!.getAttribute('href')).to.equal(`${cchc2024.url}?dv=x`);
  });
});

describe('registering', () => {
  it('twice is safe, and the first class stays', async () => {
    const classes = ['contest-banner', 'contest-countdown', 'contest-qr'].map((name) =>
      customElements.get(name),
    );
    // Under another address a module runs a second time.
    await import('../../src/define.ts?again' as string);
    const other = (await import('../../src/elements/contest-banner.ts?again' as string)) as {
      ContestBanner: unknown;
    };
    expect(other.ContestBanner).not.to.equal(ContestBanner);
    expect(classes).to.eql(
      ['contest-banner', 'contest-countdown', 'contest-qr'].map((name) => customElements.get(name)),
    );
    expect(classes[0]).to.equal(ContestBanner);
  });

  it('leaves a name alone that somebody else has taken', async () => {
    const real = customElements.get.bind(customElements);
    const taken: string[] = [];
    customElements.get = (name: string) => {
      taken.push(name);
      return real(name) ?? class extends HTMLElement {};
    };
    try {
      await import('../../src/define.ts?third' as string);
    } finally {
      customElements.get = real;
    }
    expect(taken).to.include('contest-banner');
  });
});
