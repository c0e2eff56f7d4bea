import { html, LitElement, nothing, unsafeCSS } from 'lit';
import { entryAddress } from '../contest/entry.ts';
import type { Fault } from '../contest/fault.ts';
import { readInstant } from '../contest/instant.ts';
import { situation, type Phase, type Situation } from '../contest/phase.ts';
import { modulePixels, symbolSize } from '../contest/qr.ts';
import type { Contest, Definition } from '../contest/schema.ts';
import { messagesFor } from '../locales/index.ts';
import { isSame } from '../source/copy.ts';
import { DefinitionSource, type SourceSettings } from '../source/definition-source.ts';
import { bannerView, waitingView, type BannerView, type Via } from './banner-view.ts';
import styles from './contest-banner.css?inline';
import { languageOf } from './language.ts';
import { emit, reportFault, warnOnce } from './report.ts';
import { whenParsed } from './parsed.ts';
import { readSettings, type Settings } from './settings.ts';
import { Ticker } from './ticker.ts';

/**
 * The banner of an online contest: what it is, whether it is open and until when, the way in, its
 * QR code and its rules, from one definition. What stands inside is shown until there is something
 * better, and again when there is not.
 *
 * @summary An online contest's banner.
 * @tagname contest-banner
 *
 * @slot - The page without script: a link (marked `data-contest-enter`), the dates, the rules; and the definition as `<script type="application/json">`.
 * @slot banner - In the place of the picture.
 * @slot footer - Below everything.
 *
 * @csspart banner - The picture with the title, or the title on the accent.
 * @csspart title - The title.
 * @csspart dates - The list of dates.
 * @csspart countdown - The countdown.
 * @csspart enter - The way in.
 * @csspart qr - The QR code.
 * @csspart documents - The list of documents.
 * @csspart note - The notice, and the warning of a connection without encryption.
 *
 * @cssprop [--contest-accent=#c5161d] - Ground of the drawn banner and of the way in.
 * @cssprop [--contest-on-accent=#fff] - Text on the accent.
 * @cssprop [--contest-surface=Canvas] - Ground of everything else.
 * @cssprop [--contest-text=CanvasText] - Text.
 * @cssprop [--contest-muted] - Text of second rank.
 * @cssprop [--contest-font] - Font family.
 * @cssprop [--contest-radius=12px] - Rounding of the corners.
 * @cssprop [--contest-qr-size] - Side of the QR code in px, rounded down to whole pixels a module.
 *
 * @fires {CustomEvent<{contest: Contest, from: From}>} contest-load - The definition that is shown has changed; `from` says where it came from.
 * @fires {CustomEvent<Fault>} contest-error - Something is wrong: `code`, `path` of the field, `message`.
 * @fires {CustomEvent<{phase: Phase, previous: Phase}>} contest-phase - The phase has changed.
 * @fires {CustomEvent<{url: string, unit: string, via: Via}>} contest-enter - The visitor goes in; cancelable.
 */
export class ContestBanner extends LitElement {
  static override styles = unsafeCSS(styles);

  static override properties = {
    src: {},
    contest: { attribute: false },
    heading: {},
    href: {},
    opens: {},
    closes: {},
    rules: {},
    banner: {},
    bannerAlt: { attribute: 'banner-alt' },
    unit: {},
    layout: {},
    precision: {},
    hosts: {},
    qr: {},
    until: {},
    refresh: {},
    clock: { attribute: false },
    language: { attribute: 'lang' },
  };

