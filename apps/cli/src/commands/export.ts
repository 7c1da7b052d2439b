import { closeSync, openSync, rmSync, writeFileSync } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { canonicalJson, type ExportedKey, type KeyStore } from '@regielijn/event-store';
import { exportLog } from '../export/export-log.js';
import { say } from '../output.js';
import { type CommonOptions, withEngine } from '../session.js';

interface ExportOptions extends CommonOptions {
  readonly metSleutels?: string;
}

/** Writes the log to stdout. The keys go to a file of their own, and only when asked for. */
export const exportCommand = (options: ExportOptions): Promise<void> =>
  withEngine(options, async ({ store, keys }) => {
    const writeLog = (): Promise<void> => pipeline(exportLog(store), process.stdout, { end: false });
    if (options.metSleutels === undefined) return writeLog();
    await withNewFile(options.metSleutels, async (descriptor) => {
      await writeLog();
      // After the log: every key that its events need is there by now.
      const aantal = await writeKeys(keys, descriptor);
      say(`${aantal} sleutels in ${options.metSleutels}: bewaar dit bestand apart van de export.`);
    });
  });

const writeKeys = async (keys: KeyStore, descriptor: number): Promise<number> => {
  const sleutels: ExportedKey[] = [];
  for await (const key of keys.exportKeys()) sleutels.push(key);
  writeFileSync(descriptor, `${canonicalJson({ sleutels })}\n`);
  return sleutels.length;
};

/** Never overwrites: keys are worth more than anything they could replace. What fails leaves no half file. */
const withNewFile = async (file: string, write: (descriptor: number) => Promise<void>): Promise<void> => {
  const descriptor = openSync(file, 'wx', 0o600);
  try {
    await write(descriptor);
  } catch (error) {
    rmSync(file, { force: true });
    throw error;
  } finally {
    closeSync(descriptor);
  }
};
