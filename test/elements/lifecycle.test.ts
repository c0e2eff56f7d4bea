import { expect } from 'chai';
import { ContestBanner } from '../../src/elements/contest-banner.ts';
import { cchc2024 } from '../contest/samples.ts';
import {
  at,
  answer,
  banner,
  clock,
  CLOSES,
  code,
  DURING,
  expectPhase,
  freshPage,
  HOUR,
  listen,
  make,
  network,
  newSource,
  part,
  read,
  settled,
  showing,
  until,
} from './fixture.ts';

const titleOf = (element: Element) => read(part(element, 'title'));
const inline = (definition: unknown) =>
  `<script type="application/json">${JSON.stringify(definition)}</script>`;

describe('an element that is moved', () => {
  freshPage();

  it('keeps what it shows and its code, and tells nothing anew', async () => {
    const element = await showing({}, DURING, { qr: 'always' }, { width: 600 });
    await code(element);
    const heard = listen('contest-load', 'contest-phase', 'contest-error');
    const elsewhere = document.body.appendChild(document.createElement('div'));
    elsewhere.append(element);
    await settled(element);
    expect(titleOf(element)).to.equal(cchc2024.title);
    expect(await code(element)).to.be.instanceOf(SVGElement);
    expect(heard).to.eql([]);
  });

  it('still follows its clock', async () => {
    const element = await showing({}, CLOSES - 1);
    element.remove();
    clock.now = CLOSES;
    document.body.append(element);
    await settled(element);
    expectPhase(element, 'closed');
    await at(element, CLOSES - HOUR);
    expectPhase(element, 'open');
  });

  it('makes no request that it had made', async () => {
    const requests = network(() => answer(cchc2024));
    const element = await banner({ src: newSource() });
    await until(() => element.phase === 'open');
    element.remove();
    document.body.append(element);
    await settled(element);
    expect(requests.length).to.equal(1);
    expectPhase(element, 'open');
  });

  it('while its request is under way still gets the answer', async () => {
    network(() => answer(cchc2024));
    const element = make({ src: newSource() });
    document.body.append(element);
    element.remove();
    document.body.prepend(element);
    await until(() => element.phase === 'open');
  });

  it('sees children that came while it was away', async () => {
    const element = await banner({}, { inside: inline(cchc2024) });
    element.remove();
    element.innerHTML = inline({ ...cchc2024, title: 'Mới' });
    document.body.append(element);
    await settled(element);
    expect(titleOf(element)).to.equal('Mới');
  });
});

describe('a clone', () => {
  freshPage();

  it('is a banner of its own, from the same attributes and children', async () => {
    const inside = `${inline({ ...cchc2024, unitParameter: 'dv' })}<p slot="footer">Chân</p>`;
    const element = await banner({ unit: 'x' }, { inside });
    const clone = element.cloneNode(true) as ContestBanner;
    clone.clock = () => clock.now;
    document.body.append(clone);
    await settled(clone);
    expect(clone.phase).to.equal('open');
    expect(part(clone, 'enter')!.getAttribute('href')).to.equal(`${cchc2024.url}?dv=x`);
    clone.setAttribute('unit', 'y');
    await settled(clone);
    expect(part(element, 'enter')!.getAttribute('href')).to.equal(`${cchc2024.url}?dv=x`);
  });
});

describe('children that come later', () => {
  freshPage();

  it('a definition', async () => {
    const element = await banner();
    expectPhase(element, 'error');
    element.insertAdjacentHTML('beforeend', inline(cchc2024));
    await until(() => element.phase === 'open');
  });

  it('another text in the definition', async () => {
    const element = await banner({}, { inside: inline(cchc2024) });
    element.querySelector('script')!.textContent = JSON.stringify({ ...cchc2024, title: 'Mới' });
    await until(() => titleOf(element) === 'Mới');
  });

  it('a change inside the text of the definition', async () => {
    const element = await banner({}, { inside: inline(cchc2024) });
    const text = element.querySelector('script')!.firstChild as Text;
    text.data = text.data.replace('"revision":3', '"revision":4,"notice":"Mới"');
    await until(() => read(part(element, 'note')) === 'Mới');
  });

  it('no definition any more', async () => {
    const element = await banner({}, { inside: inline(cchc2024) });
    element.querySelector('script')!.remove();
    await until(() => element.phase === 'error');
    expect(part(element, 'enter')).to.equal(undefined);
  });

  it('a picture in the slot', async () => {
    const element = await showing();
    element.innerHTML = '<img slot="banner" alt="Ảnh">';
    await until(() => !part(element, 'banner')!.matches('.drawn'));
  });

  it('a definition deeper down is not the own one', async () => {
    const element = await banner({}, { inside: `<div>${inline(cchc2024)}</div>` });
    expectPhase(element, 'error');
  });

  it('takes the visitor’s clock where its own says no time that there is', async () => {
    for (const wrong of [NaN, Infinity, -1e300]) {
      const element = make({}, { contest: cchc2024, ownClock: true });
      element.clock = () => wrong;
      document.body.append(element);
      await settled(element);
      expect(element.phase, String(wrong)).to.equal('closed');
    }
  });
});
