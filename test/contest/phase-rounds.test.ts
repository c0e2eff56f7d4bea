import { expect } from 'chai';
import { situation } from '../../src/contest/phase.ts';
import type { Definition } from '../../src/contest/schema.ts';
import { around, cchc2024, contestOf, election2026, haiPhong2025, hue2025 } from './samples.ts';

/** What holds one ms before, exactly at and one ms after an instant: phase, round, others. */
function told(definition: Definition, instant: string): string[] {
  const contest = contestOf(definition);
  return [-1, 0, 1].map((ms) => {
    const { phase, stage, others } = situation(contest, Date.parse(instant) + ms);
    return [phase, stage.round?.title ?? '–', ...others.map(({ title }) => title)].join(', ');
  });
}

describe('the weekly rounds of Huế 2025', () => {
  it('before the first week the first week is counted to', () => {
    expect(told(hue2025, '2025-09-28T00:00:00+07:00')[1]).to.equal('upcoming, Tuần 1');
  });

  it('the first week opens at 00h of Monday', () => {
    expect(told(hue2025, '2025-09-29T00:00:00+07:00')).to.deep.equal([
      'upcoming, Tuần 1',
      'open, Tuần 1',
      'open, Tuần 1',
    ]);
  });

  it('a week follows the other at midnight without gap', () => {
    expect(told(hue2025, '2025-10-06T00:00:00+07:00')).to.deep.equal([
      'open, Tuần 1',
      'open, Tuần 2',
      'open, Tuần 2',
    ]);
  });

  it('after the last week it is closed', () => {
    expect(told(hue2025, '2025-10-27T00:00:00+07:00')).to.deep.equal([
      'open, Tuần 4',
      'closed, –',
      'closed, –',
    ]);
  });

  it('the last day of a week is its Sunday', () => {
    expect(around(hue2025, 'lastDay', '2025-10-05T00:00:00+07:00')).to.deep.equal([
      false,
      true,
      true,
    ]);
  });

  it('the last day of a week ends with the week', () => {
    expect(around(hue2025, 'lastDay', '2025-10-06T00:00:00+07:00')).to.deep.equal([
      true,
      false,
      false,
    ]);
  });
});

describe('the uneven rounds of the election contest 2026', () => {
  it('the first one lasts ten days, the second one follows', () => {
    expect(told(election2026, '2026-03-08T00:00:00+07:00')[1]).to.equal('open, Tuần 1');
    expect(told(election2026, '2026-03-09T00:00:00+07:00')).to.deep.equal([
      'open, Tuần 1',
      'open, Tuần 2',
      'open, Tuần 2',
    ]);
  });
});

describe('the overlapping rounds of Hải Phòng 2025', () => {
  it('of two rounds that open together the one that closes first counts', () => {
    expect(told(haiPhong2025, '2025-11-03T08:00:00+07:00').slice(1)).to.deep.equal(
      Array(2).fill('open, Tuần 1, Sáng tác khẩu hiệu'),
    );
  });

  it('of two rounds to come that open together the one listed first is counted to', () => {
    expect(told(haiPhong2025, '2025-11-03T08:00:00+07:00')[0]).to.equal(
      'upcoming, Sáng tác khẩu hiệu',
    );
  });

  it('when the week closes on Friday the slogan round alone is left', () => {
    expect(told(haiPhong2025, '2025-11-07T17:00:00+07:00')).to.deep.equal([
      'open, Tuần 1, Sáng tác khẩu hiệu',
      'open, Sáng tác khẩu hiệu',
      'open, Sáng tác khẩu hiệu',
    ]);
  });

  it('when the next week opens the slogan round still counts, since it closes first', () => {
    expect(told(haiPhong2025, '2025-11-10T08:00:00+07:00')).to.deep.equal([
      'open, Sáng tác khẩu hiệu',
      'open, Sáng tác khẩu hiệu, Tuần 2',
      'open, Sáng tác khẩu hiệu, Tuần 2',
    ]);
  });

  it('when the slogan round closes at midnight the week counts', () => {
    expect(told(haiPhong2025, '2025-11-11T00:00:00+07:00')).to.deep.equal([
      'open, Sáng tác khẩu hiệu, Tuần 2',
      'open, Tuần 2',
      'open, Tuần 2',
    ]);
  });

  it('over the weekend it is between rounds and the next week is counted to', () => {
    expect(told(haiPhong2025, '2025-11-14T17:00:00+07:00')).to.deep.equal([
      'open, Tuần 2',
      'between-rounds, Tuần 3',
      'between-rounds, Tuần 3',
    ]);
  });

  it('on Monday the next week opens', () => {
    expect(told(haiPhong2025, '2025-11-17T08:00:00+07:00')).to.deep.equal([
      'between-rounds, Tuần 3',
      'open, Tuần 3',
      'open, Tuần 3',
    ]);
  });

  it('after the last round it is closed', () => {
    expect(told(haiPhong2025, '2025-11-28T17:00:00+07:00')).to.deep.equal([
      'open, Tuần 4',
      'closed, –',
      'closed, –',
    ]);
  });

  it('on 10/11 it is the last day of the slogan round, which closes at midnight', () => {
    expect(around(haiPhong2025, 'lastDay', '2025-11-10T00:00:00+07:00')).to.deep.equal([
      false,
      true,
      true,
    ]);
  });

  it('between rounds no day is the last', () => {
    expect(around(haiPhong2025, 'lastDay', '2025-11-14T17:00:00+07:00')).to.deep.equal([
      true,
      false,
      false,
    ]);
  });

  it('suspended, it is so between rounds as well', () => {
    expect(told({ ...haiPhong2025, suspended: true }, '2025-11-15T00:00:00+07:00')[1]).to.equal(
      'suspended, Tuần 3',
    );
  });
});

