/**
 * The calendar file (RFC 5545): opening and closing, with an alarm a day before the closing. Pure.
 * Written here because lines are folded by octets, of which a Vietnamese letter takes up to three.
 */

import { DAY, MINUTE } from '../contest/instant.ts';
import { vi } from '../locales/vi.ts';
import { beginOf, documentText, endOf, markOf, noticeOf, wayOf, type Handout } from './handout.ts';

/** How long an instant stands in a calendar, which shows nothing that takes no time. */
const SHOWN = 30 * MINUTE;

/** Octets a line, without what a line that goes on begins with. */
const LINE = 74;

/** `20241213T093000Z` */
const utc = (instant: number): string => new Date(instant).toISOString().replace(/[-:]|\.\d+/g, '');

/** A value of the type TEXT. */
const text = (value: string): string =>
  value
    .replace(/[\\;,]/g, '\\$&')
    .replace(/\r\n|[\r\n]/g, '\\n')
    .replace(/\p{Cc}/gu, '');

function folded(line: string): string {
  const encoder = new TextEncoder();
  let octets = 0;
  let result = '';
  for (const character of line) {
    const more = encoder.encode(character).length;
    if (octets + more > LINE) {
      result += '\r\n ';
      octets = 0;
    }
    octets += more;
    result += character;
  }
  return result;
}

/** @returns the text of an .ics file */
export function calendar(handout: Handout): string {
  const { definition, now } = handout;
  const { id, revision, title, organizer, documents = [] } = definition;
  const way = wayOf(handout);
  const opens = beginOf(definition);
  const end = endOf(definition);
  const rules = documents.find(({ kind }) => kind === 'rules');
  const description = [
    noticeOf(definition),
    title,
    organizer,
    way && `${vi.enter}: ${way}`,
    rules && documentText(rules),
  ]
    .filter(Boolean)
    .join('\n');

  const event = (name: string, what: string, from: number, to: number, more: string[] = []) => [
    'BEGIN:VEVENT',
    `UID:${name}-${id}@${new URL(definition.url).hostname}`,
    `SEQUENCE:${revision}`,
    `DTSTAMP:${utc(now)}`,
    `DTSTART:${utc(from)}`,
    `DTEND:${utc(to)}`,
    `SUMMARY:${text(`${what}: ${title}`)}`,
    `DESCRIPTION:${text(description)}`,
    ...(way ? [`URL:${way}`] : []),
    'TRANSP:TRANSPARENT',
    ...more,
    'END:VEVENT',
  ];
  return [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    `PRODID:-//contest-banner//${text(markOf(definition))}//VI`,
    ...event('opens', 'Bắt đầu', opens, opens + SHOWN),
    ...event('closes', 'Hạn cuối', end - SHOWN, end, [
      'BEGIN:VALARM',
      'ACTION:DISPLAY',
      `DESCRIPTION:${text(`Còn một ngày: ${title}`)}`,
      `TRIGGER;VALUE=DATE-TIME:${utc(end - DAY)}`,
      'END:VALARM',
    ]),
    'END:VCALENDAR',
    '',
  ]
    .map(folded)
    .join('\r\n');
}
