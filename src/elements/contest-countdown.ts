import { html, LitElement, nothing, unsafeCSS } from 'lit';
import { fault } from '../contest/fault.ts';
import { AN_INSTANT, MINUTE, readInstant, SECOND } from '../contest/instant.ts';
import { remaining, remainingText, UNITS } from '../contest/wording.ts';
import { messagesFor } from '../locales/index.ts';
import styles from './contest-countdown.css?inline';
import { languageOf } from './language.ts';
import { reportFault } from './report.ts';
import { Ticker } from './ticker.ts';

/** Ms before the end at which those who listen rather than look are told. */
const THRESHOLDS = [60 * MINUTE, 10 * MINUTE, MINUTE];

/**
 * Counts down to the opening, then to the closing. The time always comes from the clock and is
 * never counted; the visitor can switch the seconds off.
 *
 * @summary A countdown to an opening and a closing.
 * @tagname contest-countdown
 */
export class ContestCountdown extends LitElement {
  static override styles = unsafeCSS(styles);

  static override properties = {
    opens: {},
    closes: {},
    precision: {},
    label: {},
    clock: { attribute: false },
    language: { attribute: 'lang' },
  };

  /** Instant with an offset, such as `2024-11-18T07:30:00+07:00`; counted to while it is to come. */
  declare opens: string | undefined;

  /** Instant with an offset, counted to once the other is past. Needed. */
  declare closes: string | undefined;

  /** What is shown: `second` (default) or `minute`. Reduced motion means minute. */
  declare precision: string | undefined;

  /** What opens and closes, in the line above the digits. Default: the contest. */
  declare label: string | undefined;

  /** Function returning epoch milliseconds, for demos and tests; the visitor's clock otherwise. */
  declare clock: (() => number) | undefined;

  /** `vi` or `en`; where it is not set, the nearest `lang` up the page. */
  declare protected language: string | null | undefined;

  #ticker = new Ticker(this, () => this.#tick());
  /** The visitor's own choice; reduced motion chooses first. */
  #quiet = matchMedia('(prefers-reduced-motion: reduce)').matches;
  #announced = '';
  /** How many thresholds are passed; nothing before the first look. */
  #passed: number | undefined;

  /** Epoch ms, as far as they can be read; not read anew at each tick. */
  #opens: number | undefined;
  #closes: number | undefined;

  /** What is counted to, epoch ms; and how many whole minutes were left when seconds were drawn. */
  #end = NaN;
  #minute = NaN;

  override willUpdate(changed: Map<PropertyKey, unknown>): void {
    if (!changed.has('opens') && !changed.has('closes')) return;
    this.#passed = undefined;
    this.#opens = this.#read('opens');
    this.#closes = this.#read('closes');
  }

  #read(name: 'opens' | 'closes'): number | undefined {
    const text = this[name];
    const instant = readInstant(text);
    if (text && instant === undefined) reportFault(this, fault(name, AN_INSTANT, text));
    return instant;
  }

  /**
   * From one second to the next nothing but two digits is looked at. The last seconds of a minute are
   * drawn whole: languages have a word for one, and what is announced is so at a full minute.
   */
  #tick(): void {
    const left = this.#end - this.#now();
    if (Math.floor(left / MINUTE) !== this.#minute || left % MINUTE < 2 * SECOND) {
      this.requestUpdate();
      return;
    }
    this.#ticker.wakeIn(1);
    const text = this.shadowRoot!.querySelector(':last-child > b')!.childNodes[1]!;
    const digits = twoDigits(remaining(left).second);
    if (text.nodeValue !== digits) text.nodeValue = digits;
  }

  #now(): number {
    return (this.clock ?? Date.now)();
  }

  override render() {
    const now = this.#now();
    const opens = this.#opens ?? -Infinity;
    const closes = this.#closes;
    if (closes === undefined) return nothing;

    const t = messagesFor(languageOf(this));
    const what = this.label || t.contest;
    this.#end = now < opens ? opens : closes;
    const left = this.#end - now;
    if (left <= 0) return html`<p>${t.hasEnded(what)}</p>`;

    const coarse = this.precision === 'minute';
    const minutes = coarse || this.#quiet;
    this.#minute = minutes ? NaN : Math.floor(left / MINUTE);
    this.#ticker.wakeIn(minutes ? (left % MINUTE) + 1 : 1);

    const text = remainingText(left, t);
    // Told when a threshold is passed under the visitor's eyes, not when the page is opened.
    const passed = THRESHOLDS.filter((threshold) => left <= threshold).length;
    if (passed !== this.#passed) this.#announced = passed > this.#passed! ? text : '';
    this.#passed = passed;

    const parts = remaining(left);
    const units = UNITS.slice(parts.day ? 0 : 1, minutes ? 3 : 4);
    return html`
      <p id="label">${now < opens ? t.startsIn(what) : t.endsIn(what)}</p>
      <div role="timer" aria-labelledby="label">
        <span class="spoken">${text}</span>
        <span class="digits" aria-hidden="true">
          ${
            minutes && left < MINUTE
              ? t.underMinute
              : units.map(
                  (unit) =>
                    html`<span>
                      <b>${unit === 'day' ? parts[unit] : twoDigits(parts[unit])}</b>
                      <small>${t.unit(unit, parts[unit])}</small>
                    </span>`,
                )
          }
        </span>
      </div>
      ${
        coarse
          ? nothing
          : html`<button type="button" @click=${this.#toggle}>
              ${this.#quiet ? t.showSeconds : t.hideSeconds}
            </button>`
      }
      <p class="spoken" role="status">${this.#announced}</p>
    `;
  }

  #toggle(): void {
    this.#quiet = !this.#quiet;
    this.requestUpdate();
  }
}

const twoDigits = (number: number): string => String(number).padStart(2, '0');
