/**
 * One tick for all elements of a page. An element says when it next has to look at the clock; one
 * timer, aligned to the second, serves them all. Nothing runs while the page is hidden, nor for an
 * element that is off screen; both look at the clock at once when they are seen again.
 */

import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { MINUTE, SECOND } from '../contest/instant.ts';

type Look = () => void;

/** Who is on screen, as far as anyone knows, and when each looks again (epoch ms of the page, a full second). */
const seen = new Map<Look, number>();
const looks = new WeakMap<Element, Look>();

let timer: ReturnType<typeof setTimeout> | undefined;
let observer: IntersectionObserver | undefined;

/** A timer may fire a little early; the clock must have passed the second by then. */
const SLACK = 3;

/** Exactly true: an `<img name="hidden">` of the page would be there instead. */
const isHidden = (): boolean => (document.hidden as unknown) === true;

/** Nobody waits for longer: what is due later was asked for before the clock was set back. */
const isDue = (at: number, now: number): boolean =>
  at <= now || (at > now + MINUTE + SECOND && at < Infinity);

function plan(): void {
  clearTimeout(timer);
  const due = Math.min(...seen.values());
  if (isHidden() || due === Infinity) return;
  const now = Date.now();
  timer = setTimeout(tick, isDue(due, now) ? 0 : due - now + SLACK);
}

/** Lets each look whose time has come; what they ask for then is planned as they ask. */
function tick(everyone?: unknown): void {
  const now = Date.now();
  for (const [look, at] of [...seen])
    if (everyone || isDue(at, now)) {
      seen.set(look, Infinity);
      look();
    }
  plan();
}

const pageSeen = (): void => {
  tick(!isHidden());
};

/** Once a page, for as long as it lives. */
function observe(): IntersectionObserver {
  document.addEventListener('visibilitychange', pageSeen);
  addEventListener('pageshow', ({ persisted }) => {
    if (persisted) pageSeen();
  });
  return new IntersectionObserver((entries) => {
    for (const { target, isIntersecting } of entries) {
      const look = looks.get(target)!;
      if (!isIntersecting) seen.delete(look);
      // Word may come late, of an element that has left the page.
      else if (target.isConnected && !seen.has(look)) {
        seen.set(look, Infinity);
        look();
      }
    }
    plan();
  });
}

/** Lets an element look at the clock when it is seen, and at the instants it asks for. */
export class Ticker implements ReactiveController {
  #element: Element;
  #look: Look;

  constructor(host: ReactiveControllerHost & Element, look: Look) {
    this.#element = host;
    this.#look = look;
    looks.set(host, look);
    host.addController(this);
  }

  hostConnected(): void {
    seen.set(this.#look, Infinity);
    observer ??= observe();
    observer.observe(this.#element);
    // An element that was moved is drawn already, and would not ask to be called by itself.
    this.#look();
  }

  hostDisconnected(): void {
    observer?.unobserve(this.#element);
    seen.delete(this.#look);
    plan();
  }

  /** Asks to look again in so many ms: at the next full second, and within a minute anyway. */
  wakeIn(ms: number): void {
    if (!seen.has(this.#look)) return;
    const due = Date.now() + Math.min(ms, MINUTE);
    seen.set(this.#look, Math.ceil(due / SECOND) * SECOND);
    plan();
  }
}
