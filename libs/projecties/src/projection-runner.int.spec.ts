import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { LOG_START } from '@regielijn/event-store';
import {
  anderModel,
  cutLocks,
  gebeurtenis,
  openProefDatabase,
  openProefLog,
  type ProefLog,
  reeksModel,
  until,
} from './projecties.kit.js';
import { ProjectionRunner } from './projection-runner.js';
import type { ReadModel } from './read-model.js';
import { generations, parkedStreams } from './registry.js';
import { waitForReadModels } from './read-after-write.js';

// A busy machine is no reason to fail.
jest.setTimeout(60_000);

const { bij, anders, onbekend } = gebeurtenis;

describe('the projection runner', () => {
  let db: ProefLog & { readonly url: string };
  let other: ProefLog;
  let runners: ProjectionRunner[];
  let lines: string[];
  /** A process that follows these read models. */
  const running = async (
    readModels: readonly ReadModel[] = [reeksModel()],
    process: ProefLog = db,
  ): Promise<ProjectionRunner> => {
    const runner = new ProjectionRunner(process.pool, process.log, readModels, (line) => lines.push(line));
    runners.push(runner);
    await runner.prepare();
    runner.start();
    return runner;
  };
  const takenIn = (upTo: string): Promise<void> => waitForReadModels(db.pool, upTo, 15_000);
  const position = async (name = 'reeks'): Promise<string | undefined> =>
    (await generations(db.pool)).find((unit) => unit.name === name)?.position;
  beforeAll(async () => {
    db = await openProefDatabase();
    other = await openProefLog(db.url);
  });
  beforeEach(async () => {
    runners = [];
    lines = [];
    await db.clear();
  });
  afterEach(() => Promise.all(runners.map((runner) => runner.stop())));
  afterAll(async () => {
    await other.close();
    await db.close();
  });

  it('given events before and after the start, then the read models take in all of them, each its own', async () => {
    await db.append('proef-1', bij(1));
    await running([reeksModel(), anderModel]);
    await db.append('ander-1', anders(5));
    await takenIn(await db.append('proef-1', bij(2)));
    expect(await db.rows()).toEqual({ 'proef-1': [1, 2] });
    expect(await db.rows('ander')).toEqual({ 'ander-1': [5] });
    expect(lines).toEqual([]);
  });

  it('given a runner that was stopped, when started again later, then it goes on where it was', async () => {
    const runner = await running();
    await takenIn(await db.append('proef-1', bij(1)));
    await runner.stop();
    const last = await db.append('proef-1', bij(2));
    await running();
    await takenIn(last);
    expect(await db.rows()).toEqual({ 'proef-1': [1, 2] });
  });

  it('given a start before the tables are there, then it begins when they are', async () => {
    const early = new ProjectionRunner(db.pool, db.log, [reeksModel()], (line) => lines.push(line));
    runners.push(early);
    early.start();
    await until('the missing tables are noticed', () => lines.length > 0);
    await early.prepare();
    const last = await db.append('proef-1', bij(1));
    await until('the read model has come there', async () => (await position()) === last);
    expect(await db.rows()).toEqual({ 'proef-1': [1] });
  });

  describe('two processes on one database', () => {
    it('given both running, then one takes in each event once and the other takes over when it stops', async () => {
      let taken = 0;
      const counting = reeksModel({}, () => (taken += 1) > 0);
      const first = await running([counting]);
      await takenIn(await db.append('proef-1', bij(1)));
      await running([counting], other);
      const last = await db.append('proef-1', ...Array.from({ length: 50 }, (_, nr) => bij(nr)));
      await takenIn(last);
      expect(taken).toBe(51);
      await first.stop();
      await takenIn(await db.append('proef-1', bij(99)));
      expect(taken).toBe(52);
      expect((await db.rows())['proef-1']).toHaveLength(52);
    });

    it('given that the connection of the active one is cut, then one of them goes on and nothing is taken in twice', async () => {
      await running();
      await takenIn(await db.append('proef-1', bij(1)));
      await running([reeksModel()], other);
      expect(await cutLocks(db.pool)).toBe(1);
      await takenIn(await db.append('proef-1', bij(2)));
      expect(await db.rows()).toEqual({ 'proef-1': [1, 2] });
    });

    it('given both preparing an empty database at once, then both succeed and there is one live generation', async () => {
      await Promise.all([running(), running([reeksModel()], other), running()]);
      await takenIn(await db.append('proef-1', bij(1)));
      expect(await generations(db.pool)).toEqual([expect.objectContaining({ name: 'reeks', state: 'live' })]);
      expect(await db.rows()).toEqual({ 'proef-1': [1] });
    });
  });

  describe('an event type that this program does not know', () => {
    it('then its read model stops before it with one line, skips nothing, and the others go on', async () => {
      await running([reeksModel(), anderModel]);
      const before = await db.append('proef-1', bij(1));
      await takenIn(before);
      await db.append('proef-2', onbekend());
      await db.append('proef-1', bij(2));
      const last = await db.append('ander-1', anders(5));
      await until('the other read model has come to the end', async () => (await position('ander')) === last);
      expect(await db.rows()).toEqual({ 'proef-1': [1] });
      expect(await position()).toBe(before);
      expect(await parkedStreams(db.pool)).toEqual([]);
      expect(lines).toEqual([
        'leesmodel reeks staat stil: Het logboek bevat "proef.uit-de-toekomst@9". Deze versie van Regielijn kent dat niet.',
      ]);
    });

    it('when a read model has yet to be built over it, then the start stops with that line and leaves nothing behind', async () => {
      await db.append('proef-1', onbekend());
      await expect(running()).rejects.toMatchObject({ code: 'ONBEKEND_EVENTTYPE' });
      expect(await generations(db.pool)).toEqual([]);
    });
  });

  describe('an event that does not fit', () => {
    it('then its stream is parked, the others go on at once, and after mending it is resumed from another process', async () => {
      let mended = false;
      const model = reeksModel({}, (bedrag) => mended || bedrag !== 13);
      await running([model]);
      await db.append('proef-1', bij(13));
      await takenIn(await db.append('proef-2', bij(5)));
      expect(await db.rows()).toEqual({ 'proef-2': [5] });
      expect(await parkedStreams(db.pool)).toEqual([
        expect.objectContaining({ projectie: 'reeks', stream: 'proef-1', fout: 'TypeError' }),
      ]);
      mended = true;
      await new ProjectionRunner(other.pool, other.log, [model]).resume('reeks', 'proef-1');
      await takenIn(await db.append('proef-1', bij(2)));
      expect(await db.rows()).toEqual({ 'proef-1': [13, 2], 'proef-2': [5] });
      expect(await parkedStreams(db.pool)).toEqual([]);
    });
  });

  describe('waiting for the read models', () => {
    it('given a position that is taken in, then the wait ends; given one that is not, then it says to try again', async () => {
      const runner = await running();
      const first = await db.append('proef-1', bij(1));
      await takenIn(first);
      await runner.stop();
      await waitForReadModels(db.pool, first, 0);
      const second = await db.append('proef-1', bij(2));
      await expect(waitForReadModels(db.pool, second, 50)).rejects.toMatchObject({
        code: 'LEESMODEL_LOOPT_ACHTER',
        kind: 'unavailable',
      });
    });

    it('given two read models, then it waits for the slower one, also when the event is not its own', async () => {
      const runner = await running([reeksModel(), anderModel]);
      const first = await db.append('proef-1', bij(1));
      await takenIn(first);
      await runner.stop();
      await db.pool.query('update projecties.generatie set position = $1 where name = $2', [LOG_START, 'ander']);
      await expect(waitForReadModels(db.pool, first, 50)).rejects.toMatchObject({ code: 'LEESMODEL_LOOPT_ACHTER' });
    });

    it('given one that stands still, then who reads only others does not wait for it, and who reads it does', async () => {
      await running([reeksModel(), anderModel]);
      await db.append('ander-1', onbekend('ander'));
      const last = await db.append('proef-1', bij(1));
      await waitForReadModels(db.pool, last, 15_000, ['reeks']);
      await waitForReadModels(db.pool, last, 0, []);
      for (const names of [['ander'], ['reeks', 'ander'], undefined])
        await expect(waitForReadModels(db.pool, last, 50, names)).rejects.toMatchObject({
          code: 'LEESMODEL_LOOPT_ACHTER',
        });
    });

    it('given a read model that is yet to be built, then who reads it waits for it', async () => {
      const runner = await running();
      const first = await db.append('proef-1', bij(1));
      await takenIn(first);
      await runner.stop();
      await expect(waitForReadModels(db.pool, first, 50, ['reeks', 'ander'])).rejects.toMatchObject({
        code: 'LEESMODEL_LOOPT_ACHTER',
      });
    });

    it('given no read models at all, then it does not say that they know it', async () => {
      await new ProjectionRunner(db.pool, db.log, []).prepare();
      await expect(waitForReadModels(db.pool, '1', 50)).rejects.toMatchObject({ code: 'LEESMODEL_LOOPT_ACHTER' });
    });

    it('given a read model that no longer exists in the program, then nobody waits for it any more', async () => {
      const runner = await running([reeksModel(), anderModel]);
      await runner.stop();
      await running([reeksModel()]);
      await takenIn(await db.append('proef-1', bij(1)));
      const { rows } = await db.pool.query(
        "select table_name from information_schema.tables where table_schema = 'lm'",
      );
      expect(rows.filter(({ table_name }) => String(table_name).startsWith('ander'))).toEqual([]);
    });
  });
});
