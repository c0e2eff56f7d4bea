import { html, LitElement, nothing } from 'lit';
import type { Fault } from '../contest/fault.ts';
import { readInstant } from '../contest/instant.ts';
import { situation, type Phase, type Situation } from '../contest/phase.ts';
import type { Contest, Definition } from '../contest/schema.ts';
import { languageOf } from '../elements/language.ts';
import { whenParsed } from '../elements/parsed.ts';
import { emit, reportFault, warnOnce } from '../elements/report.ts';
import { readSettings, type Settings } from '../elements/settings.ts';
import { Ticker } from '../elements/ticker.ts';
import { messagesFor, type Messages } from '../locales/index.ts';
import { isSame } from '../source/copy.ts';
import { DefinitionSource, type SourceSettings } from '../source/definition-source.ts';
import { readUnitName } from './settings.ts';
import { wordsFor, type Words } from './words.ts';

/** What is drawn from. */
export interface Showing {
  contest: Contest;
  situation: Situation;
  /** Epoch ms. */
  now: number;
  t: Messages;
  words: Words;
  /** The unit's code, for the way in. */
  unit: string;
  /** The unit's name, for the reader; empty where nobody gave one. */
  unitName: string;
}

/**
 * What paper and screen have in common: where the definition comes from, the trusted clock, the
 * situation and the one tick, as in the banner; what differs is how it is drawn. Children are shown
 * until there is something better, and again when there is not.
 */
export abstract class DisplayElement extends LitElement {
  static override properties: Record<string, { attribute?: string | false }> = {
    src: {},
    contest: { attribute: false },
    unit: {},
    unitName: { attribute: 'unit-name' },
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
  /** Name of the unit as it is shown, at most 200 characters. */
  declare unitName: string | null | undefined;
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

  /** Where `src` may be redirected to; set by our own pages, before the element is defined. @internal */
  declare sources: readonly string[] | undefined;

  #phase: Phase = 'loading';
  #settings!: Settings;
  #unitName = '';
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
    now: () => this.#now(),
    changed: () => this.requestUpdate(),
    report: (fault) => this.report(fault),
  });
  #children = new MutationObserver(() => this.#configureAgain());

  /** `loading`, `upcoming`, `open`, `between-rounds`, `suspended`, `closed` or `error`. Reflected. @readonly */
  get phase(): Phase {
    return this.#phase;
  }

  /** Draws what was decided. */
  protected abstract draw(showing: Showing): unknown;

  /** Ms until it looks different although nothing was decided anew; at most a minute is waited. */
  protected redrawIn?(showing: Showing): number;

  /** What is shown, where there is anything to show. */
  protected get showing(): Showing | undefined {
    const contest = this.#source.shown?.contest;
    const now = this.#situation;
    if (!contest || !now || now.retired) return;
    const t = messagesFor(languageOf(this));
    return {
      contest,
      situation: now,
      now: this.#now(),
      t,
      words: wordsFor(t),
      unit: this.#settings.unit,
      unitName: this.#unitName,
    };
  }

  /** What the attributes say, as far as they are the banner's. */
  protected get settings(): Settings {
    return this.#settings;
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

  #now(): number {
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
    if (contest) this.#situation = situation(contest, this.#now());
  }

  /** From `until` on nothing is drawn and nothing asked, whatever anyone publishes. */
  get #over(): boolean {
    // An old date from whoever serves the definition must not bring it back.
    const now = this.clock ? this.#now() : Math.max(this.#now(), Date.now());
    return now >= this.#settings.until;
  }

  /** Reads attributes, property and children. */
  protected configure(): void {
    this.#settings = readSettings(this);
    for (const fault of this.#settings.faults) this.report(fault);
    this.#unitName = readUnitName(this.unitName, (fault) => this.report(fault));
    this.#stale = this.#over;
    if (this.#stale) return;
    this.#source.configure({
      ...this.#settings,
      property: this.contest,
      src: this.src || undefined,
      inline: this.#inline(),
      sources: this.sources,
      attributes: {},
    });
  }

  /** The definition among the children. */
  #inline(): SourceSettings['inline'] {
    const script = this.querySelector<HTMLElement>(':scope > script[type="application/json"]');
    const text = script?.textContent.trim();
    return text ? { text, asOf: readInstant(script!.dataset.asOf) ?? -Infinity } : undefined;
  }

  override render() {
    if (!this.#started) return html`<slot></slot>`;
    if (this.#over || this.#situation?.retired) return nothing;
    const { showing } = this;
    if (showing) return this.draw(showing);
    const empty = ![...this.childNodes].some((node) =>
      node instanceof Element ? !node.matches('script, template') : node.textContent?.trim(),
    );
    const t = messagesFor(languageOf(this));
    return html`<slot></slot>${
        empty
          ? html`<p class="calm" lang=${t.code}>${this.#source.pending ? t.loading : t.failed}</p>`
          : nothing
      }`;
  }

  /** Each fault is told once, until there is another definition to be wrong. */
  protected report(fault: Fault): void {
    if (this.#told.has(fault.message)) return;
    this.#told.add(fault.message);
    reportFault(this, fault);
  }

  override updated(): void {
    if (!this.#started) return;
    const now = this.#situation;
    const gone = this.#over || !!now?.retired;
    if (gone)
      warnOnce(
        `takes no room any more: ${this.#over ? `until ${this.until}` : `${this.#source.shown!.contest.title} retires`} is past`,
      );
    if (gone !== this.#gone) this.hidden = this.#gone = gone;
    if (this.#over) return;

    const { shown, pending, due } = this.#source;
    if (shown && !isSame(shown.contest, this.#shown)) {
      this.#shown = shown.contest;
      emit(this, 'contest-load', { contest: shown.contest, from: shown.from });
    }
    this.#setPhase(now?.phase ?? (pending ? 'loading' : 'error'));
    const { showing } = this;
    const next = Math.min(now?.next ?? Infinity, due, this.#settings.until) - this.#now();
    this.#ticker.wakeIn(Math.min(next, (showing && this.redrawIn?.(showing)) ?? Infinity));
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
