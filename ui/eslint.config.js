import js from '@eslint/js';
import svelte from 'eslint-plugin-svelte';
import globals from 'globals';
import ts from 'typescript-eslint';
import svelteConfig from './svelte.config.js';

const features = ['analysis', 'capture', 'health', 'imports', 'method', 'orders', 'papers', 'review', 'vault'];

// screens → features → lib; a feature never imports a feature; only lib/api/call.ts knows Tauri.
const tauri = { group: ['@tauri-apps/*'], message: 'Only lib/api/call.ts knows Tauri.' };
const upwards = { group: ['**/screens/*', '**/App.svelte'], message: 'Features and lib do not know screens.' };

export default ts.config(
  { ignores: ['dist', 'node_modules', 'src/lib/api/types.ts'] },
  js.configs.recommended,
  ...ts.configs.strict,
  ...svelte.configs.recommended,
  {
    languageOptions: { globals: { ...globals.browser } },
    rules: {
      'no-restricted-imports': ['error', { patterns: [tauri] }],
      '@typescript-eslint/no-non-null-assertion': 'error',
      // The pages of a paper and the charts are drawn by the core, which escapes every text.
      'svelte/no-at-html-tags': 'error',
      'svelte/prefer-svelte-reactivity': 'off',
    },
  },
  // The window's policy refuses style attributes in markup; a style: directive goes through the object model and is allowed.
  { files: ['**/*.svelte'], rules: { 'no-restricted-syntax': ['error', { selector: "SvelteAttribute[key.name='style']", message: 'Use a class or a style: directive.' }] } },
  // What tests are made of is no part of the app.
  {
    files: ['src/**/*.svelte', 'src/**/*.ts'],
    ignores: ['src/**/*.test.ts', 'src/test-setup.ts', 'src/**/fake.ts', 'src/lib/accessibility.ts'],
    rules: { '@typescript-eslint/no-restricted-imports': ['error', { patterns: [{ group: ['**/fake', '**/accessibility', 'vitest'], message: 'Only tests use it.' }] }] },
  },
  { files: ['**/*.svelte', '**/*.svelte.ts'], languageOptions: { parserOptions: { parser: ts.parser, extraFileExtensions: ['.svelte'], svelteConfig } } },
  { files: ['src/lib/**'], rules: { 'no-restricted-imports': ['error', { patterns: [tauri, upwards, { group: ['**/features/*'], message: 'lib does not know features.' }] }] } },
  { files: ['src/lib/api/call.ts', 'src/**/*.test.ts'], rules: { 'no-restricted-imports': 'off' } },
  ...features.map((feature) => ({
    files: [`src/features/${feature}/**`],
    rules: {
      'no-restricted-imports': [
        'error',
        { patterns: [tauri, upwards, ...features.filter((f) => f !== feature).map((f) => ({ group: [`**/features/${f}/*`, `../${f}/*`], message: 'A feature never imports a feature.' }))] },
      ],
    },
  })),
);
