import { spawnSync } from 'node:child_process';
import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { MemoryEventStore } from '@regielijn/event-store';
import { createPool, type EmbeddedServer, startEmbeddedServer } from '@regielijn/postgres';
import type pg from 'pg';
import { exporteer, groep, groepId, groepStream, plekken } from '../../apps/cli/src/export/export.kit.js';
import { buildCli, createWorkspace, postmasterOf, Proces, type Run, until } from '../kit/cli.js';
import { kleineCijfers } from '../kit/kleine-cijfers.js';
import { maakVoorbeeldLog, sanne, vernietigd, type VoorbeeldLog } from '../kit/voorbeeld-log.js';

jest.setTimeout(60_000);

const workspace = createWorkspace();
const { sub } = workspace;
let cli: ReturnType<typeof buildCli>;
let voorbeeld: VoorbeeldLog;
/** Ten thousand events: long enough to be in the middle of. */
let groot: string;

const begin = (args: readonly string[], input: string | Buffer | null = ''): Proces =>
  new Proces(cli.main, args, workspace.folder, input);
const regielijn = (args: readonly string[], input: string | Buffer = ''): Promise<Run> => begin(args, input).result();

/** All of stdout is one JSON document. */
const document = ({ stdout }: Run): any => JSON.parse(stdout);

const VOORUITGANG = /^(Importeren|Logboek lezen|Leesmodellen opbouwen|Voorbeeldjaar laden): \d+.*\n/gm;
/** Exactly one line on stderr, beside how far a long run was, and nothing on stdout. */
const eneRegel = ({ stdout, stderr }: Run): string => {
  expect(stdout).toBe('');
  const gezegd = stderr.replace(VOORUITGANG, '');
  expect(gezegd).toMatch(/^[A-Z_]+: [^\n]+\n$/);
  return gezegd.trim();
};

const grootLog = async (): Promise<string> => {
  const store = new MemoryEventStore();
  for (let eerste = 0; eerste < 2_000; eerste += 20)
    for (let keer = 0; keer < 5; keer += 1)
      for (let nummer = eerste; nummer < eerste + 20; nummer += 1)
        await store.append(groepStream(nummer), keer === 0 ? 'no-stream' : BigInt(keer - 1), [
          keer === 0 ? groep(nummer) : plekken(nummer, keer),
        ]);
  return exporteer(store);
};

/** Another look at the database than the command line's own, with the server kept up meanwhile. */
const openDatabase = async (data: string): Promise<{ server: EmbeddedServer; pool: pg.Pool }> => {
  const server = await startEmbeddedServer(data);
  return { server, pool: createPool(server.databaseUrl, 2) };
};

const inDatabase = async <T>(data: string, work: (pool: pg.Pool) => Promise<T>): Promise<T> => {
  const { server, pool } = await openDatabase(data);
  try {
    return await work(pool);
  } finally {
    await pool.end();
    await server.close();
  }
};

const aantalEvents = async (pool: pg.Pool): Promise<number> => {
  const { rows } = await pool.query<{ aantal: number }>('select count(*)::int as aantal from log.event');
  return rows[0]!.aantal;
};

const vrijePoort = (): Promise<number> =>
  new Promise((answer) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as { port: number };
      probe.close(() => answer(port));
    });
  });

beforeAll(async () => {
  cli = buildCli();
  [voorbeeld, groot] = await Promise.all([maakVoorbeeldLog(20), grootLog()]);
  writeFileSync(sub('sleutels.json'), JSON.stringify({ sleutels: voorbeeld.sleutels }));
}, 180_000);
afterAll(() => {
  workspace.remove();
  cli.remove();
});

describe('the command line itself', () => {
  it('given sources that changed, then it is built and answers; what the build says goes to stderr', () => {
    expect(cli.help).toMatchObject({ code: 0, stdout: expect.stringMatching(/^Gebruik: regielijn/) });
  });

  it.each([
    [['bestaat-niet'], 'deze opdracht bestaat niet (bestaat-niet)'],
    [['verify', '--snel'], 'deze optie bestaat niet (--snel)'],
    [['monitor', 'plaatsingen'], 'deze optie is nodig (--jaar <jaar>)'],
    [['verify', '--data'], 'bij deze optie hoort een waarde (--data <map>)'],
    [['dossier'], 'dit ontbreekt (id)'],
    [['verify', 'nu'], 'er staat te veel op de regel'],
    [['demo', '--seed', 'zeven'], 'deze waarde kan niet (--seed <getal>)'],
  ])('given %j, then it is refused with exit code 2, before anything is opened', async (args, reden) => {
    const run = await regielijn(args);
    expect(run.code).toBe(2);
    expect(eneRegel(run)).toBe(`OPDRACHTREGEL: ${reden}. Zie --help.`);
    expect(existsSync(sub('data'))).toBe(false);
  });

  it.each([
    [['token', '--als', 'constructor'], 'ONBEKENDE_ROL'],
    [['start', '--port', '70000'], 'INSTELLINGEN'],
    [['import', '--met-sleutels', 'is-er-niet.json'], 'BESTAND'],
  ])('given %j, then it is refused with exit code 1 and one line', async (args, code) => {
    const run = await regielijn([...args, '--data', sub('leeg')]);
    expect(run.code).toBe(1);
    expect(eneRegel(run)).toContain(`${code}: `);
  });
});

