import { writeFileSync } from 'node:fs';
import { once } from 'node:events';
import { canonicalJson, type ExportedKey } from '@regielijn/event-store';
import { exportLog } from '../export/export-log.js';
import { say } from '../output.js';
import { type CommonOptions, withEngine } from '../session.js';

export interface ExportOptions extends CommonOptions {
  readonly metSleutels?: string;
}

/** Writes the log to stdout. The keys go to a file of their own, and only when asked for. */
export const exportCommand = (options: ExportOptions): Promise<void> =>
  withEngine(options, async ({ store, keys }) => {
    for await (const text of exportLog(store)) if (!process.stdout.write(text)) await once(process.stdout, 'drain');
    if (options.metSleutels === undefined) return;
    const exported: ExportedKey[] = [];
    for await (const key of keys.exportKeys()) exported.push(key);
    writeFileSync(options.metSleutels, `${canonicalJson({ sleutels: exported })}\n`, { mode: 0o600, flag: 'wx' });
    say(`${exported.length} sleutels in ${options.metSleutels}: bewaar dit bestand apart van de export.`);
  });
