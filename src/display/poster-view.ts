/** What the poster draws, from what was decided. No state, no clock, no DOM of its own. */

import { html, nothing } from 'lit';
import { entryAddress } from '../contest/entry.ts';
import { calendarDate } from '../contest/wording.ts';
import type { DisplayShowing } from './display-element.ts';
import { breakable, codeView, domainOf, isInsecure, languageOfText } from './pieces.ts';
import { posterDates, posterRounds, posterZone } from './poster-dates.ts';
import type { PosterRoom } from './poster-room.ts';

export interface PosterView extends DisplayShowing {
  paper: string;
  orientation: string;
  room: PosterRoom;
  print: () => void;
}

const iso = (instant: number): string => new Date(instant).toISOString();

/** The way in that stands on the sheet: the contest's own, since a round's is dead before the paper is. */
export const posterWay = ({ contest, situation, unit }: DisplayShowing): string =>
  situation.phase === 'closed' || situation.phase === 'suspended'
    ? ''
    : entryAddress(contest, undefined, unit);

/** The sheet, and what stands above it on screen. */
export function posterView(view: PosterView) {
  const { contest, situation, t, words, unitName, room, paper, orientation, print } = view;
  const { organizer, title, summary } = contest;
  const way = posterWay(view);
  const body = [rounds(view), howTo(view)].filter(Boolean);
  const foot = [rules(view), unitName && html`<p class="unit">${words.unit(unitName)}</p>`].filter(
    Boolean,
  );
  return html`<p class="no-print" lang=${t.code}>
      <button type="button" @click=${print}>${words.print}</button>
    </p>
    <div class="frame" lang=${t.code}>
      <article
        class=${`sheet ${paper} ${orientation} ${situation.phase} ${way ? 'way' : ''} ${body.length ? '' : 'alone'}`}
        aria-labelledby="title"
      >
        <div class="content">
          <header>
            ${note(view)}
            <div class="name" lang=${languageOfText(title, t)}>
              ${organizer && room.organizer ? html`<p class="organizer">${organizer}</p>` : nothing}
              <h1 id="title">${title}</h1>
              ${summary && room.summary ? html`<p class="summary">${summary}</p>` : nothing}
            </div>
          </header>
          ${dates(view)} ${way ? code(view, way) : nothing}
          ${body.length ? html`<div class="body">${body}</div>` : nothing}
          ${foot.length ? html`<footer>${foot}</footer>` : nothing}
        </div>
      </article>
    </div>`;
}

function note({ contest, situation, t }: PosterView) {
  const text = contest.notice ?? (situation.phase === 'suspended' ? t.suspendedNote : '');
  return text ? html`<p class="note" lang=${languageOfText(text, t)}>${text}</p>` : nothing;
}

/** From when until when; said first where there is no way in. */
function dates({ contest, situation, t, words }: PosterView) {
  const { phase } = situation;
  const zone = posterZone(contest, t);
  const said =
    phase === 'closed' ? t.hasEnded(t.contest) : phase === 'suspended' ? t.status[phase] : '';
  return html`<section class="dates">
    ${said ? html`<p class="said">${said}</p>` : nothing}
    <dl>
      ${posterDates(contest, situation, t, words).map(
        ({ term, instant, text, main }) =>
          html`<div class=${main ? 'main' : ''}>
            <dt>${term}</dt>
            <dd>
              <time datetime=${iso(instant)}>${text}</time>, <span class="zone">${zone}</span>
            </dd>
          </div>`,
      )}
    </dl>
    ${
      phase === 'closed' && contest.results
        ? html`<p class="results">${words.resultsAt}: ${breakable(contest.results)}</p>`
        : phase === 'closed'
          ? html`<p class="results">${words.thanks}</p>`
          : nothing
    }
  </section>`;
}

/** The QR code, where it leads, and what to look at before. */
function code({ situation, t, words }: PosterView, way: string) {
  return html`<section class="code">
    <h2>${situation.phase === 'upcoming' ? words.enterFrom : words.enter}</h2>
    <div class="qr">${codeView(way, t)}</div>
    <p class="domain">${breakable(domainOf(way))}</p>
    <p class="address">${breakable(way)}</p>
    <p class="check">${words.checkDomain}</p>
    ${isInsecure(way) ? html`<p class="insecure">${t.insecure}</p>` : nothing}
  </section>`;
}

function rounds(view: PosterView) {
  const { contest, situation, now, t, words, room } = view;
  const way = posterWay(view);
  const all = situation.phase === 'closed' ? [] : posterRounds(contest, now, t, words);
  if (!all.length || !room.rounds) return '';
  const left = all.length - room.rounds;
  return html`<section>
    <h2>${words.rounds}</h2>
    <ul>
      ${all.slice(0, room.rounds).map(
        ({ round, span }) =>
          html`<li lang=${languageOfText(round.title, t)}>
            <b>${round.title}</b> <br /><span lang=${t.code}>${span}</span>
            ${round.url && way ? html` <br />${breakable(round.url)}` : nothing}
            ${round.url && way && isInsecure(round.url) ? html`<br /><b>${t.insecure}</b>` : nothing}
          </li>`,
      )}
      ${left > 0 ? html`<li>${words.moreRounds(left)}</li>` : nothing}
    </ul>
  </section>`;
}

function howTo({ contest, situation, t, room }: PosterView) {
  const lines = situation.phase === 'closed' ? [] : (contest.howTo ?? []).slice(0, room.howTo);
  return lines.length
    ? html`<section>
        <h2>${t.howTo}</h2>
        <ol>
          ${lines.map((line) => html`<li lang=${languageOfText(line, t)}>${line}</li>`)}
        </ol>
      </section>`
    : '';
}

function rules({ contest, t, room }: PosterView) {
  const paper = contest.documents?.find(({ kind }) => kind === 'rules');
  if (!paper || !room.rules) return '';
  const { title, number, issued, url } = paper;
  const details =
    room.rules > 1 ? [number && t.number(number), issued && t.issued(calendarDate(issued, t))] : [];
  return html`<p class="rules">
    ${title.startsWith(t.rules) ? nothing : `${t.rules}: `}<b lang=${languageOfText(title, t)}
      >${title}</b
    >${details.filter(Boolean).map((detail) => `, ${detail}`)}
    ${url && room.rules > 1 ? html`<br />${breakable(url)}` : nothing}
  </p>`;
}
