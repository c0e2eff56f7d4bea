import { expect } from 'chai';
import fc from 'fast-check';
import jsQR from 'jsqr';
import { entryAddress, pin } from '../../src/contest/entry.ts';
import { encode } from '../../src/contest/qr.ts';
import { pictureOf } from '../contest/qr-texts.ts';
import { always, anyAddress, anyText } from './arbitraries.ts';
import { contests } from './definitions.ts';

const CONTEST = {
  id: 'a',
  revision: 1,
  title: 'Cuộc thi',
  closes: '2024-12-13T16:30:00+07:00',
};

/** What UTF-8 makes of a text: half a surrogate pair becomes the replacement character. */
const inUtf8 = (text: string) =>
  new TextDecoder('utf-8', { ignoreBOM: true }).decode(new TextEncoder().encode(text));

/** Chromium 109 reads these back from an address as another sign, whoever wrote them. */
const isNoncharacterFree = (text: string) => !/\p{Noncharacter_Code_Point}/u.test(text);

/** A way in: its address, the parameter, the unit, and what comes of them. */
const ways = fc
  .oneof(
    fc.constantFrom('don-vi', 'đơn vị', 'a+b', 'q', '%2D'),
    anyText(12).map(inUtf8).filter(Boolean).filter(isNoncharacterFree),
  )
  .chain((unitParameter) =>
    fc.record({
      unitParameter: fc.constant(unitParameter),
      url: anyAddress(unitParameter).filter((url) => !/[\s\\\p{Cc}\p{Cf}]/u.test(url)),
      unit: anyText(30).filter(Boolean).filter(isNoncharacterFree),
    }),
  )
  .map((drawn) => ({
    ...drawn,
    way: entryAddress({ ...CONTEST, ...drawn }, undefined, drawn.unit),
  }));

/** An address in three: up to the query, its pieces, and from `#` on. */
function partsOf(address: string) {
  const [before = '', ...behind] = address.split('#');
  const [path, ...query] = before.split('?');
  return {
    path,
    pieces: query.join('?').split('&'),
    fragment: behind.length ? `#${behind.join('#')}` : '',
  };
}

describe('the way in, for any unit and any address', () => {
  it('URLSearchParams reads the unit back, once', () => {
    always(1500, ways, ({ way, unit, unitParameter }) => {
      expect(new URL(way).searchParams.getAll(unitParameter)).to.deep.equal([inUtf8(unit)]);
    });
  });

  it('apart from the parameter the address stays byte for byte', () => {
    always(1500, ways, ({ url, way, unitParameter }) => {
      /** The address without all pieces that are the parameter, and without an empty query. */
      const rest = (address: string) => {
        const { path, pieces, fragment } = partsOf(address);
        const others = pieces.filter(
          (piece) => [...new URLSearchParams(`x&${piece}`)][1]?.[0] !== unitParameter,
        );
        return [path, others.join('&'), fragment];
      };
      expect(rest(way)).to.deep.equal(rest(url));
    });
  });

  it('it has no character that an address may not have', () => {
    always(1000, ways, ({ url, way }) => {
      expect(way.replace(url, '')).not.to.match(/[\s\\\p{Cc}\p{Cf}]/u);
    });
  });

  it('without a parameter it is the address itself', () => {
    always(500, ways, ({ url, unit }) => {
      expect(entryAddress({ ...CONTEST, url }, undefined, unit)).to.equal(url);
    });
  });

  it('the QR code says the way in, character for character', () => {
    always(150, ways, ({ way }) => {
      const { data, width, height } = pictureOf(encode(way)!);
      expect(jsQR(data, width, height, { inversionAttempts: 'dontInvert' })?.data).to.equal(way);
    });
  });
});

describe('a contest that was held against pinned hosts', () => {
  const PAGE = 'https://portal.example.gov.vn';
  const pinned = fc
    .record({
      contest: contests(),
      hosts: fc.constantFrom(
        ...[[], ['example.vn'], ['thi.example.vn'], ['cuocthi.example.vn', 'a.vn']],
      ),
      pictures: fc.constantFrom<[string]>([PAGE], ['https://cuocthi.example.vn']),
    })
    .map((drawn) => ({
      ...drawn,
      before: drawn.contest,
      contest: undefined,
      ...pin(drawn.contest, drawn),
    }));

  /** Addresses anywhere inside, with the name of their field. */
  const addressesIn = (value: unknown): [string, string][] =>
    typeof value !== 'object'
      ? []
      : Object.entries(value ?? {}).flatMap(([key, part]) =>
          String(part).startsWith('https:') ? [[key, part as string]] : addressesIn(part),
        );

  it('leads nowhere else, and lends a picture of the page’s own at most', () => {
    always(1000, pinned, ({ contest, hosts, pictures }) => {
      for (const [field, address] of addressesIn(contest)) {
        const { hostname, origin } = new URL(address);
        const isPinned = hosts.some((host) => `.${hostname}`.endsWith(`.${host}`));
        if (field !== 'src') expect(isPinned, address).to.equal(true);
        else expect(isPinned || pictures.includes(origin), address).to.equal(true);
      }
    });
  });

  it('stays as it is when it is held against them again', () => {
    always(500, pinned, ({ contest, hosts, pictures }) => {
      if (contest) expect(pin(contest, { hosts, pictures })).to.deep.equal({ contest, faults: [] });
    });
  });

  it('stays as it is where there was no fault', () => {
    always(500, pinned, ({ contest, faults, before }) => {
      if (!faults.length) expect(contest).to.deep.equal(before);
    });
  });
});
