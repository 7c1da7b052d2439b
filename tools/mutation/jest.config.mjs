// One project with one part's tests: Stryker's runner does not know Jest's projects.
import { join } from 'node:path';
import all from '../../jest.config.mjs';

const unit = all.projects.find(({ displayName }) => displayName === 'unit');
export default {
  ...unit,
  displayName: undefined,
  testEnvironment: join(import.meta.dirname, 'stop-at-first.mjs'),
  setupFiles: [...unit.setupFiles, '<rootDir>/tools/mutation/short-properties.mjs'],
  testMatch: ['<rootDir>/tools/mutation/part.mjs'],
};
