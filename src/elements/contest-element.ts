import { html, LitElement, nothing, type TemplateResult } from 'lit';
import type { Fault } from '../contest/fault.ts';
import { readInstant } from '../contest/instant.ts';
import { situation, type Phase, type Situation } from '../contest/phase.ts';
import type { Contest, Definition } from '../contest/schema.ts';
import { messagesFor, type Messages } from '../locales/index.ts';
import { isSame } from '../source/copy.ts';
import { DefinitionSource, type SourceSettings } from '../source/definition-source.ts';
import type { SmallCase } from '../source/small-case.ts';
import { languageOf } from './language.ts';
import { whenParsed } from './parsed.ts';
import { emit, reportFault, warnOnce } from './report.ts';
import { readSettings, type Settings } from './settings.ts';
import { Ticker } from './ticker.ts';

/** What is drawn from. */
export interface Showing {
  contest: Contest;
  situation: Situation;
  /** Epoch ms. */
  now: number;
  t: Messages;
  /** The unit's code, for the way in. */
  unit: string;
}

/**
 * What banner, poster and board have in common: where the definition comes from, the trusted clock,
 * the situation, the one tick, and the events that tell of it. What differs is how it is drawn.
 * Children are shown until there is something better, and again when there is not.
 */
export abstract class ContestElement extends LitElement {
  static override properties: Record<string, { attribute?: string | false }> = {
    src: {},
    contest: { attribute: false },
    unit: {},
    hosts: {},
    until: {},
    refresh: {},
    clock: { attribute: false },
    language: { attribute: 'lang' },
  };

  /** Address of a definition; https or of the page's own origin. */
  declare src: string | null | undefined;
  /** A definition object. While it is set nothing else is asked; `null` goes back to `src`. */
  declare contest: Definition | null | undefined;
  /** Code of the unit, at most 100 characters: goes with the link and the QR code alike. */
  declare unit: string | null | undefined;
  /** Host names, separated by spaces, on which every way in and link must be. */
  declare hosts: string | null | undefined;
  /** An instant or a date from which on nothing is drawn or asked. */
  declare until: string | null | undefined;
  /** Seconds between checks of `src` while visible: default 900, at least 60, 0 for once. */
  declare refresh: string | null | undefined;
  /** Function returning epoch milliseconds, for demos and tests; the trusted clock otherwise. */
  declare clock: (() => number) | null | undefined;

  /** `vi` or `en`; where it is not set, the nearest `lang` up the page. */
  declare protected language: string | null | undefined;

  /** Where `src` may be redirected to; set by what makes an element of an address or a link. @internal */
  declare sources: readonly string[] | undefined;

  /** What the attributes say. */
  protected settings!: Settings;

  #phase: Phase = 'loading';
  #situation: Situation | undefined;
  #shown: Contest | undefined;
  /** Attributes, property or children have changed since the source was told. */
  #stale = true;
  /** The parser may be half way through the children before that. */
  #started = false;
  #gone = false;
  #told = new Set<string>();

