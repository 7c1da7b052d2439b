// Which servers this machine has for tests beside those that the packages bring. `null`: none.
import { existsSync, readdirSync } from 'node:fs';
import { delimiter, join } from 'node:path';

const onPath = (program) =>
  (process.env.PATH ?? '')
    .split(delimiter)
    .map((folder) => join(folder, program))
    .find((file) => existsSync(file)) ?? null;

/** The program of Redis. */
export const redisServer = () => onPath('redis-server');

const DEBIAN = '/usr/lib/postgresql';

/** The folder of Debian's newest PostgreSQL with server and tools; the embedded one has no tools for backups. */
export const debianPostgresPrograms = () => {
  const versions = existsSync(DEBIAN) ? readdirSync(DEBIAN) : [];
  return (
    versions
      .sort((a, b) => Number(b) - Number(a))
      .map((version) => join(DEBIAN, version, 'bin'))
      .find((folder) => ['initdb', 'pg_basebackup', 'psql'].every((name) => existsSync(join(folder, name)))) ?? null
  );
};
