import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { NestFactory } from '@nestjs/core';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { parkedStreams } from '@regielijn/projecties';
import { importFile } from '../../../apps/cli/src/export/import-log.js';
import { exporteer } from '../../../apps/cli/src/export/export.kit.js';
import { createTestDatabase } from '../../../test/kit/postgres.js';
import { settle } from '../../../test/kit/settle.js';
import { maakVoorbeeldLog, type VoorbeeldLog } from '../../../test/kit/voorbeeld-log.js';
import { type Engine, openEngine } from './engine.js';
import { EngineModule } from './engine.module.js';
import { Settings } from './settings.js';
import { createKlok, startWork } from './work.js';

jest.setTimeout(120_000);

interface Installatie {
  readonly engine: Engine;
  /** Drops everything that follows from the log, as if it had never been, and opens the engine anew. */
  vergeetWatVolgt(): Promise<void>;
  /** Lets the followers go over the log, and the clock look, until all are at its end and add nothing. Answers what they said. */
  volg(): Promise<readonly string[]>;
  close(): Promise<void>;
}

const installatie = async (ndjson: string): Promise<Installatie> => {
  const database = await createTestDatabase();
  const folder = mkdtempSync(join(tmpdir(), 'regielijn-test-'));
  const settings = Object.assign(new Settings(), { REGIELIJN_DATA: folder, DATABASE_URL: database.url });
  let engine = await openEngine(settings);
  const file = join(folder, 'export.ndjson');
  writeFileSync(file, ndjson);
  await importFile(file, engine.store, 0, () => undefined);
  return {
    get engine() {
      return engine;
    },
    vergeetWatVolgt: async () => {
      await engine.pool.query('drop schema lm cascade; drop schema projecties cascade');
      await engine.close();
      engine = await openEngine(settings);
    },
    volg: async () => {
      const said: string[] = [];
      const app = await NestFactory.createApplicationContext(EngineModule.on(engine), { logger: false });
      const work = startWork(engine, app, (line) => said.push(line));
      try {
        await settle(engine, work.followers, 60_000);
        const klok = await createKlok(engine, app, (line) => said.push(line));
        while ((await klok.ronde()) > 0) await settle(engine, work.followers, 60_000);
      } finally {
        await work.stop();
        await app.close();
      }
      return said;
    },
    close: async () => {
      await engine.close();
      await database.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
};

let voorbeeld: VoorbeeldLog;
let thuis: Installatie;
let elders: Installatie;
beforeAll(async () => {
  voorbeeld = await maakVoorbeeldLog();
  thuis = await installatie(voorbeeld.ndjson);
  await thuis.engine.keys.importKeys(voorbeeld.sleutels);
});
afterAll(async () => {
  await thuis.close();
  await elders.close();
});

describe('the followers', () => {
  it('given a log that came here without its keys, when they go over it, then they add nothing and set nothing apart', async () => {
    expect(await thuis.volg()).toEqual([]);
    const ndjson = await exporteer(thuis.engine.store);
    elders = await installatie(ndjson);
    expect(await elders.volg()).toEqual([]);
    expect(await parkedStreams(elders.engine.pool)).toEqual([]);
    expect((await exporteer(elders.engine.store)) === ndjson).toBe(true);
  });

  it('given a database that lost everything but the log and the keys, when they go over it again, then they add nothing', async () => {
    const ndjson = await exporteer(thuis.engine.store);
    const gemeld = ndjson.split('\n').filter((line) => line.includes('bewaking.termijn-gemeld@1'));
    expect(gemeld.length).toBeGreaterThan(3);
    await thuis.vergeetWatVolgt();
    expect(await thuis.volg()).toEqual([]);
    expect((await exporteer(thuis.engine.store)) === ndjson).toBe(true);
  });
});
