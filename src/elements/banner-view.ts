/** What the banner draws, from what was decided. No state, no clock, no DOM of its own. */

import { html, nothing, type TemplateResult } from 'lit';
import { isLocalHost } from '../contest/address.ts';
import { entryAddress } from '../contest/entry.ts';
import type { Situation } from '../contest/phase.ts';
import { epoch } from '../contest/instant.ts';
import type { Contest, ContestDocument, Round } from '../contest/schema.ts';
import { calendarDate, dateLines, moment } from '../contest/wording.ts';
import type { Messages } from '../locales/index.ts';
import type { ContestEnterEvent } from './events.ts';

export type Via = ContestEnterEvent['detail']['via'];

export interface BannerView {
  contest: Contest;
  situation: Situation;
  t: Messages;
  unit: string;
  layout: string;
  precision: string;
  clock: () => number;
  /** Side of the QR code's picture in px, 0 for none; until it is drawn its place is kept. */
  code: { side: number; drawn: boolean };
  /** The picture could be loaded, as far as anyone knows. */
  picture: boolean;
  pictureFailed: () => void;
  /** The page has put something in the place of the picture. */
  slotted: boolean;
  enter: (event: Event, via: Via, url: string) => void;
}

/** The organizer writes in Vietnamese, as a rule, whatever the page around speaks. */
const languageOfText = (text: string, t: Messages): string =>
  /[đơưạ-ỹ]/i.test(text) ? 'vi' : t.code;

const iso = (instant: number): string => new Date(instant).toISOString();

/** The whole banner. */
export function bannerView(view: BannerView): TemplateResult {
  const { contest, situation, t, layout } = view;
  const { phase, stage } = situation;
  const way = phase === 'open' ? entryAddress(contest, stage.round, view.unit) : '';
  return html`<section
    class=${`root ${layout} ${phase} ${situation.lastDay ? 'last' : ''}`}
    lang=${t.code}
    aria-labelledby="title"
  >
    ${note(view)} ${head(view, way)}
    <div class="main">
      <div class="facts">
        ${status(view)}
        <dl part="dates">
          ${dateLines(contest, situation, t).map(
            ({ term, instant, text, main }) =>
              html`<div class=${main ? 'now' : ''}>
                <dt>${term}</dt>
                <dd><time datetime=${iso(instant)}>${text}</time></dd>
              </div>`,
          )}
        </dl>
        ${countdown(view)}
      </div>
      ${
        way
          ? entry(view, way, stage.round)
          : phase === 'closed' && contest.results
            ? html`<div class="way">
                <a class="button" href=${contest.results}>${t.results}</a>
                ${domain(contest.results, t)}
              </div>`
            : nothing
      }
    </div>
    ${more(view)}
    <slot name="footer"></slot>
  </section>`;
}

function note({ contest, situation, t }: BannerView) {
  const text = contest.notice ?? (situation.phase === 'suspended' ? t.suspendedNote : '');
  return text ? html`<p part="note" class="note">${text}</p>` : nothing;
}

/** What it is: the picture, or the title on the accent. */
function head(view: BannerView, way: string) {
  const { contest, t } = view;
  const { banner, organizer, title } = contest;
  const shown = view.picture && banner;
  const picture =
    shown &&
    html`<img
      src=${banner.src}
      alt=${banner.alt}
      width=${banner.width}
      height=${banner.height}
      referrerpolicy="no-referrer"
      @error=${view.pictureFailed}
    />`;
  return html`<header part="banner" class=${shown || view.slotted ? '' : 'drawn'}>
    <slot name="banner" @click=${(event: Event) => enterByPicture(event, view, way)}>
      ${picture && way ? html`<a href=${way} tabindex="-1">${picture}</a>` : picture || nothing}
    </slot>
    <div class="name" lang=${languageOfText(title, t)}>
      ${organizer ? html`<p>${organizer}</p>` : nothing}
      <h2 part="title" id="title">${title}</h2>
    </div>
  </header>`;
}

/** The picture leads in, and so does a link that the page has put in its place. */
function enterByPicture(event: Event, view: BannerView, way: string): void {
  const link = (event.target as Element).closest('a');
  if (link && way) view.enter(event, 'banner', link.href);
}

function status({ contest, situation, t }: BannerView) {
  const { phase, lastDay } = situation;
  const text = lastDay
    ? t.lastDay
    : phase === 'closed' && contest.results
      ? t.resultsOut
      : t.status[phase];
  return html`<p class="status" role="status">${text}</p>`;
}

