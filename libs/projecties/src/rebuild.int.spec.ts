import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
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
import { waitForReadModels } from './read-after-write.js';
import { type ReadModel, tableOf } from './read-model.js';
import { generations, parkedStreams } from './registry.js';

// A busy machine is no reason to fail.
jest.setTimeout(60_000);

const { bij, anders, onbekend } = gebeurtenis;

describe('rebuilding read models', () => {
  let db: ProefLog & { readonly url: string };
  let other: ProefLog;
  let runners: ProjectionRunner[];
  let lines: string[];
  const newRunner = (readModels: readonly ReadModel[] = [reeksModel()], process: ProefLog = db): ProjectionRunner => {
    const runner = new ProjectionRunner(process.pool, process.log, readModels, (line) => lines.push(line));
    runners.push(runner);
    return runner;
  };
  const running = async (readModels?: readonly ReadModel[]): Promise<ProjectionRunner> => {
    const runner = newRunner(readModels);
    await runner.prepare();
    runner.start();
    return runner;
  };
  const takenIn = (upTo: string): Promise<void> => waitForReadModels(db.pool, upTo, 15_000);
  /** What there is of read models in the database: registered generations and their tables. */
  const present = async (): Promise<{ units: string[]; tables: string[] }> => {
    const { rows } = await db.pool.query<{ table_name: string }>(
      "select table_name from information_schema.tables where table_schema = 'lm' and table_type = 'BASE TABLE'",
    );
    return {
      units: (await generations(db.pool)).map(({ name, generation, state }) => `${name} ${generation} ${state}`),
      tables: rows.map(({ table_name }) => table_name).sort(),
    };
  };
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

  describe('while events keep arriving', () => {
    const both = [reeksModel(), anderModel];
    const lengths = (view: string, beside: string): string =>
      `select m.stream, jsonb_array_length(m.bedragen) as lengte from lm.${view} m left join lm.${beside} b on b.totaal < 0`;

    /** Asks until told to stop; answers how often a row went back, and every query that failed. */
    const ask = (sql: string, asking: () => boolean) => async (): Promise<{ asked: number; faults: string[] }> => {
      const seen = new Map<string, number>();
      const faults: string[] = [];
      let asked = 0;
      for (; asking(); asked += 1)
        try {
          const { rows } = await other.pool.query<{ stream: string; lengte: number }>(sql);
          for (const { stream, lengte } of rows) {
            if (lengte < (seen.get(stream) ?? 0)) faults.push(`${stream} ging van ${seen.get(stream)} naar ${lengte}`);
            seen.set(stream, lengte);
          }
          if (rows.length < seen.size) faults.push('een rij verdween');
        } catch (error) {
          faults.push((error as Error).message);
        }
      return { asked, faults };
    };

    /** Appends and reads its own writes until told to stop; answers what the log must hold of its stream. */
    const write =
      (stream: string, make: (n: number) => ReturnType<typeof bij>, view: string, on: () => boolean) =>
      async (): Promise<{ written: number[]; missed: number[] }> => {
        const written: number[] = [];
        const missed: number[] = [];
        for (let n = 0; on(); n += 1) {
          await takenIn(await db.append(stream, make(n)));
          written.push(n);
          const { rows } = await db.pool.query<{ totaal: number }>(
            `select bedragen->-1 as totaal from lm.${view} where stream = $1`,
            [stream],
          );
          if (rows[0]?.totaal !== n) missed.push(n);
        }
        return { written, missed };
      };

    it('then queries never fail, no row goes back, who waits for a write finds it, and the end is a fold from zero', async () => {
      await running(both);
      await takenIn(await db.append('proef-oud', ...Array.from({ length: 500 }, (_, nr) => bij(nr))));
      let busy = true;
      const on = (): boolean => busy;
      const readers = [ask(lengths('reeks', 'ander'), on), ask(lengths('ander', 'reeks'), on)].map((start) => start());
      const writers = [write('proef-1', bij, 'reeks', on), write('ander-1', anders, 'ander', on)].map((start) =>
        start(),
      );
      try {
        for (let round = 0; round < 5; round += 1) await newRunner(both, other).rebuild();
      } finally {
        busy = false;
      }
      for (const { asked, faults } of await Promise.all(readers)) {
        expect(faults).toEqual([]);
        expect(asked).toBeGreaterThan(10);
      }
      const [proef, ander] = await Promise.all(writers);
      expect([...proef!.missed, ...ander!.missed]).toEqual([]);
      expect(proef!.written.length).toBeGreaterThan(10);
      const oud = Array.from({ length: 500 }, (_, nr) => nr);
      expect(await db.rows()).toEqual({ 'proef-1': proef!.written, 'proef-oud': oud });
      expect(await db.rows('ander')).toEqual({ 'ander-1': ander!.written });
      expect(await present()).toEqual({
        units: ['ander 6 live', 'reeks 6 live'],
        tables: ['ander_g6', 'reeks_g6'],
      });
      expect(lines).toEqual([]);
    });

    it('given that the live read model lags, then the rebuilt one may be ahead, and the follower goes on from there', async () => {
      const runner = await running();
      await takenIn(await db.append('proef-1', bij(1)));
      await runner.stop();
      await db.append('proef-1', bij(2));
      await newRunner().rebuild();
      expect(await db.rows()).toEqual({ 'proef-1': [1, 2] });
      await running();
      await takenIn(await db.append('proef-1', bij(3)));
      expect(await db.rows()).toEqual({ 'proef-1': [1, 2, 3] });
    });
  });

  describe('a query that takes long', () => {
    it('then the switch waits for it in steps, short queries go on meanwhile, and neither fails', async () => {
      const runner = await running();
      await takenIn(await db.append('proef-1', bij(1)));
      const long = await other.pool.connect();
      await long.query('begin');
      await long.query('select * from lm.reeks');
      let switched = false;
      const rebuilt = runner.rebuild().then(() => (switched = true));
      let slowest = 0;
      for (const end = Date.now() + 1_500; Date.now() < end;) {
        const start = Date.now();
        expect(await db.rows()).toEqual({ 'proef-1': [1] });
        slowest = Math.max(slowest, Date.now() - start);
      }
      expect(switched).toBe(false);
      expect(slowest).toBeLessThan(1_000);
      expect((await long.query('select * from lm.reeks')).rowCount).toBe(1);
      await long.query('commit');
      long.release();
      await rebuilt;
      expect((await present()).units).toEqual(['reeks 2 live']);
    });
  });

  describe('a changed read model', () => {
    const changed: ReadModel = {
      ...reeksModel(),
      version: 2,
      columns: { bedragen: 'jsonb', totaal: 'integer', dubbel: 'integer' },
      evolve: (row, event) => {
        const { bedrag } = event.data as { bedrag: number };
        const totaal = ((row as { totaal: number } | null)?.totaal ?? 0) + bedrag;
        return { bedragen: [bedrag], totaal, dubbel: 2 * totaal };
      },
    };

    it('when a process with the new version prepares, then it is rebuilt from the log and switched', async () => {
      const runner = await running();
      await takenIn(await db.append('proef-1', bij(1), bij(2)));
      await runner.stop();
      await newRunner([changed]).prepare();
      const { rows } = await db.pool.query('select stream, bedragen, totaal, dubbel from lm.reeks');
      expect(rows).toEqual([{ stream: 'proef-1', bedragen: [2], totaal: 3, dubbel: 6 }]);
      expect(await present()).toEqual({ units: ['reeks 2 live'], tables: ['reeks_g2'] });
    });

    it('given an older process that still runs, then it says so once and keeps up its other read models', async () => {
      await running([reeksModel(), anderModel]);
      await takenIn(await db.append('proef-1', bij(1)));
      await newRunner([changed, anderModel], other).prepare();
      await db.append('proef-1', bij(2));
      const last = await db.append('ander-1', anders(5));
      const position = async (name: string): Promise<string> =>
        (await generations(db.pool)).find((unit) => unit.name === name)!.position;
      await until(
        'the other read model has come to the end',
        async () => lines.length > 0 && (await position('ander')) === last,
      );
      expect(await db.rows('ander')).toEqual({ 'ander-1': [5] });
      expect(lines).toEqual(['leesmodel reeks staat stil: een andere versie van Regielijn houdt het bij']);
    });

    it('given two processes that prepare the new version at once, then it is built once', async () => {
      await newRunner().prepare();
      await db.append('proef-1', bij(1));
      await Promise.all([newRunner([changed]).prepare(), newRunner([changed], other).prepare()]);
      expect((await present()).units).toEqual(['reeks 2 live']);
    });
  });

  describe('what is not made live', () => {
    it('given generations built beside, then they can be looked at as they are, and are gone afterwards', async () => {
      const runner = await running();
      await takenIn(await db.append('proef-1', bij(1)));
      let seen: unknown;
      await runner.buildBeside(runner.readModels, async ([built]) => {
        const { rows } = await db.pool.query(`select bedragen from ${tableOf(built!.readModel, built!.generation)}`);
        seen = rows;
      });
      expect(seen).toEqual([{ bedragen: [1] }]);
      expect(await present()).toEqual({ units: ['reeks 1 live'], tables: ['reeks_g1'] });
    });

    it('given a rebuild that fails, then the live one is as it was and nothing else is left', async () => {
      const runner = await running();
      await takenIn(await db.append('proef-1', bij(1)));
      await runner.stop();
      await db.append('proef-2', onbekend());
      await expect(runner.rebuild()).rejects.toMatchObject({ code: 'ONBEKEND_EVENTTYPE' });
      expect(await present()).toEqual({ units: ['reeks 1 live'], tables: ['reeks_g1'] });
      expect(await db.rows()).toEqual({ 'proef-1': [1] });
    });

    it('given a process that builds, when another starts, then it is left alone; once it was killed, it is cleared away', async () => {
      const runner = await running();
      await takenIn(await db.append('proef-1', bij(1)));
      const units = ['reeks 1 live', 'reeks 2 opbouw'];
      const killed = newRunner([reeksModel()], other).buildBeside([reeksModel()], async () => {
        await newRunner().prepare();
        expect((await present()).units).toEqual(units);
        await runner.stop();
        // Nobody but the builder holds a lock now: its process is gone.
        expect(await cutLocks(db.pool)).toBe(1);
        await newRunner().prepare();
        expect(await present()).toEqual({ units: ['reeks 1 live'], tables: ['reeks_g1'] });
      });
      await killed;
    });

    it('given two rebuilds at once, then one goes after the other and one live generation is left', async () => {
      const runner = await running();
      await takenIn(await db.append('proef-1', bij(1)));
      await Promise.all([runner.rebuild(), newRunner([reeksModel()], other).rebuild()]);
      expect(await present()).toEqual({ units: ['reeks 3 live'], tables: ['reeks_g3'] });
      expect(await db.rows()).toEqual({ 'proef-1': [1] });
    });
  });

  describe('a parked stream', () => {
    it('then each rebuild tries it again, and what is still parked is visible once', async () => {
      let mended = false;
      const model = reeksModel({}, (bedrag) => mended || bedrag !== 13);
      const runner = await running([model]);
      await db.append('proef-1', bij(13));
      await takenIn(await db.append('proef-2', bij(1)));
      await runner.rebuild();
      expect(await parkedStreams(db.pool)).toEqual([expect.objectContaining({ stream: 'proef-1', generation: 2 })]);
      mended = true;
      await runner.rebuild();
      expect(await parkedStreams(db.pool)).toEqual([]);
      expect(await db.rows()).toEqual({ 'proef-1': [13], 'proef-2': [1] });
    });
  });

  it('given a log of several pages, then it is told how far it is', async () => {
    for (let page = 0; page < 5; page += 1)
      await db.append(`proef-${page}`, ...Array.from({ length: 1_000 }, (_, nr) => bij(nr)));
    const progress: number[] = [];
    const runner = newRunner();
    await runner.prepare();
    await runner.rebuild(runner.readModels, ({ events }) => progress.push(events));
    expect(progress).toEqual([2_000, 4_000, 5_000]);
    expect(Object.keys(await db.rows())).toHaveLength(5);
  });
});
