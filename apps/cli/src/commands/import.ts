import { createWriteStream, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { parseConfig } from '@regielijn/kern';
import { z } from 'zod';
import { alreadyThere, checkFile, importFile } from '../export/import-log.js';
import { answer, progress } from '../output.js';
import { type CommonOptions, withEngine } from '../session.js';

interface ImportOptions extends CommonOptions {
  readonly metSleutels?: string;
}

const SleutelsSchema = z.strictObject({
  sleutels: z.array(
    z.strictObject({
      id: z.guid(),
      /** 32 bytes in base64, or null when it was destroyed. */
      key: z
        .string()
        .regex(/^[A-Za-z0-9+/]{43}=$/)
        .nullable(),
      bsnClaims: z.array(z.string()),
    }),
  ),
});

const readKeys = (file: string) => parseConfig(SleutelsSchema, readFileSync(file, 'utf8'), file).sleutels;

/** Reads an export from stdin: first all of it is checked, then it is written. */
export const importCommand = (options: ImportOptions): Promise<void> =>
  withEngine(options, async ({ log, store, keys }) => {
    const sleutels = options.metSleutels === undefined ? [] : readKeys(options.metSleutels);
    const folder = mkdtempSync(join(tmpdir(), 'regielijn-import-'));
    // Also when a signal ends the process.
    process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
    const file = join(folder, 'import.ndjson');
    await pipeline(process.stdin, createWriteStream(file, { mode: 0o600 }));
    const { events, keyIds } = await checkFile(file, log);
    const aanwezig = await alreadyThere(file, store);
    // Before the events: a read model that follows at once can then already be asked for names.
    if (sleutels.length > 0) await keys.importKeys(sleutels);
    await keys.markElsewhere([...keyIds]);
    const show = progress('Importeren');
    const geschreven = await importFile(file, store, aanwezig, (done) => show(done, events));
    answer(
      { events, geschreven, sleutels: sleutels.length },
      options,
      () => `${geschreven} van ${events} gebeurtenissen geïmporteerd.`,
    );
  });