function countdown({ contest, situation, precision, clock, t }: BannerView) {
  const { phase, stage } = situation;
  if (phase === 'closed' || phase === 'suspended') return nothing;
  const { round } = stage;
  return html`<contest-countdown
    part="countdown"
    lang=${t.code}
    .label=${phase !== 'upcoming' && round ? round.title : ''}
    .opens=${(round ?? contest).opens}
    .closes=${(round ?? contest).closes}
    .precision=${precision}
    .clock=${clock}
  ></contest-countdown>`;
}

function entry(view: BannerView, way: string, round?: Round) {
  const { t, enter } = view;
  return html`<div class="way">
    <a
      part="enter"
      class="button"
      href=${way}
      @click=${(event: Event) => enter(event, 'button', way)}
      >${round ? t.enterRound(round.title) : t.enter}</a
    >
    ${domain(way, t)}
    <p class="printed">${t.address}: ${way}</p>
    ${view.code.side ? code(view, way) : nothing}
  </div>`;
}

/** The domain of an address, which in a narrow column breaks between its labels only. */
const labels = (way: string) =>
  new URL(way).host.split('.').map((label, index) => html`${index ? '.' : ''}<wbr />${label}`);

/** Where a way leads, for those who have learnt to look; and whether anyone can listen in. */
function domain(way: string, t: Messages) {
  const { hostname, protocol } = new URL(way);
  return html`<small>${labels(way)}</small>
    ${protocol === 'http:' && !isLocalHost(hostname) ? html`<p part="note"><b>${t.insecure}</b></p>` : nothing}`;
}

/** The rounds that are open besides the one that is counted. */
const rounds = ({ contest, situation, t, unit, enter }: BannerView) =>
  situation.others.map((round) => {
    const way = entryAddress(contest, round, unit);
    const closes = epoch(round.closes);
    return html`<li>
      <a href=${way} @click=${(event: Event) => enter(event, 'round', way)}>${round.title}</a>
      <time datetime=${iso(closes)}
        >${t.closesAt} ${moment(closes, t, { zone: contest.timeZone, ends: true })}</time
      >
      ${domain(way, t)}
    </li>`;
  });

function code({ code: { side, drawn }, t }: BannerView, way: string) {
  return html`<figure>
    ${
      drawn
        ? html`<contest-qr part="qr" .value=${way} .label=${t.qr(way)} .size=${side}></contest-qr>`
        : html`<svg width=${side} height=${side} aria-hidden="true"></svg>`
    }
    <figcaption>
      <small>${t.scan}<br />${labels(way)}</small>
    </figcaption>
  </figure>`;
}

/** The other rounds, what it is about, how to take part; and the documents beside it. */
function more(view: BannerView) {
  const { contest, situation, t } = view;
  const { summary, howTo = [], documents = [], calendar } = contest;
  const { phase } = situation;
  const about = [
    phase === 'open' ? list(t.alsoOpen, rounds(view)) : '',
    summary ? html`<p lang=${languageOfText(summary, t)}>${summary}</p>` : '',
    list(
      t.howTo,
      phase === 'closed'
        ? []
        : howTo.map((line) => html`<li lang=${languageOfText(line, t)}>${line}</li>`),
    ),
  ].filter(Boolean);
  const papers = documents.map((document) => listed(document, t));
  if (calendar && phase !== 'closed')
    papers.push(html`<li><a href=${calendar}>${t.calendar}</a></li>`);
  if (!about.length && !papers.length) return nothing;
  return html`<div class="more">
    <div>${about}</div>
    ${list(t.documents, papers, 'documents')}
  </div>`;
}

const list = (heading: string, items: TemplateResult[], part: string | typeof nothing = nothing) =>
  items.length
    ? html`<section part=${part}>
        <h3>${heading}</h3>
        <ul>
          ${items}
        </ul>
      </section>`
    : '';

function listed({ title, number, issued, url }: ContestDocument, t: Messages) {
  // Only the rules of the small case have no title.
  const name = title || t.rules;
  const details = [number && t.number(number), issued && t.issued(calendarDate(issued, t))];
  const lang = languageOfText(name, t);
  return html`<li>
    ${url ? html`<a href=${url} lang=${lang}>${name}</a>` : html`<span lang=${lang}>${name}</span>`}
    <small>${details.filter(Boolean).join(', ')}</small>
  </li>`;
}
