import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { deriveId } from '@regielijn/kern';
import { createPool } from '@regielijn/postgres';
import { dienstAccounts } from '@regielijn/toegang';
import { trajectReadModel } from '@regielijn/traject';
import type pg from 'pg';
import { readModelSql } from '../../../projecties/src/read-model.js';
import { createTestDatabase, type TestDatabase } from '../../../../test/kit/postgres.js';
import { normenkaderVanHetProject } from '../domain/normenkader.kit.js';
import { VraagNormafwijkingen, VraagNormafwijkingenHandler } from './normafwijkingen.query.js';
import { normtoetsReadModel } from './normtoets-rij.js';

/** Deviations as their read model has them, each of a traject of its own. */
const afwijkingen: [vastgesteldOp: string, toestand: string][] = [
  ['2025-12-31T22:59:59.999Z', 'gemotiveerd'],
  ['2026-02-02T09:00:00.000Z', 'vervallen'],
  // The third quarter has begun in Amsterdam, and not yet in UTC.
  ['2026-06-30T22:00:00.000Z', 'open'],
  ['2026-08-03T09:00:00.000Z', 'open'],
];

let database: TestDatabase;
let pool: pg.Pool;

beforeAll(async () => {
  database = await createTestDatabase();
  pool = createPool(database.url, 2);
  await pool.query('create schema lm');
  for (const readModel of [trajectReadModel, normtoetsReadModel]) {
    const { create, makeLive } = readModelSql(readModel as never, 1);
    await pool.query(`${create}; ${makeLive}`);
  }
  for (const [n, [vastgesteldOp, toestand]] of afwijkingen.entries())
    await pool.query(
      'insert into lm.normtoets_g1 (stream, stream_version, traject_id, toestand) values ($1, 0, $2, $3)',
      [`normtoets-${n}`, deriveId('traject', n), { afwijkingen: { a: { norm: 'O1', vastgesteldOp, toestand } } }],
    );
}, 60_000);
afterAll(async () => {
  await pool.end();
  await database.close();
});

describe('a quarter in which no deviation was found', () => {
  it('given others that hold some, then those are named by the calendar of Amsterdam, and what lapsed is none', async () => {
    // What a deviation says itself is not asked for here.
    const handler = new VraagNormafwijkingenHandler(pool, {} as never, {} as never, normenkaderVanHetProject());
    const vraag = new VraagNormafwijkingen({ kwartaal: '2026-K1', terugblik: false, aantal: 100 }, dienstAccounts.cli);
    expect(await handler.execute(vraag)).toEqual({
      ...{ kwartaal: '2026-K1', gevallen: [], volgende: null, kwartalenMetAfwijkingen: ['2025-K4', '2026-K3'] },
    });
  });
});
