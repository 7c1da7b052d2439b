import type { Engine } from '@regielijn/engine';
import { exportLog } from '../../apps/cli/src/export/export-log.js';

/** Every row of every table and view of the database as text, by table. */
export const dumpTables = async ({ pool }: Engine): Promise<ReadonlyMap<string, string>> => {
  const { rows: tables } = await pool.query<{ name: string }>(
    `select format('%I.%I', nspname, relname) as name from pg_class join pg_namespace n on n.oid = relnamespace
     where relkind in ('r', 'p', 'm', 'v') and nspname !~ '^pg_' and nspname <> 'information_schema' order by 1`,
  );
  const dump = new Map<string, string>();
  for (const { name } of tables) {
    const { rows } = await pool.query<{ row: string }>(`select t::text as row from ${name} t`);
    dump.set(name, rows.map(({ row }) => row).join('\n'));
  }
  return dump;
};

/** The log as `export` writes it. */
export const exportText = async ({ store }: Engine): Promise<string> => {
  const pieces: string[] = [];
  for await (const text of exportLog(store)) pieces.push(text);
  return pieces.join('');
};

/** Whether the test's PostgreSQL is its own: one that was given by `DATABASE_URL` keeps its log to itself. */
export const serverIsOurs = process.env['DATABASE_URL'] === undefined;

export const serverLogSize = async ({ pool }: Engine): Promise<bigint> => {
  const { rows } = await pool.query<{ size: bigint }>("select size from pg_stat_file('server.log')");
  return rows[0]!.size;
};

/** What our own PostgreSQL wrote to its log since it had this size: it quotes statements that failed. */
export const serverLogSince = async ({ pool }: Engine, size: bigint): Promise<string> => {
  const { rows } = await pool.query<{ text: string }>("select pg_read_file('server.log', $1, 100000000) as text", [
    size,
  ]);
  return rows[0]!.text;
};
