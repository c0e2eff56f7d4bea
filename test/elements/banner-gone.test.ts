import { expect } from 'chai';
import { cchc2024 } from '../contest/samples.ts';
import {
  AFTER,
  answer,
  at,
  banner,
  clock,
  CLOSES,
  DAY,
  DURING,
  expectPhase,
  freshPage,
  network,
  newSource,
  part,
  showing,
} from './fixture.ts';

const STYLE = 'display:block;min-height:300px';
const INSIDE = '<p style="height: 50px">Thể lệ</p>';
const UNTIL = '2024-12-10T00:00:00+07:00';

/** Nothing that the page could see of the element. */
function expectNoRoom(element: HTMLElement): void {
  expect(element.offsetHeight).to.equal(0);
  expect(element.getClientRects().length).to.equal(0);
  expect(element.shadowRoot!.textContent!.trim()).to.equal('');
}

describe('a banner that nobody tends', () => {
  freshPage();

  it('takes no room from 90 days after its closing on, and is still closed', async () => {
    const element = await showing({}, CLOSES + 90 * DAY - 1, { style: STYLE }, { inside: INSIDE });
    expect(element.offsetHeight).to.be.at.least(300);
    await at(element, CLOSES + 90 * DAY);
    expectNoRoom(element);
    expectPhase(element, 'closed');
  });

  it('takes no room from its own retiring instant on', async () => {
    const retires = '2024-12-20T00:00:00+07:00';
    const element = await showing({ retires }, Date.parse(retires) - 1, { style: STYLE });
    expect(element.offsetHeight).to.be.at.least(300);
    await at(element, Date.parse(retires));
    expectNoRoom(element);
  });

  it('is there again with the next contest', async () => {
    const element = await showing({}, CLOSES + 100 * DAY, { style: STYLE }, { inside: INSIDE });
    expectNoRoom(element);
    element.contest = { ...cchc2024, id: 'cchc-2025', closes: '2025-12-13T16:30:00+07:00' };
    await element.updateComplete;
    expect(element.offsetHeight).to.be.at.least(300);
    expect(part(element, 'enter')).to.be.instanceOf(HTMLElement);
  });

  it('leaves a hidden attribute of the page alone', async () => {
    const element = await showing({}, DURING, { hidden: '' });
    expect(element.hidden).to.equal(true);
    await at(element, AFTER);
    expect(element.hidden).to.equal(true);
  });
});

describe('until', () => {
  freshPage();

  it('draws nothing from its instant on, whatever anyone publishes', async () => {
    const attributes = { until: UNTIL, style: STYLE };
    const element = await showing({}, Date.parse(UNTIL) - 1, attributes, { inside: INSIDE });
    expect(element.offsetHeight).to.be.at.least(300);
    await at(element, Date.parse(UNTIL));
    expectNoRoom(element);
    element.contest = { ...cchc2024, revision: 99 };
    await element.updateComplete;
    expectNoRoom(element);
  });

  it('asks nothing from its instant on', async () => {
    clock.now = Date.parse(UNTIL);
    const requests = network(() => answer(cchc2024));
    const element = await banner({ src: newSource(), until: UNTIL, style: STYLE });
    await at(element, clock.now + DAY);
    expectNoRoom(element);
    expect(requests).to.eql([]);
  });

  it('asks no more once it has come', async () => {
    clock.now = Date.parse(UNTIL) - DAY;
    const requests = network(() => answer(cchc2024));
    const element = await banner({ src: newSource(), until: UNTIL });
    expect(requests.length).to.equal(1);
    await at(element, Date.parse(UNTIL));
    expect(requests.length).to.equal(1);
  });

  it('takes a date as its beginning where the contests are held', async () => {
    const midnight = Date.parse('2024-12-10T00:00:00+07:00');
    const element = await showing({}, midnight - 1, { until: '2024-12-10', style: STYLE });
    expect(element.offsetHeight).to.be.at.least(300);
    await at(element, midnight);
    expectNoRoom(element);
  });

  it('draws again where the clock had been wrong at first', async () => {
    clock.now = Date.parse(UNTIL) + 400 * DAY;
    const element = await banner({ until: UNTIL, style: STYLE }, { contest: cchc2024 });
    expectNoRoom(element);
    await at(element, DURING);
    expectPhase(element, 'open');
    expect(element.offsetHeight).to.be.at.least(300);
  });

  it('draws again when the page moves it', async () => {
    const element = await showing({}, DURING, { until: '2024-11-30', style: STYLE });
    expectNoRoom(element);
    element.setAttribute('until', '2025-11-30');
    await element.updateComplete;
    expectPhase(element, 'open');
    expect(element.offsetHeight).to.be.at.least(300);
  });
});
