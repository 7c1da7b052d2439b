import { afterAll, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { LOG_START } from '@regielijn/event-store';
import { inTransaction } from '@regielijn/postgres';
import { gebeurtenis, openProefDatabase, type ProefLog, reeksModel, until } from './projecties.kit.js';
import { ProjectionRunner } from './projection-runner.js';
import { Projection } from './projection.js';
import { generations, parkedStreams } from './registry.js';

// A busy machine is no reason to fail.
jest.setTimeout(60_000);

const { bij, verbeter, trekIn, weg, anders } = gebeurtenis;

describe('a projection', () => {
  let db: ProefLog;
  let past: (bedrag: number) => boolean;
  const model = reeksModel({}, (bedrag) => past(bedrag));
  /** What a process knows of the live generation when it starts to follow. */
  const follower = async (): Promise<Projection> => {
    const [unit] = await generations(db.pool);
    return new Projection(db.pool, db.log, model, unit!.generation, unit!.position);
  };
  const applyAll = async (projection: Projection): Promise<void> => {
    const page = await db.store.readAll(projection.position, 1_000);
    await projection.apply(page, page.at(-1)?.position ?? projection.position);
  };
  const checkpoint = async (): Promise<string> => (await generations(db.pool))[0]!.position;
  beforeAll(async () => {
    db = await openProefDatabase();
  });
  beforeEach(async () => {
    past = () => true;
    await db.clear();
    await new ProjectionRunner(db.pool, db.log, [model]).prepare();
  });
  afterAll(() => db.close());

  describe('rows and checkpoint change in one transaction', () => {
    it.each([
      ['while its rows are written', 'create trigger dood after insert on lm.reeks_g1'],
      [
        'after rows and checkpoint are written, at the commit',
        'create constraint trigger dood after insert on lm.reeks_g1 deferrable initially deferred',
      ],
    ])('given a server process that dies %s, then neither is there; the next try writes both', async (_, trigger) => {
      const position = await db.append('proef-1', bij(1), bij(2));
      await db.pool.query(
        `create or replace function sterf() returns trigger language plpgsql as
         'begin perform pg_terminate_backend(pg_backend_pid()); return null; end';
         ${trigger} for each row execute function sterf()`,
      );
      const projection = await follower();
      await expect(applyAll(projection)).rejects.toThrow();
      expect(await checkpoint()).toBe(LOG_START);
      expect(await db.rows()).toEqual({});
      expect(await parkedStreams(db.pool)).toEqual([]);
      await db.pool.query('drop trigger dood on lm.reeks_g1');
      await applyAll(projection);
      expect(await checkpoint()).toBe(position);
      expect(await db.rows()).toEqual({ 'proef-1': [1, 2] });
    });

    it('given a page without own events, then the checkpoint moves all the same', async () => {
      const position = await db.append('ander-1', anders(1));
      await applyAll(await follower());
      expect(await checkpoint()).toBe(position);
      expect(await db.rows()).toEqual({});
    });
  });

  describe('compare-and-set', () => {
    const stale = async (): Promise<Projection> => {
      await db.append('proef-1', bij(1));
      const projection = await follower();
      await applyAll(projection);
      await db.append('proef-1', bij(2));
      return projection;
    };
    const setPosition = (position: string) =>
      db.pool.query('update projecties.generatie set position = $1', [position]);

    it('given nobody else, then it is stored', async () => {
      const projection = await stale();
      await applyAll(projection);
      expect(await db.rows()).toEqual({ 'proef-1': [1, 2] });
      expect(await checkpoint()).toBe(projection.position);
    });

    it('given another process that is ahead, then nothing is written twice', async () => {
      const projection = await stale();
      await applyAll(await follower());
      await expect(applyAll(projection)).rejects.toMatchObject({ outcome: 'ahead' });
      expect(await db.rows()).toEqual({ 'proef-1': [1, 2] });
    });

    it('given a checkpoint that was put back, then nothing is written', async () => {
      const projection = await stale();
      await setPosition(LOG_START);
      await expect(applyAll(projection)).rejects.toMatchObject({ outcome: 'behind' });
      expect(await db.rows()).toEqual({ 'proef-1': [1] });
      expect(await checkpoint()).toBe(LOG_START);
    });

    it('given a generation that was replaced, then nothing is written', async () => {
      const projection = await stale();
      await db.pool.query('delete from projecties.generatie');
      await expect(applyAll(projection)).rejects.toMatchObject({ outcome: 'gone' });
      expect(await db.rows()).toEqual({ 'proef-1': [1] });
    });

    it('given two processes with the same page at once, then one writes it and the other hears that it lost', async () => {
      await db.append('proef-1', bij(1), bij(2));
      const outcomes = await Promise.allSettled([applyAll(await follower()), applyAll(await follower())]);
      expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
      expect(await db.rows()).toEqual({ 'proef-1': [1, 2] });
    });
  });

  describe('corrections', () => {
    it.each([
      ['in the same page', false],
      ['in a later page', true],
    ])(
      'given a corrected and a withdrawn fact, %s, then the row is what it would be had they been right',
      async (_, later) => {
        const [een, twee, drie] = [bij(1), bij(2), bij(3)];
        const projection = await follower();
        await db.append('proef-1', een, twee, drie);
        await db.append('proef-2', bij(7));
        if (later) await applyAll(projection);
        await db.append('proef-1', verbeter(een, 10), bij(4), trekIn(twee));
        await applyAll(projection);
        expect(await db.rows()).toEqual({ 'proef-1': [10, 3, 4], 'proef-2': [7] });
        await db.append('proef-1', bij(5));
        await applyAll(projection);
        expect((await db.rows())['proef-1']).toEqual([10, 3, 4, 5]);
      },
    );

    it('given a correction, then its stream is folded no further than the page goes', async () => {
      const een = bij(1);
      const upTo = await db.append('proef-1', een, verbeter(een, 10));
      const last = await db.append('proef-1', bij(2));
      const projection = await follower();
      const log = await db.store.readAll(LOG_START, 10);
      await projection.apply(log.slice(0, 2), upTo);
      expect(await db.rows()).toEqual({ 'proef-1': [10] });
      await projection.apply(log.slice(2), last);
      expect(await db.rows()).toEqual({ 'proef-1': [10, 2] });
    });

    it('given an event after which there is nothing to show, then the row is gone', async () => {
      const projection = await follower();
      await db.append('proef-1', bij(1));
      await applyAll(projection);
      await db.append('proef-1', weg());
      await applyAll(projection);
      expect(await db.rows()).toEqual({});
    });
  });

  describe('an event that does not fit', () => {
    const poison = async (): Promise<Projection> => {
      past = (bedrag) => bedrag !== 13;
      await db.append('proef-1', bij(1), bij(13));
      await db.append('proef-2', bij(5));
      await db.append('proef-1', bij(2));
      const projection = await follower();
      await applyAll(projection);
      return projection;
    };

    it('then its stream is parked where it stood, visible, and the others go on', async () => {
      const projection = await poison();
      expect(await db.rows()).toEqual({ 'proef-1': [1], 'proef-2': [5] });
      expect(await checkpoint()).toBe(projection.position);
      const [event] = (await db.store.readAll(LOG_START, 10)).filter(({ data }) => data['bedrag'] === 13);
      expect(await parkedStreams(db.pool)).toEqual([
        expect.objectContaining({
          projectie: 'reeks',
          stream: 'proef-1',
          eventId: event!.id,
          position: event!.position,
          type: 'proef.bijgeschreven@1',
          fout: 'TypeError',
        }),
      ]);
    });

    it('given that it fits at the next try, then nothing is parked', async () => {
      let tries = 0;
      past = (bedrag) => bedrag !== 13 || (tries += 1) > 2;
      await db.append('proef-1', bij(13));
      await applyAll(await follower());
      expect(await db.rows()).toEqual({ 'proef-1': [13] });
      expect(await parkedStreams(db.pool)).toEqual([]);
    });

    it('given an unknown event behind it in the page, then the projection stops there and parks nothing for it', async () => {
      past = (bedrag) => bedrag !== 13;
      const position = await db.append('proef-1', bij(13));
      await db.append('proef-2', gebeurtenis.onbekend());
      await expect(applyAll(await follower())).rejects.toMatchObject({ code: 'ONBEKEND_EVENTTYPE' });
      expect(await checkpoint()).toBe(position);
      expect((await parkedStreams(db.pool)).map(({ stream }) => stream)).toEqual(['proef-1']);
    });

    it('given that it was mended, when resumed, then the stream catches up and the running follower goes on with it', async () => {
      const projection = await poison();
      past = () => true;
      await (await follower()).resume('proef-1');
      expect((await db.rows())['proef-1']).toEqual([1, 13, 2]);
      expect(await parkedStreams(db.pool)).toEqual([]);
      await db.append('proef-1', bij(3));
      await applyAll(projection);
      expect((await db.rows())['proef-1']).toEqual([1, 13, 2, 3]);
    });

    it('given events that the follower has not come to yet, when resumed, then they are not taken in twice', async () => {
      const projection = await poison();
      past = () => true;
      await db.append('proef-1', bij(3));
      await (await follower()).resume('proef-1');
      await applyAll(projection);
      expect((await db.rows())['proef-1']).toEqual([1, 13, 2, 3]);
    });

    it('given that it was not mended, when resumed, then it stays parked as it was', async () => {
      await poison();
      await expect((await follower()).resume('proef-1')).rejects.toThrow('dit bedrag past niet');
      expect(await parkedStreams(db.pool)).toHaveLength(1);
      expect((await db.rows())['proef-1']).toEqual([1]);
    });

    it('given a value that the table refuses, then that stream alone is parked, with the code of the database', async () => {
      await db.append('proef-1', bij(1));
      await db.append('proef-2', bij(2_147_483_647), bij(1));
      await db.append('proef-3', bij(3));
      await applyAll(await follower());
      expect(await db.rows()).toMatchObject({ 'proef-1': [1], 'proef-3': [3] });
      expect(await parkedStreams(db.pool)).toEqual([expect.objectContaining({ stream: 'proef-2', fout: '22003' })]);
    });
  });

  it('given a checkpoint that somebody holds, then it waits there before it touches a row', async () => {
    await db.append('proef-1', bij(1));
    const projection = await follower();
    let applying: Promise<void> | undefined;
    await inTransaction(db.pool, async (client) => {
      await client.query('select from projecties.generatie for update');
      applying = applyAll(projection);
      await until('the projection waits for the checkpoint', async () => {
        const waiting = "select from pg_stat_activity where wait_event_type = 'Lock' and datname = current_database()";
        return (await db.pool.query(waiting)).rowCount === 1;
      });
      // A lock that a writer of rows would be in the way of.
      await client.query('lock table lm.reeks_g1 in access exclusive mode nowait');
    });
    await applying;
    expect(await db.rows()).toEqual({ 'proef-1': [1] });
  });
});
