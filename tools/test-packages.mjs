// Jest reads, compiles and links every module of a package again for each of some 270 test files: 95 of zod, nearly 700 of
// Nest with rxjs. A third of the unit level went into that. Here each package becomes one file. The tests of the command
// line and of the servers start the programs as they are built, with the packages as they are.
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { buildSync } from 'esbuild';

const root = join(import.meta.dirname, '..');
const packages = ['zod', 'uuid', 'temporal-polyfill', 'jose', '@nestjs/common', '@nestjs/core', '@nestjs/cqrs'];
/** There once however it is loaded, or not there at all: Nest tries these. */
const external = ['reflect-metadata', 'class-*', '@nestjs/microservices', '@nestjs/websockets', '@nestjs/platform-*'];

const fileOf = (name) => name.replace('/', '-');

/** A folder of their own for these versions and this file. */
const folder = () => {
  const hash = createHash('sha1').update(readFileSync(join(root, 'package-lock.json')));
  const made = hash.update(readFileSync(import.meta.filename)).digest('hex');
  return join(root, 'node_modules/.cache/test-packages', made);
};

const build = (outdir) =>
  buildSync({
    entryPoints: Object.fromEntries(packages.map((name) => [fileOf(name), name])),
    ...{ outdir, absWorkingDir: root, external, bundle: true, format: 'esm', platform: 'node' },
    outExtension: { '.js': '.mjs' },
    // What two of them share, such as @nestjs/common, must be there once.
    splitting: true,
    minifyWhitespace: true,
  });

/** Makes the files where they are not there yet, and answers the `moduleNameMapper` that leads to them. */
export const onePackageOneFile = () => {
  const outdir = folder();
  if (!existsSync(outdir)) {
    const unfinished = `${outdir}.${process.pid}`;
    build(unfinished);
    try {
      renameSync(unfinished, outdir);
    } catch (error) {
      // Another run that began at the same time was first.
      if (!existsSync(outdir)) throw error;
      rmSync(unfinished, { recursive: true });
    }
  }
  return Object.fromEntries(packages.map((name) => [`^${name}$`, join(outdir, `${fileOf(name)}.mjs`)]));
};