  #ticker = new Ticker(this, () => this.requestUpdate());
  #source = new DefinitionSource({
    now: () => this.epochNow(),
    changed: () => this.requestUpdate(),
    report: (fault) => this.tell(fault),
  });
  #children = new MutationObserver(() => this.#configureAgain());

  /** `loading`, `upcoming`, `open`, `between-rounds`, `suspended`, `closed` or `error`. Reflected. @readonly */
  get phase(): Phase {
    return this.#phase;
  }

  /** Draws what was decided. */
  protected abstract draw(showing: Showing): unknown;

  /** Called when that is drawn, or when there is nothing to draw from. */
  protected drawn?(showing: Showing | undefined): void;

  /** Ms until it looks different although nothing was decided anew; at most a minute is waited. */
  protected redrawIn?(showing: Showing): number;

  /** What there is to draw from. */
  protected get showing(): Showing | undefined {
    const contest = this.#source.shown?.contest;
    return (
      contest &&
      this.#situation && {
        contest,
        situation: this.#situation,
        now: this.epochNow(),
        t: messagesFor(languageOf(this)),
        unit: this.settings.unit,
      }
    );
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#children.observe(this, { childList: true, characterData: true, subtree: true });
    whenParsed(this, () => {
      this.#started = true;
      this.#configureAgain();
    });
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#children.disconnect();
  }

  #configureAgain(): void {
    this.#stale = true;
    this.requestUpdate();
  }

  /** The element's clock, epoch ms. */
  protected epochNow(): number {
    try {
      const now = this.clock?.();
      if (Math.abs(now!) <= LAST_DATE) return now!;
    } catch {
      // A page's own clock that fails must not take the drawing with it.
    }
    return Date.now() + this.#source.offset;
  }

  override willUpdate(changed: Map<PropertyKey, unknown>): void {
    if (!this.#started) return;
    if (changed.has('src') || changed.has('contest')) this.#told.clear();
    if (this.#stale || changed.size) this.configure();
    this.#situation = undefined;
    if (this.#over) return;
    if (this.isConnected) this.#source.poll();
    const contest = this.#source.shown?.contest;
    if (contest) this.#situation = situation(contest, this.epochNow());
  }

  /** From `until` on nothing is drawn and nothing asked, whatever anyone publishes. */
  get #over(): boolean {
    // An old date from whoever serves the definition must not bring it back.
    const now = this.clock ? this.epochNow() : Math.max(this.epochNow(), Date.now());
    return now >= this.settings.until;
  }

  /** Reads attributes, property and children. */
  protected configure(): void {
    this.settings = readSettings(this);
    for (const fault of this.settings.faults) this.tell(fault);
    this.#stale = this.#over;
    if (this.#stale) return;
    this.#source.configure({
      ...this.settings,
      property: this.contest,
      src: this.src || undefined,
      inline: this.#inline(),
      sources: this.sources,
      // Only the banner has them.
      attributes: this as SmallCase,
    });
  }

  /** The definition among the children. */
  #inline(): SourceSettings['inline'] {
    const script = this.querySelector<HTMLElement>(':scope > script[type="application/json"]');
    const text = script?.textContent?.trim();
    return text ? { text, asOf: readInstant(script!.dataset.asOf) ?? -Infinity } : undefined;
  }

  override render(): unknown {
    if (!this.#started) return html`<slot></slot>`;
    const { showing } = this;
    if (this.#over || showing?.situation.retired) return nothing;
    return showing ? this.draw(showing) : this.#wait();
  }

  /** While there is nothing to draw: the page's own HTML, or one calm sentence. */
  #wait(): TemplateResult {
    const t = messagesFor(languageOf(this));
    const empty = ![...this.childNodes].some((node) =>
      node instanceof Element ? !node.matches('script, template') : node.textContent?.trim(),
    );
    return html`<slot name="banner"></slot><slot></slot>${
        empty
          ? html`<p class="calm" lang=${t.code}>${this.#source.pending ? t.loading : t.failed}</p>`
          : nothing
      }<slot name="footer"></slot>`;
  }

  /** Each fault is told once, until there is another definition to be wrong. */
  protected tell(fault: Fault): void {
    if (this.#told.has(fault.message)) return;
    this.#told.add(fault.message);
    reportFault(this, fault);
  }

  override updated(): void {
    if (!this.#started) return;
    const { showing } = this;
    const now = showing?.situation;
    const gone = this.#over || !!now?.retired;
    if (gone)
      warnOnce(
        `takes no room any more: ${this.#over ? `until ${this.until}` : `${showing!.contest.title} retires`} is past`,
      );
    if (gone !== this.#gone) this.hidden = this.#gone = gone;
    if (this.#over) return;

    const { shown, pending, due } = this.#source;
    this.drawn?.(showing);
    if (shown && !isSame(shown.contest, this.#shown)) {
      this.#shown = shown.contest;
      emit(this, 'contest-load', { contest: shown.contest, from: shown.from });
    }
    this.#setPhase(now?.phase ?? (pending ? 'loading' : 'error'));
    this.#ticker.wakeIn(
      Math.min(
        Math.min(now?.next ?? Infinity, due, this.settings.until) - this.epochNow(),
        (showing && this.redrawIn?.(showing)) ?? Infinity,
      ),
    );
  }

  #setPhase(phase: Phase): void {
    const previous = this.#phase;
    this.#phase = phase;
    if (this.getAttribute('phase') !== phase) this.setAttribute('phase', phase);
    if (phase !== previous) emit(this, 'contest-phase', { phase, previous });
  }
}

/** The furthest from 1970 that a date can be, ms. */
const LAST_DATE = 8.64e15;
