import { describe } from '@jest/globals';

/**
 * A suite that needs something not every machine has. Where that is missing, one line says that the suite did not run and
 * why, and Jest counts its tests as skipped, so that `.ci/run` fails.
 */
export const describeWith = (missing: string | null, name: string, suite: () => void): void => {
  if (missing === null) return describe(name, suite);
  process.stderr.write(`${name}: did not run, ${missing}\n`);
  describe.skip(name, suite);
};
