// Starts the command line of the sources as they are now.
import { pathToFileURL } from 'node:url';
import { build } from './build.mjs';

try {
  await import(pathToFileURL(build()).href);
} catch (error) {
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}
