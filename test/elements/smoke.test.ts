import { expect } from 'chai';
import '../../src/define.ts';

describe('the elements', () => {
  it('are registered', async () => {
    const banner = document.createElement('contest-banner');
    document.body.append(banner);
    await banner.updateComplete;
    expect(banner.phase).to.equal('error');
  });
});
