import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import {
  aantalEvents,
  type Cli,
  createCli,
  document,
  eneRegel,
  inDatabase,
  postmasterOf,
  type Proces,
  until,
} from '../kit/cli.js';
import { maakGrootLog } from '../kit/voorbeeld-log.js';

jest.setTimeout(60_000);

const EVENTS = 10_000;

let cli: Cli;
let groot: string;

beforeAll(async () => {
  cli = createCli();
  groot = await maakGrootLog();
}, 180_000);
afterAll(() => cli.remove());

/** Whether a server listens there. Its process may still be listed after it ended. */
const luistert = (poort: number): Promise<boolean> =>
  new Promise((answer) => {
    const socket = connect(poort, '127.0.0.1');
    socket.once('connect', () => socket.destroy() && answer(true));
    socket.once('error', () => answer(false));
  });

const vrijePoort = (): Promise<number> =>
  new Promise((answer) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as { port: number };
      probe.close(() => answer(port));
    });
  });

interface Draaiend {
  readonly proces: Proces;
  readonly adres: string;
}

const start = async (data: string, ...more: string[]): Promise<Draaiend> => {
  const poort = await vrijePoort();
  const adres = `http://127.0.0.1:${poort}`;
  const proces = cli.begin(['start', '--data', data, '--port', String(poort), ...more]);
  await until(`${adres} answers`, async () => {
    if (proces.child.exitCode !== null) throw new Error(proces.stderr);
    return fetch(`${adres}/health/live`).then(
      ({ status }) => status === 200,
      () => false,
    );
  });
  return { proces, adres };
};

/** What has arrived of an import while it is busy. */
const halverwege = (proces: Proces, data: string): Promise<number> =>
  inDatabase(cli.sub(data), async (pool) => {
    let aantal = 0;
    await until('the import is on its way', async () => {
      expect(proces.child.exitCode).toBeNull();
      const { rows } = await pool.query<{ er: boolean }>("select to_regclass('log.event') is not null as er");
      aantal = rows[0]!.er ? await aantalEvents(pool) : 0;
      return aantal > 0;
    });
    proces.killGroup();
    return aantal;
  });

describe('several processes on one folder', () => {
  it('given an import that was killed halfway, when done again beside two monitors, then all of it is there once', async () => {
    const proces = cli.begin(['import', '--data', 'samen'], groot);
    const aanwezig = await halverwege(proces, 'samen');
    expect(aanwezig).toBeLessThan(EVENTS);
    expect((await proces.result()).code).toBeNull();

    const [weer, ...monitors] = await Promise.all([
      cli.run(['import', '--data', 'samen', '--json'], groot),
      cli.run(['monitor', 'plaatsingen', '--jaar', '2019', '--data', 'samen', '--json']),
      cli.run(['monitor', 'bezetting', '--jaar', '2019', '--data', 'samen', '--json']),
    ]);
    expect([weer.code, ...monitors.map(({ code }) => code)]).toEqual([0, 0, 0]);
    const { events, geschreven } = document(weer);
    expect(events).toBe(EVENTS);
    expect(geschreven).toBeLessThanOrEqual(EVENTS - aanwezig);
    const uit = await cli.run(['export', '--data', 'samen']);
    expect(uit.stdout === groot).toBe(true);
    expect(postmasterOf(cli.sub('samen'))).toBeNull();
  });

  it('given no master key beside existing data, or another one, then one line says so', async () => {
    const file = cli.sub('samen/geheim/hoofdsleutel');
    const sleutel = readFileSync(file, 'utf8');
    const gevallen: readonly (readonly [string, () => void, RegExp])[] = [
      ['missing', () => rmSync(file), /^HOOFDSLEUTEL: .*samen\/geheim\/hoofdsleutel ontbreekt\.$/],
      [
        'another',
        () => writeFileSync(file, randomBytes(32).toString('base64')),
        /^HOOFDSLEUTEL: .*past niet op de sleutels/,
      ],
    ];
    for (const [geval, maak, regel] of gevallen) {
      maak();
      const run = await cli.run(['verify', '--data', 'samen']);
      expect({ geval, code: run.code }).toEqual({ geval, code: 1 });
      expect(eneRegel(run)).toMatch(regel);
    }
    writeFileSync(file, sleutel);
  });

  it('given a server that a SIGKILL of the whole group left behind, then the next command takes it over and stops it', async () => {
    const { proces } = await start('samen', '--geen-demo');
    const before = postmasterOf(cli.sub('samen'))!;
    proces.killGroup();
    await proces.result();
    expect(await luistert(before.port)).toBe(true);
    const run = await cli.run(['verify', '--data', 'samen', '--json']);
    expect({ code: run.code, ...document(run) }).toMatchObject({ code: 0, goed: true, events: EVENTS });
    expect(await luistert(before.port)).toBe(false);
  });

  it('given that the server was killed too, then the next command recovers it', async () => {
    const { proces } = await start('samen', '--geen-demo');
    const { pid } = postmasterOf(cli.sub('samen'))!;
    proces.killGroup();
    process.kill(pid, 'SIGKILL');
    await proces.result();
    const run = await cli.run(['verify', '--data', 'samen', '--json']);
    expect({ code: run.code, ...document(run) }).toMatchObject({ code: 0, goed: true, events: EVENTS });
  });
});