  /** Address of a definition; https or of the page's own origin. */
  declare src: string | null | undefined;
  /** A definition object. While it is set nothing else is asked; `null` goes back to `src`. */
  declare contest: Definition | null | undefined;
  /** Without JSON: the title. Needs `href` and `closes`; used while there is no definition. */
  declare heading: string | null | undefined;
  /** Without JSON: where the contest is taken. */
  declare href: string | null | undefined;
  /** Without JSON: the opening, an instant with an offset. */
  declare opens: string | null | undefined;
  /** Without JSON: the closing, an instant with an offset. */
  declare closes: string | null | undefined;
  /** Without JSON: address of the rules. */
  declare rules: string | null | undefined;
  /** Without JSON: address of a picture. */
  declare banner: string | null | undefined;
  /** Without JSON: what the picture says. */
  declare bannerAlt: string | null | undefined;
  /** Code of the unit, at most 100 characters: goes with the link and the QR code alike. */
  declare unit: string | null | undefined;
  /** `auto` by its own width, `card` or `strip`. @type {'auto' | 'card' | 'strip'} */
  declare layout: string | null | undefined;
  /** What the countdown shows: `second` or `minute`. @type {'second' | 'minute'} */
  declare precision: string | null | undefined;
  /** Host names, separated by spaces, on which every way in and link must be. */
  declare hosts: string | null | undefined;
  /** The QR code: `auto` where a phone can scan it, `always`, `never`. @type {'auto' | 'always' | 'never'} */
  declare qr: string | null | undefined;
  /** An instant or a date from which on nothing is drawn or asked. */
  declare until: string | null | undefined;
  /** Seconds between checks of `src` while visible: default 900, at least 60, 0 for once. */
  declare refresh: string | null | undefined;
  /** Function returning epoch milliseconds, for demos and tests; the trusted clock otherwise. */
  declare clock: (() => number) | null | undefined;

  /** `vi` or `en`; where it is not set, the nearest `lang` up the page. */
  declare protected language: string | null | undefined;

  /** Where `src` may be redirected to; set for a link that was upgraded. @internal */
  sources: readonly string[] | undefined;

  #phase: Phase = 'loading';
  #settings!: Settings;
  #situation: Situation | undefined;
  #shown: Contest | undefined;
  /** Attributes, property or children have changed since the source was told. */
  #stale = true;
  /** The parser may be half way through the children before that. */
  #started = false;
  /** After the first paint the QR code may take its time. */
  #painted = false;
  #painting = false;
  #gone = false;
  #told = new Set<string>();
  #brokenPicture = '';
  #width = Infinity;
  /** Ways in among the children that are hidden, with the `display` they had. */
  #hidden = new Map<HTMLElement, string>();

