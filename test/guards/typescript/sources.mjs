/** Where a definition comes from, and what is kept of it. */

const REMOTE = 'src/source/remote.ts';
const HELD = 'src/source/definition-source.ts';
const KEPT = 'src/source/last-good.ts';
const UPGRADE = 'src/embed/upgrade.ts';
const ERRORS = 'test/source/network-errors.dom.test.ts';
const REQUEST = 'test/source/refresh.dom.test.ts';
const TRUST = 'test/embed/link-trust.test.ts';
const LAST_GOOD = 'test/source/last-good.dom.test.ts';
const REVISION = 'test/source/revision.dom.test.ts';
const CORRECTION = 'test/source/clock-correction.dom.test.ts';

export const groups = [
  {
    kind: 'a source',
    file: REMOTE,
    specs: [ERRORS],
    guards: [
      {
        guard: 'an address that is neither https nor of this site is not asked',
        was: 'if (!safe || username',
        becomes: 'if (username',
      },
      {
        guard: 'a redirect to http is refused',
        was: 'if (response.redirected) resolve(response.url);',
        becomes: '',
      },
      {
        guard: 'an answer of 400 or more is refused',
        was: "if (!response.ok) fail('a status below 400', response.status, 'network');",
        becomes: '',
      },
      {
        guard: 'the source of a link is of this site or of a host in data-sources',
        file: UPGRADE,
        was: 'if (!isFrom(src, sources)) {',
        becomes: 'if (false) {',
        specs: [TRUST],
      },
      {
        guard: 'the source of a link is of no other host',
        was: 'isOnHost(hostname, sources) ||',
        becomes: 'true ||',
        specs: [TRUST],
      },
      {
        guard: 'where addresses are named, the source of a link is no other file of this site',
        was: '(origin === location.origin && !sources.some(isAddress))',
        becomes: 'origin === location.origin',
        specs: [TRUST],
      },
      {
        guard: 'the source of a link is not redirected to any other host',
        file: HELD,
        was: 'if (sources && !isFrom(url!, sources)) {',
        becomes: 'if (false) {',
        specs: [TRUST],
      },
      {
        guard: 'an upgraded link hands on what it may be redirected to',
        file: UPGRADE,
        was: 'banner.sources = sources;',
        becomes: '',
        specs: [TRUST],
      },
    ],
  },
  {
    kind: 'size and time',
    file: REMOTE,
    specs: [ERRORS],
    guards: [
      {
        guard: 'a definition has 64 KiB at most',
        was: 'bytes: 64 * 1024',
        becomes: 'bytes: 1024 * 1024',
      },
      {
        guard: 'of an answer that is too large no more is read',
        was: 'void reader.cancel();',
        becomes: '',
      },
      {
        guard: 'an answer has ten seconds',
        was: 'signal: AbortSignal.timeout(limits.time),',
        becomes: '',
        specs: [REQUEST],
      },
      { guard: 'ten seconds are ten seconds', was: 'time: 10_000', becomes: 'time: 60_000' },
      {
        guard: 'a source is asked no more often than once a minute',
        file: 'src/elements/settings.ts',
        was: '+every && Math.max(+every, LEAST_REFRESH)',
        becomes: '+every',
        specs: ['test/elements/settings.test.ts'],
      },
      {
        guard: 'one request serves all banners of an address',
        was: 'if (other && Math.abs(now - other.asked) < fresh) return other.answer;',
        becomes: '',
        specs: [REQUEST],
      },
      {
        guard: 'a clock that was set back does not put the next request off',
        file: HELD,
        was: 'if (this.#asked! > now) this.#asked = now;',
        becomes: '',
        specs: [REQUEST],
      },
    ],
  },
  {
    kind: 'privacy',
    file: REMOTE,
    specs: [REQUEST],
    guards: [
      {
        guard: 'cookies stay at home',
        was: "credentials: 'same-origin',",
        becomes: "credentials: 'include',",
      },
      { guard: 'a source learns of no page', was: "referrerPolicy: 'no-referrer',", becomes: '' },
      {
        guard: 'a picture learns of no page',
        file: 'src/elements/banner-view.ts',
        was: 'referrerpolicy="no-referrer"',
        becomes: '',
        specs: ['test/elements/entry-link.test.ts'],
      },
    ],
  },
  {
    kind: 'which copy wins',
    file: HELD,
    specs: [REVISION],
    guards: [
      {
        guard: 'a stale answer takes the place of nothing',
        was: 'if (rival) {',
        becomes: 'if (false) {',
      },
      {
        guard: 'an answer that comes after src was changed is passed over',
        was: 'if (this.#settings.src !== src) return;',
        becomes: '',
      },
      {
        guard: 'another src begins without the copy of the one before',
        was: "this.#remote = kept && { ...kept, from: 'last-good' };",
        becomes: "if (kept) this.#remote = { ...kept, from: 'last-good' };",
      },
      {
        guard: 'an answer from the future is of now',
        was: 'Math.min(date ?? asked, this.#host.now())',
        becomes: 'date ?? asked',
      },
      {
        guard: 'a copy that claims to be from the future is of unknown age',
        was: 'age < 0 ? -Infinity : readAt',
        becomes: 'readAt',
        specs: ['test/source/precedence.dom.test.ts'],
      },
      {
        guard: 'an object of the page is taken as what JSON makes of it',
        was: 'JSON.parse(JSON.stringify(definition))',
        becomes: 'definition',
        specs: ['test/source/precedence.dom.test.ts'],
      },
    ],
  },
  {
    kind: 'the clock',
    file: HELD,
    specs: [CORRECTION],
    guards: [
      {
        guard: 'a correction ends with its source',
        was: 'this.offset = 0;',
        becomes: '',
      },
      {
        guard: 'an old date of a server brings nothing back after until',
        file: 'src/elements/contest-element.ts',
        was: 'this.clock ? this.epochNow() : Math.max(this.epochNow(), Date.now())',
        becomes: 'this.epochNow()',
      },
    ],
  },
  {
    kind: 'the storage',
    file: KEPT,
    specs: [LAST_GOOD],
    guards: [
      {
        guard: 'what was stored is checked again like any other input',
        file: HELD,
        was: 'return parse(\n        from',
        becomes:
          "if (from === 'last-good') return { contest: definition as never, faults: [] };\nreturn parse(\n        from",
      },
      {
        guard: 'what was stored without its time is as good as none',
        was: 'if (kept && Number.isFinite(kept.readAt)) return kept;',
        becomes: 'if (kept) return kept;',
      },
      {
        guard: 'a storage that cannot be read breaks nothing',
        was: '  } catch {\n    // Storage is disabled, or holds',
        becomes: '  } catch (error) {\n    throw error; //',
      },
      {
        guard: 'a storage that cannot be written breaks nothing',
        was: '  } catch {\n    // Storage is disabled or full',
        becomes: '  } catch (error) {\n    throw error; //',
      },
    ],
  },
];
