import pg from 'pg';

/** How our connections are recognised. */
export const APPLICATION_NAME = 'regielijn';

const { builtins } = pg.types;

/** How PostgreSQL writes a timestamp on our connections. */
const UTC_TEXT = /^(\d{4}-\d\d-\d\d) (\d\d:\d\d:\d\d)(?:\.(\d+))?\+00$/;

/** Its parts are taken as they are: a rebuild reads millions, and Date takes five times as long. */
const toInstant = (text: string): string => {
  const [, date, time, fraction = ''] = UTC_TEXT.exec(text) ?? [];
  if (date !== undefined) return `${date}T${time}.${fraction.slice(0, 3).padEnd(3, '0')}Z`;
  // Another offset: a pooler in between may not pass our time zone on. As ISO 8601, or Date would guess.
  return new Date(text.replace(' ', 'T').replace(/([+-]\d\d)$/, '$1:00')).toISOString();
};

/** How a column reaches TypeScript: parsed here and nowhere else. int8 is a bigint, timestamps are UTC text, a date is its own text. */
const parsers: Readonly<Record<number, (text: string) => unknown>> = {
  [builtins.INT8]: BigInt,
  [builtins.TIMESTAMPTZ]: toInstant,
  [builtins.DATE]: (text) => text,
};

const types: pg.CustomTypesConfig = {
  getTypeParser: ((oid: number, format: 'text' | 'binary' = 'text') =>
    (format === 'text' ? parsers[oid] : undefined) ??
    (pg.types.getTypeParser as (oid: number, format: string) => (text: string) => unknown)(
      oid,
      format,
    )) as typeof pg.types.getTypeParser,
};

export const connectionSettings = (databaseUrl: string): pg.ClientConfig => ({
  connectionString: databaseUrl,
  application_name: APPLICATION_NAME,
  connectionTimeoutMillis: 2_000,
  types,
  // Date texts of the server are ISO only with this style; the time zone makes them UTC.
  options: '-c TimeZone=UTC -c DateStyle=ISO',
});

/** A pool on one database. A connection that the server drops while idle is no reason to end the process. */
export const createPool = (databaseUrl: string, max = 10): pg.Pool => {
  const pool = new pg.Pool({ ...connectionSettings(databaseUrl), max });
  pool.on('error', () => undefined);
  // A connection may tell its end twice, and the second time nobody listens: that would end the process.
  pool.on('connect', (client) => void client.on('error', () => undefined));
  return pool;
};

/** One transaction: `work`'s queries all count, or none does. */
export const inTransaction = async <T>(pool: pg.Pool, work: (client: pg.PoolClient) => Promise<T>): Promise<T> => {
  const client = await pool.connect();
  let broken: Error | undefined;
  // A connection that dies between two queries says so by this event only; unheard, it would end the process.
  const lost = (error: Error): void => void (broken = error);
  client.on('error', lost);
  try {
    await client.query('begin');
    const result = await work(client);
    await client.query('commit');
    return result;
  } catch (error) {
    await client.query('rollback').catch((rollbackError: Error) => (broken = rollbackError));
    throw error;
  } finally {
    client.off('error', lost);
    client.release(broken);
  }
};

const AWAY_SQLSTATES = /^(08...|53...|57P0[123]|55P03|58030|40001|40P01)$/;
const AWAY_SYSTEM_CODES = /^(ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT|ENOTFOUND|EHOSTUNREACH)$/;

/** The server is away, busy or short of room, as opposed to: it answered that something is wrong. The same call may succeed later. */
export const isDatabaseAway = (error: unknown): boolean => {
  const { code = '', message = '' } = error as { code?: string; message?: string };
  return (
    AWAY_SQLSTATES.test(code) ||
    AWAY_SYSTEM_CODES.test(code) ||
    /terminated|not queryable|timeout exceeded|Connection ended|after calling end/i.test(message)
  );
};

/** Whether a full disk is what this error comes from: of PostgreSQL, of one of its programs, or of a file of our own. */
export const isDiskFull = (error: unknown): boolean => {
  if (!(error instanceof Error)) return false;
  const { code } = error as { code?: string };
  return (
    code === '53100' || code === 'ENOSPC' || /No space left on device/.test(error.message) || isDiskFull(error.cause)
  );
};

/** Injection token of the pool for read models. */
export const DATABASE = Symbol('Database');
