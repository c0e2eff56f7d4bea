import { unsafeCSS } from 'lit';
import { MINUTE } from '../contest/instant.ts';
import { lengthOf } from '../contest/parse.ts';
import {
  boardCount,
  boardHundredth,
  boardRooms,
  boardTitle,
  type BoardRoom,
} from './board-room.ts';
import { boardShift } from './board-shift.ts';
import { boardLeft, boardView, boardWay } from './board-view.ts';
import styles from './contest-board.css?inline';
import { DisplayElement, type DisplayShowing } from './display-element.ts';
import { domainOf } from './pieces.ts';
import { domainSize } from './poster-room.ts';
import { WakeLock } from './wake-lock.ts';

/**
 * A contest on a screen in the lobby, to be read from five metres: what it is, how long it is still
 * open, the way in as a QR code. It fills the box that it is given, upright or not, and may run for
 * weeks: it renews what it shows, keeps the last good copy without a network, keeps the screen awake
 * where the browser can, and moves by two px each three minutes, code and text changing sides every five
 * hours, so that nothing burns in.
 *
 * @summary A contest on a lobby screen.
 * @tagname contest-board
 *
 * @slot - What is shown until there is a definition; and the definition as `<script type="application/json">`.
 *
 * @cssprop [--contest-accent=#c5161d] - Ground of the status, and the band above everything.
 * @cssprop [--contest-on-accent=#fff] - Text on the accent.
 * @cssprop [--contest-surface=#0e1624] - Ground of everything else.
 * @cssprop [--contest-text=#f6f3ec] - Text.
 * @cssprop [--contest-font] - Font family.
 *
 * @fires {CustomEvent<{contest: Contest, from: From}>} contest-load - The definition that is shown has changed; `from` says where it came from.
 * @fires {CustomEvent<Fault>} contest-error - Something is wrong: `code`, `path` of the field, `message`.
 * @fires {CustomEvent<{phase: Phase, previous: Phase}>} contest-phase - The phase has changed.
 */
export class ContestBoard extends DisplayElement {
  static override styles = unsafeCSS(styles);

  static override properties = {
    ...DisplayElement.properties,
    precision: {},
  };

  /** What the countdown shows: `second` (default) or `minute`. Reduced motion means minute. @type {'second' | 'minute'} */
  declare precision: string | null | undefined;

  /** What there is to try, which one is tried, and for which content. */
  #rooms: BoardRoom[] = [];
  #room = 0;
  #tried = '';
  #resize = new ResizeObserver(() => {
    this.#tried = '';
    // In the next frame: a change of size in this one would be an error in the page.
    requestAnimationFrame(() => this.requestUpdate());
  });

  constructor() {
    super();
    new WakeLock(this);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#resize.observe(this);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#resize.disconnect();
  }

  get #coarse(): boolean {
    return (
      this.settings.precision === 'minute' || matchMedia('(prefers-reduced-motion: reduce)').matches
    );
  }

  protected override redrawIn(showing: DisplayShowing): number {
    const left = boardLeft(showing);
    if (left === undefined) return Infinity;
    return this.#coarse ? (left % MINUTE) + 1 : 1;
  }

  protected override draw(showing: DisplayShowing) {
    const { contest, situation, t, unit, unitName } = showing;
    const { phase, stage, others, lastDay } = situation;
    const tried = JSON.stringify([contest, phase, stage, others, lastDay, t.code, unit, unitName]);
    if (tried !== this.#tried) {
      this.#tried = tried;
      this.#rooms = boardRooms(others.length);
      this.#room = 0;
    }
    return boardView({ ...showing, room: this.#rooms[this.#room]!, coarse: this.#coarse });
  }

  override updated(): void {
    super.updated();
    const { showing } = this;
    const board = this.shadowRoot!.querySelector<HTMLElement>('.board');
    if (!showing || !board) return;
    const { x, y } = boardShift(showing.now);
    const way = boardWay(showing);
    const { scale } = this.#rooms[this.#room]!;
    const info = board.querySelector('.info')!;
    const counted = [...board.querySelectorAll('[role=timer] b')].map((b) => b.textContent);
    const hundredth = boardHundredth(this.clientWidth, this.clientHeight);
    // What is read from five metres stays large for as long as it can.
    const large = Math.max(scale, Math.min(1, scale + 0.25));
    const sizes = {
      scale,
      large,
      count: Math.min(large, boardCount(counted, info.clientWidth / hundredth)),
      title: boardTitle(lengthOf(showing.contest.title)),
      domain: way ? domainSize(lengthOf(domainOf(way)), 56, 6) : 0,
    };
    for (const [name, value] of Object.entries(sizes))
      board.style.setProperty(`--${name}`, String(value));
    board.style.translate = `${x}px ${y}px`;

    // Not by scrollHeight: engines round it, and some count what sticks out of a line.
    const over = bottom(info.lastElementChild!) - bottom(info);
    if (over < 1 || this.#room === this.#rooms.length - 1) return;
    this.#room++;
    this.requestUpdate();
  }
}

const bottom = (element: Element): number => element.getBoundingClientRect().bottom;
