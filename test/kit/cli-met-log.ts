import { writeFileSync } from 'node:fs';
import { expect } from '@jest/globals';
import { startEmbeddedServer } from '@regielijn/postgres';
import { type Cli, createCli } from './cli.js';
import { maakVoorbeeldLog, type VoorbeeldLog } from './voorbeeld-log.js';

export interface CliMetLog {
  readonly cli: Cli;
  readonly voorbeeld: VoorbeeldLog;
  readonly databaseUrl: string;
  close(): Promise<void>;
}

/**
 * A command line with the example log and its keys in the folder `data`. PostgreSQL stays up meanwhile: to start and stop it
 * was a third of each command, and `cli-processen` tests that.
 */
export const createCliMetLog = async (): Promise<CliMetLog> => {
  const cli = createCli();
  const voorbeeld = await maakVoorbeeldLog();
  writeFileSync(cli.sub('sleutels.json'), JSON.stringify({ sleutels: voorbeeld.sleutels }));
  const server = await startEmbeddedServer(cli.sub('data'));
  const run = await cli.run(['import', '--data', 'data', '--met-sleutels', 'sleutels.json'], voorbeeld.ndjson);
  expect(run.code).toBe(0);
  return {
    cli,
    voorbeeld,
    databaseUrl: server.databaseUrl,
    close: async () => {
      await server.close();
      cli.remove();
    },
  };
};
