import { unsafeCSS } from 'lit';
import { lengthOf } from '../contest/parse.ts';
import styles from './contest-poster.css?inline';
import { DisplayElement, type DisplayShowing } from './display-element.ts';
import { domainOf } from './pieces.ts';
import { posterRounds } from './poster-dates.ts';
import { domainSize, posterRooms, titleSize, type PosterRoom } from './poster-room.ts';
import { posterView, posterWay } from './poster-view.ts';
import { readWord } from './settings.ts';

/** Width and height in mm, upright. */
const PAPERS = { a4: [210, 297], a3: [297, 420] } as const;

/** Width of the QR code with its quiet zone and of what stands below it, mm on A4. */
const CODE = { portrait: 84, landscape: 92, alone: 112 };

/** CSS defines it so. */
const PX_PER_MM = 96 / 25.4;

/**
 * A contest as one sheet of paper for the notice board: what it is, from when until when, the way
 * in as a QR code and as an address to read, how to take part, the rules. On screen a preview of the
 * sheet; printed, the page is exactly that sheet (of several posters on a page the last one says of
 * what size).
 *
 * A poster hangs before the opening and must need no second round with the ladder: QR code and
 * address are there from the beginning, below the date of the opening. They lead to the contest, not
 * to one of its rounds. Once the contest is over or while it is suspended the sheet says so, and
 * shows neither.
 *
 * What is too long for the sheet gets smaller or is left out, the last line first; never the title,
 * the dates, the QR code or the address.
 *
 * @summary A contest on one sheet of paper.
 * @tagname contest-poster
 *
 * @slot - What is shown until there is a definition; and the definition as `<script type="application/json">`.
 *
 * @cssprop [--contest-accent=#c5161d] - Bands and rules.
 * @cssprop [--contest-font] - Font family.
 *
 * @fires {CustomEvent<{contest: Contest, from: From}>} contest-load - The definition that is shown has changed; `from` says where it came from.
 * @fires {CustomEvent<Fault>} contest-error - Something is wrong: `code`, `path` of the field, `message`.
 * @fires {CustomEvent<{phase: Phase, previous: Phase}>} contest-phase - The phase has changed.
 */
export class ContestPoster extends DisplayElement {
  static override styles = unsafeCSS(styles);

  static override properties = {
    ...DisplayElement.properties,
    paper: {},
    orientation: {},
  };

  /** The sheet: `a4` (default) or `a3`. @type {'a4' | 'a3'} */
  declare paper: string | null | undefined;
  /** `portrait` (default) or `landscape`. @type {'portrait' | 'landscape'} */
  declare orientation: string | null | undefined;

  #paper: keyof typeof PAPERS = 'a4';
  #orientation: 'portrait' | 'landscape' = 'portrait';
  /** What there is to try, which one is tried, and for which content. */
  #rooms: PosterRoom[] = [];
  #room = 0;
  #tried = '';
  #width = Infinity;
  /** Only a sheet of the document can say how large its pages are. */
  #page = new CSSStyleSheet();
  #resize = new ResizeObserver(([entry]) => {
    const width = Math.floor(entry!.contentRect.width);
    if (!width || width === this.#width) return;
    // It may not have been displayed when it was measured.
    if (this.#width === Infinity) this.#tried = '';
    this.#width = width;
    // In the next frame: a change of size in this one would be an error in the page.
    requestAnimationFrame(() => this.requestUpdate());
  });

  override connectedCallback(): void {
    super.connectedCallback();
    this.#width = this.clientWidth || Infinity;
    this.#resize.observe(this);
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, this.#page];
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#resize.disconnect();
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter(
      (sheet) => sheet !== this.#page,
    );
  }

  protected override configure(): void {
    super.configure();
    const wrong = (fault: Parameters<typeof this.tell>[0]) => this.tell(fault);
    this.#paper = readWord('paper', this.paper, ['a4', 'a3'], wrong);
    this.#orientation = readWord('orientation', this.orientation, ['portrait', 'landscape'], wrong);
    this.#page.replaceSync(`@page { size: ${this.#paper} ${this.#orientation}; margin: 0 }`);
  }

  /** Width and height as it lies, mm. */
  get #size(): readonly [number, number] {
    const [short, long] = PAPERS[this.#paper];
    return this.#orientation === 'portrait' ? [short, long] : [long, short];
  }

  protected override draw(showing: DisplayShowing) {
    this.#begin(showing);
    return posterView({
      ...showing,
      paper: this.#paper,
      orientation: this.#orientation,
      room: this.#rooms[this.#room]!,
      print: () => print(),
    });
  }

  /** Tries everything anew where there is something else to stand on the sheet. */
  #begin({ contest, situation, now, t, words, unit, unitName }: DisplayShowing): void {
    const rounds = posterRounds(contest, now, t, words).length;
    const tried = JSON.stringify([
      contest,
      situation.phase,
      rounds,
      t.code,
      unit,
      unitName,
      this.#size,
    ]);
    if (tried === this.#tried) return;
    this.#tried = tried;
    this.#rooms = posterRooms({ howTo: contest.howTo?.length ?? 0, rounds });
    this.#room = 0;
  }

  override updated(): void {
    super.updated();
    const { showing } = this;
    const frame = this.shadowRoot!.querySelector<HTMLElement>('.frame');
    if (!showing || !frame) return;
    const [width, height] = this.#size;
    const way = posterWay(showing);
    const code =
      CODE[frame.querySelector('.portrait.alone') && !this.#room ? 'alone' : this.#orientation];
    const sizes = {
      zoom: Math.min(1, this.#width / (width * PX_PER_MM)),
      unit: `${PAPERS[this.#paper][0] / 210}mm`,
      width: `${width}mm`,
      height: `${height}mm`,
      scale: this.#rooms[this.#room]!.scale,
      title: titleSize(lengthOf(showing.contest.title)),
      code,
      domain: way ? domainSize(lengthOf(domainOf(way)), code, 11) : 0,
    };
    for (const [name, value] of Object.entries(sizes))
      frame.style.setProperty(`--${name}`, String(value));

    const { scrollHeight, clientHeight } = frame.querySelector('.content')!;
    if (scrollHeight <= clientHeight || this.#room === this.#rooms.length - 1) return;
    this.#room++;
    this.requestUpdate();
  }
}
