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
  // A test run takes two seconds; a busy machine must not pass for a test that noticed something.
  timeoutMS: 30_000,
  // Jest does not let go of the ES modules that it loaded: a process grew to gigabytes and ever slower.
  maxTestRunnerReuse: 40,
  thresholds: { high: 95, low: 90, break: 90 },
  reporters: ['progress-append-only', 'clear-text', 'json'],
  clearTextReporter: { allowColor: false, logTests: false, reportTests: false, allowEmojis: false },
  jsonReporter: { fileName: `.tmp/mutation/${name}.json` },
  tempDirName: '.tmp/stryker',
  cleanTempDir: 'always',
  ignorePatterns: ['dist', 'data', '.tmp'],
};
