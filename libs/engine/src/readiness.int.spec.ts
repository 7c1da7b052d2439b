import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { type NewEvent } from '@regielijn/event-store';
import { randomId } from '@regielijn/kern';
import { until } from '../../../test/kit/cli.js';
import { describeWith } from '../../../test/kit/describe-with.js';
import { createTestDatabase, type TestDatabase } from '../../../test/kit/postgres.js';
import { ownRedisMissing, startOwnRedis } from '../../../test/kit/redis.js';
import { type Engine, openEngine } from './engine.js';
import { isReady, readiness } from './readiness.js';
import { Settings } from './settings.js';

jest.setTimeout(60_000);

let database: TestDatabase;
let folder: string;
beforeAll(async () => {
  database = await createTestDatabase();
  folder = mkdtempSync(join(tmpdir(), 'regielijn-test-'));
});
afterAll(async () => {
  await database.close();
  rmSync(folder, { recursive: true, force: true });
});

/** An engine whose read models nobody keeps up to date. */
const met = async (settings: Partial<Settings>, work: (engine: Engine) => Promise<void>): Promise<void> => {
  const all = { REGIELIJN_DATA: folder, DATABASE_URL: database.url, ...settings };
  const engine = await openEngine(Object.assign(new Settings(), all));
  try {
    await work(engine);
  } finally {
    await engine.close();
  }
};

const recorded = (minutesAgo: number): NewEvent => {
  const at = new Date(Date.now() - minutesAgo * 60_000).toISOString();
  const actor = { subject: 'test', organisatie: 'test', rol: 'beheer' };
  const metadata = { actor, correlationId: randomId(), causationId: randomId() };
  return { id: randomId(), type: 'proef.gedaan@1', geldigOp: at, vastgelegdOp: at, metadata, data: {} };
};

describe('whether a process can do its work', () => {
  it('given a database and a log that answer, then it can', () =>
    met({}, async (engine) => {
      const parts = await readiness(engine);
      expect(parts).toEqual({ database: true, logboek: true, leesmodellen: true });
      expect(isReady(parts)).toBe(true);
    }));

  it('given nothing that is open, then it cannot', () => expect(isReady({})).toBe(false));

  it('given read models that are four minutes behind, then it still can; six, then it cannot', () =>
    met({}, async (engine) => {
      // The clock that records never runs back along the log.
      const six = await engine.store.append('proef-1', 'no-stream', [recorded(6)]);
      expect(await readiness(engine)).toMatchObject({ leesmodellen: false });
      expect(isReady(await readiness(engine))).toBe(false);
      await engine.store.append('proef-2', 'no-stream', [recorded(4)]);
      await engine.pool.query('update projecties.generatie set position = $1', [six.position]);
      expect(await readiness(engine)).toMatchObject({ leesmodellen: true });
    }));

  it('given a log that does not answer at all, then that counts as away within a few seconds', () =>
    met({}, async (engine) => {
      const never = () => new Promise<never>(() => undefined);
      const silent = {
        ...engine.store,
        readAll: never,
        read: () => ({ [Symbol.asyncIterator]: () => ({ next: never }) }),
      };
      const began = Date.now();
      const parts = await readiness({ ...engine, store: silent });
      expect(parts).toEqual({ database: true, logboek: false, leesmodellen: false });
      expect(Date.now() - began).toBeLessThan(4_500);
    }));

  it('given a Redis that was never there, then a process opens all the same, and is not ready', () =>
    met({ REDIS_URL: 'redis://127.0.0.1:9' }, async (engine) => {
      expect(await readiness(engine)).toMatchObject({ redis: false, database: true });
    }));
});

describeWith(ownRedisMissing, 'whether a process with Redis can do its work', () => {
  it('given Redis, when it goes and comes back, then it says so by itself', async () => {
    const redis = await startOwnRedis();
    try {
      await met({ REDIS_URL: redis.url }, async (engine) => {
        expect(await readiness(engine)).toMatchObject({ redis: true });
        await redis.kill();
        expect(await readiness(engine)).toMatchObject({ redis: false, database: true });
        await redis.start();
        await until('redis answers again', async () => (await readiness(engine))['redis'] === true);
      });
    } finally {
      await redis.close();
    }
  });
});
