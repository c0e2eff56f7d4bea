/** What the form opens, keeps and lets out. */

const OPEN = 'src/editor/open.ts';
const OPEN_SPEC = 'test/editor/open.test.ts';
const FORM = 'src/editor/form.ts';
const FORM_SPEC = 'test/editor/form.test.ts';
const EDITOR = 'src/editor/contest-editor.ts';
const KEEP = 'test/editor/keep.dom.test.ts';

export const groups = [
  {
    kind: 'files that are opened',
    file: OPEN,
    specs: [OPEN_SPEC],
    guards: [
      {
        guard: 'one that is larger than any definition is refused',
        was: "if (size > LARGEST) return { fault: { why: 'too-large', size } };",
        becomes: '',
      },
      {
        guard: 'one without any field of a definition is refused',
        was: "if (!known) return { fault: { why: 'not-definition' } };",
        becomes: '',
      },
      {
        guard: 'one with a part that no form can hold is refused',
        was: "if (path !== undefined) return { fault: { why: 'not-definition', path } };",
        becomes: '',
      },
      {
        guard: 'a wrong one leaves what was filled in as it was',
        file: EDITOR,
        was: 'this.#opened = { text: `${file.name}: ${why} ${t.kept}`, wrong: true };',
        becomes:
          'this.#opened = { text: `${file.name}: ${why} ${t.kept}`, wrong: true }; this.#load(blankForm());',
        specs: [KEEP],
      },
    ],
  },
  {
    kind: 'drafts',
    file: FORM,
    specs: [FORM_SPEC],
    guards: [
      {
        guard: 'a leaf that is no text is refused',
        was: "if (typeof text !== 'string') return;",
        becomes: '',
      },
      {
        guard: 'a list that is none is refused',
        was: 'if (!Array.isArray(kept.items)) return;',
        becomes: 'if (!Array.isArray(kept.items)) return { items: [] };',
      },
      {
        guard: 'one press does not discard',
        file: EDITOR,
        was: 'if (!this.#discarding) {',
        becomes: 'if (!this.isConnected) {',
        specs: [KEEP],
      },
      {
        guard: 'a second press long after the first does not discard',
        file: EDITOR,
        was: 'keepDraft: () => this.#calm(),',
        becomes: 'keepDraft: () => undefined,',
        specs: [KEEP],
      },
    ],
  },
  {
    kind: 'what is published',
    file: EDITOR,
    specs: [KEEP],
    guards: [
      {
        guard: 'nothing is while anything is wrong',
        was: 'if (reading.faults.length) {',
        becomes: 'if (!reading.definition) {',
      },
      {
        guard: 'a number that portals would not take is a fault',
        file: FORM,
        was: 'contest.revision <= base.revision &&',
        becomes: 'contest.revision < 0 &&',
        specs: [FORM_SPEC],
      },
      {
        guard: 'what was taken back stays so with the next change',
        file: 'src/editor/revision.ts',
        was: 'return raised < replaces ? { revision: raised, replaces } : { revision: replaces + 1 };',
        becomes: 'return { revision: raised };',
        specs: ['test/editor/revision.test.ts'],
      },
      {
        guard: 'what takes a wrong revision back is not taken back by it',
        file: 'src/editor/revision.ts',
        was: 'flatMap(({ revision, replaces = revision }) => [revision, replaces])',
        becomes: 'flatMap(({ revision }) => [revision])',
        specs: ['test/editor/revision.test.ts', 'test/properties/revision.test.ts'],
      },
      {
        guard: 'a number that was handed out stands for nothing else',
        file: FORM,
        was: 'issued && (!base || issued.revision === base.revision || isLater(issued, base)) ? issued : base;',
        becomes: 'base;',
        specs: ['test/properties/issued.test.ts', KEEP],
      },
      {
        guard: 'what was handed out is read anew before it is written',
        was: 'noted(recallIssued(), definition)',
        becomes: 'noted({}, definition)',
      },
      {
        guard: 'what is kept of numbers is checked when it is read',
        file: 'src/editor/issued.ts',
        was: "Number.isInteger(revision) &&\n    typeof text === 'string' &&",
        becomes: '',
      },
      {
        guard: 'a correction that the wrong revision names is no correction',
        was: 'wrong.replaces !== base.revision) {',
        becomes: 'base) {',
      },
    ],
  },
  {
    kind: 'times that are typed',
    file: 'src/editor/when.ts',
    specs: ['test/editor/when.test.ts'],
    guards: [
      {
        guard: 'what is not understood is not passed over',
        was: "if (rest.replace(FILLERS, '') || (!time && !taken.date)) return { fault: { why: 'form' } };",
        becomes: "if (!time && !taken.date) return { fault: { why: 'form' } };",
      },
      {
        guard: 'a weekday that contradicts the date is a fault',
        was: 'if (weekday >= 0 && weekday !== right)',
        becomes: 'if (weekday > 7)',
      },
      {
        guard: 'a year of another century is a fault, in an instant as well',
        was: "YEAR.test(given.slice(0, 4)) ? { instant: given } : { fault: { why: 'year' } }",
        becomes: '{ instant: given }',
      },
      {
        guard: 'an hour that contradicts the part of the day is a fault',
        was: "if (hour === undefined) return { fault: { why: 'time' } };",
        becomes: "if (hour === undefined) return { instant: '' };",
      },
      {
        guard: 'a day that does not exist is a fault',
        was: 'if (wrongDay) return { fault: wrongDay };',
        becomes: '',
      },
      {
        guard: 'a date without a time is a fault',
        was: "if (!time && !toTheEnd) return { fault: { why: 'no-time' } };",
        becomes: '',
      },
    ],
  },
];
