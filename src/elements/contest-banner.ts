import { unsafeCSS } from 'lit';
import { entryAddress } from '../contest/entry.ts';
import { modulePixels, symbolSize } from '../contest/qr.ts';
import { bannerView, type BannerView } from './banner-view.ts';
import styles from './contest-banner.css?inline';
import { ContestElement, type Showing } from './contest-element.ts';
import { emit } from './report.ts';

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
export class ContestBanner extends ContestElement {
  static override styles = unsafeCSS(styles);

  static override properties = {
    ...ContestElement.properties,
    heading: {},
    href: {},
    opens: {},
    closes: {},
    rules: {},
    banner: {},
    bannerAlt: { attribute: 'banner-alt' },
    layout: {},
    precision: {},
    qr: {},
  };

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
  /** `auto` by its own width, `card` or `strip`. @type {'auto' | 'card' | 'strip'} */
  declare layout: string | null | undefined;
  /** What the countdown shows: `second` or `minute`. @type {'second' | 'minute'} */
  declare precision: string | null | undefined;
  /** The QR code: `auto` where a phone can scan it, `always`, `never`. @type {'auto' | 'always' | 'never'} */
  declare qr: string | null | undefined;

  /** After the first paint the QR code may take its time. */
  #painted = false;
  #painting = false;
  #brokenPicture = '';
  #width = Infinity;
  /** Ways in among the children that are hidden, with the `display` they had. */
  #hidden = new Map<HTMLElement, string>();

  #resize = new ResizeObserver(([entry]) => {
    const width = Math.floor(entry!.contentRect.width);
    // Without a width it is not displayed, and is drawn as it was when it is displayed again.
    if (!width || width === this.#width) return;
    this.#width = width;
    // In the next frame: a change of size in this one would be an error in the page.
    requestAnimationFrame(() => this.requestUpdate());
  });

  override connectedCallback(): void {
    super.connectedCallback();
    // Known before anything is drawn, so that nothing moves when the observer tells it.
    this.#width = this.clientWidth || Infinity;
    this.#resize.observe(this);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#resize.disconnect();
  }

  protected override draw(showing: Showing) {
    const { contest, situation, unit } = showing;
    return bannerView({
      ...showing,
      ...this.settings,
      // A new function each time, so that the countdown looks again when the clock was set.
      clock: () => this.epochNow(),
      code: this.#code(entryAddress(contest, situation.stage.round, unit)),
      picture: contest.banner?.src !== this.#brokenPicture,
      slotted: !!this.querySelector(':scope > [slot="banner"]'),
      pictureFailed: () => {
        this.#brokenPicture = contest.banner!.src;
        this.requestUpdate();
      },
      enter: (event, via, url) => {
        if (!emit(this, 'contest-enter', { url, unit, via }, true)) event.preventDefault();
      },
    });
  }

  /** How large the QR code of the way in stands, and whether it is time to draw it. */
  #code(way: string): BannerView['code'] {
    const { qr } = this.settings;
    // A phone cannot scan itself.
    if (qr === 'never' || (qr === 'auto' && matchMedia('(pointer: coarse)').matches))
      return { side: 0, drawn: false };
    const size = symbolSize(way);
    const wish = parseInt(getComputedStyle(this).getPropertyValue('--contest-qr-size')) || 0;
    const side = size * modulePixels(size, this.#width - PADDING, wish, qr === 'always' ? 3 : 4);
    return { side, drawn: this.#painted };
  }

  protected override drawn(showing: Showing | undefined): void {
    this.#hideWays(showing);
    if (!showing || this.#painting) return;
    this.#painting = true;
    requestAnimationFrame(() =>
      setTimeout(() => {
        this.#painted = true;
        this.requestUpdate();
      }),
    );
  }

  /** Once there is no way in, none is left among the children either; they may be slotted. */
  #hideWays(showing: Showing | undefined): void {
    for (const [link, display] of this.#hidden) link.style.setProperty('display', display);
    this.#hidden.clear();
    const phase = showing?.situation.phase;
    if (!showing || (phase !== 'closed' && phase !== 'suspended')) return;
    const { contest, unit: code } = showing;
    const marked = this.querySelectorAll<HTMLElement>('[data-contest-enter]');
    const ways = [undefined, ...(contest.rounds ?? [])].flatMap((round) =>
      ['', code].map((unit) => new URL(entryAddress(contest, round, unit)).href),
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

/** Horizontal padding and border of the drawn banner, px; see contest-banner.css. */
const PADDING = 2 * 15;
