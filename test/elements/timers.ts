/** Lets a spec see every timer of the page, and set the page's own clock. */

import { read } from './fixture.ts';

const [set, clear, now] = [window.setTimeout, window.clearTimeout, Date.now];

interface Waiting {
  ms: number;
  /** Epoch ms. */
  due: number;
}

/** Timers that wait. */
export const live = new Map<number, Waiting>();

/** By how much the clock of the page is fast, ms. */
export const jump = { ms: 0 };

let hidden = false;

/** Hides the page, or shows it again. */
export function hide(on: boolean): void {
  hidden = on;
  document.dispatchEvent(new Event('visibilitychange'));
}

/** Watches the timers of every test of a file. */
export function watched(): void {
  beforeEach(() => {
    live.clear();
    jump.ms = 0;
    Date.now = () => now() + jump.ms;
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

/** A countdown by the page's own clock. */
export function countdown(left: number, style = ''): HTMLElementTagNameMap['contest-countdown'] {
  const element = document.createElement('contest-countdown');
  element.closes = new Date(Date.now() + left).toISOString();
  element.style.cssText = style;
  document.body.append(element);
  return element;
}

export const digits = (element: Element): string =>
  read(element.shadowRoot!.querySelector('.digits'));
