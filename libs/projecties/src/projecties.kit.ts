import { setTimeout as sleep } from 'node:timers/promises';
import {
  EventCatalogue,
  EventCodec,
  EventLog,
  MemoryKeyStore,
  type NewEvent,
  PostgresEventStore,
} from '@regielijn/event-store';
import { correctieEvents, defineEvent, IdSchema, randomId } from '@regielijn/kern';
import { createPool } from '@regielijn/postgres';
import type pg from 'pg';
import { z } from 'zod';
import { createTestDatabase } from '../../../test/kit/postgres.js';
import type { ReadModel } from './read-model.js';

const bijgeschreven = defineEvent('proef.bijgeschreven@1', {
  omschrijving: 'Proef.',
  data: { id: IdSchema, bedrag: z.int() },
});
const verdwenen = defineEvent('proef.verdwenen@1', { omschrijving: 'Proef.', data: { id: IdSchema } });
const anders = defineEvent('ander.gedaan@1', { omschrijving: 'Proef.', data: { id: IdSchema, bedrag: z.int() } });
const correcties = correctieEvents('proef', 'id');
const catalogue = new EventCatalogue([bijgeschreven, verdwenen, anders, ...Object.values(correcties)]);

/** Remembers every amount in order, so that an event taken in twice, never, or too early shows. */
export interface Reeks {
  readonly bedragen: readonly number[];
  readonly totaal: number;
  readonly laatst_op: string;
}

/** The row of a stream; `mag` may refuse an amount, as an event that does not fit would. */
export const reeksModel = (changes: Partial<ReadModel<Reeks>> = {}, mag = (_: number): boolean => true): ReadModel => {
  const model: ReadModel<Reeks> = {
    name: 'reeks',
    version: 1,
    categories: ['proef'],
    columns: { bedragen: 'jsonb', totaal: 'integer', laatst_op: 'timestamptz' },
    indexes: [['totaal']],
    evolve(row, event) {
      if (event.type === verdwenen.type) return null;
      const { bedrag } = event.data as { bedrag: number };
      if (!mag(bedrag)) throw new TypeError('dit bedrag past niet');
      return {
        bedragen: [...(row?.bedragen ?? []), bedrag],
        totaal: (row?.totaal ?? 0) + bedrag,
        laatst_op: event.geldigOp,
      };
    },
    ...changes,
  };
  return model as unknown as ReadModel;
};

export const anderModel = reeksModel({ name: 'ander', categories: ['ander'] });

const moment = '2026-03-01T08:00:00.000Z';
const offered = (type: string, data: NewEvent['data']): NewEvent => ({
  id: randomId(),
  type,
  geldigOp: moment,
  vastgelegdOp: moment,
  metadata: {
    actor: { subject: 'test', organisatie: 'gi-1', rol: 'beheer' },
    correlationId: randomId(),
    causationId: randomId(),
  },
  data,
});

/** The events that the log of a test is made of. */
export const gebeurtenis = {
  bij: (bedrag: number): NewEvent => offered(bijgeschreven.type, { id: randomId(), bedrag }),
  anders: (bedrag: number): NewEvent => offered(anders.type, { id: randomId(), bedrag }),
  weg: (): NewEvent => offered(verdwenen.type, { id: randomId() }),
  verbeter: (vervangt: NewEvent, bedrag: number): NewEvent =>
    offered(correcties.gecorrigeerd.type, {
      id: randomId(),
      vervangt: vervangt.id,
      vervangtType: vervangt.type,
      velden: { bedrag },
      gebeurdOp: null,
      reden: 'typefout',
    }),
  trekIn: (vervangt: NewEvent): NewEvent =>
    offered(correcties.feitIngetrokken.type, {
      id: randomId(),
      vervangt: vervangt.id,
      vervangtType: vervangt.type,
      reden: 'niet gebeurd',
    }),
  onbekend: (slice = 'proef'): NewEvent => offered(`${slice}.uit-de-toekomst@9`, { id: randomId() }),
};

/** Looks until it is so; fails, saying what was waited for, when that takes longer than `withinMs`. */
export const until = async (
  what: string,
  holds: () => Promise<boolean> | boolean,
  withinMs = 15_000,
): Promise<void> => {
  const deadline = Date.now() + withinMs;
  while (!(await holds())) {
    if (Date.now() > deadline) throw new Error(`after ${withinMs} ms still not: ${what}`);
    await sleep(10);
  }
};

/** What a killed process or a network fault does: ends the sessions that hold a lock here. Answers how many. */
export const cutLocks = async (pool: pg.Pool): Promise<number> => {
  const cut = await pool.query(
    `select pg_terminate_backend(pid, 10000) from pg_locks join pg_database d on d.oid = database
     where locktype = 'advisory' and granted and datname = current_database()`,
  );
  return cut.rowCount ?? 0;
};

export type ProefLog = Awaited<ReturnType<typeof openProefLog>>;

/** A log and a pool on one database, with short ways to write to the one and look into the other. */
export const openProefLog = async (url: string) => {
  const pool = createPool(url, 20);
  const store = await PostgresEventStore.open(url);
  const log = new EventLog(store, new EventCodec(catalogue, new MemoryKeyStore()));
  const versions = new Map<string, bigint>();
  const append = async (stream: string, ...events: readonly NewEvent[]): Promise<string> => {
    // What a newer program writes does not pass the catalogue of this one.
    const known = catalogue.definitions.some(({ type }) => type === events[0]?.type);
    const expected = versions.get(stream) ?? 'no-stream';
    const { streamVersion, position } = await (known ? log : store).append(stream, expected, events);
    versions.set(stream, streamVersion);
    return position;
  };
  const rows = async (view = 'reeks'): Promise<Record<string, readonly number[]>> => {
    const result = await pool.query<{ stream: string; bedragen: number[] }>(
      `select stream, bedragen from lm.${view} order by stream`,
    );
    return Object.fromEntries(result.rows.map(({ stream, bedragen }) => [stream, bedragen]));
  };
  return {
    pool,
    store,
    log,
    append,
    rows,
    /** Forgets log and read models, for the next test. Positions go on: one of them never means two events. */
    clear: async (): Promise<void> => {
      versions.clear();
      await pool.query(
        'truncate log.event; drop schema if exists lm cascade; drop schema if exists projecties cascade',
      );
    },
    close: async (): Promise<void> => {
      await store.close();
      await pool.end();
    },
  };
};

/** The same on a database of its own. */
export const openProefDatabase = async (): Promise<ProefLog & { readonly url: string }> => {
  const database = await createTestDatabase();
  const opened = await openProefLog(database.url);
  return {
    ...opened,
    url: database.url,
    close: async () => {
      await opened.close();
      await database.close();
    },
  };
};
