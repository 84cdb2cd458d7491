import eslint from '@eslint/js';
import astro from 'eslint-plugin-astro';
import { defineConfig } from 'eslint/config';
import path from 'node:path';
import tseslint from 'typescript-eslint';

export default defineConfig(
  { ignores: ['dist/', '.astro/', 'lib/', 'node_modules/'] },
  eslint.configs.recommended,
  ...tseslint.configs.recommended,
  ...astro.configs.recommended,
  {
    languageOptions: { globals: { URL: 'readonly', console: 'readonly', process: 'readonly' } },
    rules: {
      eqeqeq: 'error',
      // What stands beside a rest is taken out of it.
      '@typescript-eslint/no-unused-vars': ['error', { ignoreRestSiblings: true }],
      '@typescript-eslint/consistent-type-imports': 'error',
    },
  },
  {
    files: ['src/**/*.ts', 'tests/**/*.ts'],
    // TypeScript's own globs leave out folders that begin with a dot.
    ignores: ['src/pages/.well-known/**'],
    extends: [tseslint.configs.recommendedTypeChecked],
    languageOptions: {
      // One program for all files: the service that editors use builds and keeps more.
      parserOptions: { project: 'tsconfig.json', tsconfigRootDir: path.resolve(import.meta.dirname, '..') },
    },
  },
  {
    // What a page or a parser hands over has no types there; promises are looked at all the same.
    files: ['tests/**/*.ts'],
    rules: Object.fromEntries(
      [
        'no-unsafe-argument',
        'no-unsafe-member-access',
        'no-unsafe-return',
        'no-base-to-string',
        'prefer-promise-reject-errors',
        'require-await',
      ].map((rule) => [`@typescript-eslint/${rule}`, 'off']),
    ),
  },
  {
    files: ['src/desk/setup.cjs'],
    languageOptions: { sourceType: 'commonjs', globals: { require: 'readonly', __dirname: 'readonly' } },
    rules: { '@typescript-eslint/no-require-imports': 'off' },
  },
  {
    files: ['src/scripts/*.js'],
    languageOptions: {
      sourceType: 'script',
      globals: Object.fromEntries(
        ['addEventListener', 'document', 'localStorage', 'location', 'navigator'].map((name) => [name, 'readonly']),
      ),
    },
    rules: { 'no-empty': ['error', { allowEmptyCatch: true }] },
  },
);
