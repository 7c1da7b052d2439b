import type { RecordedEvent } from '@regielijn/event-store';

export type ColumnType = 'text' | 'uuid' | 'integer' | 'boolean' | 'date' | 'timestamptz' | 'jsonb';

/**
 * A read model: one row per stream of a category, and a pure fold that makes it. Everything that a projection needs to
 * know follows from that: it is rebuilt by folding again, and a correction folds its one stream again.
 *
 * Personal fields reach `evolve` encrypted; no table holds them readable.
 */
export interface ReadModel<Row extends object = object> {
  /** Also the name of the view `lm.<name>` that queries read. */
  readonly name: string;
  /** Raise it when the columns or the fold change: the next start builds the new version and switches. */
  readonly version: number;
  /** The part of the stream name before the first `-`. */
  readonly category: string;
  readonly columns: Readonly<Record<keyof Row & string, ColumnType>>;
  /** Columns that queries search on, beside the stream. */
  readonly indexes?: readonly (readonly (keyof Row & string)[])[];
  /** The row after this event; `null` while the stream has no row. */
  evolve(row: Row | null, event: RecordedEvent): Row | null;
}

export const categoryOf = (stream: string): string => stream.slice(0, stream.indexOf('-'));

/** A generation's own table; the view of the same name without the suffix points to the live one. */
export const tableOf = ({ name }: { readonly name: string }, generation: number): string => `lm.${name}_g${generation}`;

const columnsOf = (readModel: ReadModel): string[] => ['stream', 'stream_version', ...Object.keys(readModel.columns)];

/** SQL of one generation, made from the read model's columns. */
export const readModelSql = (readModel: ReadModel, generation: number) => {
  const table = tableOf(readModel, generation);
  const columns = columnsOf(readModel).join(', ');
  const own = Object.entries<ColumnType>(readModel.columns).map(([column, type]) => `${column} ${type}`);
  const updates = columnsOf(readModel)
    .slice(1)
    .map((column) => `${column} = excluded.${column}`);
  return {
    create: [
      `create table ${table} (stream text primary key, stream_version bigint not null, ${own.join(', ')})`,
      ...(readModel.indexes ?? []).map((index) => `create index on ${table} (${index.join(', ')})`),
    ].join('; '),
    load: `select ${columns} from ${table} where stream = any($1)`,
    save: `insert into ${table} (${columns}) select ${columns} from json_populate_recordset(null::${table}, $1)
           on conflict (stream) do update set ${updates.join(', ')}`,
    remove: `delete from ${table} where stream = any($1)`,
    makeLive: `drop view if exists lm.${readModel.name}; create view lm.${readModel.name} as select * from ${table}`,
  };
};
