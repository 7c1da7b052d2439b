// `npm run mutate` runs every part of the rules, `npm run mutate -- triage regie` some; what follows `--` goes to Stryker.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { parts } from './mutation/parts.mjs';

const root = join(import.meta.dirname, '..');
const stryker = join(root, 'node_modules', '@stryker-mutator', 'core', 'bin', 'stryker.js');
const [named, rest] = (() => {
  const at = process.argv.indexOf('--', 2);
  return at === -1 ? [process.argv.slice(2), []] : [process.argv.slice(2, at), process.argv.slice(at + 1)];
})();
const unknown = named.filter((name) => !(name in parts));
if (unknown.length > 0) {
  console.error(`unknown part: ${unknown.join(', ')}; there are ${Object.keys(parts).join(', ')}`);
  process.exit(2);
}
let failed = false;
for (const name of named.length > 0 ? named : Object.keys(parts)) {
  console.log(`\n== ${name}`);
  const args = [stryker, 'run', 'tools/mutation/stryker.config.mjs', ...rest];
  const env = { ...process.env, MUTATION_PART: name, NODE_OPTIONS: '--no-warnings' };
  failed = spawnSync(process.execPath, args, { cwd: root, stdio: 'inherit', env }).status !== 0 || failed;
}
process.exitCode = failed ? 1 : 0;
