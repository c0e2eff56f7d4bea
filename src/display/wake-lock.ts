/** Keeps the screen awake while an element is on the page, where the browser can. */

import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { MINUTE } from '../contest/instant.ts';

interface Sentinel {
  /** The browser has taken it back. */
  released?: boolean;
  release(): Promise<void>;
}

interface WakeLocks {
  request(type: 'screen'): Promise<Sentinel>;
}

export class WakeLock implements ReactiveController {
  #connected = false;
  #held: Sentinel | undefined;
  /** When it was last asked for. */
  #asked = -Infinity;
  #now: () => number;
  /** The browser takes it away with a page that is hidden. */
  #seen = () => {
    if (!document.hidden) void this.#ask();
  };

  /** @param now ms since whenever */
  constructor(host: ReactiveControllerHost, now = () => performance.now()) {
    this.#now = now;
    host.addController(this);
  }

  hostConnected(): void {
    this.#connected = true;
    document.addEventListener('visibilitychange', this.#seen);
    this.#seen();
  }

  /** Each minute anew while it is refused, or was taken away: a battery that was low has been charged. */
  hostUpdated(): void {
    const missing = !this.#held || this.#held.released;
    if (this.#connected && missing && this.#now() - this.#asked >= MINUTE) this.#seen();
  }

  hostDisconnected(): void {
    this.#connected = false;
    document.removeEventListener('visibilitychange', this.#seen);
    release(this.#held);
    this.#held = undefined;
  }

  async #ask(): Promise<void> {
    this.#asked = this.#now();
    const locks = (navigator as Navigator & { wakeLock?: WakeLocks }).wakeLock;
    // A low battery or a policy of the page may refuse; the board shows what it shows.
    const given = await locks?.request('screen').catch(() => undefined);
    const unneeded = this.#connected ? this.#held : given;
    if (this.#connected) this.#held = given;
    release(unneeded);
  }
}

const release = (held: Sentinel | undefined): void => void held?.release().catch(() => undefined);
