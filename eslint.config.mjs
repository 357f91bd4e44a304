import reactHooks from 'eslint-plugin-react-hooks';
import { defineConfig, globalIgnores } from 'eslint/config';
import { relative, sep } from 'node:path';
import tseslint from 'typescript-eslint';
import rooms from './scripts/rooms.cjs';

/**
 * The rule behind DESIGN.md's table of who may import whom; the table is scripts/rooms.cjs.
 *
 * @typedef {{ source?: { value?: unknown } | null | undefined, importKind?: string, exportKind?: string }} Importing
 * @type {import('eslint').Rule.RuleModule}
 */
const importsOfRoom = {
  meta: { type: 'problem', schema: [], messages: { refused: '{{ refusal }}' } },
  create(context) {
    const file = relative(import.meta.dirname, context.filename)
      .split(sep)
      .join('/');
    /** @param {boolean | ((node: Importing) => boolean)} typeOnly */
    const check = (typeOnly) => (/** @type {Importing & import('eslint').Rule.Node} */ node) => {
      if (typeof node.source?.value !== 'string') return;
      const onlyTypes = typeof typeOnly === 'function' ? typeOnly(node) : typeOnly;
      const refusal = rooms.refusal(file, node.source.value, onlyTypes);
      if (refusal !== undefined) context.report({ node, messageId: 'refused', data: { refusal } });
    };
    return {
      ImportDeclaration: check((node) => node.importKind === 'type'),
      ExportNamedDeclaration: check((node) => node.exportKind === 'type'),
      ExportAllDeclaration: check((node) => node.exportKind === 'type'),
      ImportExpression: check(false),
      TSImportType: check(true),
    };
  },
};

/** @param {string} room */
const timeAndChance = (room) =>
  [
    ["CallExpression[callee.object.name='Date'][callee.property.name='now']", 'Date.now()'],
    ["NewExpression[callee.name='Date'][arguments.length=0]", 'new Date()'],
    ["CallExpression[callee.name='Date']", 'Date()'],
    ["CallExpression[callee.object.name='performance'][callee.property.name='now']", 'performance.now()'],
    ["CallExpression[callee.object.name='Math'][callee.property.name='random']", 'Math.random()'],
    ["CallExpression[callee.property.name='randomUUID']", 'randomUUID()'],
  ].map(([selector, what]) => ({
    selector,
    message: `No ${what} in ${room}: time and randomness come in as arguments, so that the same inputs give the same plan in the resolver, the browser and the tests.`,
  }));

export default defineConfig(
  globalIgnores(['**/node_modules/', '**/dist/', 'test-artefacts/', '.sandbox/']),
  {
    linterOptions: { reportUnusedDisableDirectives: 'error' },
  },
  {
    files: ['**/*.ts', '**/*.tsx', 'scripts/**/*.mjs'],
    ignores: ['**/vite.config.ts'],
    extends: [tseslint.configs.strictTypeChecked, tseslint.configs.stylisticTypeChecked],
    languageOptions: { parserOptions: { project: 'tsconfig.lint.json', tsconfigRootDir: import.meta.dirname } },
    plugins: { rooms: { rules: { imports: importsOfRoom } } },
    rules: {
      'rooms/imports': 'error',
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      // `import { type X }` still loads the module; `import type { X }` leaves nothing behind.
      '@typescript-eslint/no-import-type-side-effects': 'error',
      '@typescript-eslint/no-floating-promises': 'error',
      // `as` may widen a type, never claim one that nobody has checked.
      '@typescript-eslint/no-unsafe-type-assertion': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      // Numbers read well in a sentence; everything else must be made a string on purpose.
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      // Interfaces here are made of closures, not of classes: nothing gets lost when a method is taken out of one.
      '@typescript-eslint/unbound-method': 'off',
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
    },
  },
  {
    // On Forge a log line may hold tenant data and counts against a limit: logs are written on purpose, in one place.
    files: ['src/**', 'static/**'],
    rules: { 'no-console': 'error' },
  },
  {
    files: ['src/estimation/**'],
    rules: { 'no-restricted-syntax': ['error', ...timeAndChance('estimation')] },
  },
  {
    files: ['src/planning/**'],
    rules: { 'no-restricted-syntax': ['error', ...timeAndChance('planning')] },
  },
  {
    files: ['**/*.tsx', 'static/planner/src/**', 'sandbox/web/**'],
    ignores: ['**/vite.config.ts'],
    extends: [reactHooks.configs.flat['recommended-latest']],
    rules: {
      // Showing "loading" when what is asked for changes is what that effect is for.
      'react-hooks/set-state-in-effect': 'off',
      // Atlaskit deprecates props in favour of feature flags that only Atlassian's own products can switch on.
      '@typescript-eslint/no-deprecated': 'off',
    },
  },
  {
    // Jest's matchers (expect.any, expect.stringContaining) are typed as any.
    files: ['test/**'],
    rules: {
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-type-assertion': 'off',
    },
  },
  {
    // Plain JavaScript has no way to say "this JSON is a lock file" that these rules accept; tsc checks what follows.
    files: ['scripts/**/*.mjs'],
    rules: {
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
    },
  },
);
