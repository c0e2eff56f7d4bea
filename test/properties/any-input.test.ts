import { expect } from 'chai';
import fc from 'fast-check';
import { isOnHost, readAddress, readHosts } from '../../src/contest/address.ts';
import { readInstant } from '../../src/contest/instant.ts';
import { parse } from '../../src/contest/parse.ts';
import { situation } from '../../src/contest/phase.ts';
import { encode, symbolSize } from '../../src/contest/qr.ts';
import {
  calendarDate,
  dateLines,
  moment,
  remainingText,
  UNITS,
  zoneName,
} from '../../src/contest/wording.ts';
import { readSettings, type Written } from '../../src/elements/settings.ts';
import { en } from '../../src/locales/en.ts';
import { vi } from '../../src/locales/vi.ts';
import { clockOffset } from '../../src/source/clock.ts';
import { isSmallCase, parseSmallCase, type SmallCase } from '../../src/source/small-case.ts';
import { always, anyInstant, anyText, anyValue } from './arbitraries.ts';
import { contests, definitions, nearDefinitions } from './definitions.ts';

/** A value that is often absent, often nearly right, and else anything. */
const written = (...right: string[]) =>
  fc.oneof(fc.constantFrom(undefined, null, ''), fc.constantFrom(...right), anyText(120));

const INSTANT = '2024-12-13T16:30:00+07:00';
const ADDRESS = 'https://cuocthi.example.vn/';

describe('whatever is read, nothing throws', () => {
  it('parse takes any value', () => {
    always(1000, fc.tuple(anyValue, fc.boolean()), ([value, local]) => {
      const { contest, faults } = parse(value, local);
      expect(!contest, 'refused, and told why').to.equal(faults.length > 0);
    });
  });

  it('parse takes a definition with slips in it', () => {
    always(1500, fc.tuple(nearDefinitions, fc.boolean()), ([input, local]) => {
      const { contest, faults } = parse(input, local);
      expect(contest || faults.length).to.be.ok;
    });
  });

  it('every contest that parse accepts stands somewhere at any instant', () => {
    always(500, fc.tuple(nearDefinitions, anyInstant), ([input, now]) => {
      const { contest } = parse(input);
      if (!contest) return;
      for (const at of [now, Date.parse(contest.closes) - 1])
        expect(situation(contest, at).next).to.be.above(at);
    });
  });

  it('every contest that parse accepts has its dates in words at any instant', () => {
    const drawn = fc.record({
      checked: contests(1800, 9990),
      now: anyInstant,
      small: fc.boolean(),
    });
    always(500, drawn, ({ checked, now, small }) => {
      // The small case may have no opening, and no rounds.
      const contest = small ? { ...checked, opens: '', rounds: [] } : checked;
      for (const t of [vi, en])
        for (const { term, text } of dateLines(contest, situation(contest, now), t))
          expect(term + text).not.to.match(/NaN|undefined/);
    });
  });

  it('any length of time has words', () => {
    always(500, fc.oneof(fc.double(), anyInstant), (ms) => {
      for (const t of [vi, en]) {
        expect(remainingText(ms, t)).to.be.a('string');
        for (const unit of UNITS) expect(t.unit(unit, ms)).to.match(/\S/);
      }
    });
  });

  it('any instant and any date has words, in any zone that parse accepts', () => {
    always(300, fc.tuple(anyInstant, definitions(), fc.boolean()), ([at, definition, ends]) => {
      // A day before the end of all time there is still a midnight.
      const instant = Math.max(at, -8.64e15 + 864e5);
      const zone = definition.timeZone;
      for (const t of [vi, en]) {
        expect(moment(instant, t, { zone, ends })).to.match(/\d/);
        expect(zoneName(t, zone)).to.match(/\S/);
        expect(calendarDate(definition.opens.slice(0, 10), t)).to.match(/\d/);
      }
    });
  });

  it('settings can be read from anything that was written', () => {
    const attribute = (...right: string[]) => fc.oneof(written(...right), fc.double());
    const given: fc.Arbitrary<Written> = fc.record(
      {
        unit: attribute('bao-tang-tinh'),
        hosts: attribute('example.vn', ' a.vn\n*.b.vn '),
        until: attribute(INSTANT, '2025-06-11', '2025-02-30'),
        refresh: attribute('0', '1', '999999999'),
        layout: attribute('card'),
        precision: attribute('minute'),
        qr: attribute('never'),
      },
      { requiredKeys: [] },
    );
    always(1000, given, (attributes) => {
      const { unit, hosts, until, refresh, layout, precision, qr, faults } =
        readSettings(attributes);
      expect(Array.from(unit)).to.have.length.at.most(100);
      expect(until).to.equal(Number(until)).and.not.to.equal(-Infinity);
      expect(refresh === 0 || refresh >= 60_000).to.equal(true);
      expect(['auto', 'card', 'strip']).to.include(layout);
      expect(['second', 'minute']).to.include(precision);
      expect(['auto', 'always', 'never']).to.include(qr);
      for (const host of hosts ?? []) expect(host).to.match(/^[!-~]+\.[!-~]+$/);
      for (const { path } of faults) expect(Object.keys(attributes)).to.include(path);
    });
  });

  it('attributes can be read as a contest, and faults name attributes only', () => {
    const given: fc.Arbitrary<SmallCase> = fc.record(
      {
        heading: written('Cuộc thi'),
        href: written(ADDRESS),
        opens: written('2024-11-18T07:30:00+07:00'),
        closes: written(INSTANT),
        rules: written(`${ADDRESS}the-le`),
        banner: written(`${ADDRESS}b.png`),
        bannerAlt: written('Banner'),
      },
      { requiredKeys: [] },
    );
    const names = ['heading', 'href', 'opens', 'closes', 'rules', 'banner', 'banner-alt'];
    always(1000, fc.tuple(given, fc.boolean()), ([attributes, local]) => {
      const { contest, faults } = parseSmallCase(attributes, local);
      for (const { path } of faults) expect(names).to.include(path);
      if (contest) expect(isSmallCase(attributes)).to.equal(true);
      if (contest) expect(contest).to.include({ id: '', revision: 0 });
    });
  });

  it('a clock is corrected by a whole number of milliseconds or not at all', () => {
    const answer = fc.record({
      date: fc
        .oneof(written('Fri, 13 Dec 2024 09:30:00 GMT'), anyText())
        .map((text) => text ?? null),
      age: fc.oneof(written('0', '60', '61'), fc.nat().map(String)).map((text) => text ?? null),
      sent: fc.oneof(anyInstant, fc.constant(Date.UTC(2024, 11, 13))),
      trip: fc.integer({ min: -1, max: 10_001 }),
    });
    always(1000, answer, ({ date, age, sent, trip }) => {
      const offset = clockOffset({ date, age, sent, received: sent + trip });
      expect(offset === undefined || Number.isInteger(offset)).to.equal(true);
    });
  });

  it('any text may be an address, an instant, a list of hosts or what a QR code says', () => {
    always(
      300,
      fc.oneof(
        anyText(),
        anyText().map((text) => ADDRESS + text),
      ),
      (text) => {
        expect(['undefined', 'https:']).to.include(String(readAddress(text)?.protocol));
        expect(readInstant(text) ?? 0).to.equal(Number(readInstant(text) ?? 0));
        expect(isOnHost(text, readHosts(text).hosts)).to.be.a('boolean');
        expect(encode(text)?.size ?? Infinity).to.equal(text ? symbolSize(text) : Infinity);
      },
    );
  });
});
