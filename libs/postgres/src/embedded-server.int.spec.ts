import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { startEmbeddedServer } from './embedded-server.js';
import { createPool } from './pool.js';

jest.setTimeout(60_000);

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
    // Years that only a typing error makes.
    await pool.query(
      `insert into t values (1, '0030-05-04', '0030-05-04T12:00:00.5Z'), (1, '0001-01-01', '0001-01-01Z')`,
    );
    await pool.end();
    await first.close();
    expect(existsSync(join(folder, 'postgresql', 'postmaster.pid'))).toBe(false);

    const second = await startEmbeddedServer(folder);
    const again = createPool(second.databaseUrl);
    const { rows } = await again.query('select * from t');
    expect(rows).toEqual([
      { n: 9007199254740993n, d: '2026-03-29', m: '2026-03-29T01:30:00.000Z' },
      { n: 1n, d: '0030-05-04', m: '0030-05-04T12:00:00.500Z' },
      { n: 1n, d: '0001-01-01', m: '0001-01-01T00:00:00.000Z' },
    ]);
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

  it('given one that is still to send its first query, when another closes, then the server stays', async () => {
    const [waiting, other] = await Promise.all([startEmbeddedServer(folder), startEmbeddedServer(folder)]);
    await other.close();
    const pool = createPool(waiting.databaseUrl);
    expect((await pool.query('select 1 as n')).rows).toEqual([{ n: 1 }]);
    await pool.end();
    await waiting.close();
    expect(existsSync(join(folder, 'postgresql', 'postmaster.pid'))).toBe(false);
  });

  it('given a first start that was killed halfway, when started again, then it begins anew', async () => {
    mkdirSync(join(folder, 'postgresql.nieuw'));
    writeFileSync(join(folder, 'postgresql.nieuw', 'PG_VERSION'), '18\n');
    const server = await startEmbeddedServer(folder);
    await server.close();
    expect(existsSync(join(folder, 'postgresql.nieuw'))).toBe(false);
  });

  it('given one that is to keep running, when the server is killed, then it comes back where it was, and closing stops it', async () => {
    const lines: string[] = [];
    const server = await startEmbeddedServer(folder, { keepRunning: true, say: (line) => lines.push(line) });
    const postmaster = (): number =>
      Number(readFileSync(join(folder, 'postgresql', 'postmaster.pid'), 'utf8').split('\n')[0]);
    const killed = postmaster();
    process.kill(killed, 'SIGKILL');
    const pool = createPool(server.databaseUrl);
    for (const deadline = Date.now() + 30_000; lines.length === 0;) {
      expect(Date.now()).toBeLessThan(deadline);
      await new Promise((later) => setTimeout(later, 20));
    }
    expect(lines).toEqual(['PostgreSQL was gestopt en draait weer.']);
    expect((await pool.query('select 1 as n')).rows).toEqual([{ n: 1 }]);
    expect(postmaster()).not.toBe(killed);
    await pool.end();
    await server.close();
    expect(existsSync(join(folder, 'postgresql', 'postmaster.pid'))).toBe(false);
  });

  it('given a server that stopped, when another process starts it, then it is where it was, unless that port was taken', async () => {
    const port = async (): Promise<string> => {
      const server = await startEmbeddedServer(folder);
      await server.close();
      return new URL(server.databaseUrl).port;
    };
    const first = await port();
    expect(await port()).toBe(first);
    const other = createServer().listen(Number(first), '127.0.0.1');
    expect(await port()).not.toBe(first);
    other.close();
  });

  it('given data that are put below a folder that only its owner may enter, then they are never replaced by empty ones', async () => {
    const home = join(folder, 'home');
    const data = join(home, 'data');
    mkdirSync(data, { recursive: true });
    const first = await startEmbeddedServer(data);
    const pool = createPool(first.databaseUrl);
    await pool.query('create table t (n int)');
    await pool.end();
    await first.close();

    execFileSync('chmod', ['700', home]);
    // PostgreSQL is another user only for root.
    if (process.getuid?.() === 0)
      await expect(startEmbeddedServer(data)).rejects.toMatchObject({ code: 'GEGEVENSMAP_ONBEREIKBAAR' });
    else await (await startEmbeddedServer(data)).close();

    execFileSync('chmod', ['755', home]);
    const again = await startEmbeddedServer(data);
    const other = createPool(again.databaseUrl);
    expect((await other.query('select * from t')).rows).toEqual([]);
    await other.end();
    await again.close();
  });

  it('given a new folder that only its owner may enter, then the data lie where PostgreSQL can, and the next start finds them', async () => {
    execFileSync('chmod', ['700', folder]);
    const lines: string[] = [];
    const first = await startEmbeddedServer(folder, { say: (line) => lines.push(line) });
    const pool = createPool(first.databaseUrl);
    await pool.query('create table t (n int)');
    await pool.end();
    await first.close();
    const note = join(folder, 'postgresql.elders');
    // PostgreSQL is another user only for root.
    expect(existsSync(note)).toBe(process.getuid?.() === 0);
    const elsewhere = existsSync(note) ? readFileSync(note, 'utf8') : null;
    expect(lines.join()).toContain(elsewhere ?? '');

    const again = await startEmbeddedServer(folder);
    const other = createPool(again.databaseUrl);
    expect((await other.query('select * from t')).rows).toEqual([]);
    await other.end();
    await again.close();
    if (elsewhere) rmSync(elsewhere, { recursive: true });
  });

  it('given a setting that PostgreSQL refuses, then its own last line says why, and without it the server starts', async () => {
    await expect(startEmbeddedServer(folder, { settings: ['-c max_connections=veel'] })).rejects.toMatchObject({
      kind: 'unavailable',
      code: 'POSTGRESQL_START_NIET',
      message: expect.stringMatching(/^PostgreSQL start niet: .*max_connections/),
    });
    await (await startEmbeddedServer(folder)).close();
  });

  it('given data of another version of PostgreSQL, then it says so and leaves them as they are', async () => {
    await (await startEmbeddedServer(folder)).close();
    const version = join(folder, 'postgresql', 'PG_VERSION');
    writeFileSync(version, '9.6\n');
    await expect(startEmbeddedServer(folder)).rejects.toMatchObject({
      code: 'POSTGRESQL_START_NIET',
      message: expect.stringMatching(/FATAL: .*incompatible/),
    });
    expect(readFileSync(version, 'utf8')).toBe('9.6\n');
  });

  it('given a server that is still starting, when another process starts, then it takes that one', async () => {
    const first = await startEmbeddedServer(folder);
    const pid = Number(readFileSync(join(folder, 'postgresql', 'postmaster.pid'), 'utf8').split('\n')[0]);
    // A stopped server has its lock file and does not answer, like one that recovers.
    process.kill(pid, 'SIGSTOP');
    const second = startEmbeddedServer(folder);
    await new Promise((later) => setTimeout(later, 2_500));
    process.kill(pid, 'SIGCONT');
    expect((await second).databaseUrl).toBe(first.databaseUrl);
    await first.close();
    await (await second).close();
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
});
