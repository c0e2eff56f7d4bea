import compat from 'eslint-plugin-compat';
import lit from 'eslint-plugin-lit';
import litA11y from 'eslint-plugin-lit-a11y';
import wc from 'eslint-plugin-wc';
import tseslint from 'typescript-eslint';

/** Names that browsers, Node and the test runner bring along. */
const globals = (...names) => Object.fromEntries(names.map((name) => [name, 'readonly']));

export default tseslint.config(
  { ignores: ['dist/', '**/build/', '**/vendor/', '**/node_modules/', '**/*.min.js'] },
  {
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'no-console': ['error', { allow: ['warn', 'error'] }],
      'no-eval': 'error',
      'no-implied-eval': 'error',
      'prefer-const': 'error',
    },
  },
  {
    files: ['src/**/*.ts'],
    extends: [
      ...tseslint.configs.strictTypeChecked,
      ...tseslint.configs.stylisticTypeChecked,
      compat.configs['flat/recommended'],
      lit.configs['flat/recommended'],
      litA11y.configs.recommended,
      wc.configs['flat/recommended'],
    ].filter(Boolean),
    languageOptions: { parserOptions: { projectService: true } },
    rules: {
      // `!` says what the line before it has made sure of; the compiler cannot follow it into a table.
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/restrict-template-expressions': [
        'error',
        { allowNumber: true, allowBoolean: true, allowNullish: true },
      ],
      // An empty text counts as absent in most attributes, so `||` is often meant.
      '@typescript-eslint/prefer-nullish-coalescing': 'off',
      '@typescript-eslint/no-unnecessary-condition': 'off',
      '@typescript-eslint/no-confusing-void-expression': [
        'error',
        { ignoreArrowShorthand: true, ignoreVoidOperator: true },
      ],
      // The one such listener hears what a slotted link does, and the link takes the keyboard itself.
      'lit-a11y/click-events-have-key-events': 'off',
      // Lit's own type of what is rendered is wider than a template.
      '@typescript-eslint/unbound-method': 'off',
    },
  },
  {
    files: ['test/**/*.ts', 'vite.config.ts', 'scripts/**/*.ts', 'wp-plugin/**/*.{ts,tsx}'],
    extends: [...tseslint.configs.recommended],
    languageOptions: {
      globals: globals('describe', 'it', 'before', 'after', 'beforeEach', 'afterEach'),
    },
    rules: {
      // Chai's assertions are expressions.
      '@typescript-eslint/no-unused-expressions': 'off',
      '@typescript-eslint/no-non-null-assertion': 'off',
    },
  },
  {
    files: ['scripts/**/*.mjs', 'test/**/*.mjs', 'wp-plugin/scripts/*.mjs'],
    languageOptions: {
      globals: globals('process', 'console', 'URL', 'fetch', 'setTimeout', 'clearTimeout'),
    },
    rules: { 'no-console': 'off' },
  },
);
