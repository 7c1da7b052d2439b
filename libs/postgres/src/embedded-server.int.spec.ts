import { execFileSync, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { startEmbeddedServer } from './embedded-server.js';
import { createPool } from './pool.js';

describe('the embedded PostgreSQL', () => {
  let folder: string;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'regielijn-pg-'));
    execFileSync('chmod', ['755', folder]);
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it('given an empty folder, when started, then it answers and keeps what was written for the next start', async () => {
    const first = await startEmbeddedServer(folder);
    const pool = createPool(first.databaseUrl);
    await pool.query('create table t (n int8, d date, m timestamptz)');
    await pool.query(`insert into t values (9007199254740993, '2026-03-29', '2026-03-29T03:30:00+02:00')`);
    await pool.end();
    await first.close();
    expect(existsSync(join(folder, 'postgresql', 'postmaster.pid'))).toBe(false);

    const second = await startEmbeddedServer(folder);
    const again = createPool(second.databaseUrl);
    const { rows } = await again.query('select * from t');
    expect(rows).toEqual([{ n: 9007199254740993n, d: '2026-03-29', m: '2026-03-29T01:30:00.000Z' }]);
    await again.end();
    await second.close();
  });

  it('given a server in use by another, when one closes, then the other still works, and the last one stops it', async () => {
    const [first, second] = await Promise.all([startEmbeddedServer(folder), startEmbeddedServer(folder)]);
    expect(second.databaseUrl).toBe(first.databaseUrl);
    const pool = createPool(second.databaseUrl);
    await pool.query('select 1');
    await first.close();
    expect((await pool.query('select 1 as n')).rows).toEqual([{ n: 1 }]);
    await pool.end();
    await second.close();
    expect(existsSync(join(folder, 'postgresql', 'postmaster.pid'))).toBe(false);
  });

  it('given a postmaster.pid of a server that was killed, when started, then it recovers', async () => {
    const first = await startEmbeddedServer(folder);
    const pid = Number(readFileSync(join(folder, 'postgresql', 'postmaster.pid'), 'utf8').split('\n')[0]);
    process.kill(pid, 'SIGKILL');
    const second = await startEmbeddedServer(folder);
    const pool = createPool(second.databaseUrl);
    expect((await pool.query('select 1 as n')).rows).toEqual([{ n: 1 }]);
    await pool.end();
    await second.close();
    await first.close();
  });

  it('given a lock file of a process that is gone, when started, then it does not wait for it', async () => {
    const gone = spawn('true');
    await new Promise((ended) => gone.once('exit', ended));
    writeFileSync(join(folder, 'postgresql.lock'), String(gone.pid));
    const server = await startEmbeddedServer(folder);
    await server.close();
  });
});
