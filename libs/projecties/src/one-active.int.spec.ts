import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { createPool } from '@regielijn/postgres';
import type pg from 'pg';
import { createTestDatabase, type TestDatabase } from '../../../test/kit/postgres.js';
import { whileAlone } from './one-active.js';
import { cutLocks, until } from './projecties.kit.js';

describe('who works alone under a name', () => {
  let database: TestDatabase;
  /** Two processes. */
  let one: pg.Pool;
  let other: pg.Pool;
  /** Ends the work of a name. */
  let ends: Map<string, () => void>;
  let running: Promise<boolean>[];

  beforeAll(async () => {
    database = await createTestDatabase();
  });
  beforeEach(() => {
    [one, other, ends, running] = [createPool(database.url), createPool(database.url), new Map(), []];
  });
  afterEach(async () => {
    for (const end of ends.values()) end();
    await Promise.allSettled(running);
    await Promise.all([one.end(), other.end()]);
  });
  afterAll(() => database.close());

  /** Begins to work under a name, until it is ended; resolves when it has begun. */
  const work = async (pool: pg.Pool, name: string): Promise<() => boolean> => {
    let lost: (() => boolean) | undefined;
    running.push(
      whileAlone(pool, name, (lockLost) => {
        lost = lockLost;
        return new Promise((end) => ends.set(name, end));
      }),
    );
    await until(`${name} has begun`, () => lost !== undefined);
    return lost!;
  };
  const nothing = async (): Promise<void> => undefined;

  it('given a name that is taken, then nobody else gets it, in this process nor in another, until it is left', async () => {
    await work(one, 'a');
    expect([await whileAlone(one, 'a', nothing), await whileAlone(other, 'a', nothing)]).toEqual([false, false]);
    ends.get('a')!();
    await running[0];
    expect(await whileAlone(other, 'a', nothing)).toBe(true);
  });

  it('given ten names in one process, then one connection holds them, and each is left by itself', async () => {
    const names = Array.from({ length: 10 }, (_, nr) => `naam ${nr}`);
    await Promise.all(names.map((name) => work(one, name)));
    expect(one.totalCount).toBe(1);
    ends.get('naam 3')!();
    await running[3];
    expect(await Promise.all(names.map((name) => whileAlone(other, name, nothing)))).toEqual(
      names.map((name) => name === 'naam 3'),
    );
  });

  it('given that nobody works any more, then no connection is kept', async () => {
    await work(one, 'a');
    ends.get('a')!();
    expect(await running[0]).toBe(true);
    expect(one.totalCount).toBe(0);
  });

  it('given work that fails, then its name is free and who asked hears of it', async () => {
    const fails = whileAlone(one, 'a', () => Promise.reject(new Error('kan niet')));
    await expect(fails).rejects.toThrow('kan niet');
    expect(await whileAlone(other, 'a', nothing)).toBe(true);
  });

  it('given that the connection is cut, then all of its work hears that, others get the names, and new work begins', async () => {
    const lost = [await work(one, 'a'), await work(one, 'b')];
    await cutLocks(other);
    await until('both hear of it', () => lost.every((isLost) => isLost()));
    expect(await whileAlone(other, 'a', nothing)).toBe(true);
    const again = await work(one, 'c');
    expect(again()).toBe(false);
  });

  it('given a database that is away, then who asked hears of it, and later it works', async () => {
    const away = createPool(database.url.replace(/:\d+\//, ':9/'));
    await expect(whileAlone(away, 'a', nothing)).rejects.toThrow();
    await expect(whileAlone(away, 'a', nothing)).rejects.toThrow();
    await away.end();
  });
});
