/** What the board draws, from what was decided. No state, no clock, no DOM of its own. */

import { html, nothing } from 'lit';
import { entryAddress } from '../contest/entry.ts';
import { MINUTE } from '../contest/instant.ts';
import { closesAt } from '../contest/phase.ts';
import { dateLines, moment, remaining, remainingText, UNITS } from '../contest/wording.ts';
import { boardTurned } from './board-shift.ts';
import type { BoardRoom } from './board-room.ts';
import type { DisplayShowing } from './display-element.ts';
import { breakable, codeView, domainOf, isInsecure, languageOfText } from './pieces.ts';

export interface BoardView extends DisplayShowing {
  room: BoardRoom;
  /** Only minutes are shown. */
  coarse: boolean;
}

const iso = (instant: number): string => new Date(instant).toISOString();

/** Where the QR code leads: into the contest while it is open, afterwards to its results. */
export function boardWay({ contest, situation, unit }: DisplayShowing): string {
  const { phase, stage } = situation;
  if (phase === 'open') return entryAddress(contest, stage.round, unit);
  return phase === 'closed' ? (contest.results ?? '') : '';
}

/** Ms until the opening or the closing that is counted to; nothing where none is. */
export function boardLeft({ situation, now }: DisplayShowing): number | undefined {
  const { phase, stage } = situation;
  if (phase === 'closed' || phase === 'suspended') return;
  return Math.max(0, (now < stage.opens ? stage.opens : stage.closes) - now);
}

/** The whole screen. */
export function boardView(view: BoardView) {
  const { contest, situation, t, words, unitName, room } = view;
  const { organizer, title } = contest;
  const { phase } = situation;
  const way = boardWay(view);
  const turned = way && boardTurned(view.now) ? ' turned' : '';
  return html`<article class=${`board ${phase}${turned}`} lang=${t.code} aria-labelledby="title">
    <div class="info">
      <header lang=${languageOfText(title, t)}>
        ${organizer && room.organizer ? html`<p class="organizer">${organizer}</p>` : nothing}
        <h1 id="title">${title}</h1>
      </header>
      ${note(view)}
      <div class="now">
        <p class="status">${status(view)}</p>
        ${countdown(view)}
        ${phase === 'closed' && !contest.results ? html`<p class="thanks">${words.thanks}</p>` : nothing}
        ${dates(view)} ${others(view)}
      </div>
      ${unitName ? html`<p class="unit">${words.unit(unitName)}</p>` : nothing}
    </div>
    ${way ? code(view, way) : nothing}
  </article>`;
}

function note({ contest, situation, t }: BoardView) {
  const text = contest.notice ?? (situation.phase === 'suspended' ? t.suspendedNote : '');
  return text ? html`<p class="note" lang=${languageOfText(text, t)}>${text}</p>` : nothing;
}

const status = ({ contest, situation, t }: BoardView): string => {
  const { phase, lastDay } = situation;
  if (lastDay) return t.lastDay;
  return phase === 'closed' && contest.results ? t.resultsOut : t.status[phase];
};

function countdown(view: BoardView) {
  const { situation, now, coarse, t } = view;
  const left = boardLeft(view);
  if (left === undefined) return nothing;
  const { phase, stage } = situation;
  const what = (phase !== 'upcoming' && stage.round?.title) || t.contest;
  const parts = remaining(left);
  const units = UNITS.slice(parts.day ? 0 : 1, coarse ? 3 : 4);
  return html`<p class="label">${now < stage.opens ? t.startsIn(what) : t.endsIn(what)}</p>
    <div role="timer" aria-label=${remainingText(left, t)}>
      ${
        coarse && left < MINUTE
          ? html`<b>${t.underMinute}</b>`
          : units.map(
              (unit) =>
                html`<span>
                  <b>${unit === 'day' ? parts[unit] : String(parts[unit]).padStart(2, '0')}</b>
                  <small>${t.unit(unit, parts[unit])}</small>
                </span>`,
            )
      }
    </div>`;
}

const dates = ({ contest, situation, t }: BoardView) =>
  html`<dl>
    ${dateLines(contest, situation, t).map(
      ({ term, instant, text, main }) =>
        html`<div class=${main ? 'main' : ''}>
          <dt>${term}</dt>
          <dd><time datetime=${iso(instant)}>${text}</time></dd>
        </div>`,
    )}
  </dl>`;

/** The rounds that are open besides the one that is counted. */
function others({ contest, situation, t, room }: BoardView) {
  const some = situation.phase === 'open' ? situation.others.slice(0, room.others) : [];
  return some.length
    ? html`<ul>
        ${some.map(
          (round) =>
            html`<li>
              ${t.alsoOpen}: ${round.title}, ${t.closesAt}
              ${moment(closesAt(round), t, { zone: contest.timeZone, ends: true })}
            </li>`,
        )}
      </ul>`
    : nothing;
}

function code({ situation, t, words }: BoardView, way: string) {
  return html`<section class="code">
    <div class="qr">${codeView(way, t)}</div>
    <p class="scan">${situation.phase === 'closed' ? words.seeResults : words.enter}</p>
    <p class="domain">${breakable(domainOf(way))}</p>
    <p class="check">${words.checkDomain}</p>
    ${isInsecure(way) ? html`<p class="insecure">${t.insecure}</p>` : nothing}
  </section>`;
}
