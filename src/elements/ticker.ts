/**
 * One tick for all elements of a page. An element says when it next has to look at the clock; one
 * timer, aligned to the second, serves them all. Nothing runs while the page is hidden, nor for an
 * element that is off screen; both look at the clock at once when they are seen again.
 */

import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { MINUTE, SECOND } from '../contest/instant.ts';

type Look = () => void;

/** Who is on screen, as far as anyone knows. */
const seen = new Set<Look>();
/** Who of them waits, and until when (epoch ms of the page's clock). */
const waiting = new Map<Look, number>();
const looks = new WeakMap<Element, Look>();

let timer: ReturnType<typeof setTimeout> | undefined;
let looking = false;
let observer: IntersectionObserver | undefined;

/** A timer may fire a little early; the clock must have passed the second by then. */
const SLACK = 3;

function plan(): void {
  if (looking) return;
  clearTimeout(timer);
  if (!waiting.size || document.hidden) return;
  const now = Date.now();
  const due = Math.ceil(Math.min(...waiting.values()) / SECOND) * SECOND;
  timer = setTimeout(tick, Math.min(Math.max(due - now, 0), MINUTE) + SLACK);
}

/** Lets each of them look, and plans once for all that they ask for meanwhile. */
function lookAll(all: Iterable<Look>): void {
  looking = true;
  for (const look of [...all]) {
    waiting.delete(look);
    look();
  }
  looking = false;
  plan();
}

function tick(): void {
  const now = Date.now();
  // Nobody waits for longer than a minute, so a later instant means that the clock was set back.
  const due = [...waiting].filter(([, at]) => at <= now || at > now + MINUTE + SECOND);
  lookAll(due.map(([look]) => look));
}

function pageSeen(): void {
  if (document.hidden) plan();
  else lookAll(seen);
}

function leave(look: Look): void {
  seen.delete(look);
  waiting.delete(look);
  plan();
}

/** Once a page, for as long as it lives. */
function observe(): IntersectionObserver {
  document.addEventListener('visibilitychange', pageSeen);
  addEventListener('pageshow', pageSeen);
  return new IntersectionObserver((entries) => {
    for (const { target, isIntersecting } of entries) {
      const look = looks.get(target);
      if (!look) continue;
      if (!isIntersecting) leave(look);
      else if (!seen.has(look)) {
        seen.add(look);
        lookAll([look]);
      }
    }
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
    seen.add(this.#look);
    observer ??= observe();
    observer.observe(this.#element);
  }

  hostDisconnected(): void {
    observer?.unobserve(this.#element);
    leave(this.#look);
  }

  /** Asks to look again in so many ms: at the next full second, and within a minute anyway. */
  wakeIn(ms: number): void {
    if (!seen.has(this.#look)) return;
    waiting.set(this.#look, Date.now() + Math.min(ms, MINUTE));
    plan();
  }
}
