import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createPool } from '@regielijn/postgres';
import type pg from 'pg';
import { createTestDatabase, type TestDatabase } from '../../../test/kit/postgres.js';
import { PostgresEventStore } from './adapters/postgres/postgres-event-store.js';
import { CommandRunner } from './command-runner.js';
import { readStream } from './contract/given.js';
import { MasterKey } from './keys/master-key.js';
import { PostgresKeyStore } from './keys/postgres-key-store.js';
import { fiftyReservations, openVoorziening, voorzieningLog } from './reservations.kit.js';

describe('given two processes on one PostgreSQL, when fifty trajecten ask for a plek at once', () => {
  let database: TestDatabase;
  let pool: pg.Pool;
  const stores: PostgresEventStore[] = [];
  const runners: CommandRunner[] = [];

  beforeAll(async () => {
    database = await createTestDatabase();
    pool = createPool(database.url);
    const keys = await PostgresKeyStore.open(pool, MasterKey.fromText(randomBytes(32).toString('base64')));
    for (let process = 0; process < 2; process += 1) {
      const store = await PostgresEventStore.open(database.url);
      stores.push(store);
      runners.push(new CommandRunner(voorzieningLog(store, keys)));
    }
  }, 60_000);
  afterAll(async () => {
    await Promise.all(stores.map((store) => store.close()));
    await pool.end();
    await database.close();
  }, 60_000);

  const reserveringen = async (voorzieningId: string): Promise<number> =>
    (await readStream(stores[0]!, `voorziening-${voorzieningId}`)).filter(
      ({ type }) => type === 'voorziening.plek-gereserveerd@1',
    ).length;

  it('and one plek is free, then exactly one gets it and the others hear that it is full', async () => {
    const voorzieningId = await openVoorziening(runners[0]!, 1);
    expect(await fiftyReservations(runners, voorzieningId)).toEqual({ gelukt: 1, codes: ['GEEN_PLEK_VRIJ'] });
    expect(await reserveringen(voorzieningId)).toBe(1);
  });

  it('and fifty plekken are free, then all fifty get one', async () => {
    const voorzieningId = await openVoorziening(runners[0]!, 50);
    expect(await fiftyReservations(runners, voorzieningId)).toEqual({ gelukt: 50, codes: [] });
    expect(await reserveringen(voorzieningId)).toBe(50);
  });
});
