import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { NestFactory } from '@nestjs/core';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { parkedStreams } from '@regielijn/projecties';
import { importFile } from '../../../apps/cli/src/export/import-log.js';
import { exporteer } from '../../../apps/cli/src/export/export.kit.js';
import { until } from '../../../test/kit/cli.js';
import { createTestDatabase, type TestDatabase } from '../../../test/kit/postgres.js';
import { maakVoorbeeldLog, type VoorbeeldLog } from '../../../test/kit/voorbeeld-log.js';
import { type Engine, openEngine } from './engine.js';
import { EngineModule } from './engine.module.js';
import { Settings } from './settings.js';
import { startWork } from './work.js';

jest.setTimeout(60_000);

let database: TestDatabase;
let folder: string;
let engine: Engine;
let voorbeeld: VoorbeeldLog;

beforeAll(async () => {
  [database, voorbeeld] = await Promise.all([createTestDatabase(), maakVoorbeeldLog()]);
  folder = mkdtempSync(join(tmpdir(), 'regielijn-test-'));
  engine = await openEngine(Object.assign(new Settings(), { REGIELIJN_DATA: folder, DATABASE_URL: database.url }));
});
afterAll(async () => {
  await engine.close();
  await database.close();
  rmSync(folder, { recursive: true, force: true });
});

const volgerStaatOp = async (): Promise<string | undefined> => {
  const { rows } = await engine.pool.query<{ position: string }>('select position from projecties.volger');
  return rows[0]?.position;
};

describe('the followers', () => {
  it('given a log that came here without its keys, when they go over it, then they add nothing and set nothing apart', async () => {
    const file = join(folder, 'export.ndjson');
    writeFileSync(file, voorbeeld.ndjson);
    await importFile(file, engine.store, 0, () => undefined);
    const last = (await engine.store.readAll('', 1_000_000)).at(-1)!.position;
    const said: string[] = [];
    const app = await NestFactory.createApplicationContext(EngineModule.on(engine), { logger: false });
    const work = startWork(engine, app, (line) => said.push(line));
    await until('the follower is at the end', async () => (await volgerStaatOp()) === last);
    await work.stop();
    await app.close();
    expect(said).toEqual([]);
    expect(await parkedStreams(engine.pool)).toEqual([]);
    expect((await exporteer(engine.store)) === voorbeeld.ndjson).toBe(true);
  });
});
