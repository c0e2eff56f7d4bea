/** What everything that is handed out to a unit is made of. Pure. */

import { entryAddress } from '../contest/entry.ts';
import { DAY, DEFAULT_ZONE, HOUR } from '../contest/instant.ts';
import { closesAt, opensAt, situation } from '../contest/phase.ts';
import type { Contest, ContestDocument, Definition } from '../contest/schema.ts';
import { calendarDate, moment, zoneName } from '../contest/wording.ts';
import { vi } from '../locales/vi.ts';
import type { Unit } from './units.ts';

export interface Place {
  /** Folder on the unit's own portal in which our files lie; ends with `/`. */
  files: string;
  /** Where the organizer publishes `contest.json`; empty where each unit has a copy of its own. */
  published: string;
  /** Of the files. */
  version: string;
  /** Hash of `contest-banner-VERSION.js` (Subresource Integrity). */
  integrity: string;
}

/** How high the banner stands while it is open, px, in places of three widths. */
export interface Room {
  /** 768 px. */
  page: number;
  /** 600 px. */
  article: number;
  /** 300 px. */
  side: number;
}

export interface Handout {
  /** Checked, without a fault. */
  definition: Definition;
  unit: Unit;
  place: Place;
  /** When it is handed out, epoch ms. */
  now: number;
  room: Room;
}

/** `ID@REVISION`: which contest a portal was given, and as of which revision. */
export const markOf = ({ id, revision }: Definition): string => `${id}@${revision}`;

/** Of an identifier in the name of a file, which may have 255 bytes with all that is around it. */
const LONGEST_ID = 60;

/** The same in the name of a file: `banner-cchc-2024-3`. */
export const fileStem = (what: string, { id, revision }: Definition): string =>
  `${what}-${id.slice(0, LONGEST_ID)}-${revision}`;

/** Where the unit's people go in; empty while the contest is suspended. */
export const wayOf = ({ definition, unit }: Handout): string =>
  definition.suspended ? '' : entryAddress(definition, undefined, unit.code);

/** What stands above everything else. */
export const noticeOf = ({ notice, suspended }: Contest): string =>
  notice ?? (suspended ? vi.suspendedNote : '');

/** What has to be said of a way in that anyone can listen in on. */
export const warningOf = (way: string): string => (/^http:/i.test(way) ? vi.insecure : '');

/** Days after the end until which what was handed out may stand: a domain may lapse and be bought. */
const STANDS = 180;

/** The last that is written with four digits. */
const LAST_DAY = Date.UTC(9999, 11, 31);

/** When it opens: with rounds, the first of them. */
export const beginOf = (contest: Contest): number => situation(contest, 0).stage.opens;

/** When it is over: with rounds, the last of them. */
export const endOf = (contest: Contest): number => situation(contest, 0).end;

/** The contest as it is when it is open, with as much to show as it will ever have, and the instant. */
export function atItsTallest(definition: Definition): { contest: Definition; now: number } {
  const contest = { ...definition };
  // Whatever is the matter today, it goes on.
  delete contest.suspended;
  const openings = (contest.rounds ?? []).map(opensAt).sort((a, b) => a - b);
  const now = openings.reduce(
    (best, at) =>
      situation(contest, at).others.length > situation(contest, best).others.length ? at : best,
    beginOf(contest),
  );
  return { contest, now };
}

/** The day, `YYYY-MM-DD`, from which on nothing of it may stand any more. */
export const untilOf = (contest: Contest): string =>
  new Date(Math.min(endOf(contest) + STANDS * DAY + 7 * HOUR, LAST_DAY)).toISOString().slice(0, 10);

/** The same as officials write it. */
export const untilText = (contest: Contest): string => calendarDate(untilOf(contest), vi);

const distinctHosts = (addresses: readonly (string | undefined)[]): string[] => [
  ...new Set(addresses.flatMap((address) => (address ? new URL(address).hostname : []))),
];

/** Every host on which one goes in. */
export const wayHostsOf = ({ url, rounds = [] }: Contest): string[] =>
  distinctHosts([url, ...rounds.map((round) => round.url)]);

/** Every host that the definition leads to. */
export const hostsOf = (contest: Contest): string[] =>
  distinctHosts([
    contest.url,
    ...(contest.rounds ?? []).map(({ url }) => url),
    ...(contest.documents ?? []).map(({ url }) => url),
    contest.results,
    contest.calendar,
    contest.banner?.src,
  ]);

const lowerFirst = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);

const between = (opens: number, closes: number, zone: string): string =>
  `${vi.from} ${moment(opens, vi, { zone })} ${vi.closesAt} ${moment(closes, vi, { zone, ends: true })}`;

/** The dates in words, one a line: the contest's, what it was extended from, its rounds'. */
export function dateTexts(contest: Contest): string[] {
  const { timeZone: zone = DEFAULT_ZONE, extendedFrom, rounds = [] } = contest;
  const former = extendedFrom && Date.parse(extendedFrom);
  return [
    `${between(beginOf(contest), endOf(contest), zone)}, ${zoneName(vi, zone)}`,
    ...(former && former < endOf(contest)
      ? [`Đã gia hạn (thời hạn cũ: ${moment(former, vi, { zone, ends: true })})`]
      : []),
    ...rounds.map(
      (round) => `${round.title}: ${lowerFirst(between(opensAt(round), closesAt(round), zone))}`,
    ),
  ];
}

/** A document's name with number and date: `Kế hoạch …, số 3985/KH-UBND, ngày 29/10/2024`. */
export const documentText = ({ title, number, issued }: ContestDocument): string =>
  [title, number && vi.number(number), issued && vi.issued(calendarDate(issued, vi))]
    .filter(Boolean)
    .join(', ');

/** What may be printed into a page: all but what is between unit and office. */
export function publicDefinition(definition: Definition): Definition {
  const shown = { ...definition };
  delete shown.report;
  return shown;
}
