import type { LogPosition, RecordedEvent } from '@regielijn/event-store';
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
  // Statements sent together are one transaction.
  await pool.query(`select pg_advisory_xact_lock(${SCHEMA_LOCK}); ${SCHEMA}`);
};

export const generations = async (db: Queryable): Promise<readonly Generation[]> =>
  (await db.query<Generation>('select * from projecties.generatie order by name, generation')).rows;

/** The live generation of a read model; its checkpoint stands still until the transaction ends. */
export const holdLive = async (client: pg.ClientBase, name: string): Promise<Generation | undefined> =>
  (
    await client.query<Generation>("select * from projecties.generatie where name = $1 and state = 'live' for update", [
      name,
    ])
  ).rows[0];

export const markLive = async (client: pg.ClientBase, unit: Unit): Promise<void> => {
  await client.query("update projecties.generatie set state = 'live' where name = $1 and generation = $2", [
    unit.name,
    unit.generation,
  ]);
};

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
  const moved = await db.query({
    name: 'move-checkpoint',
    text: 'update projecties.generatie set position = $4 where name = $1 and generation = $2 and position = $3',
    values: [...key, from, to],
  });
  if (moved.rowCount === 1) return 'stored';
  const { rows } = await db.query<{ position: string }>(
    'select position from projecties.generatie where name = $1 and generation = $2',
    key,
  );
  if (!rows[0]) return 'gone';
  return rows[0].position > from ? 'ahead' : 'behind';
};

/** The same for several generations that have nothing to write, at once; answers the names of those that were stored. */
export const moveCheckpoints = async (
  db: Queryable,
  units: readonly (Unit & { readonly position: LogPosition })[],
  to: LogPosition,
): Promise<ReadonlySet<string>> => {
  const { rows } = await db.query<{ name: string }>({
    name: 'move-checkpoints',
    text: `update projecties.generatie g set position = $4
           from unnest($1::text[], $2::int[], $3::text[]) as van (name, generation, position)
           where g.name = van.name and g.generation = van.generation and g.position = van.position
           returning g.name`,
    values: [
      units.map(({ name }) => name),
      units.map(({ generation }) => generation),
      units.map(({ position }) => position),
      to,
    ],
  });
  return new Set(rows.map(({ name }) => name));
};

/** The checkpoint of a generation, which stands still until the transaction ends; `null` when it was replaced. */
export const holdCheckpoint = async (client: pg.ClientBase, unit: Unit): Promise<LogPosition | null> => {
  const { rows } = await client.query<{ position: string }>(
    'select position from projecties.generatie where name = $1 and generation = $2 for update',
    [unit.name, unit.generation],
  );
  return rows[0]?.position ?? null;
};

/** Parks a stream at the event that keeps failing; one that was parked already is now parked at this event. */
export const parkStream = async (db: Queryable, unit: Unit, event: RecordedEvent, error: unknown): Promise<string> => {
  // Only the kind of error: its text may quote what it choked on.
  const { code, name } = error as { code?: string; name?: string };
  const fout = code ?? name ?? 'onbekend';
  await db.query(
    `insert into projecties.geparkeerd (projectie, generation, stream, event_id, position, type, fout)
     values ($1, $2, $3, $4, $5, $6, $7)
     on conflict (projectie, generation, stream) do update
     set event_id = excluded.event_id, position = excluded.position, type = excluded.type, fout = excluded.fout`,
    [unit.name, unit.generation, event.stream, event.id, event.position, event.type, fout],
  );
  return fout;
};

export const parkedStreams = async (db: Queryable): Promise<readonly ParkedStream[]> =>
  (
    await db.query<ParkedStream>(
      `select projectie, generation, stream, event_id as "eventId", position, type, fout, geparkeerd_op as "geparkeerdOp"
       from projecties.geparkeerd order by geparkeerd_op`,
    )
  ).rows;

/** Answers whether one of these streams is parked at a generation. */
export type IsParked = (unit: Unit, stream: string) => boolean;

export const parkedAmong = async (db: Queryable, streams: readonly string[]): Promise<IsParked> => {
  const { rows } = await db.query<Unit & { stream: string }>({
    name: 'parked-among',
    text: 'select projectie as name, generation, stream from projecties.geparkeerd where stream = any($1)',
    values: [streams],
  });
  return ({ name, generation }, stream) =>
    rows.some((row) => row.stream === stream && row.name === name && row.generation === generation);
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

/** How far each follower has come. */
export const followerPositions = async (
  db: Queryable,
): Promise<readonly { readonly name: string; readonly position: LogPosition }[]> =>
  (
    await db.query<{ name: string; position: LogPosition }>(
      'select name, position from projecties.volger order by name',
    )
  ).rows;

/** Lets followers begin at the beginning of the log. What they already did is recognised by the ids of their commands. */
export const restartFollowers = async (db: Queryable, names: readonly string[]): Promise<void> => {
  await db.query('delete from projecties.volger where name = any($1)', [names]);
};
