import { expect } from 'chai';
import { until } from '../pages/support/drivers.ts';
import { page, SCRIPT } from '../pages/support/snippets.ts';
import { CONTEST, contestBanner, inEveryBrowser, phaseIn } from './support/everywhere.ts';
import { BOXES, DISPLAYS, RESETS, TEXTS } from './support/themes.ts';
import { complaintsIn } from './support/whole.ts';

/** One portal in a wide and in a narrow window. */
const WINDOWS = `<!doctype html><iframe src="/portal" width="960" height="700"></iframe>
<iframe src="/portal" width="240" height="700"></iframe>`;

const portal = (css: string, body = contestBanner()): string =>
  page(`<p>Bên trên</p>${body}<p>Bên dưới</p>`, `${SCRIPT}<style>${css}</style>`);

const bannerIn = (view: string) => `${view}.document.querySelector('contest-banner')`;

/** What the countdown of a window says. */
const digitsIn = (view: string): string =>
  `${bannerIn(view)}.shadowRoot.querySelector('contest-countdown').shadowRoot.querySelector('.digits').textContent`;

inEveryBrowser('on a page with', (host) => {
  for (const [name, css] of Object.entries({ ...RESETS, ...DISPLAYS, ...TEXTS, ...BOXES }))
    it(`${name} the banner is whole and readable, wide and narrow`, async () => {
      await host.open(WINDOWS, { '/portal': portal(css) });
      for (const view of ['frames[0]', 'frames[1]']) {
        await phaseIn(host, 'open', view);
        expect(await host.driver.evaluate(complaintsIn(view)), view).to.deep.equal([]);
      }
    });

  describe('any display', () => {
    const css = Object.values(DISPLAYS);
    const views = css.map((_, index) => `frames[${index}]`);

    /** All of them at the same place, so that each is on screen. */
    beforeEach(async () => {
      const frames = css.map(
        (_, index) =>
          `<iframe src="/${index}" width="500" height="700" style="position:absolute"></iframe>`,
      );
      const routes = Object.fromEntries(css.map((rule, index) => [`/${index}`, portal(rule)]));
      await host.open(`<!doctype html>${frames.join('')}`, routes);
      for (const view of views) await phaseIn(host, 'open', view);
    });

    it('the countdown goes on', async () => {
      const digits = `[${views.map(digitsIn).join()}]`;
      await host.driver.evaluate(`window.before = ${digits}, 0`);
      await until(host.driver, `${digits}.every((now, index) => now !== window.before[index])`);
    });

    it('the end is seen when it comes', async () => {
      // One second before it, by a clock that goes on. What has no box of its own is never on screen.
      const boxes = views.filter((_, index) => !css[index]!.includes('contents'));
      const banners = `[${boxes.map(bannerIn).join()}]`;
      const early = `${Date.parse(CONTEST.closes) - 1000} - Date.now()`;
      await host.driver.evaluate(
        `(early => ${banners}.forEach(banner => banner.clock = () => Date.now() + early))(${early})`,
      );
      await until(host.driver, `${banners}.every(({ phase }) => phase === 'closed')`);
    });
  });
});
