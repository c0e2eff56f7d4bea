/** Lets a spec see every timer of the page, and set the clock of the page. */

import { settled as _unused } from './fixture.ts';

const [set, clear, now] = [window.setTimeout, window.clearTimeout, Date.now];
interface Waiting {
  ms: number;
  /** Epoch ms. */
  due: number;
}
/** Timers that wait. */
const live = new Map<number, Waiting>();
let jump = 0;

/** Lets a test see every timer, and set the clock of the page. */
function watched(): void {
  beforeEach(() => {
    live.clear();
    jump = 0;
    Date.now = () => now() + jump;
    window.setTimeout = ((look: () => void, ms = 0) => {
      const id = set(() => {
        live.delete(id);
        look();
      }, ms);
      live.set(id, { ms, due: Date.now() + ms });
      return id;
    }) as typeof setTimeout;
    window.clearTimeout = (id) => {
      live.delete(id as number);
      clear(id);
    };
    Object.defineProperty(document, 'hidden', { configurable: true, get: () => hidden });
  });
  afterEach(() => {
    hide(false);
    Object.assign(window, { setTimeout: set, clearTimeout: clear });
    Date.now = now;
    Reflect.deleteProperty(document, 'hidden');
  });
}

let hidden = false;
function hide(on: boolean): void {
  hidden = on;
  document.dispatchEvent(new Event('visibilitychange'));
}

/** A countdown by the visitor's clock. */
function countdown(left: number, style = ''): HTMLElementTagNameMap['contest-countdown'] {
  const element = document.createElement('contest-countdown');
  element.closes = new Date(Date.now() + left).toISOString();
  element.style.cssText = style;
  document.body.append(element);
  return element;
}

