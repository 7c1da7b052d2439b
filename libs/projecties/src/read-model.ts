import type { RecordedEvent, RevealedParts } from '@regielijn/event-store';

export type ColumnType = 'text' | 'uuid' | 'integer' | 'boolean' | 'date' | 'timestamptz' | 'jsonb';

/**
 * A read model: one row per stream of a category, and a pure fold that makes it. Everything that a projection needs to
 * know follows from that: it is rebuilt by folding again, and a correction folds its one stream again.
 *
 * Personal fields reach `evolve` encrypted; no table holds them readable, but for a part that is named here.
 */
export interface ReadModel<Row extends object = object> {
  /** Also the name of the view `lm.<name>` that queries read. */
  readonly name: string;
  /** Raise it when the columns or the fold change: the next start builds the new version and switches. */
  readonly version: number;
  /** The parts of stream names before the first `-`. */
  readonly categories: readonly string[];
  readonly columns: Readonly<Record<keyof Row & string, ColumnType>>;
  /** Columns that queries search on, beside the stream. */
  readonly indexes?: readonly (readonly (keyof Row & string)[])[];
  /** What queries look for inside a row, one by one. */
  readonly lines?: Lines<Row>;
  /** What of a personal field may stand in the clear. The fold must let go of it when the key is destroyed. */
  readonly revealed?: RevealedParts;
  /** The row after this event; `null` while the stream has no row. */
  evolve(row: Row | null, event: RecordedEvent): Row | null;
}

/** Rows below the row of a stream, made from it and kept in the same transaction: any number, in a table of their own. */
export interface Lines<Row extends object> {
  /** The name of the view `lm.<name>` that queries read. */
  readonly name: string;
  readonly columns: Readonly<Record<string, ColumnType>>;
  readonly indexes?: readonly (readonly string[])[];
  of(row: Row): readonly object[];
}

export const categoryOf = (stream: string): string => stream.slice(0, stream.indexOf('-'));

/** A generation's own table; the view of the same name without the suffix points to the live one. */
export const tableOf = ({ name }: { readonly name: string }, generation: number): string => `lm.${name}_g${generation}`;

/** Found by the name of the table that it belongs to, so that what is left of a read model of before can be dropped. */
export const linesTableOf = (unit: { readonly name: string }, generation: number): string =>
  `${tableOf(unit, generation)}_lines`;

const defined = (columns: Readonly<Record<string, ColumnType>>): string =>
  Object.entries(columns)
    .map(([column, type]) => `${column} ${type}`)
    .join(', ');

const indexesOn = (table: string, indexes: readonly (readonly string[])[] = []): string[] =>
  indexes.map((index) => `create index on ${table} (${index.join(', ')})`);

interface NamedQuery {
  readonly name: string;
  readonly text: string;
}

/** SQL of one generation, made from the read model's columns. */
export const readModelSql = (readModel: ReadModel, generation: number) => {
  const table = tableOf(readModel, generation);
  const columns = ['stream', 'stream_version', ...Object.keys(readModel.columns)];
  const updates = columns.slice(1).map((column) => `${column} = excluded.${column}`);
  const view = (name: string, of: string): string =>
    `drop view if exists lm.${name}; create view lm.${name} as select * from ${of}`;
  const { lines } = readModel;
  const below = linesTableOf(readModel, generation);
  // Named, so that a connection plans it once: these run for every page of the log.
  const named = (what: string, text: string): NamedQuery => ({ name: `${what} ${table}`, text });
  return {
    create: [
      `create table ${table} (stream text primary key, stream_version bigint not null, ${defined(readModel.columns)})`,
      ...indexesOn(table, readModel.indexes),
      ...(lines
        ? [
            `create table ${below} (stream text not null references ${table} on delete cascade, ${defined(lines.columns)})`,
            ...indexesOn(below, [['stream'], ...(lines.indexes ?? [])]),
          ]
        : []),
    ].join('; '),
    load: named('load', `select ${columns.join(', ')} from ${table} where stream = any($1)`),
    save: named(
      'save',
      `insert into ${table} (${columns.join(', ')}) select ${columns.join(', ')} from json_populate_recordset(null::${table}, $1)
       on conflict (stream) do update set ${updates.join(', ')}`,
    ),
    remove: named('remove', `delete from ${table} where stream = any($1)`),
    removeLines: named('remove lines', `delete from ${below} where stream = any($1)`),
    saveLines: named('save lines', `insert into ${below} select * from json_populate_recordset(null::${below}, $1)`),
    makeLive: [view(readModel.name, table), ...(lines ? [view(lines.name, below)] : [])].join('; '),
  };
};

/** Drops the tables of a generation, whatever they are. */
export const dropTables = (unit: { readonly name: string }, generation: number): string =>
  `drop table if exists ${linesTableOf(unit, generation)} cascade; drop table if exists ${tableOf(unit, generation)} cascade`;
