import js from '@eslint/js';
import { createTypeScriptImportResolver } from 'eslint-import-resolver-typescript';
import importX from 'eslint-plugin-import-x';
import tseslint from 'typescript-eslint';

/**
 * Which lib may import which: downwards only. A lib that is not named in a list may not be imported there, so a new
 * arrow is a decision made here.
 */
const house = {
  kern: [],
  postgres: ['kern'],
  'event-store': ['kern', 'postgres'],
  toegang: ['kern'],
  // Rules alone: what follows from facts by law or norm, without a store.
  termijnen: ['kern'],
  triage: ['kern'],
  regie: ['kern'],
  projecties: ['kern', 'postgres', 'event-store'],
  poort: ['kern', 'event-store', 'toegang'],
  voorziening: ['kern', 'postgres', 'event-store', 'projecties', 'poort', 'termijnen'],
  jeugdige: ['kern', 'event-store', 'projecties', 'poort', 'termijnen'],
  machtiging: ['kern', 'postgres', 'event-store', 'projecties', 'poort', 'jeugdige', 'termijnen'],
  documenten: ['kern', 'postgres', 'event-store', 'projecties', 'poort', 'jeugdige'],
  opschaling: ['kern', 'postgres', 'event-store', 'projecties', 'poort', 'jeugdige', 'termijnen'],
  traject: [
    'kern',
    'postgres',
    'event-store',
    'projecties',
    'poort',
    'jeugdige',
    'machtiging',
    'voorziening',
    'termijnen',
    'triage',
  ],
  normenkader: [
    ...['kern', 'postgres', 'termijnen', 'event-store', 'projecties', 'poort'],
    ...['jeugdige', 'machtiging', 'traject'],
  ],
  terugkeer: [
    ...['kern', 'postgres', 'event-store', 'projecties', 'poort', 'termijnen'],
    ...['jeugdige', 'machtiging', 'traject'],
  ],
  kwartaalreview: [
    ...['kern', 'postgres', 'termijnen', 'event-store', 'projecties', 'poort'],
    ...['voorziening', 'traject', 'normenkader'],
  ],
  dossier: [
    ...['kern', 'postgres', 'regie', 'termijnen', 'event-store', 'projecties', 'poort'],
    ...['jeugdige', 'documenten', 'machtiging', 'traject', 'normenkader', 'terugkeer'],
  ],
  monitor: ['kern', 'postgres', 'poort', 'jeugdige', 'traject'],
  // Reads what all of them keep, and imports none.
  werklijst: ['kern', 'postgres', 'toegang', 'poort'],
  // Knows no slice: each says itself which terms it has.
  bewaking: ['kern', 'postgres', 'termijnen', 'event-store', 'projecties', 'poort', 'toegang'],
  berichten: ['kern', 'postgres', 'event-store', 'projecties', 'toegang', 'poort', 'jeugdige'],
};
// The engine puts all of them together.
house.engine = Object.keys(house);
// Around the engine of a server process.
house.server = ['kern', 'postgres', 'event-store', 'projecties', 'bewaking', 'engine'];
const allLibs = Object.keys(house);

const importsOf = (lib, files, allowed, more = []) => ({
  files,
  rules: {
    'no-restricted-imports': [
      'error',
      {
        patterns: [
          {
            regex: `^@regielijn/(?!(${allowed.join('|') || '-'})$)`,
            message: `${lib} may import only: ${allowed.join(', ') || 'nothing'} (see house in eslint.config.mjs)`,
          },
          { regex: '(^|/)(libs|apps)/', message: 'a lib is imported by its name, through its index.ts' },
          ...more,
        ],
      },
    ],
  },
});

const pureDomain = [
  { regex: '^\\.\\./.*(application|read-model|http|module)', message: 'domain imports only kern and its own folder' },
  { regex: '^(@nestjs|node:|pg$|kysely|fastify)', message: 'domain is pure: no framework, no I/O' },
];

const tests = ['**/*.spec.ts', '**/*.kit.ts', '**/*.contract.ts', 'test/**/*.ts'];
const slices = [
  'voorziening',
  'jeugdige',
  'documenten',
  'opschaling',
  'machtiging',
  'traject',
  'normenkader',
  'terugkeer',
  'kwartaalreview',
  'monitor',
  'berichten',
];

export default tseslint.config(
  { ignores: ['dist/', 'node_modules/', 'data/', '.tmp/', 'coverage/'] },
  js.configs.recommended,
  {
    files: ['**/*.ts'],
    extends: [...tseslint.configs.recommendedTypeChecked],
    plugins: { 'import-x': importX },
    settings: { 'import-x/resolver-next': [createTypeScriptImportResolver({ project: 'tsconfig.json' })] },
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      'import-x/no-cycle': ['error', { ignoreExternal: true }],
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      // The ports are asynchronous; their memory versions have nothing to wait for.
      '@typescript-eslint/require-await': 'off',
      'max-lines': ['error', { max: 300, skipBlankLines: true, skipComments: true }],
      'max-lines-per-function': ['error', { max: 40, skipBlankLines: true, skipComments: true }],
      eqeqeq: 'error',
      'no-console': 'error',
    },
  },
  ...Object.entries(house).map(([lib, allowed]) => importsOf(lib, [`libs/${lib}/src/**/*.ts`], allowed)),
  ...slices.map((lib) => importsOf(`${lib}/domain`, [`libs/${lib}/src/domain/**/*.ts`], ['kern'], pureDomain)),
  importsOf('bewaking/domain', ['libs/bewaking/src/domain/**/*.ts'], ['kern', 'termijnen'], pureDomain),
  importsOf(
    'apps',
    ['apps/**/*.ts'],
    allLibs.filter((lib) => lib !== 'server'),
  ),
  importsOf('a server process', ['apps/{api,worker}/**/*.ts'], allLibs),
  {
    files: tests,
    rules: {
      'no-restricted-imports': 'off',
      'max-lines': 'off',
      'max-lines-per-function': 'off',
      '@typescript-eslint/no-explicit-any': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
    },
  },
  {
    files: ['**/*.mjs', '**/*.js'],
    languageOptions: {
      globals: {
        process: 'readonly',
        console: 'readonly',
        URL: 'readonly',
        Buffer: 'readonly',
        setTimeout: 'readonly',
        SharedArrayBuffer: 'readonly',
        Atomics: 'readonly',
        clearTimeout: 'readonly',
        setImmediate: 'readonly',
        AbortController: 'readonly',
      },
    },
  },
);
