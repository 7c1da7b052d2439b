// Jest loads every module anew for each test file, and all of that again at each mutant: so a part is one test file.
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { part } from './parts.mjs';

const root = join(import.meta.dirname, '..', '..');
const files = readdirSync(join(root, 'libs'), { recursive: true }).map((file) => `libs/${file}`);
const specs = files.filter((file) => file.endsWith('.spec.ts') && !file.endsWith('.int.spec.ts'));
// The slow random ones (eigenschappen.spec.ts) late: what a scenario notices does not wait for them.
const late = (file) => Number(file.endsWith('eigenschappen.spec.ts'));
const own = specs.filter((file) => part.tests.some((begin) => file.startsWith(begin)));
for (const spec of own.sort((a, b) => late(a) - late(b))) await import(join(root, spec));