describe('start', () => {
  it('given a running start, then strangers get 401, tokens work, commands work beside it, and SIGTERM stops all of it', async () => {
    const { proces, adres } = await start('samen', '--geen-demo', '--json');
    const postgres = postmasterOf(cli.sub('samen'))!;
    expect(JSON.parse(proces.stdout)).toEqual({ adres });
    const pad = `${adres}/v1/monitor/plaatsingen?jaar=2019`;
    expect((await fetch(pad)).status).toBe(401);

    const [token, monitor, tweede] = await Promise.all([
      cli.run(['token', '--als', 'regiosturing', '--data', 'samen']),
      cli.run(['monitor', 'plaatsingen', '--jaar', '2019', '--data', 'samen', '--json']),
      cli.run(['start', '--geen-demo', '--data', 'samen', '--port', new URL(adres).port]),
    ]);
    const answer = await fetch(pad, { headers: { authorization: `Bearer ${token.stdout.trim()}` } });
    expect(answer.status).toBe(200);
    expect(await answer.json()).toEqual(document(monitor));
    expect(tweede.code).toBe(1);
    expect(eneRegel(tweede)).toMatch(/^POORT_BEZET: /);
    expect(await luistert(postgres.port)).toBe(true);

    const begonnen = Date.now();
    proces.signal('SIGTERM');
    expect((await proces.result(10_000)).code).toBe(0);
    expect(Date.now() - begonnen).toBeLessThan(5_000);
    expect(await luistert(postgres.port)).toBe(false);
  });

  it('given an empty folder, then it answers while it loads the demo, and SIGTERM stops that too', async () => {
    const { proces, adres } = await start('nieuw');
    await until('the demo is being loaded', () => /Voorbeeldjaar laden: [1-9]/.test(proces.stderr));
    expect((await fetch(`${adres}/health/ready`)).status).toBe(200);
    const begonnen = Date.now();
    proces.signal('SIGTERM');
    const { code, stderr } = await proces.result(10_000);
    expect({ code, einde: stderr.trim().split('\n').at(-1) }).toEqual({ code: 0, einde: 'Regielijn stopt' });
    expect(Date.now() - begonnen).toBeLessThan(5_000);
    expect(postmasterOf(cli.sub('nieuw'))).toBeNull();
  });
});

describe('a full disk', () => {
  it('given one that gets full, then one line says so, and with room again nothing that was there is lost', async () => {
    const schijf = cli.sub('schijf');
    mkdirSync(schijf);
    const options = ['-t', 'tmpfs', '-o', 'size=90m,mode=755', 'tmpfs', schijf];
    if (spawnSync('mount', options).status !== 0) {
      process.stderr.write('full disk: not tested, mounting a small one is not allowed here\n');
      return;
    }
    try {
      writeFileSync(`${schijf}/vulling`, Buffer.alloc(30 * 1024 * 1024));
      const vol = await cli.run(['import', '--data', 'schijf/data'], groot);
      expect(vol.code).toBe(1);
      expect(eneRegel(vol)).toMatch(/^SCHIJF_VOL: /);
      rmSync(`${schijf}/vulling`);
      const before = await inDatabase(`${schijf}/data`, aantalEvents);
      expect(before).toBeGreaterThan(0);
      const weer = await cli.run(['import', '--data', 'schijf/data', '--json'], groot);
      expect(document(weer)).toMatchObject({ events: EVENTS, geschreven: EVENTS - before });
      expect((await cli.run(['export', '--data', 'schijf/data'])).stdout === groot).toBe(true);
    } finally {
      spawnSync('umount', ['-l', schijf]);
    }
  });
});
