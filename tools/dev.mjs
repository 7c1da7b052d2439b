// Builds and starts again at every change of a source, on a data folder of its own with the demo in it.
import { spawn } from 'node:child_process';
import { watch } from 'node:fs';
import { join } from 'node:path';
import { build } from './build.mjs';

const root = join(import.meta.dirname, '..');
const data = join(root, '.tmp', 'dev');
let child;
let timer;

const start = () => {
  try {
    child = spawn(process.execPath, [build(), 'start', '--data', data, ...process.argv.slice(2)], { stdio: 'inherit' });
  } catch (error) {
    process.stderr.write(`${error.message}; verbeter de fout, dan gaat het vanzelf verder\n`);
  }
};

const restart = () => {
  if (!child || child.exitCode !== null) return start();
  child.once('exit', start);
  child.kill('SIGTERM');
};

for (const folder of ['apps', 'libs', 'config'])
  watch(join(root, folder), { recursive: true }, (_, name) => {
    if (!name || /\.(spec|kit|contract)\.ts$/.test(name) || !/\.(ts|json)$/.test(name)) return;
    clearTimeout(timer);
    timer = setTimeout(restart, 300);
  });
process.on('SIGINT', () => child?.once('exit', () => process.exit(0)));
start();
