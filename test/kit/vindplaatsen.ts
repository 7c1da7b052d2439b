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
  const lines: string[] = [];
  for await (const text of exportLog(store)) lines.push(text);
  return lines.join('');
};

/**
 * What the test's own PostgreSQL wrote to its log: it quotes statements that failed. A server that was given by
 * `DATABASE_URL` keeps its log to itself; then this is undefined.
 */
export const databaseServerLog = async ({ pool }: Engine): Promise<string | undefined> => {
  if (process.env['DATABASE_URL']) return undefined;
  const { rows } = await pool.query<{ log: string }>("select pg_read_file('server.log') as log");
  return rows[0]!.log;
};
