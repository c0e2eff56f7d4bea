import { expect } from 'chai';
import ICAL from 'ical.js';
import type { Definition } from '../../src/contest/schema.ts';
import { calendar } from '../../src/handout/calendar.ts';
import type { Handout } from '../../src/handout/handout.ts';
import { definition, handout, HOSTILE } from '../handout/sample.ts';

const WAY = 'https://cuocthi.example.vn/?don-vi=bao-tang-tinh';

/** As a calendar reads it: what stands there, and each event. */
function opened(given: Handout) {
  const text = calendar(given);
  const whole = new ICAL.Component(ICAL.parse(text) as unknown[]);
  const events = whole.getAllSubcomponents('vevent');
  return { text, whole, events: events.map((component) => new ICAL.Event(component)) };
}

const at = ({ startDate, endDate }: { startDate: ICAL.Time; endDate: ICAL.Time }) =>
  [startDate, endDate].map((time) => time.toJSDate().toISOString());

const changed = (changes: Partial<Definition>) => opened(handout(changes));

describe('the calendar file, as a calendar reads it', () => {
  it('is a calendar with an opening and a closing', () => {
    const { whole, events } = opened(handout());
    expect(whole.name).to.equal('vcalendar');
    expect(whole.getFirstPropertyValue('version')).to.equal('2.0');
    expect(whole.getFirstPropertyValue('prodid')).to.include('cchc-2024@3');
    expect(events.map(({ summary }) => summary)).to.deep.equal([
      `Bắt đầu: ${definition.title}`,
      `Hạn cuối: ${definition.title}`,
    ]);
    expect(events.map(at)).to.deep.equal([
      ['2024-11-18T00:30:00.000Z', '2024-11-18T01:00:00.000Z'],
      ['2024-12-13T09:00:00.000Z', '2024-12-13T09:30:00.000Z'],
    ]);
    expect(new Set(events.map(({ uid }) => uid)).size).to.equal(2);
    expect(events.map(({ sequence }) => sequence)).to.deep.equal([3, 3]);
  });

  it('has the way in where programs look for it, and one alarm a day before the end', () => {
    const { events } = opened(handout());
    for (const event of events) {
      expect(event.component.getFirstPropertyValue('url')).to.equal(WAY);
      expect(event.description.split('\n')).to.include(`Vào thi: ${WAY}`);
    }
    const alarms = events.map(({ component }) => component.getAllSubcomponents('valarm'));
    expect(alarms.map(({ length }) => length)).to.deep.equal([0, 1]);
    const [alarm] = alarms[1]!;
    expect(alarm!.getFirstPropertyValue('action')).to.equal('DISPLAY');
    expect(
      (alarm!.getFirstPropertyValue('trigger') as ICAL.Time).toJSDate().toISOString(),
    ).to.equal('2024-12-12T09:30:00.000Z');
  });

  it('keeps its events when a date moves', () => {
    const [before, after] = [
      opened(handout()).events,
      changed({ revision: 4, closes: '2024-12-20T16:30:00+07:00' }).events,
    ];
    expect(after.map(({ uid }) => uid)).to.deep.equal(before.map(({ uid }) => uid));
    expect(at(after[1]!)).to.deep.equal(['2024-12-20T09:00:00.000Z', '2024-12-20T09:30:00.000Z']);
  });

  it('gives back every text as it was, however long and whatever stands in it', () => {
    for (const title of ['Ể'.repeat(400), '🏛 a,b;c\\d\\n: "e" ^n', `${'ộ'.repeat(36)}\\,;`]) {
      const { events, text } = changed({ title });
      expect(events.map(({ summary }) => summary)).to.deep.equal([
        `Bắt đầu: ${title}`,
        `Hạn cuối: ${title}`,
      ]);
      for (const line of text.split('\r\n')) expect(Buffer.byteLength(line)).to.be.at.most(75);
    }
  });

  it('has no event, alarm or property more for anything that a text holds', () => {
    const hostile = `${HOSTILE}\r\nEND:VEVENT\r\nBEGIN:VEVENT\nATTACH:https://xau.vn\rX:1`;
    const names = (component: ICAL.Component): unknown[] => [
      component.name,
      component.getAllProperties().map(({ name }) => name),
      component.getAllSubcomponents().map(names),
    ];
    expect(names(changed({ title: hostile, organizer: hostile }).whole)).to.deep.equal(
      names(opened(handout()).whole),
    );
  });

  it('says while it is suspended why nothing leads in', () => {
    const { events } = changed({ suspended: true, notice: 'Tạm dừng; chờ tin, nhé' });
    for (const event of events) {
      expect(event.component.getFirstPropertyValue('url')).to.equal(null);
      expect(event.description.split('\n')[0]).to.equal('Tạm dừng; chờ tin, nhé');
    }
  });
});
