import js from '@eslint/js';
import litPlugin from 'eslint-plugin-lit';
import litA11y from 'eslint-plugin-lit-a11y';
import wc from 'eslint-plugin-wc';
import tseslint from 'typescript-eslint';

/** Who may import what: the house of shared design, as rules. */
function forbidImports(files, patterns, ignores = []) {
  return { files, ignores, rules: { 'no-restricted-imports': ['error', { patterns }] } };
}

export default tseslint.config(
  { ignores: ['**/dist/**', '**/node_modules/**', '.cache/**', 'test-results/**', 'playwright-report/**'] },
  js.configs.recommended,
  ...tseslint.configs.strict,
  {
    rules: {
      // `typeof import()` names a chunk that is fetched later.
      '@typescript-eslint/consistent-type-imports': ['error', { disallowTypeAnnotations: false }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true }],
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/no-dynamic-delete': 'off',
      // `reaction && run()` reads well where a reaction is one line.
      '@typescript-eslint/no-unused-expressions': ['error', { allowShortCircuit: true }],
      'no-console': 'error',
      'no-restricted-syntax': ['error', { selector: 'TSEnumDeclaration', message: 'Use a const object: an enum is code that does not erase.' }],
      eqeqeq: ['error', 'always'],
    },
  },
  {
    files: ['packages/visio-element/src/**/*.ts'],
    plugins: { lit: litPlugin, wc, 'lit-a11y': litA11y },
    rules: {
      ...litPlugin.configs['flat/recommended'].rules,
      ...wc.configs['flat/best-practice'].rules,
      ...litA11y.configs.recommended.rules,
      // LitElement has them all.
      'wc/guard-super-call': 'off',
    },
    settings: { wc: { elementBaseClasses: ['LitElement', 'VisioElement'] } },
  },
  forbidImports(
    ['packages/visio-core/src/**/*.ts'],
    [
      { group: ['livekit-client'], message: 'Only engines/livekit knows livekit-client.' },
      { group: ['lit', 'lit/*', 'react', 'visio-element', 'visio-react'], message: 'The core has no view.' },
      { group: ['@preact/signals-core'], message: 'Only reactive/signals.ts knows the signals library.' },
    ],
    ['packages/visio-core/src/engines/livekit/**', 'packages/visio-core/src/reactive/signals.ts'],
  ),
  forbidImports(
    ['packages/visio-element/src/**/*.ts'],
    [{ group: ['livekit-client', '@preact/signals-core', 'react'], message: 'Elements know the core only.' }],
  ),
  {
    // Adding to a framework's interface is what they are for.
    files: ['packages/visio-element/types/*.d.ts'],
    rules: { '@typescript-eslint/no-empty-object-type': ['error', { allowInterfaces: 'with-single-extends' }] },
  },
  {
    files: ['**/*.mjs', 'dev/**', 'e2e/**', 'consumers/**', 'bench/**', 'stories/**'],
    languageOptions: {
      globals: Object.fromEntries(
        ['process', 'console', 'URL', 'URLSearchParams', 'Buffer', 'fetch', 'setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'AbortController', 'AbortSignal', 'document', 'window', 'location', 'navigator', 'customElements', 'globalThis', 'performance', 'WebSocket', 'Response', 'crypto', 'history', 'localStorage', 'sessionStorage'].map((name) => [name, 'readonly']),
      ),
    },
    rules: { 'no-console': 'off' },
  },
  { files: ['**/*.test.ts', '**/*.browser-test.ts'], rules: { '@typescript-eslint/no-unused-expressions': 'off', '@typescript-eslint/no-invalid-void-type': 'off' } },
);