describe('a log that moves to another folder', () => {
  const [met, zonder, verder] = [sub('met'), sub('zonder'), sub('verder')];

  it('given an export, when imported into empty folders with and without keys, then all of it is there', async () => {
    const [a, b] = await Promise.all([
      regielijn(['import', '--data', met, '--met-sleutels', sub('sleutels.json'), '--json'], voorbeeld.ndjson),
      regielijn(['import', '--data', zonder], voorbeeld.ndjson),
    ]);
    const events = voorbeeld.regels.length - 1;
    expect(a.code).toBe(0);
    expect(document(a)).toEqual({ events, geschreven: events, sleutels: voorbeeld.sleutels.length });
    expect(b).toMatchObject({ code: 0, stdout: `${events} van ${events} gebeurtenissen geïmporteerd.\n` });
  });

  it('then its export has the same bytes, and so have its keys after another journey', async () => {
    const [a, b] = await Promise.all([
      regielijn(['export', '--data', met, '--met-sleutels', sub('sleutels-1.json')]),
      regielijn(['export', '--data', zonder, '--json']),
    ]);
    expect([a.code, b.code]).toEqual([0, 0]);
    expect(a.stdout === voorbeeld.ndjson).toBe(true);
    expect(b.stdout === voorbeeld.ndjson).toBe(true);
    expect((await regielijn(['import', '--data', verder, '--met-sleutels', sub('sleutels-1.json')], a.stdout)).code).toBe(0);
    const c = await regielijn(['export', '--data', verder, '--met-sleutels', sub('sleutels-2.json')]);
    expect(c.stdout === voorbeeld.ndjson).toBe(true);
    expect(readFileSync(sub('sleutels-2.json'), 'utf8')).toBe(readFileSync(sub('sleutels-1.json'), 'utf8'));
    expect(c.stdout).not.toContain(sanne.naam);
  });

  it('then names can be read where the keys came along, and nowhere else; a destroyed dossier stays destroyed', async () => {
    const naam = async (data: string, id: string): Promise<string> =>
      document(await regielijn(['dossier', id, '--data', data, '--json'])).persoon.naam;
    const [a, b, c] = await Promise.all([naam(met, sanne.id), naam(zonder, sanne.id), naam(verder, vernietigd.id)]);
    expect([a, b, c]).toEqual([sanne.naam, '(vernietigd)', '(vernietigd)']);
  });

  it('then both are in order', async () => {
    const runs = await Promise.all([met, zonder].map((data) => regielijn(['verify', '--data', data, '--json'])));
    for (const run of runs) expect(document(run)).toMatchObject({ goed: true, events: voorbeeld.regels.length - 1 });
  });

  it('given a file of keys that is there already, then it is not overwritten', async () => {
    const before = readFileSync(sub('sleutels-1.json'), 'utf8');
    const run = await regielijn(['export', '--data', met, '--met-sleutels', sub('sleutels-1.json')]);
    expect(run.code).toBe(1);
    expect(eneRegel(run)).toBe(`BESTAND: ${sub('sleutels-1.json')} bestaat al.`);
    expect(readFileSync(sub('sleutels-1.json'), 'utf8')).toBe(before);
  });

  it('given a log that is not empty, then another import is refused, and neither log nor keys change', async () => {
    const run = await regielijn(['import', '--data', zonder, '--met-sleutels', sub('sleutels.json')], groot);
    expect(run.code).toBe(1);
    expect(eneRegel(run)).toMatch(/^LOG_NIET_LEEG: /);
    await inDatabase(zonder, async (pool) => {
      expect(await aantalEvents(pool)).toBe(voorbeeld.regels.length - 1);
      expect((await pool.query('select id from sleutels.sleutel')).rowCount).toBe(1);
    });
  });

  it('given a line that is wrong, then the line is named and nothing is imported', async () => {
    const kapot = `${voorbeeld.regels.toSpliced(99, 1).join('\n')}\n`;
    const run = await regielijn(['import', '--data', sub('kapot')], kapot);
    expect(run.code).toBe(1);
    expect(eneRegel(run)).toMatch(/^IMPORT_REGEL: Regel 100 van de import klopt niet: nummer 101 waar 100 moet staan/);
    await inDatabase(sub('kapot'), async (pool) => expect(await aantalEvents(pool)).toBe(0));
  });

  it('given a reader that stops, as head does, then the export ends without a trace of code', async () => {
    const proces = begin(['export', '--data', met]);
    proces.child.stdout!.once('data', () => proces.child.stdout!.destroy());
    const { code, stderr } = await proces.result();
    expect({ code, stderr }).toEqual({ code: 1, stderr: 'UITVOER_AFGEBROKEN: Wie de uitvoer las, is gestopt.\n' });
  });

  it('given a Ctrl-C while it waits for its input, then it closes what it opened', async () => {
    const proces = begin(['import', '--data', met], null);
    await until('the import has opened the data', () => postmasterOf(met) !== null);
    await until('it waits', () => aantalVerbindingen(met, 2));
    proces.signal('SIGINT');
    const run = await proces.result(10_000);
    expect(run.code).toBe(1);
    expect(eneRegel(run)).toBe('AFGEBROKEN: Afgebroken.');
    expect(postmasterOf(met)).toBeNull();
  });
});
