import { expect } from 'chai';
import { calendar } from '../../src/handout/calendar.ts';
import { handout, HOSTILE } from './sample.ts';

/** As a calendar reads it: lines that go on are put together. */
const lines = (text: string) => text.replace(/\r\n /g, '').split('\r\n');
const values = (text: string, name: string) =>
  lines(text)
    .filter((line) => line.startsWith(`${name}:`) || line.startsWith(`${name};`))
    .map((line) => line.slice(line.indexOf(':') + 1));

describe('the calendar file', () => {
  it('names opening and closing in UTC', () => {
    const text = calendar(handout());
    expect(values(text, 'DTSTART')).to.deep.equal(['20241118T003000Z', '20241213T090000Z']);
    expect(values(text, 'DTEND')).to.deep.equal(['20241118T010000Z', '20241213T093000Z']);
  });

  it('has one alarm, a day before the closing', () => {
    expect(values(calendar(handout()), 'TRIGGER')).to.deep.equal(['20241212T093000Z']);
  });

  it('begins with the first round and ends with the last one', () => {
    const rounds = [
      { title: 'Tuần 1', opens: '2024-11-20T07:30:00+07:00', closes: '2024-12-01T00:00:00+07:00' },
    ];
    const text = calendar(handout({ rounds }));
    expect(values(text, 'DTSTART')[0]).to.equal('20241120T003000Z');
    expect(values(text, 'DTEND')[1]).to.equal('20241130T170000Z');
  });

  it('says the way in of the unit', () => {
    const way = 'https://cuocthi.example.vn/?don-vi=bao-tang-tinh';
    expect(values(calendar(handout()), 'URL')).to.deep.equal([way, way]);
  });

  it('keeps its identity when a date moves, and counts up', () => {
    const before = calendar(handout());
    const after = calendar(handout({ revision: 4, closes: '2024-12-20T16:30:00+07:00' }));
    expect(values(after, 'UID')).to.deep.equal(values(before, 'UID'));
    expect(values(after, 'SEQUENCE')).to.deep.equal(['4', '4']);
  });

  it('folds lines at 75 octets, never within a letter', () => {
    const text = calendar(handout({ title: 'Ể'.repeat(300) }));
    for (const line of text.split('\r\n'))
      expect(new TextEncoder().encode(line).length).to.be.at.most(75);
    expect(values(text, 'SUMMARY')[0]).to.equal(`Bắt đầu: ${'Ể'.repeat(300)}`);
    expect(text).not.to.include('\ufffd');
  });

  it('escapes what ends a value, a list or a line', () => {
    const text = calendar(handout({ title: 'a,b;c\\d\ne' }));
    expect(values(text, 'SUMMARY')[0]).to.equal('Bắt đầu: a\\,b\\;c\\\\d\\ne');
  });

  it('has no line of its own for anything that a text holds', () => {
    const count = (text: string) => lines(text).length;
    const hostile = handout({
      title: `${HOSTILE}\nBEGIN:VALARM\r\nX:1\rY:2`,
      organizer: '\r\nATTACH:http://x',
    });
    expect(count(calendar(hostile))).to.equal(count(calendar(handout())));
  });
});
