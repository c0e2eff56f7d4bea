/**
 * Every place where a string from outside comes in, and what is allowed there. The fields of a definition come
 * from its schema, so that a new one is tried as soon as it is there.
 */

import { schema, type Schema } from '../../src/contest/schema.ts';

const HOST = 'cuocthi.example.vn';
const WAY = `https://${HOST}/`;
const FAR = '2999-12-13T16:30:00+07:00';

export interface Place {
  name: string;
  /** How the page puts the string there: see `page/build.js`. */
  form: 'attribute' | 'property' | 'inline' | 'remote' | 'stored' | 'tag' | 'anchor' | 'child';
  /** Hosts that may be led to, any where there are none; whether http will do; it is in a template. */
  rule: { hosts?: string[]; http?: boolean; inert?: boolean };
  attributes?: Record<string, string>;
  /** Name of the attribute, where it is one. */
  attribute?: string;
  element?: string;
  base?: object;
  /** Fields of the definition that are the string, and the part in which it is a field's name. */
  paths?: string[];
  within?: string;
  /** The string is all there is; of what is stored, the whole entry or one of its fields. */
  whole?: string;
  key?: string;
  child?: string;
  /** So many characters are drawn as text. */
  shows?: number;
  /** An address of the string's is a link. */
  leads?: boolean;
  /** It may be wider than its box: its own size is asked for. */
  wide?: boolean;
}

const round = (title: string, more: object = {}) => ({
  title,
  opens: '2024-11-18T07:30:00+07:00',
  closes: FAR,
  ...more,
});

const OPEN = {
  id: 'cchc-2024',
  revision: 3,
  title: 'Cuộc thi',
  organizer: 'Ban Tổ chức',
  summary: 'Thi trực tuyến',
  notice: 'Bảo trì',
  url: WAY,
  opens: '2024-11-18T07:30:00+07:00',
  closes: FAR,
  extendedFrom: '2998-12-13T16:30:00+07:00',
  timeZone: 'Asia/Ho_Chi_Minh',
  unitParameter: 'don-vi',
  rounds: [round('Đợt 1', { url: `${WAY}1` }), round('Đợt 2', { url: `${WAY}2` })],
  howTo: ['Đăng nhập'],
  documents: [
    { kind: 'rules', title: 'Thể lệ', number: '1/KH', issued: '2024-10-29', url: `${WAY}the-le` },
  ],
  banner: { src: '{origin}/x.png', alt: 'Cuộc thi', width: 3, height: 1 },
  calendar: `${WAY}x.ics`,
  report: { due: FAR, recipient: 'Văn phòng', url: `${WAY}bao-cao` },
};
/** Without rounds the way in is the contest's own. */
const PLAIN: object = { ...OPEN, rounds: [] };
const CLOSED = {
  ...PLAIN,
  closes: '2024-12-13T16:30:00+07:00',
  extendedFrom: '2024-12-12T16:30:00+07:00',
  retires: FAR,
  results: `${WAY}ket-qua`,
};
const BETWEEN = {
  ...OPEN,
  rounds: [
    round('Đợt 2', { opens: '2998-01-01T00:00Z' }),
    round('Đợt 1', { closes: '2024-11-19T07:30:00+07:00' }),
  ],
};

const PINNED = { hosts: [HOST] };
const pinned = { hosts: HOST, qr: 'never' };
/** An address and a unit's code make the QR code as well. */
const coded = { hosts: HOST, unit: 'bao-tang', qr: 'always' };
const small = { heading: 'Cuộc thi', href: WAY, closes: FAR, ...pinned };

type More = Partial<Place>;

