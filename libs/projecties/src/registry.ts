import type { LogPosition } from '@regielijn/event-store';
import type pg from 'pg';

/** `live`: queries read it. `opbouw`: being built beside the live one. */
export type GenerationState = 'live' | 'opbouw';

export interface Generation {
  readonly name: string;
  readonly generation: number;
  readonly version: number;
  readonly state: GenerationState;
  readonly position: LogPosition;
}

export interface ParkedStream {
  readonly projectie: string;
  readonly generation: number;
  readonly stream: string;
  readonly eventId: string;
  readonly position: LogPosition;
  readonly type: string;
  readonly fout: string;
  readonly geparkeerdOp: string;
}

const SCHEMA = `
create schema if not exists lm;
create schema if not exists projecties;
create table if not exists projecties.generatie (
  name text not null,
  generation int not null,
  version int not null,
  state text not null check (state in ('live', 'opbouw')),
  -- Collated as bytes: positions sort as text.
  position text collate "C" not null,
  primary key (name, generation)
);
create unique index if not exists een_live on projecties.generatie (name) where state = 'live';
create table if not exists projecties.volger (name text primary key, position text collate "C" not null);
create table if not exists projecties.geparkeerd (
  projectie text not null,
  generation int not null,
  stream text not null,
  event_id uuid not null,
  position text collate "C" not null,
  type text not null,
  fout text not null,
  geparkeerd_op timestamptz not null default now(),
  primary key (projectie, generation, stream)
);
`;
const SCHEMA_LOCK = 7_201_903;

export interface Unit {
  readonly name: string;
  readonly generation: number;
}

type Queryable = Pick<pg.ClientBase, 'query'>;

export const createRegistry = async (pool: pg.Pool): Promise<void> => {
  await pool.query(`begin; select pg_advisory_xact_lock(${SCHEMA_LOCK}); ${SCHEMA} commit`);
};

export const generations = async (db: Queryable): Promise<readonly Generation[]> =>
  (await db.query<Generation>('select * from projecties.generatie order by name, generation')).rows;

export const addGeneration = async (db: Queryable, added: Generation): Promise<void> => {
  await db.query(
    'insert into projecties.generatie (name, generation, version, state, position) values ($1, $2, $3, $4, $5)',
    [added.name, added.generation, added.version, added.state, added.position],
  );
};

/**
 * Compare-and-set of a generation's checkpoint, in the transaction that writes its rows.
 * - `stored`: ours
 * - `ahead` / `behind`: somebody else moved it past us, or put it back
 * - `gone`: the generation was replaced
 */
export const moveCheckpoint = async (
  db: Queryable,
  unit: Unit,
  from: LogPosition,
  to: LogPosition,
): Promise<'stored' | 'ahead' | 'behind' | 'gone'> => {
  const key = [unit.name, unit.generation];
  const moved = await db.query(
    'update projecties.generatie set position = $4 where name = $1 and generation = $2 and position = $3',
    [...key, from, to],
  );
  if (moved.rowCount === 1) return 'stored';
  const { rows } = await db.query<{ position: string }>(
    'select position from projecties.generatie where name = $1 and generation = $2',
    key,
  );
  if (!rows[0]) return 'gone';
  return rows[0].position > from ? 'ahead' : 'behind';
};

export const parkStream = async (db: Queryable, parked: Omit<ParkedStream, 'geparkeerdOp'>): Promise<void> => {
  await db.query(
    `insert into projecties.geparkeerd (projectie, generation, stream, event_id, position, type, fout)
     values ($1, $2, $3, $4, $5, $6, $7) on conflict do nothing`,
    [parked.projectie, parked.generation, parked.stream, parked.eventId, parked.position, parked.type, parked.fout],
  );
};

export const parkedStreams = async (db: Queryable): Promise<readonly ParkedStream[]> =>
  (
    await db.query<ParkedStream>(
      `select projectie, generation, stream, event_id as "eventId", position, type, fout, geparkeerd_op as "geparkeerdOp"
       from projecties.geparkeerd order by geparkeerd_op`,
    )
  ).rows;

export const parkedStreamsOf = async (db: Queryable, unit: Unit): Promise<Set<string>> => {
  const { rows } = await db.query<{ stream: string }>(
    'select stream from projecties.geparkeerd where projectie = $1 and generation = $2',
    [unit.name, unit.generation],
  );
  return new Set(rows.map(({ stream }) => stream));
};

export const unpark = async (db: Queryable, unit: Unit, stream: string): Promise<void> => {
  await db.query('delete from projecties.geparkeerd where projectie = $1 and generation = $2 and stream = $3', [
    unit.name,
    unit.generation,
    stream,
  ]);
};

/** Removes a generation that nothing reads any more; its tables are dropped by the caller. */
export const removeGeneration = async (db: Queryable, unit: Unit): Promise<void> => {
  await db.query('delete from projecties.generatie where name = $1 and generation = $2', [unit.name, unit.generation]);
  await db.query('delete from projecties.geparkeerd where projectie = $1 and generation = $2', [
    unit.name,
    unit.generation,
  ]);
};
