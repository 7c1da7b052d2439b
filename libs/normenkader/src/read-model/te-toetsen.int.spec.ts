import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { deriveId } from '@regielijn/kern';
import { createPool } from '@regielijn/postgres';
import { trajectReadModel } from '@regielijn/traject';
import type pg from 'pg';
import { readModelSql } from '../../../projecties/src/read-model.js';
import { createTestDatabase, type TestDatabase } from '../../../../test/kit/postgres.js';
import { normenkaderVanHetProject } from '../domain/normenkader.kit.js';
import { trajectenTeToetsen } from './te-toetsen.js';

const normenkader = normenkaderVanHetProject();
const OP = '2026-06-01T22:00:00.000Z';

/** Trajecten as their read model has them: name, aanmelding, end of the stay, closing. */
const trajecten: [naam: string, aangemeldOp: string, eindeOp: string | null, afgeslotenOp: string | null][] = [
  ['open', '2026-01-05T09:00:00Z', null, null],
  ['waits', '2026-05-31T09:00:00Z', null, null],
  ['closed, and its year of nazorg runs', '2025-01-05T09:00:00Z', '2025-06-10T09:00:00Z', '2025-07-01T09:00:00Z'],
  ['closed, and its year ended within a month', '2025-01-05T09:00:00Z', '2025-05-10T09:00:00Z', '2025-07-01T09:00:00Z'],
  ['closed, and its year is over', '2024-01-05T09:00:00Z', '2025-04-30T09:00:00Z', '2026-05-30T09:00:00Z'],
  ['closed since, and open on the day', '2024-01-05T09:00:00Z', '2025-04-30T09:00:00Z', '2026-06-10T09:00:00Z'],
  ['began before the normenkader', '2020-10-11T09:00:00Z', null, null],
  ['is asked for later', '2026-06-02T09:00:00Z', null, null],
];

let database: TestDatabase;
let pool: pg.Pool;

beforeAll(async () => {
  database = await createTestDatabase();
  pool = createPool(database.url, 2);
  const { create, makeLive } = readModelSql(trajectReadModel as never, 1);
  await pool.query(`create schema lm; ${create}; ${makeLive}`);
  for (const [naam, aangemeldOp, eindeOp, afgeslotenOp] of trajecten)
    await pool.query(
      `insert into lm.traject_g1 (stream, stream_version, traject_id, aangemeld_op, einde_op, afgesloten_op)
       values ($1, 0, $2, $3, $4, $5)`,
      [naam, deriveId(naam), aangemeldOp, eindeOp, afgeslotenOp],
    );
}, 60_000);
afterAll(async () => {
  await pool.end();
  await database.close();
});

describe('the trajecten about which time alone may say something new', () => {
  it('are those that are open, or of which the year of nazorg was not long over, since there is a normenkader', async () => {
    const gevonden = new Set(await trajectenTeToetsen(pool, normenkader, OP));
    expect(trajecten.map(([naam]) => naam).filter((naam) => gevonden.has(deriveId(naam)))).toEqual([
      ...['open', 'waits', 'closed, and its year of nazorg runs', 'closed, and its year ended within a month'],
      'closed since, and open on the day',
    ]);
  });
});