/** Where a field is drawn, and how much of it. */
const FIELDS: Record<string, More> = {
  title: { shows: 1000 },
  organizer: { shows: 1000 },
  summary: { shows: 600 },
  notice: { shows: 200 },
  'rounds[0].title': { shows: 1000 },
  'howTo[0]': { shows: 300 },
  'documents[0].title': { shows: 1000 },
  'documents[0].number': { shows: 1000 },
  url: { base: PLAIN, leads: true, attributes: coded },
  'rounds[0].url': { leads: true, attributes: coded },
  'documents[0].url': { leads: true },
  calendar: { leads: true },
  results: { base: CLOSED, leads: true },
  unitParameter: { attributes: coded },
};

/** Paths of all fields, those with parts of their own included. */
function pathsOf(part: Schema, path = ''): string[] {
  const inner = part.items
    ? pathsOf(part.items, `${path}[0]`)
    : Object.entries(part.properties ?? {}).flatMap(([name, field]) =>
        pathsOf(field, path ? `${path}.${name}` : name),
      );
  return path ? [path, ...inner] : inner;
}

const field = (path: string, more: More = {}): Place => ({
  name: `contest.${path}`,
  form: 'property',
  rule: PINNED,
  attributes: pinned,
  base: OPEN,
  paths: [path],
  ...FIELDS[path],
  ...more,
});

const WAYS = ['url', 'rounds[0].url', 'documents[0].url', 'results', 'calendar'];
const withHttp = ({ base, ...place }: Place): Place => ({
  ...place,
  name: `${place.name}, http allowed`,
  base: { ...base, allowHttp: true },
  rule: { hosts: [HOST], http: true },
});
const withoutPins = (place: Place): Place => ({
  ...place,
  name: `${place.name}, no host pinned`,
  attributes: { qr: 'never' },
  rule: {},
});

const properties: Place[] = [
  ...pathsOf(schema).map((path) => field(path)),
  ...WAYS.map((path) => withHttp(field(path))),
  ...[...WAYS, 'banner.src'].map((path) => withoutPins(field(path))),
  field('rounds[1].title', { shows: 1000 }),
  field('rounds[1].url', { leads: true }),
  field('rounds[0].title', {
    name: 'contest.rounds[0].title, between',
    base: BETWEEN,
    shows: 1000,
  }),
  field('notice', {
    name: 'contest.notice, suspended',
    base: { ...OPEN, suspended: true },
    shows: 200,
  }),
  field('', { name: 'contest', whole: 'contest' }),
  ...['', 'rounds', 'documents', 'banner', 'report'].map((within) =>
    field('', { name: `name of a field of contest.${within}`, within, paths: [] }),
  ),
];

/** All texts, or all addresses, of one definition at once: the ways of reading differ, parsing does not. */
const TEXTS = Object.keys(FIELDS).filter((path) => FIELDS[path]!.shows && path !== 'notice');
const PACKED: [string, More][] = [
  ['texts', { base: OPEN, paths: [...TEXTS, 'banner.alt'], shows: 300 }],
  [
    'addresses',
    { base: PLAIN, paths: ['url', 'documents[0].url', 'calendar', 'banner.src'], leads: true },
  ],
  ['names', { base: OPEN, within: '' }],
  ['everything', { whole: 'definition' }],
];
const packed = (form: Place['form']): Place[] =>
  PACKED.map(([key, more]) => ({
    name: `${form}: ${key}`,
    form,
    key,
    rule: PINNED,
    attributes: pinned,
    ...more,
  }));

/** What a page may write, by attribute, and what comes of it. */
const ATTRIBUTES: Record<string, More> = {
  src: {},
  heading: { shows: 1000 },
  href: { leads: true },
  opens: {},
  closes: {},
  rules: { leads: true },
  banner: {},
  'banner-alt': {},
  unit: {},
  layout: {},
  precision: {},
  hosts: {},
  qr: {},
  until: {},
  refresh: {},
  lang: {},
};

const picture = { 'banner-alt': { banner: '{origin}/x.png' } } as Record<
  string,
  Record<string, string>
>;

