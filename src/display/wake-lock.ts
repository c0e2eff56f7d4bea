/** Keeps the screen awake while an element is on the page, where the browser can. */

import type { ReactiveController, ReactiveControllerHost } from 'lit';

interface Sentinel {
  release(): Promise<void>;
}

interface WakeLocks {
  request(type: 'screen'): Promise<Sentinel>;
}

export class WakeLock implements ReactiveController {
  #connected = false;
  #held: Promise<Sentinel | undefined> | undefined;
  /** The browser takes it away with a page that is hidden. */
  #seen = () => {
    if (document.hidden) this.#held = undefined;
    else this.#hold();
  };

  constructor(host: ReactiveControllerHost) {
    host.addController(this);
  }

  hostConnected(): void {
    this.#connected = true;
    document.addEventListener('visibilitychange', this.#seen);
    this.#seen();
  }

  hostDisconnected(): void {
    this.#connected = false;
    document.removeEventListener('visibilitychange', this.#seen);
    this.#release(this.#held);
    this.#held = undefined;
  }

  #hold(): void {
    const locks = (navigator as Navigator & { wakeLock?: WakeLocks }).wakeLock;
    // A low battery or a policy of the page may refuse; the board shows what it shows.
    const held = locks?.request('screen').catch(() => undefined);
    this.#held = held;
    void held?.then(() => {
      if (!this.#connected) this.#release(held);
    });
  }

  #release(held: Promise<Sentinel | undefined> | undefined): void {
    void held?.then((sentinel) => sentinel?.release()).catch(() => undefined);
  }
}
