import { existsSync } from 'node:fs';
import { connect } from 'node:net';
import { afterAll, beforeAll, expect, it, jest } from '@jest/globals';
import { type DebianPostgres, debianPostgresMissing, openDebianPostgres } from './debian-postgres.js';
import { describeWith } from './describe-with.js';

jest.setTimeout(60_000);

const listens = (port: number): Promise<boolean> =>
  new Promise((answer) => {
    const socket = connect(port, '127.0.0.1');
    socket.once('connect', () => socket.destroy() && answer(true));
    socket.once('error', () => answer(false));
  });

describeWith(debianPostgresMissing, "Debian's PostgreSQL for tests", () => {
  let debian: DebianPostgres;
  beforeAll(async () => {
    debian = await openDebianPostgres();
  });
  afterAll(() => debian.close());

  it('given a script that fails halfway, then the rest does not run and its exit code is told', async () => {
    expect(await debian.run('echo een; false; echo twee')).toMatchObject({ code: 1, stdout: 'een\n' });
    expect(await debian.run('echo "$NAAM" >&2', { NAAM: 'drie' })).toMatchObject({ code: 0, stderr: 'drie\n' });
  });

  it('given a cluster that was made and started there, when closed, then it is stopped and nothing is left', async () => {
    const { folder, port } = debian;
    const made = await debian.run(
      `initdb -D '${folder}/cluster' -A trust >&2
       pg_ctl start -w -s -D '${folder}/cluster' -l '${folder}/log' -o '-p ${port} -k ${folder}' >&2
       psql -h '${folder}' -p ${port} -d postgres -Atc 'select 6 * 7'`,
    );
    expect(made).toMatchObject({ code: 0, stdout: '42\n' });
    expect(await listens(port)).toBe(true);
    await debian.close();
    expect([await listens(port), existsSync(folder)]).toEqual([false, false]);
    debian = await openDebianPostgres();
  });
});
