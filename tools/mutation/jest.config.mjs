// One project with one part's tests: Stryker's runner does not know Jest's projects.
import all from '../../jest.config.mjs';
import { part } from './parts.mjs';

const unit = all.projects.find(({ displayName }) => displayName === 'unit');
export default {
  ...unit,
  displayName: undefined,
  setupFiles: [...unit.setupFiles, '<rootDir>/tools/mutation/short-properties.mjs'],
  testMatch: [`<rootDir>/${part.tests}`],
};