describe('rounds and the time of the contest', () => {
  const round = (title: string, from: number, to: number) => ({
    title,
    opens: `2024-11-${from}T00:00:00+07:00`,
    closes: `2024-11-${to}T00:00:00+07:00`,
  });
  const of = (...rounds: ReturnType<typeof round>[]): Definition => ({ ...cchc2024, rounds });

  it('no rounds at all are as if rounds were not named', () => {
    const now = Date.parse(cchc2024.opens);
    expect(situation(contestOf(of()), now)).to.deep.equal(situation(contestOf(cchc2024), now));
  });

  it('an open contest is upcoming until its first round opens', () => {
    expect(told(of(round('A', 20, 21)), cchc2024.opens)).to.deep.equal(
      Array(3).fill('upcoming, A'),
    );
    expect(told(of(round('A', 20, 21)), '2024-11-20T00:00:00+07:00')[1]).to.equal('open, A');
  });

  it('a contest is closed as soon as no round is open and none is to come', () => {
    expect(told(of(round('A', 20, 21)), '2024-11-21T00:00:00+07:00')).to.deep.equal([
      'open, A',
      'closed, –',
      'closed, –',
    ]);
  });

  it('everything is over with the last round, though the contest closes later', () => {
    const contest = contestOf(of(round('A', 22, 25), round('B', 20, 21)));
    expect(situation(contest, 0).end).to.equal(Date.parse('2024-11-25T00:00:00+07:00'));
  });

  it('a banner retires 90 days after the contest, not after its last round', () => {
    const contest = contestOf(of(round('A', 20, 21)));
    const retires = Date.parse(cchc2024.closes) + 90 * 86_400_000;
    expect([-1, 0].map((ms) => situation(contest, retires + ms).retired)).to.deep.equal([
      false,
      true,
    ]);
  });

  it('the order in which rounds are listed does not decide which one is open', () => {
    expect(
      told(of(round('B', 22, 23), round('A', 20, 21)), '2024-11-20T00:00:00+07:00')[1],
    ).to.equal('open, A');
  });

  it('of several rounds to come the one that opens first is counted to', () => {
    expect(
      told(of(round('B', 22, 30), round('A', 20, 21)), '2024-11-21T00:00:00+07:00')[1],
    ).to.equal('between-rounds, B');
    expect(
      told(
        of(round('C', 24, 25), round('B', 22, 30), round('A', 20, 21)),
        '2024-11-21T00:00:00+07:00',
      )[1],
    ).to.equal('between-rounds, B');
  });

  it('of two open rounds that close together the one listed first counts', () => {
    expect(
      told(of(round('B', 21, 25), round('A', 20, 25)), '2024-11-22T00:00:00+07:00')[1],
    ).to.equal('open, B, A');
    expect(
      told(of(round('A', 20, 25), round('B', 21, 25)), '2024-11-22T00:00:00+07:00')[1],
    ).to.equal('open, A, B');
  });

  it('the others stand in the order in which they close', () => {
    const rounds = of(
      round('D', 20, 29),
      round('A', 20, 23),
      round('C', 20, 28),
      round('B', 20, 24),
    );
    expect(told(rounds, '2024-11-20T00:00:00+07:00')[1]).to.equal('open, A, B, C, D');
  });

  it('the stage has the times and the way in of its round', () => {
    const { stage } = situation(contestOf(haiPhong2025), Date.parse('2025-11-08T12:00:00+07:00'));
    expect(stage).to.deep.equal({
      opens: Date.parse('2025-11-03T08:00:00+07:00'),
      closes: Date.parse('2025-11-11T00:00:00+07:00'),
      round: haiPhong2025.rounds![0],
    });
  });
});
