import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { StoreUnavailableError } from '@regielijn/event-store';
import { weiger } from '@regielijn/kern';
import { type EmbeddedServer, startEmbeddedServer } from '@regielijn/postgres';
import { FollowerCheckpoints } from './follower-checkpoints.js';
import { FollowerRunner } from './follower-runner.js';
import { cutLocks, gebeurtenis, openProefLog, type ProefLog, reeksModel, until } from './projecties.kit.js';
import { ProjectionRunner } from './projection-runner.js';
import { createRegistry, parkedStreams } from './registry.js';

// A busy machine is no reason to fail.
jest.setTimeout(60_000);

const { bij, anders, onbekend } = gebeurtenis;

describe('a follower', () => {
  /** A server of its own, because one test takes it away. */
  let folder: string;
  let server: EmbeddedServer;
  let db: ProefLog;
  let other: ProefLog;
  let runners: { stop(): Promise<void> }[];
  let lines: string[];
  /** What reached the follower, in order: stream and amount. */
  let handled: string[];
  let fails: (bedrag: number) => Error | undefined;
  /** Resolves when the follower may go on with this amount. */
  let mayGoOn: (bedrag: number) => Promise<void>;

  const running = (process: ProefLog = db, name = 'proef'): FollowerRunner => {
    const follower = {
      name,
      categories: ['proef'],
      handle: async ({ stream, data }: { stream: string; data: { bedrag?: unknown } }): Promise<void> => {
        await mayGoOn(data.bedrag as number);
        const failure = fails(data.bedrag as number);
        if (failure) throw failure;
        handled.push(`${stream}: ${String(data.bedrag)}`);
      },
    };
    const runner = new FollowerRunner(process.pool, process.log, follower, (line) => lines.push(line));
    runners.push(runner);
    runner.start();
    return runner;
  };
  const has = (what: string): Promise<void> => until(`"${what}" was handled`, () => handled.includes(what));
  const checkpoint = async (): Promise<string | undefined> => {
    const { rows } = await db.pool.query<{ position: string }>('select position from projecties.volger');
    return rows[0]?.position;
  };
  const stored = (position: string): Promise<void> =>
    until('the checkpoint is stored', async () => (await checkpoint()) === position);

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'regielijn-volger-'));
    chmodSync(folder, 0o755);
    server = await startEmbeddedServer(folder);
    db = await openProefLog(server.databaseUrl);
    other = await openProefLog(server.databaseUrl);
  });
  beforeEach(async () => {
    runners = [];
    lines = [];
    handled = [];
    fails = () => undefined;
    mayGoOn = async () => undefined;
    await db.clear();
    await createRegistry(db.pool);
  });
  afterEach(() => Promise.all(runners.map((runner) => runner.stop())));
  afterAll(async () => {
    await other.close();
    await db.close();
    await server.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it('given events before and after the start, then it sees those of its categories once, in order of the log', async () => {
    await db.append('proef-1', bij(1), bij(2));
    await db.append('ander-1', anders(9));
    running();
    await has('proef-1: 2');
    await db.append('proef-2', bij(3));
    await db.append('proef-1', bij(4));
    await has('proef-1: 4');
    expect(handled).toEqual(['proef-1: 1', 'proef-1: 2', 'proef-2: 3', 'proef-1: 4']);
    expect(lines).toEqual([]);
  });

  it('given a restart, then it goes on after what it handled', async () => {
    const first = running();
    await stored(await db.append('proef-1', bij(1)));
    await first.stop();
    await db.append('proef-1', bij(2));
    running();
    await has('proef-1: 2');
    expect(handled).toEqual(['proef-1: 1', 'proef-1: 2']);
  });

  it('given a checkpoint that was not stored, as after a crash, then the events come again, in order', async () => {
    const first = running();
    const one = await db.append('proef-1', bij(1));
    await stored(one);
    await db.append('proef-1', bij(2));
    await stored(await db.append('proef-1', bij(3)));
    await first.stop();
    await db.pool.query('update projecties.volger set position = $1', [one]);
    running();
    await until('the events came again', () => handled.length === 5);
    expect(handled.slice(3)).toEqual(['proef-1: 2', 'proef-1: 3']);
  });

  it('given a checkpoint that could not be written and a log that stays quiet, then it is written a moment later', async () => {
    const checkpoints = new FollowerCheckpoints(db.pool);
    const store = jest
      .spyOn(checkpoints, 'store')
      .mockImplementationOnce(() => Promise.reject(new StoreUnavailableError('proef')));
    const position = await db.append('proef-1', bij(1));
    const follower = { name: 'proef', categories: ['proef'], handle: async () => undefined };
    const runner = new FollowerRunner(db.pool, db.log, follower, (line) => lines.push(line), checkpoints);
    runners.push(runner);
    runner.start();
    await stored(position);
    expect(store).toHaveBeenCalledTimes(2);
    expect(lines).toEqual([expect.stringContaining('volger proef wacht')]);
  });

  it('given a rebuild of the read models, then the follower sees nothing again', async () => {
    const position = await db.append('proef-1', bij(1));
    running();
    await stored(position);
    const projections = new ProjectionRunner(db.pool, db.log, [reeksModel()]);
    await projections.prepare();
    await projections.rebuild();
    await db.append('proef-1', bij(2));
    await has('proef-1: 2');
    expect(handled).toEqual(['proef-1: 1', 'proef-1: 2']);
  });

  describe('two processes on one database', () => {
    it('given both running, then one handles each event and the other takes over when it stops', async () => {
      const first = running();
      await db.append('proef-1', bij(0));
      await has('proef-1: 0');
      running(other);
      await db.append('proef-1', ...Array.from({ length: 300 }, (_, nr) => bij(nr + 1)));
      await has('proef-1: 300');
      await first.stop();
      await db.append('proef-1', bij(301));
      await has('proef-1: 301');
      expect(handled).toEqual(Array.from({ length: 302 }, (_, nr) => `proef-1: ${nr}`));
    });

    it('given that the connection of the active one is cut, then one of them goes on and no event is missed', async () => {
      running();
      running(other);
      await db.append('proef-1', bij(1));
      await has('proef-1: 1');
      expect(await cutLocks(db.pool)).toBe(1);
      await db.append('proef-1', bij(2));
      await has('proef-1: 2');
    });

    it('given one that lost its lock while it was busy, then it never puts the checkpoint of the next one back', async () => {
      // The 200th event is the one after which a busy follower stores its checkpoint.
      let release = (): void => undefined;
      let busy = false;
      mayGoOn = (bedrag) =>
        bedrag === 200 && !busy
          ? new Promise((resolve) => {
              busy = true;
              release = resolve;
            })
          : Promise.resolve();
      const first = running();
      const last = await db.append('proef-1', ...Array.from({ length: 250 }, (_, nr) => bij(nr + 1)));
      await until('the first one is busy', () => busy);
      expect(await cutLocks(db.pool)).toBe(1);
      running(other);
      await stored(last);
      release();
      await first.stop();
      expect(await checkpoint()).toBe(last);
    });

    it('given two followers of different names, then neither waits for the other', async () => {
      running(db, 'een');
      running(db, 'twee');
      await db.append('proef-1', bij(1));
      await until('both handled it', () => handled.length === 2);
    });
  });

  describe('an event that it cannot handle', () => {
    const dertien = (error: Error) => (bedrag: number) => (bedrag === 13 ? error : undefined);

    it('then it is tried again, its stream is parked and visible, and the other streams go on', async () => {
      let tries = 0;
      fails = (bedrag) => (bedrag === 13 ? ((tries += 1), weiger('PAST_NIET', 'Dit past niet.')) : undefined);
      running();
      await db.append('proef-1', bij(1), bij(13), bij(2));
      await stored(await db.append('proef-2', bij(5)));
      expect(tries).toBe(5);
      expect(handled).toEqual(['proef-1: 1', 'proef-2: 5']);
      expect(await parkedStreams(db.pool)).toEqual([
        expect.objectContaining({ projectie: 'volger:proef', stream: 'proef-1', fout: 'PAST_NIET' }),
      ]);
      expect(lines).toEqual(['volger proef zet proef.bijgeschreven@1 apart: PAST_NIET']);
    });

    it('given that it can after all, then nothing is parked', async () => {
      let tries = 0;
      fails = (bedrag) => (bedrag === 13 && (tries += 1) < 5 ? new TypeError('nog niet') : undefined);
      running();
      await db.append('proef-1', bij(13));
      await has('proef-1: 13');
      expect(await parkedStreams(db.pool)).toEqual([]);
    });

    it('given that it was mended, when started again, then what the stream missed is handled in order and it goes on', async () => {
      fails = dertien(new TypeError('past niet'));
      const first = running();
      await db.append('proef-1', bij(13), bij(2));
      await stored(await db.append('proef-2', bij(5)));
      await first.stop();
      await db.append('proef-1', bij(3));
      fails = () => undefined;
      running();
      await has('proef-1: 3');
      expect(handled).toEqual(['proef-2: 5', 'proef-1: 13', 'proef-1: 2', 'proef-1: 3']);
      expect(await parkedStreams(db.pool)).toEqual([]);
    });

    it('given that it was not mended, when started again, then the stream stays parked and the others go on', async () => {
      fails = dertien(new TypeError('past niet'));
      const first = running();
      await stored(await db.append('proef-1', bij(13), bij(2)));
      const before = await parkedStreams(db.pool);
      await first.stop();
      running();
      await db.append('proef-2', bij(5));
      await has('proef-2: 5');
      expect(handled).toEqual(['proef-2: 5']);
      expect(await parkedStreams(db.pool)).toEqual(before);
    });

    it('given a store that is away for a moment, then nothing is parked and the event is handled afterwards', async () => {
      let away = true;
      fails = () => (away ? new StoreUnavailableError('proef') : undefined);
      running();
      await db.append('proef-1', bij(1));
      await until('it says that it waits', () => lines.length > 1);
      expect(lines[0]).toContain('volger proef wacht');
      away = false;
      await has('proef-1: 1');
      expect(await parkedStreams(db.pool)).toEqual([]);
    });
  });

  it('given an event type that this program does not know, then it stops there with one line, skipping and parking nothing', async () => {
    running();
    const before = await db.append('proef-1', bij(1));
    await stored(before);
    await db.append('proef-2', onbekend());
    await db.append('proef-1', bij(2));
    await until('it says so', () => lines.length > 0);
    // A follower that went on would handle this one from its own process.
    running(other);
    await until('the other one says so too', () => lines.length > 1);
    expect(lines[0]).toBe(
      'volger proef staat stil: Het logboek bevat "proef.uit-de-toekomst@9". Deze versie van Regielijn kent dat niet.',
    );
    expect(new Set(lines).size).toBe(1);
    expect(handled).toEqual(['proef-1: 1']);
    expect(await checkpoint()).toBe(before);
    expect(await parkedStreams(db.pool)).toEqual([]);
  });

  it('given a database that is away for a moment, then follower and read models go on by themselves afterwards', async () => {
    const projections = new ProjectionRunner(db.pool, db.log, [reeksModel()], (line) => lines.push(line));
    runners.push(projections);
    await projections.prepare();
    projections.start();
    running();
    await stored(await db.append('proef-1', bij(1)));
    const pid = Number(readFileSync(join(folder, 'postgresql', 'postmaster.pid'), 'utf8').split('\n')[0]);
    process.kill(pid, 'SIGKILL');
    const answers = (): Promise<boolean> =>
      db.pool.query('select').then(
        () => true,
        () => false,
      );
    await until('the database is away', async () => !(await answers()));
    server = await startEmbeddedServer(folder, { port: Number(new URL(server.databaseUrl).port) });
    await db.append('proef-1', bij(2));
    await has('proef-1: 2');
    await until('the read model has both', async () => (await db.rows())['proef-1']?.length === 2);
    expect(await db.rows()).toEqual({ 'proef-1': [1, 2] });
  });
});
