/** What a hostile or crowded page does to the script. */

const UPGRADE = 'src/embed/upgrade.ts';
const SCRIPT = 'src/embed/script.ts';
const BUILD = 'vite.config.ts';
const TRUST = 'test/embed/link-trust.test.ts';
const LINKS = 'test/embed/links.test.ts';
const LINK_PAGES = 'test/pages/script-tag-link.spec.ts';
const POLICY_PAGES = 'test/pages/csp.spec.ts';

export const groups = [
  {
    kind: 'links',
    file: UPGRADE,
    specs: [TRUST],
    guards: [
      {
        guard: 'a link leads nowhere but where a script tag pins',
        was: 'if (pins.length) {',
        becomes: 'if (false) {',
      },
      {
        guard: 'a link is held to the pins of every script tag',
        was: 'tags.flatMap(({ dataset }) => dataset.hosts ?? [])',
        becomes: 'tags.flatMap(({ dataset }) => dataset.hosts ?? []).slice(0, 1)',
      },
      {
        guard: 'a script tag with empty data-hosts lets nothing through',
        was: 'dataset.hosts ?? []',
        becomes: 'dataset.hosts || []',
      },
      {
        guard: 'the hosts of a link only narrow',
        was: 'hosts.filter((name) => isOnHost(name, kept))',
        becomes: 'hosts',
      },
      {
        guard: 'a link that becomes a banner is not its picture',
        was: "link.removeAttribute('slot');",
        becomes: '',
      },
      {
        guard: 'a link inside a banner is left alone',
        was: "if (link.closest('contest-banner')) continue;",
        becomes: '',
        specs: [LINKS],
      },
      {
        guard: 'a script tag draws once, however often it runs',
        was: 'if (drawn.has(script)) return;',
        becomes: '',
        specs: ['test/embed/script-tag.test.ts'],
      },
    ],
  },
  {
    kind: 'clobbering',
    specs: [LINK_PAGES],
    guards: [
      {
        guard: 'a picture of the name currentScript is no script tag',
        file: SCRIPT,
        was: "Reflect.get(\n    Document.prototype,\n    'currentScript',\n    document,\n  )",
        becomes: 'document.currentScript',
      },
      {
        guard: 'a picture of the name readyState does not end the loading',
        file: SCRIPT,
        was: "Reflect.get(Document.prototype, 'readyState', document)",
        becomes: 'document.readyState',
      },
      {
        guard: 'an element of the id contestBannerRun is not the script',
        file: BUILD,
        was: "Object.hasOwn(globalThis, 'contestBannerRun')",
        becomes: 'globalThis.contestBannerRun',
      },
      {
        guard: 'a picture of the name baseURI is not the base of addresses',
        file: 'src/source/remote.ts',
        was: 'document.head.baseURI',
        becomes: 'document.baseURI',
        specs: ['test/source/refresh.dom.test.ts'],
      },
      {
        guard: 'a picture of the name hidden does not hide the page',
        file: 'src/elements/ticker.ts',
        was: '(document.hidden as unknown) === true',
        becomes: '!!document.hidden',
        specs: ['test/elements/ticker-unseen.test.ts'],
      },
    ],
  },
  {
    kind: 'twice on a page',
    guards: [
      {
        guard: 'an element is defined once',
        file: 'src/define.ts',
        was: 'if (!customElements.get(name)) customElements',
        becomes: 'customElements',
        specs: ['test/elements/upgrade.test.ts'],
      },
      {
        guard: 'a second copy of the script evaluates nothing',
        file: BUILD,
        was: '"if (Object.hasOwn(globalThis, \'contestBannerRun\')) return contestBannerRun();",',
        becomes: '',
        specs: [POLICY_PAGES],
      },
    ],
  },
  {
    kind: 'Trusted Types',
    file: 'src/elements/html-lite.ts',
    specs: [POLICY_PAGES],
    guards: [
      {
        guard: 'a template goes through the policy of the page',
        was: 'policy?.createHTML(text) ?? text;',
        becomes: 'text;',
      },
      {
        guard: 'the policy is the one that pages allow Lit',
        was: "createPolicy('lit-html',",
        becomes: "createPolicy('contest-banner',",
      },
    ],
  },
];
