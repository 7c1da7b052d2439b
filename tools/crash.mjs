// The crash campaign: see docs/testen.md. Arguments go to test/crash/main.ts.
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { bundle } from './build.mjs';

const temporary = join(import.meta.dirname, '..', '.tmp');
mkdirSync(temporary, { recursive: true });
const folder = mkdtempSync(join(temporary, 'crash-program-'));
process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
bundle(['test/crash/main.ts'], folder);
await import(pathToFileURL(join(folder, 'main.js')).href);
