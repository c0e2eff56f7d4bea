/** Where a banner may lead. */

const ADDRESS = 'src/contest/address.ts';
const ENTRY = 'src/contest/entry.ts';
const ADDRESS_SPEC = 'test/contest/address.test.ts';
const PIN_SPEC = 'test/contest/pin.test.ts';
const VECTORS = 'test/contest/definition-vectors.test.ts';

export const groups = [
  {
    kind: 'scheme',
    file: ADDRESS,
    specs: [ADDRESS_SPEC],
    guards: [
      {
        guard: 'an address of another scheme is refused',
        was: "      protocol === 'https:' || (protocol === 'http:' && (http || (local && isLocalHost(hostname))));",
        becomes: '      true;',
      },
      {
        guard: 'an http address is refused where nobody allows it',
        was: "(protocol === 'http:' && (http || (local && isLocalHost(hostname))))",
        becomes: "protocol === 'http:'",
      },
      {
        guard: 'http to the own machine is refused on a page that is elsewhere',
        was: '(local && isLocalHost(hostname))',
        becomes: 'isLocalHost(hostname)',
      },
      {
        guard: 'http to another machine is refused on a page of the own machine',
        was: '(local && isLocalHost(hostname))',
        becomes: 'local',
      },
      {
        guard: 'a name below localhost is not the own machine',
        was: "host === 'localhost' ||",
        becomes: "host.endsWith('localhost') ||",
      },
      {
        guard: 'a definition allows http by true alone',
        file: 'src/contest/parse.ts',
        was: '(input as Definition).allowHttp === true',
        becomes: '!!(input as Definition).allowHttp',
        specs: [VECTORS],
      },
      {
        guard: 'a definition allows http by a field of its own',
        file: 'src/contest/parse.ts',
        was: "Object.hasOwn(Object(input) as object, 'allowHttp') && (input as",
        becomes: '(Object(input) as',
        specs: ['test/contest/parse.test.ts'],
      },
      {
        guard: 'http that is allowed is allowed for no picture',
        file: 'src/contest/parse.ts',
        was: "allowHttp && !!s['x-http']",
        becomes: 'allowHttp',
        specs: [VECTORS],
      },
    ],
  },
  {
    kind: 'credentials',
    guards: [
      {
        guard: 'an address with a name or password is refused',
        file: ADDRESS,
        was: '!username && !password && ',
        becomes: '',
        specs: [ADDRESS_SPEC],
      },
      {
        guard: 'a source with a name or password is not asked',
        file: 'src/source/remote.ts',
        was: '!safe || username || password',
        becomes: '!safe',
        specs: ['test/source/network-errors.dom.test.ts'],
      },
    ],
  },
  {
    kind: 'characters',
    file: ADDRESS,
    specs: [ADDRESS_SPEC],
    guards: [
      {
        guard: 'a control character in an address is refused',
        was: '\\p{Cc}\\p{Cf}]/u',
        becomes: '\\p{Cf}]/u',
      },
      {
        guard: 'a format character in an address is refused',
        was: '\\p{Cc}\\p{Cf}]/u',
        becomes: '\\p{Cc}]/u',
      },
      {
        guard: 'white space in an address is refused',
        was: '/[\\s\\\\\\p{Cc}',
        becomes: '/[\\\\\\p{Cc}',
      },
      {
        guard: 'a backslash in an address is refused',
        was: '/[\\s\\\\\\p{Cc}',
        becomes: '/[\\s\\p{Cc}',
      },
    ],
  },
  {
    kind: 'pinned hosts',
    file: ENTRY,
    specs: [PIN_SPEC],
    guards: [
      {
        guard: 'a single label pins nothing',
        file: ADDRESS,
        was: '(\\.[^\\\\/?#@:.*,<]+)+$/',
        becomes: '(\\.[^\\\\/?#@:.*,<]+)*$/',
        specs: [ADDRESS_SPEC],
      },
      {
        guard: 'a host that is one label once the browser has read it pins nothing',
        file: ADDRESS,
        was: 'if (host && TWO_LABELS.test(host))',
        becomes: 'if (host)',
        specs: [ADDRESS_SPEC],
      },
      {
        guard: 'a star, a comma and the parts of an address pin nothing',
        file: ADDRESS,
        was: '/^[^\\\\/?#@:.*,<]+(\\.[^\\\\/?#@:.*,<]+)+$/',
        becomes: '/^[^.]+(\\.[^.]+)+$/',
        specs: [ADDRESS_SPEC],
      },
      {
        guard: 'a host that only ends like a pinned one is another',
        file: ADDRESS,
        was: 'host.endsWith(`.${name}`)',
        becomes: 'host.endsWith(name)',
        specs: [ADDRESS_SPEC],
      },
      {
        guard: 'a contest with its way in elsewhere is refused',
        was: 'if (faults.length) return { faults };',
        becomes: '',
      },
      {
        guard: 'a contest with the way into a round elsewhere is refused',
        was: 'contest.rounds?.forEach((round, index) => check(`rounds[${index}].url`, round.url));',
        becomes: '',
      },
      {
        guard: 'results elsewhere are left out',
        was: "if (!check('results', contest.results)) delete kept.results;",
        becomes: '',
      },
      {
        guard: 'a calendar elsewhere is left out',
        was: "if (!check('calendar', contest.calendar)) delete kept.calendar;",
        becomes: '',
      },
      {
        guard: 'the address of a document elsewhere is left out',
        was: 'if (check(`documents[${index}].url`, document.url)) return document;',
        becomes: 'return document;',
      },
      {
        guard: 'a picture elsewhere is left out',
        was: "if (!check('banner.src', contest.banner?.src, pictures)) delete kept.banner;",
        becomes: '',
      },
      {
        guard: 'a picture elsewhere is left out where no hosts are pinned, too',
        was: 'contest.banner?.src, pictures)',
        becomes: 'contest.banner?.src)',
      },
      {
        guard: 'no hosts let nothing through',
        was: '(hosts ? isOnHost(url.hostname, hosts) : !origins.length)',
        becomes: '(hosts?.length ? isOnHost(url.hostname, hosts) : !origins.length)',
      },
      {
        guard: 'hosts that are none let nothing through',
        file: 'src/elements/settings.ts',
        was: 'hosts = read.hosts;',
        becomes: 'hosts = read.hosts.length ? read.hosts : undefined;',
        specs: ['test/elements/settings.test.ts'],
      },
      {
        guard: 'every copy that is shown is held against the pinned hosts',
        file: 'src/source/definition-source.ts',
        was: 'contest && pin(contest, { hosts, pictures });',
        becomes: 'contest && { contest, faults: [] };',
        specs: ['test/elements/entry-link.test.ts'],
      },
      {
        guard: 'the last good copy is held against the pinned hosts',
        file: 'src/source/definition-source.ts',
        was: 'pin(contest, { hosts, pictures });',
        becomes: "pin(contest, { hosts: from === 'last-good' ? undefined : hosts, pictures });",
        specs: ['test/source/last-good.dom.test.ts'],
      },
    ],
  },
  {
    kind: 'the way in',
    file: ENTRY,
    specs: ['test/contest/entry.test.ts'],
    guards: [
      {
        guard: 'a unit is escaped in an address',
        was: "String(new URLSearchParams([[parameter, unit]])).replaceAll('+', '%20')",
        becomes: '`${parameter}=${unit}`',
      },
      {
        guard: 'no unit is sent where the contest takes none',
        was: 'if (!parameter || !unit) return address;',
        becomes: "if (!unit) return address; parameter ??= 'unit';",
      },
      {
        guard: 'a parameter that stands in the address already is replaced',
        was: 'if (entry?.[0] !== parameter) return old;',
        becomes: 'return old;',
      },
    ],
  },
];
