import { expect } from 'chai';
import { reloadDue } from '../../src/display/board-reload.ts';

const HOUR = 3_600_000;

describe('when the board is opened anew', () => {
  it('is in the hour behind three at night, and no other', () => {
    for (let hour = 0; hour < 24; hour++)
      expect(reloadDue(0, 20 * HOUR, hour), `${hour}`).to.equal(hour === 3);
  });

  it('is not twice in one night', () => {
    expect(reloadDue(0, 2 * HOUR - 1, 3)).to.equal(false);
    expect(reloadDue(0, 2 * HOUR, 3)).to.equal(true);
  });

  it('is by day where it has not been for two nights, since the screen sleeps', () => {
    expect(reloadDue(0, 44 * HOUR - 1, 12)).to.equal(false);
    expect(reloadDue(0, 44 * HOUR, 12)).to.equal(true);
  });
});
