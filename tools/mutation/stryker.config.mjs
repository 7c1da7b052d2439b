import { part } from './parts.mjs';

const name = process.env.MUTATION_PART ?? 'kalender';
export default {
  mutate: [...part.rules, '!**/*.spec.ts', '!**/*.kit.ts', '!**/index.ts'],
  testRunner: 'jest',
  testRunnerNodeArgs: ['--experimental-vm-modules'],
  jest: { configFile: 'tools/mutation/jest.config.mjs', enableFindRelatedTests: false },
  coverageAnalysis: 'perTest',
  // A mutant in what a module does while it is loaded cannot be told apart per test; each would cost a fresh process.
  ignoreStatic: true,
  thresholds: { high: 95, low: 90, break: 90 },
  reporters: ['progress-append-only', 'clear-text', 'json'],
  clearTextReporter: { allowColor: false, logTests: false, reportTests: false, allowEmojis: false },
  jsonReporter: { fileName: `.tmp/mutation/${name}.json` },
  tempDirName: '.tmp/stryker',
  cleanTempDir: 'always',
  ignorePatterns: ['dist', 'data', '.tmp'],
};
