/** What paper and screen never show. */

const BOTH = 'test/display/both.test.ts';
const POSTER = 'test/display/poster.test.ts';
const BOARD = 'test/display/board.test.ts';

export const groups = [
  {
    kind: 'poster and board',
    specs: [BOTH],
    guards: [
      {
        guard: 'a name that is too long is not the unit’s',
        file: 'src/display/settings.ts',
        was: 'if (lengthOf(name) <= LONGEST_NAME) return name;',
        becomes: 'return name;',
      },
      {
        guard: 'a poster of what is over or suspended leads nowhere',
        file: 'src/display/poster-view.ts',
        was: "situation.phase === 'closed' || situation.phase === 'suspended'\n    ? ''",
        becomes: "situation.phase === ('never' as string)\n    ? ''",
      },
      {
        guard: 'a board leads in only while it is open',
        file: 'src/display/board-view.ts',
        was: "if (phase === 'open') return",
        becomes: "if (phase !== ('never' as string)) return",
        specs: [BOARD],
      },
      {
        guard: 'a poster that has left the page says nothing of its paper',
        file: 'src/display/contest-poster.ts',
        was: '(sheet) => sheet !== this.#page,',
        becomes: '() => true,',
        specs: [POSTER],
      },
      {
        guard: 'what is too long for the sheet is not printed over its edge',
        file: 'src/display/contest-poster.ts',
        was: 'this.#room++;',
        becomes: 'return;',
        specs: [POSTER],
      },
      {
        guard: 'what is too long for the screen is not cut off',
        file: 'src/display/contest-board.ts',
        was: 'this.#room++;',
        becomes: 'return;',
        specs: [BOARD],
      },
    ],
  },
];
