import { expect } from 'chai';
import { page } from '../pages/support/snippets.ts';
import { ask, contestBanner, inEveryBrowser, wrongWith } from './support/everywhere.ts';
import { fixture } from './support/fixtures.ts';

/** A banner that leaves its language to the page. */
const OF_ANY_LANGUAGE = contestBanner().replace('lang="vi" ', '');

inEveryBrowser('with a page', (host) => {
  describe('from right to left', () => {
    it('the banner is whole and readable', async () => {
      await host.open(await fixture('arabic'));
      expect(await wrongWith(host)).to.deep.equal([]);
    });

    it('the banner reads from left to right', async () => {
      await host.open(await fixture('arabic'));
      await wrongWith(host);
      const directions = await ask<string[]>(
        host,
        `['h2', 'dd', '[part=enter]', 'contest-countdown', 'li'].map(name => getComputedStyle(root.querySelector(name)).direction)`,
      );
      expect(directions).to.deep.equal(Array(5).fill('ltr'));
    });

    it('the digits of the countdown stand in their order', async () => {
      await host.open(await fixture('arabic'));
      await wrongWith(host);
      const lefts = await ask<number[]>(
        host,
        `[...root.querySelector('contest-countdown').shadowRoot.querySelectorAll('.digits > span')].map(digit => digit.getBoundingClientRect().left)`,
      );
      expect(lefts).to.have.length(4);
      expect(lefts).to.deep.equal([...lefts].sort((a, b) => a - b));
    });

    it('the banner speaks Vietnamese, and says so, where nobody says what it should speak', async () => {
      await host.open(await fixture('arabic', OF_ANY_LANGUAGE));
      await wrongWith(host);
      expect(await ask(host, `root.querySelector('[part=enter]').textContent.trim()`)).to.equal(
        'Vào thi',
      );
      expect(await ask(host, `root.querySelector('.root').lang`)).to.equal('vi');
    });

    it('the banner is whole inside a container that turns the direction', async () => {
      await host.open(page(`<div dir="rtl" style="text-align:right">${contestBanner()}</div>`));
      expect(await wrongWith(host)).to.deep.equal([]);
    });

    it('the ordinary HTML inside can be used where the script is missing', async () => {
      const gone = { '/contest-banner.js': { body: '', status: 404 } };
      await host.open(await fixture('arabic'), gone);
      expect(
        await host.driver.evaluate(`document.querySelector('contest-banner a').checkVisibility()`),
      ).to.be.true;
    });
  });

  describe('in English', () => {
    it('the banner speaks English, and its title is marked as Vietnamese', async () => {
      await host.open(page(OF_ANY_LANGUAGE).replace('<html lang="vi">', '<html lang="en-GB">'));
      await wrongWith(host);
      expect(await ask(host, `root.querySelector('.root').lang`)).to.equal('en');
      expect(await ask(host, `root.querySelector('h2').closest('[lang]').lang`)).to.equal('vi');
    });
  });

  describe('without doctype', () => {
    it('the banner is whole and readable in a table of 180 px', async () => {
      await host.open(await fixture('frontpage'));
      expect(await host.driver.evaluate('document.compatMode')).to.equal('BackCompat');
      expect(await wrongWith(host)).to.deep.equal([]);
    });
  });
});
