/** How values get into a page, and what is drawn of a contest. */

const BANNER = 'src/elements/contest-banner.ts';
const ELEMENT = 'src/elements/contest-element.ts';
const VIEW = 'src/elements/banner-view.ts';
const HTML = 'src/elements/html-lite.ts';
const HTML_SPEC = 'test/elements/html-lite.test.ts';
const GONE = 'test/elements/banner-gone.test.ts';

export const groups = [
  {
    kind: 'escaping',
    file: HTML,
    specs: [HTML_SPEC],
    guards: [
      {
        guard: 'a value is text and never HTML',
        was: 'if (text.data !== data) text.data = data;',
        becomes: 'text.replaceWith(document.createRange().createContextualFragment(data));',
      },
      {
        guard: 'a template is one by its class, not by its looks',
        was: 'value instanceof Template && value;',
        becomes: '(value as Template | undefined)?.strings ? (value as Template) : false;',
      },
      {
        guard: 'a hole of an attribute leaves nothing behind',
        was: 'element.removeAttribute(name);\n      return name;',
        becomes: 'return name;',
      },
      {
        guard: 'a listener is no attribute',
        was: "else if (kind !== '@') element",
        becomes: 'else element',
      },
    ],
  },
  {
    kind: 'what is over',
    file: ELEMENT,
    specs: [GONE],
    guards: [
      {
        guard: 'nothing is drawn from until on',
        was: 'return now >= this.settings.until;',
        becomes: 'return false;',
      },
      {
        guard: 'nothing is asked from until on',
        was: 'if (this.#over) return;\n    if (this.isConnected) this.#source.poll();',
        becomes: 'this.#source.poll();',
      },
      {
        guard: 'a retired contest takes no room',
        was: 'if (this.#over || showing?.situation.retired) return nothing;',
        becomes: 'if (this.#over) return nothing;',
      },
      {
        guard: 'a contest that is over has no way in among the children',
        file: BANNER,
        was: 'this.#hideWays(showing);',
        becomes: 'this.#hideWays(undefined);',
        specs: ['test/elements/banner-waiting.test.ts'],
      },
      {
        guard: 'a contest has a way in only while it is open',
        file: VIEW,
        was: "phase === 'open' ? entryAddress(contest, stage.round, view.unit) : ''",
        becomes: 'entryAddress(contest, stage.round, view.unit)',
        specs: ['test/elements/banner-phases.test.ts'],
      },
      {
        guard: 'a way in without encryption says so',
        file: VIEW,
        was: "protocol === 'http:' && !isLocalHost(hostname)",
        becomes: 'false',
        specs: ['test/elements/banner-faces.test.ts'],
      },
    ],
  },
  {
    kind: 'a busy page',
    guards: [
      {
        guard: 'a fault is told once',
        file: ELEMENT,
        was: 'if (this.#told.has(fault.message)) return;',
        becomes: '',
        specs: ['test/elements/event-error.test.ts'],
      },
      {
        guard: 'a warning stands on the console once',
        file: 'src/elements/report.ts',
        was: 'if (told.has(message)) return;',
        becomes: '',
        specs: ['test/elements/event-error.test.ts'],
      },
      {
        guard: 'a banner that was removed asks nothing',
        file: ELEMENT,
        was: 'if (this.isConnected) this.#source.poll();',
        becomes: 'this.#source.poll();',
        specs: ['test/source/refresh.dom.test.ts'],
      },
      {
        guard: 'a clock of the page that fails does not take the banner with it',
        file: ELEMENT,
        was: "} catch {\n      // A page's own clock",
        becomes: "} catch (error) {\n      throw error; // A page's own clock",
        specs: ['test/source/clock-correction.dom.test.ts'],
      },
    ],
  },
];
