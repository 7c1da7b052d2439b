// Gives package-lock.json an entry for every optional package of another platform. A registry that lacks those packages
// leaves them out of the lock, and then `npm ci` calls the lock out of sync. Run it after each `npm install`.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const file = join(import.meta.dirname, '..', 'package-lock.json');
const lock = JSON.parse(readFileSync(file, 'utf8'));
const present = Object.entries(lock.packages);
const PLATFORM =
  /(android|darwin|freebsd|linux|openharmony|win(?:32|dows))-(arm64|arm|ia32|loong64|ppc64|riscv64|s390x|x64)/;

/** The name says where a package runs: `core-linux-arm64-gnu`, `windows-x64`. */
const platformOf = (name) => {
  const [, os, cpu] = PLATFORM.exec(name) ?? [];
  if (!os) throw new Error(`${name} is missing from package-lock.json and names no platform`);
  const libc = /-gnu/.test(name) ? 'glibc' : /-musl/.test(name) ? 'musl' : undefined;
  return { os: [os.replace('windows', 'win32')], cpu: [cpu], ...(libc && { libc: [libc] }) };
};

const added = present.flatMap(([path, { version, dev, optionalDependencies = {} }]) =>
  Object.entries(optionalDependencies)
    .filter(([name]) => !lock.packages[`${path}/node_modules/${name}`] && !lock.packages[`node_modules/${name}`])
    .map(([name, range]) => [
      `node_modules/${name}`,
      // A range follows the version of the package that asks for it: the two are released together.
      { version: /^\d/.test(range) ? range : version, ...(dev && { dev }), optional: true, ...platformOf(name) },
    ]),
);
// npm's own order, so that the next `npm install` moves nothing.
lock.packages = Object.fromEntries([...present, ...added].sort(([a], [b]) => a.localeCompare(b, 'en')));
// Where a package was fetched from differs per registry; its checksum does not.
for (const entry of Object.values(lock.packages)) if (/^https?:/.test(entry.resolved ?? '')) delete entry.resolved;
writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`);
process.stdout.write(`${added.length} packages of other platforms added to package-lock.json\n`);
