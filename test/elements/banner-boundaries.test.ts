import { expect } from 'chai';
import { election2026 } from '../contest/samples.ts';
import {
  at,
  CLOSES,
  clock,
  DAY,
  DURING,
  expectPhase,
  freshPage,
  OPENS,
  part,
  read,
  settled,
  showing,
} from './fixture.ts';

describe('the exact instants', () => {
  freshPage();

  for (const [phase, now] of [
    ['upcoming', OPENS - 1],
    ['open', OPENS],
    ['open', CLOSES - 1],
    ['closed', CLOSES],
  ] as const)
    it(`${phase} at ${new Date(now).toISOString()}, when drawn and when looked at again`, async () => {
      expectPhase(await showing({}, now), phase);
      const element = await showing({}, DURING);
      expectPhase(await at(element, now), phase);
    });

  it('open a millisecond before the closing, with what is left, and closed at it', async () => {
    const element = await showing({}, CLOSES - 1);
    expect(part(element, 'enter')).to.be.instanceOf(HTMLElement);
    expect(read(part(element, 'countdown')!.shadowRoot)).to.contain(
      '00giờ 00phút 00giây'.replace(/(\d)(\D)/g, '$1 $2'),
    );
    await at(element, CLOSES);
    expect(part(element, 'enter')).to.equal(undefined);
    expect(part(element, 'countdown')).to.equal(undefined);
  });

  it('back to open when the clock goes back', async () => {
    const element = await showing({}, CLOSES);
    expectPhase(await at(element, CLOSES - 1), 'open');
  });

  it('a new clock is looked at at once', async () => {
    const element = await showing({}, DURING);
    element.clock = () => CLOSES;
    await element.updateComplete;
    expectPhase(element, 'closed');
  });

  it('a clock that throws, or tells no number, leaves the clock of the visitor', async () => {
    const closes = new Date(Date.now() + DAY).toISOString();
    const element = await showing({ closes });
    for (const broken of [
      () => NaN,
      () => undefined as unknown as number,
      () => {
        throw new Error('broken');
      },
    ]) {
      element.clock = broken;
      await settled(element);
      expectPhase(element, 'open');
      expect(read(element.shadowRoot)).not.to.contain('NaN');
      expect(read(part(element, 'countdown')!.shadowRoot)).to.match(/23 giờ|1 ngày/);
    }
  });

  it('one round hands over to the next without a gap', async () => {
    const handover = Date.parse('2026-03-09T00:00:00+07:00');
    const element = await showing({ ...election2026 }, handover - 1);
    expect(read(part(element, 'enter'))).to.equal('Vào thi: Tuần 1');
    await at(element, handover);
    expectPhase(element, 'open');
    expect(read(part(element, 'enter'))).to.equal('Vào thi: Tuần 2');
  });

  it('the phase is read-only for the page', async () => {
    const element = await showing();
    expect(() => {
      'use strict';
      (element as { phase: string }).phase = 'closed';
    }).to.throw(TypeError);
    element.setAttribute('phase', 'closed');
    await at(element, clock.now);
    expectPhase(element, 'open');
  });
});
