import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { FollowerRunner } from './follower-runner.js';
import { lags } from './lag.js';
import { anderModel, gebeurtenis, openProefDatabase, type ProefLog, reeksModel, until } from './projecties.kit.js';
import { ProjectionRunner } from './projection-runner.js';

jest.setTimeout(60_000);

/** When every event of the kit was recorded, and a minute later. */
const RECORDED = Date.parse('2026-03-01T08:00:00.000Z');
const MINUTE_LATER = RECORDED + 60_000;

describe('how far who follows the log is behind', () => {
  let db: ProefLog;
  let runners: { stop(): Promise<void> }[];

  beforeAll(async () => {
    db = await openProefDatabase();
  });
  beforeEach(async () => {
    runners = [];
    await db.clear();
  });
  afterEach(() => Promise.all(runners.map((runner) => runner.stop())));
  afterAll(() => db.close());

  const projections = async (): Promise<ProjectionRunner> => {
    const runner = new ProjectionRunner(db.pool, db.log, [reeksModel(), anderModel]);
    runners.push(runner);
    await runner.prepare();
    return runner;
  };
  const secondsOf = async (now = MINUTE_LATER): Promise<Record<string, number>> =>
    Object.fromEntries(
      (await lags(db.pool, db.store, now)).map(({ soort, naam, seconds }) => [`${soort} ${naam}`, seconds]),
    );

  it('given an event that nobody took in, then each is behind since it was recorded', async () => {
    await projections();
    await db.append('proef-1', gebeurtenis.bij(1));
    expect(await secondsOf()).toEqual({ 'leesmodel ander': 60, 'leesmodel reeks': 60 });
  });

  it('given read models that took in all there is, then they are not behind, also where nothing was for them', async () => {
    (await projections()).start();
    await db.append('proef-1', gebeurtenis.bij(1));
    await until('both are there', async () => Object.values(await secondsOf()).every((seconds) => seconds === 0));
    expect(await secondsOf()).toEqual({ 'leesmodel ander': 0, 'leesmodel reeks': 0 });
  });

  it('given a follower that is there and read models that are not, then each has its own', async () => {
    await projections();
    const follower = { name: 'proef', categories: ['proef'], handle: async () => undefined };
    const runner = new FollowerRunner(db.pool, db.log, follower);
    runners.push(runner);
    await db.append('proef-1', gebeurtenis.bij(1));
    runner.start();
    await until('it took that in', async () => (await secondsOf())['volger proef'] === 0);
    expect(await secondsOf()).toMatchObject({ 'leesmodel reeks': 60, 'volger proef': 0 });
  });

  it('given a clock that is behind that of who recorded, then nobody is ahead of the log', async () => {
    await projections();
    await db.append('proef-1', gebeurtenis.bij(1));
    expect(await secondsOf(RECORDED - 5_000)).toEqual({ 'leesmodel ander': 0, 'leesmodel reeks': 0 });
  });
});
