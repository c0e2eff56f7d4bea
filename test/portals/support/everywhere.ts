/** One site for all tests of a suite, in each browser there is. */

import { BROWSERS, until, type Driver } from '../../pages/support/drivers.ts';
import { serve, type Routes, type Site } from '../../pages/support/server.ts';
import {
  banner,
  DEFINITION,
  inline,
  ORDINARY,
  RECORDER,
  type Recorded,
} from '../../pages/support/snippets.ts';
import { complaintsIn } from './whole.ts';

/** The contest as it is seen in its last weeks: a thousand years would want wider digits. */
export const CONTEST = {
  ...DEFINITION,
  closes: `${new Date(Date.now() + 20 * 86_400_000).toISOString().slice(0, 13)}:00:00Z`,
};

/** The element with ordinary HTML and that contest inside. */
export const contestBanner = (attributes = 'unit="bao-tang-tinh"', definition: object = CONTEST) =>
  banner(attributes, ORDINARY + inline(definition));

/** Told as text: libraries of a page may have spoilt how its arrays and objects are told. */
const KINDS = ['errors', 'faults', 'loads', 'violations', 'resize'];

export interface Host {
  browser: string;
  site: Site;
  driver: Driver;
  /** Gives the site a page and opens it. */
  open(html: string, routes?: Routes): Promise<void>;
  recorded(): Promise<Recorded>;
}

/** Waits until the banner of a window is of a phase. */
export const phaseIn = (host: Host, phase = 'open', view = 'window'): Promise<void> =>
  until(host.driver, `${view}.document.querySelector('contest-banner[phase=${phase}]')`);

/** Waits until a banner is drawn, in whatever shadow root, and tells what is wrong with it. */
export async function wrongWith(host: Host, needed?: readonly string[]): Promise<string[]> {
  const wrong = complaintsIn('window', needed);
  await until(host.driver, `${wrong}[0] !== 'nothing is drawn'`);
  const text = await host.driver.evaluate<string>(`${wrong}.join('\\n')`);
  return text.split('\n').filter(Boolean);
}

/** The value of an expression in which `root` is the shadow root of the banner. */
export const ask = <T>(host: Host, expression: string): Promise<T> =>
  host.driver.evaluate<T>(
    `(root => ${expression})(document.querySelector('contest-banner').shadowRoot)`,
  );

/** One browser of a kind for all files: starting one takes longer than most of them. */
const running: Record<string, Promise<Driver>> = {};
after(async () => {
  for (const driver of Object.values(running)) await (await driver).close();
});

/**
 * Describes a suite in Chromium, Firefox and WebKit, as far as they are there; `BROWSERS=firefox`
 * leaves the others out.
 */
export function inEveryBrowser(title: string, specs: (host: Host) => void): void {
  const wanted = process.env.BROWSERS?.split(',') ?? Object.keys(BROWSERS);
  for (const [browser, start] of Object.entries(BROWSERS).filter(([name]) => wanted.includes(name)))
    describe(`${title}, in ${browser}`, function () {
      this.timeout(60_000);
      const host = { browser } as Host;
      before(async () => {
        host.site = await serve();
        host.driver = await (running[browser] ??= start());
      });
      beforeEach(() =>
        host.site.reset({
          '/recorder.js': RECORDER,
          '/contest.json': JSON.stringify(CONTEST),
        }),
      );
      after(() => host.site?.close());
      host.open = async (html, routes = {}) => {
        host.site.add({ '/': html, ...routes });
        await host.driver.goto(`${host.site.origin}/`);
      };
      host.recorded = async () => {
        const lists = KINDS.map((kind) => `window.recorded.${kind}.join('\\n')`);
        const text = await host.driver.evaluate<string>(lists.join(` + '\\f' + `));
        return Object.fromEntries(
          text.split('\f').map((list, index) => [KINDS[index], list.split('\n').filter(Boolean)]),
        ) as unknown as Recorded;
      };
      specs(host);
    });
}
