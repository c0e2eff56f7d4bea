/** Which specs run where. */

/** Specs of modules that know no DOM: they run in Node as well. */
export const PURE = [
  'test/contest',
  'test/locales',
  'test/source/copy.test.ts',
  'test/source/clock.test.ts',
  'test/source/small-case.test.ts',
  'test/elements/settings.test.ts',
  'test/handout/calendar.test.ts',
  'test/handout/list-file.test.ts',
  'test/handout/png.test.ts',
  'test/handout/units.test.ts',
  'test/properties',
  'test/editor/when.test.ts',
  'test/editor/fields.test.ts',
  'test/editor/revision.test.ts',
  'test/editor/open.test.ts',
  'test/editor/form.test.ts',
];

/** Specs that need a browser. */
export const DRAWN = [
  'test/{display,elements,embed}/**/*.test.ts',
  'test/{editor,handout,source}/*.dom.test.ts',
];

/** Whether a spec is one of those that need no browser. */
export const isPure = (spec) => PURE.some((path) => spec === path || spec.startsWith(`${path}/`));
