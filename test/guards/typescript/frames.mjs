/** What the address of a page of ours may say, and what a frame may do with the page around it. */

const ADDRESS = 'src/embed/page-address.ts';
const FRAMES = 'src/embed/frames.ts';
const LINKS = 'src/embed/frame-links.ts';
const ADDRESS_SPEC = 'test/embed/page-address.test.ts';
const FRAMES_SPEC = 'test/embed/frames.test.ts';
const FRAME_PAGES = 'test/pages/frame.spec.ts';

export const groups = [
  {
    kind: 'address of a page',
    file: ADDRESS,
    specs: [ADDRESS_SPEC],
    guards: [
      {
        guard: 'an address names a definition of this site or on a host in the meta',
        was: 'if (isFrom(src, sources)) element',
        becomes: 'if (true) element',
      },
      {
        guard: 'what an address names may be redirected to hosts in the meta alone',
        was: 'element.sources = sources;',
        becomes: '',
      },
      {
        guard: 'hosts in the meta pin the way in',
        was: "if (written) element.setAttribute('hosts', written);",
        becomes: '',
      },
      {
        guard: 'a meta without any host in it lets nothing through',
        was: 'if (written) element',
        becomes: 'if (hosts.length) element',
      },
      {
        guard: 'a second meta pins as well',
        was: '[...document.querySelectorAll<HTMLMetaElement>(`meta[name="${name}"]`)]\n',
        becomes:
          '[...document.querySelectorAll<HTMLMetaElement>(`meta[name="${name}"]`)].slice(0, 1)\n',
      },
      {
        guard: 'contest-sources narrows what a definition may come from',
        was: 'narrowed ? readSources(narrowed) : hosts',
        becomes: 'hosts',
      },
      {
        guard: 'a page ends when it says, whatever its address says',
        was: "if (until) element.setAttribute('until', until);",
        becomes: '',
      },
      {
        guard: 'an address sets no attribute but those that the page takes',
        was: "for (const name of ['unit', ...names]) {",
        becomes: 'for (const name of address.keys()) {',
      },
      {
        guard: 'the browser asks no host that the meta does not name',
        was: 'limitRequests(sources, hosts);\n\n',
        becomes: '',
      },
    ],
  },
  {
    kind: 'height of a frame',
    file: FRAMES,
    specs: [FRAMES_SPEC],
    guards: [
      {
        guard: 'a height is taken from the frame that tells it',
        was: 'source === frame.contentWindow && ',
        becomes: '',
      },
      {
        guard: 'a height is taken from frames of ours',
        was: "(FRAME.test(frame.src) || 'contest' in frame.dataset)",
        becomes: 'true',
      },
      {
        guard: 'what stands behind the path makes no frame ours',
        was: '/^[^?#]*',
        becomes: '/',
      },
      {
        guard: 'a height is limited',
        was: 'Math.min(height, HIGHEST)',
        becomes: 'height',
      },
      {
        guard: 'a height is a whole number',
        was: ' || !Number.isInteger(height)',
        becomes: '',
      },
      {
        guard: 'a message of another kind is left alone',
        was: "type !== 'contest-banner:height' || ",
        becomes: '',
      },
      {
        guard: 'a message that fails when it is read breaks nothing',
        was: '  } catch {\n    // Messages',
        becomes: '  } catch (error) {\n    throw error; // Messages',
      },
      {
        guard: 'a frame of ours listens to nothing',
        was: 'if (!FRAME.test(location.href)) addEventListener',
        becomes: 'addEventListener',
        specs: [FRAME_PAGES],
      },
    ],
  },
  {
    kind: 'page for a frame',
    specs: [FRAME_PAGES],
    guards: [
      {
        guard: 'the frame runs no script but its own',
        file: 'src/embed/frame.html',
        was: "script-src 'self' '$hash'",
        becomes: "script-src 'self' 'unsafe-inline'",
      },
      {
        guard: 'a tab that the frame opens cannot reach back',
        file: LINKS,
        was: 'tab!.opener = null;',
        becomes: '',
      },
      {
        guard: 'a tab that the frame opens learns of no page before it',
        file: 'src/embed/frame.html',
        was: '<meta name="referrer" content="no-referrer" />',
        becomes: '',
      },
      {
        guard: 'a link that was cancelled leads nowhere',
        file: LINKS,
        was: 'event.defaultPrevented || ',
        becomes: '',
      },
    ],
  },
];