  #ticker = new Ticker(this, () => this.requestUpdate());
  #source = new DefinitionSource({
    now: () => this.#now(),
    changed: () => this.requestUpdate(),
    report: (fault) => this.#report(fault),
  });
  #children = new MutationObserver(() => this.#configureAgain());
  #resize = new ResizeObserver(([entry]) => {
    const width = Math.floor(entry!.contentRect.width);
    // Without a width it is not displayed, and is drawn as it was when it is displayed again.
    if (!width || width === this.#width) return;
    this.#width = width;
    // In the next frame: a change of size in this one would be an error in the page.
    requestAnimationFrame(() => this.requestUpdate());
  });

  /** `loading`, `upcoming`, `open`, `between-rounds`, `suspended`, `closed` or `error`. Reflected. @readonly */
  get phase(): Phase {
    return this.#phase;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    // Known before anything is drawn, so that nothing moves when the observer tells it.
    this.#width = this.clientWidth || Infinity;
    this.#children.observe(this, { childList: true, characterData: true, subtree: true });
    this.#resize.observe(this);
    whenParsed(this, () => {
      this.#started = true;
      this.#configureAgain();
    });
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#children.disconnect();
    this.#resize.disconnect();
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
      // A page's own clock that fails must not take the banner with it.
    }
    return Date.now() + this.#source.offset;
  }

  override willUpdate(changed: Map<PropertyKey, unknown>): void {
    if (!this.#started) return;
    if (changed.has('src') || changed.has('contest')) this.#told.clear();
    if (this.#stale || changed.size) this.#configure();
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

  #configure(): void {
    this.#settings = readSettings(this);
    for (const fault of this.#settings.faults) this.#report(fault);
    this.#stale = this.#over;
    if (this.#stale) return;
    this.#source.configure({
      ...this.#settings,
      property: this.contest,
      src: this.src || undefined,
      inline: this.#inline(),
      sources: this.sources,
      attributes: this,
    });
  }

  /** The definition among the children. */
  #inline(): SourceSettings['inline'] {
    const script = this.querySelector<HTMLElement>(':scope > script[type="application/json"]');
    const text = script?.textContent?.trim();
    return text ? { text, asOf: readInstant(script!.dataset.asOf) ?? -Infinity } : undefined;
  }

  override render() {
    if (!this.#started) return html`<slot></slot>`;
    const contest = this.#source.shown?.contest;
    const now = this.#situation;
    if (this.#over || now?.retired) return nothing;
    const t = messagesFor(languageOf(this));
    if (!contest || !now) {
      const empty = ![...this.childNodes].some((node) =>
        node instanceof Element ? !node.matches('script, template') : node.textContent?.trim(),
      );
      return waitingView(t, !this.#source.pending, empty);
    }
    return bannerView({
      ...this.#settings,
      contest,
      situation: now,
      t,
      // A new function each time, so that the countdown looks again when the clock was set.
      clock: () => this.#now(),
      code: this.#code(entryAddress(contest, now.stage.round, this.#settings.unit)),
      picture: contest.banner?.src !== this.#brokenPicture,
      slotted: !!this.querySelector(':scope > [slot="banner"]'),
      pictureFailed: () => {
        this.#brokenPicture = contest.banner!.src;
        this.requestUpdate();
      },
      enter: (event, via, url) => this.#enter(event, via, url),
    });
  }

  /** How large the QR code of the way in stands, and whether it is time to draw it. */
  #code(way: string): BannerView['code'] {
    const { qr } = this.#settings;
    // A phone cannot scan itself.
    if (qr === 'never' || (qr === 'auto' && matchMedia('(pointer: coarse)').matches))
      return { side: 0, drawn: false };
    const size = symbolSize(way);
    const wish = parseInt(getComputedStyle(this).getPropertyValue('--contest-qr-size')) || 0;
    const side = size * modulePixels(size, this.#width - PADDING, wish, qr === 'always' ? 3 : 4);
    return { side, drawn: this.#painted };
  }

  /** Each fault is told once, until there is another definition to be wrong. */
  #report(fault: Fault): void {
    if (this.#told.has(fault.message)) return;
    this.#told.add(fault.message);
    reportFault(this, fault);
  }

  #enter(event: Event, via: Via, url: string): void {
    if (!emit(this, 'contest-enter', { url, unit: this.#settings.unit, via }, true))
      event.preventDefault();
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
    this.#hideWays(now?.phase === 'closed' || now?.phase === 'suspended');
    if (shown && !isSame(shown.contest, this.#shown)) {
      this.#shown = shown.contest;
      emit(this, 'contest-load', { contest: shown.contest, from: shown.from });
    }
    this.#setPhase(now?.phase ?? (pending ? 'loading' : 'error'));
    this.#ticker.wakeIn(Math.min(now?.next ?? Infinity, due, this.#settings.until) - this.#now());
    if (now && !this.#painting) {
      this.#painting = true;
      requestAnimationFrame(() =>
        setTimeout(() => {
          this.#painted = true;
          this.requestUpdate();
        }),
      );
    }
  }

  #setPhase(phase: Phase): void {
    const previous = this.#phase;
    this.#phase = phase;
    if (this.getAttribute('phase') !== phase) this.setAttribute('phase', phase);
    if (phase !== previous) emit(this, 'contest-phase', { phase, previous });
  }

  /** Once there is no way in, none is left among the children either; they may be slotted. */
  #hideWays(hide: boolean): void {
    for (const [link, display] of this.#hidden) link.style.setProperty('display', display);
    this.#hidden.clear();
    const contest = this.#source.shown?.contest;
    if (!hide || !contest) return;
    const marked = this.querySelectorAll<HTMLElement>('[data-contest-enter]');
    const ways = [undefined, ...(contest.rounds ?? [])].flatMap((round) =>
      ['', this.#settings.unit].map((unit) => new URL(entryAddress(contest, round, unit)).href),
    );
    const links = marked.length
      ? marked
      : [...this.querySelectorAll('a')].filter((link) => ways.includes(link.href));
    for (const link of links) {
      this.#hidden.set(link, link.style.getPropertyValue('display'));
      link.style.setProperty('display', 'none', 'important');
    }
  }
}

/** The furthest from 1970 that a date can be, ms. */
const LAST_DATE = 8.64e15;

/** Horizontal padding and border of the drawn banner, px; see contest-banner.css. */
const PADDING = 2 * 15;