const attributes: Place[] = [
  ...Object.entries(ATTRIBUTES).map(([attribute, more]): Place => ({
    name: `attribute ${attribute}`,
    form: 'attribute',
    rule: PINNED,
    attributes: { ...small, ...picture[attribute] },
    attribute,
    ...more,
  })),
  ...['href', 'rules'].map((attribute): Place => ({
    name: `attribute ${attribute}, no host pinned`,
    form: 'attribute',
    rule: {},
    attributes: { heading: 'Cuộc thi', href: WAY, closes: FAR, qr: 'never' },
    attribute,
    leads: true,
  })),
  ...['unit', 'layout', 'hosts', 'until', 'lang', 'phase', 'data-contest', 'slot', 'part'].map(
    (attribute): Place => ({
      name: `attribute ${attribute} beside a definition`,
      form: 'attribute',
      rule: PINNED,
      attributes: coded,
      attribute,
      base: OPEN,
    }),
  ),
];

const tags = Object.entries(ATTRIBUTES).map(([name, more]): Place => ({
  name: `script tag data-${name}`,
  form: 'tag',
  rule: PINNED,
  attributes: { ...small, ...picture[name] },
  attribute: name,
  ...more,
}));

const linked = Object.fromEntries(
  Object.entries({ src: '/gone/link.json', heading: 'Cuộc thi', closes: FAR, qr: 'never' }).map(
    ([name, value]) => [`data-contest-${name}`, value],
  ),
);
const anchors: Place[] = [
  ['href', { leads: true }] as const,
  ...Object.entries(ATTRIBUTES).map(([name, more]) => [`data-contest-${name}`, more] as const),
].map(([attribute, more]) => ({
  name: `link ${attribute}`,
  form: 'anchor',
  rule: PINNED,
  attributes: { href: WAY, ...linked },
  attribute,
  ...more,
}));

const children = [
  'text',
  'comment',
  'slot',
  'banner',
  'footer',
  'type',
  'name',
  'mark',
  'template',
  'as-of',
].map((child): Place => ({
  name: `child: ${child}`,
  form: 'child',
  rule: { ...PINNED, inert: child === 'template' },
  attributes: pinned,
  base: PLAIN,
  child,
}));

const parts: Place[] = [
  ...['value', 'label', 'size', 'lang'].map((attribute): Place => ({
    name: `contest-qr ${attribute}`,
    form: 'attribute',
    rule: PINNED,
    element: 'contest-qr',
    attributes: { value: WAY },
    attribute,
    wide: true,
  })),
  ...['opens', 'closes', 'precision', 'label', 'lang'].map((attribute): Place => ({
    name: `contest-countdown ${attribute}`,
    form: 'attribute',
    rule: PINNED,
    element: 'contest-countdown',
    attributes: { closes: FAR },
    attribute,
    ...(attribute === 'label' && { shows: 10_000 }),
  })),
];

export const PLACES: Place[] = [
  ...attributes,
  ...properties,
  ...packed('inline'),
  ...packed('remote'),
  ...packed('stored'),
  {
    name: 'stored: entry',
    form: 'stored',
    key: 'entry',
    rule: PINNED,
    attributes: pinned,
    base: OPEN,
    whole: 'entry',
  },
  {
    name: 'stored: readAt',
    form: 'stored',
    key: 'read-at',
    rule: PINNED,
    attributes: pinned,
    base: OPEN,
    whole: 'readAt',
  },
  ...tags,
  ...anchors,
  ...children,
  ...parts,
];

/**
 * Of how many strings a place gets one. Where a string is drawn or led to it gets them all; where the
 * same code has met them already, or nothing can come of them, each place gets others.
 */
export function everyOf({ form, shows, leads, name, element }: Place): number {
  if (process.env.INJECTION === 'all' || element) return 1;
  if (!shows && !leads) return 5;
  return ['attribute', 'property'].includes(form) && !/allowed|no host/.test(name) ? 1 : 2;
}
