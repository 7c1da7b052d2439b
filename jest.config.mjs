import { onePackageOneFile } from './tools/test-packages.mjs';

// Levels by suffix: .spec.ts is pure, .int.spec.ts talks to servers, .e2e.spec.ts goes through HTTP.
const translatedToCommonJs = ['cookie', 'content-disposition'].join('|');
// The client of EventStoreDB is CommonJS and requires uuid, which as one file is an ES module.
const { '^uuid$': uuid, ...packages } = onePackageOneFile();
const base = {
  testEnvironment: '<rootDir>/tools/test-environment.mjs',
  extensionsToTreatAsEsm: ['.ts'],
  rootDir: import.meta.dirname,
  setupFiles: ['reflect-metadata'],
  transform: {
    '^.+\\.ts$': ['@swc/jest', { module: { type: 'es6' } }],
    // Jest's CommonJS loader cannot require an ES module on Node 20; light-my-request needs these two.
    [`/node_modules/(${translatedToCommonJs})/.+\\.js$`]: [
      '@swc/jest',
      { swcrc: false, jsc: { target: 'es2022', parser: { syntax: 'ecmascript' } }, module: { type: 'commonjs' } },
    ],
  },
  transformIgnorePatterns: [`/node_modules/(?!(${translatedToCommonJs})/)`],
  moduleNameMapper: {
    ...packages,
    '^@regielijn/([^/]+)$': '<rootDir>/libs/$1/src/index.ts',
    '^(\\.{1,2}/.*)\\.js$': '$1',
  },
  modulePathIgnorePatterns: ['<rootDir>/dist/'],
};
const files = '{apps,libs,test}/**';
export default {
  // Most of a server test is waiting: one worker on two cores leaves half of the machine idle.
  maxWorkers: 2,
  // Jest keeps part of each test file that is done; collecting that garbage became a tenth of the unit level.
  workerIdleMemoryLimit: '1GB',
  projects: [
    {
      ...base,
      displayName: 'unit',
      moduleNameMapper: { '^uuid$': uuid, ...base.moduleNameMapper },
      testMatch: [`<rootDir>/${files}/*.spec.ts`],
      testPathIgnorePatterns: ['\\.int\\.spec\\.ts$', '\\.e2e\\.spec\\.ts$'],
    },
    {
      ...base,
      displayName: 'int',
      testMatch: [`<rootDir>/${files}/*.int.spec.ts`],
    },
    {
      ...base,
      displayName: 'e2e',
      testMatch: [`<rootDir>/${files}/*.e2e.spec.ts`],
    },
  ],
};
