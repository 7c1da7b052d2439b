import { randomBytes } from 'node:crypto';
import { chmodSync, mkdirSync } from 'node:fs';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { startEmbeddedServer } from '@regielijn/postgres';

export interface TestDatabase {
  readonly url: string;
  /** Drops the database. The server stops when no other test uses it; a test that only just began holds it up. */
  close(): Promise<void>;
}

/** Engines of several test files at once, each with a connection per follower, are more than the hundred it has by itself. */
const SETTINGS = ['-c fsync=off', '-c synchronous_commit=off', '-c max_connections=400'];

/**
 * A fresh database on a real PostgreSQL: `DATABASE_URL` when given, else the embedded server on a temporary folder that
 * all test files share. That one runs without fsync: no test here is about power loss.
 */
export const createTestDatabase = async (): Promise<TestDatabase> => {
  const folder = join(tmpdir(), `regielijn-test-${userInfo().uid}`);
  mkdirSync(folder, { recursive: true });
  chmodSync(folder, 0o755);
  const given = process.env['DATABASE_URL'];
  const server = given
    ? { databaseUrl: given, close: () => Promise.resolve() }
    : await startEmbeddedServer(folder, { settings: SETTINGS });
  const name = `test_${randomBytes(6).toString('hex')}`;
  const admin = async (sql: string): Promise<void> => {
    const client = new pg.Client({ connectionString: server.databaseUrl });
    await client.connect();
    await client.query(sql).finally(() => client.end());
  };
  await admin(`create database ${name}`);
  const url = new URL(server.databaseUrl);
  url.pathname = `/${name}`;
  return {
    url: url.toString(),
    close: async () => {
      await admin(`drop database if exists ${name} with (force)`);
      await server.close();
    },
  };
};
