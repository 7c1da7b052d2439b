import { createWriteStream, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { parseConfig } from '@regielijn/kern';
import { z } from 'zod';
import { checkFile, importFile } from '../export/import-log.js';
import { answer, progress } from '../output.js';
import { type CommonOptions, withEngine } from '../session.js';

export interface ImportOptions extends CommonOptions {
  readonly metSleutels?: string;
}

const SleutelsSchema = z.strictObject({
  sleutels: z.array(z.strictObject({ id: z.guid(), key: z.base64(), bsnClaim: z.string().nullable() })),
});

/** Reads an export from stdin: first all of it is checked, then it is written. */
export const importCommand = (options: ImportOptions): Promise<void> =>
  withEngine(options, async ({ log, store, keys }) => {
    const folder = mkdtempSync(join(tmpdir(), 'regielijn-import-'));
    const file = join(folder, 'import.ndjson');
    try {
      await pipeline(process.stdin, createWriteStream(file, { mode: 0o600 }));
      const events = await checkFile(file, log);
      const sleutels =
        options.metSleutels === undefined
          ? null
          : parseConfig(SleutelsSchema, readFileSync(options.metSleutels, 'utf8'), options.metSleutels).sleutels;
      // Before the events: a read model that follows at once can then already be asked for names.
      if (sleutels) await keys.importKeys(sleutels);
      const show = progress('Importeren');
      const geschreven = await importFile(file, store, (done) => show(done, events));
      answer(
        { events, geschreven, sleutels: sleutels?.length ?? 0 },
        options,
        () => `${geschreven} van ${events} gebeurtenissen geïmporteerd.`,
      );
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
