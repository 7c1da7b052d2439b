import { chmodSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { LegDocumentVast } from '@regielijn/documenten';
import { startWork } from '@regielijn/engine';
import { jeugdigeStream, RegistreerJeugdige, SluitDossier, VernietigDossier } from '@regielijn/jeugdige';
import { freePort } from '../../libs/postgres/src/ports.js';
import { type EventStoreDbDouble, startDouble } from '../contract/eventstoredb-double/start-double.js';
import { type DebianPostgres, debianPostgresMissing, openDebianPostgres, runBash } from '../kit/debian-postgres.js';
import { describeWith } from '../kit/describe-with.js';
import { inEngine } from '../kit/in-engine.js';
import { settle } from '../kit/settle.js';
import { namesIn, pageText, readPage } from './page.js';

jest.setTimeout(180_000);

const root = join(import.meta.dirname, '..', '..');
const text = pageText();
const page = readPage(text);
/** Every block, in the order of the page. */
const blocks = page.flatMap(({ title, blocks }) => blocks.map((block) => ({ title, ...block })));

describe('docs/beheer.md', () => {
  it('given a block, then nothing outside its settings says where this machine has what', () => {
    for (const { commands } of blocks) expect(commands).not.toMatch(/\/(opt|var|etc|usr)\//);
  });
});

describeWith(debianPostgresMissing, 'docs/beheer.md, run from the first block to the last', () => {
  let debian: DebianPostgres;
  let double: EventStoreDbDouble;
  /** What is no database: keys, the embedded data folder, work in progress. */
  let home: string;
  /** What this test fills in where the page has an example. */
  let values: Record<string, string>;
  let done = 0;

  beforeAll(async () => {
    [debian, double] = await Promise.all([openDebianPostgres(), startDouble()]);
    home = mkdtempSync(join(tmpdir(), 'regielijn-beheer-'));
    // The embedded PostgreSQL is another user when we are root, and must be able to come in.
    chmodSync(home, 0o755);
    const database = (name: string): string => `postgres://regielijn:geheim@127.0.0.1:${debian.port}/${name}`;
    values = {
      ...{ PATH: debian.path, PROGRAM: root, PGDATA: `${debian.folder}/cluster`, PGHOST: debian.folder },
      ...{
        PGPORT: String(debian.port),
        BACKUP: `${debian.folder}/backup`,
        KEYS: `${home}/keys`,
        DB_PASSWORD: 'geheim',
      },
      ...{ DATABASE_URL: database('regielijn'), OLD_DATABASE_URL: database('regielijn') },
      ...{ NEW_DATABASE_URL: database('regielijn_esdb'), NEW_EVENTSTORE_URL: double.connectionString },
      ...{ OIDC_ISSUER: 'http://127.0.0.1:1/realm', OIDC_JWKS_URL: 'http://127.0.0.1:1/certs' },
      ...{
        LIST: `${home}/keys/voor-het-herstel.json`,
        WORK: `${home}/move`,
        DATA: `${home}/data`,
        COPY: `${home}/copies/data`,
      },
    };
  });
  afterAll(async () => {
    await Promise.all([debian.close(), double.stop()]);
    rmSync(home, { recursive: true, force: true });
  });

  /** Runs the next blocks, which must stand below this heading: all of them, or so many. Answers what they print. */
  const follow = async (title: string, count = page.find((one) => one.title === title)!.blocks.length) => {
    let printed = '';
    for (const { als, settings, commands, ...block } of blocks.slice(done, done + count)) {
      expect(block.title).toBe(title);
      const own = namesIn(settings).map((name) => {
        if (values[name] === undefined) throw new Error(`the test has no value for ${name}`);
        return `export ${name}='${values[name]}'`;
      });
      const script = [settings, ...own, commands].join('\n');
      const { code, stdout, stderr } =
        als === 'postgres' ? await debian.run(script) : await runBash(script, { env: { PATH: debian.path } });
      if (code !== 0) throw new Error(`exit code ${code} of:\n${commands}\n${stdout}\n${stderr}`);
      printed += stdout;
      done += 1;
    }
    return printed;
  };

  const hoofdsleutel = (name = 'hoofdsleutel'): string => readFileSync(`${home}/keys/${name}`, 'utf8').trim();
  const server = () => ({
    ...{ REGIELIJN_DATA: `${home}/server`, DATABASE_URL: values['DATABASE_URL']! },
    REGIELIJN_MASTER_KEY: hoofdsleutel(),
  });
  const eventStoreDb = () => ({
    ...server(),
    DATABASE_URL: values['NEW_DATABASE_URL']!,
    EVENTSTORE_URL: double.connectionString,
  });
  const newestBase = (): string =>
    `${values['BACKUP']}/${readdirSync(values['BACKUP']!)
      .filter((name) => name.startsWith('basis-'))
      .sort()
      .at(-1)!}`;

  type Waar = Parameters<typeof inEngine>[0];
  const registreer = (waar: Waar, naam: string, bsn: string): Promise<string> =>
    inEngine(waar, async (geef) => {
      const persoon = { naam, bsn, geboortedatum: '2010-05-04', geslacht: 'x', gemeente: { code: '0599' } };
      return (await geef(RegistreerJeugdige, persoon, 'lokaal-team')).stream.slice(jeugdigeStream('').length);
    });
  const vernietig = (jeugdigeId: string): Promise<unknown> =>
    inEngine(server(), async (geef) => {
      await geef(SluitDossier, { jeugdigeId }, 'lokaal-team');
      await geef(VernietigDossier, { jeugdigeId, grond: 'verzoek_betrokkene' }, 'beheer');
    });
  const bewaarDocument = (jeugdigeId: string): Promise<unknown> =>
    inEngine(server(), (geef) =>
      geef(
        LegDocumentVast,
        {
          ...{ jeugdigeId, hoortBij: { soort: 'jeugdige', id: jeugdigeId }, soort: 'verslag', titel: 'Verslag' },
          ...{ mediatype: 'application/pdf', inhoud: Buffer.from('%PDF-1.7').toString('base64') },
        },
        'lokaal-team',
      ),
    );
  /** The name in a dossier; `null` when there is no dossier. */
  const naamVan = (jeugdigeId: string, waar: Waar = server()): Promise<unknown> =>
    inEngine(waar, async (_, { log }) => (await log.read(jeugdigeStream(jeugdigeId)))[0]?.data['naam'] ?? null);
  /** What the worker does until it has nothing to do; answers how many events there are then. */
  const laatWorkerWerken = (waar: Waar): Promise<number> =>
    inEngine(waar, async (_, engine, app) => {
      const work = startWork(engine, app, () => undefined);
      await settle(engine, work.followers, 60_000);
      await work.stop();
      return (await engine.store.readAll('', 10_000)).length;
    });
  const sql = async (text: string): Promise<string> => {
    const { stdout } = await debian.run(`psql -h '${debian.folder}' -p ${debian.port} -d regielijn -Atc "${text}"`);
    return stdout.trim();
  };
  const gevonden = async (what: string, where: string): Promise<boolean> =>
    (await debian.run(`grep -rqaF '${what}' '${where}'`)).code === 0;

  /** Which dossiers a list of destroyed ones names. */
  const lijst = (file: string): readonly string[] => {
    const { vernietigingen } = JSON.parse(readFileSync(file, 'utf8')) as { vernietigingen: { jeugdigeId: string }[] };
    return vernietigingen.map(({ jeugdigeId }) => jeugdigeId);
  };

  let oud: string;
  let sam: string;
  let vera: string;
  let voor: string;
  let na: string;

  it('given nothing, then there is a cluster that archives, and a master key that only its owner can read', async () => {
    await follow('A cluster that archives what it writes');
    await follow('The master key');
    expect(Buffer.from(hoofdsleutel(), 'base64')).toHaveLength(32);
    expect((await runBash(`stat -c %a '${home}/keys/hoofdsleutel'`, { env: { PATH: debian.path } })).stdout).toBe(
      '600\n',
    );
  });

  it('given dossiers, when a base backup is made, then it shows nobody by name, and the daily checks pass', async () => {
    oud = await registreer(server(), 'Oud Vernietigd', '999900006');
    await vernietig(oud);
    sam = await registreer(server(), 'Sam Voorbeeld', '999990019');
    vera = await registreer(server(), 'Vera Vergeten', '999990020');
    for (const id of [sam, vera]) await bewaarDocument(id);
    await follow('A base backup, every night');
    values['BASIS'] = newestBase();
    expect(await gevonden(sam, values['BASIS'])).toBe(true);
    for (const naam of ['Sam Voorbeeld', 'Vera Vergeten', '999990019', hoofdsleutel()])
      expect({ naam, gevonden: await gevonden(naam, values['BACKUP']!) }).toEqual({ naam, gevonden: false });
    const printed = await follow('Every day');
    expect(printed).toMatch(/^Alles klopt: \d+ gebeurtenissen/);
    expect(printed).toMatch(/failed_count +\| 0/);
    const controles = [...printed.matchAll(/^(?:goed|FOUT) +(.*?) +\d+$/gm)].map(([, naam]) => naam!);
    expect(controles.length).toBeGreaterThan(5);
    // What to do when it is not in order.
    for (const naam of controles) expect(text).toContain(`| ${naam} `);
    const [dagelijks] = readdirSync(`${home}/keys`).filter((name) => name.startsWith('vernietigingen-'));
    expect(lijst(`${home}/keys/${dagelijks}`)).toEqual([oud]);
  });

  it('given commands before and after a moment, when restored to it, then what was acknowledged before is there and what came after is not', async () => {
    voor = await registreer(server(), 'Voor Dit Moment', '999990032');
    values['MOMENT'] = await sql('select clock_timestamp()');
    na = await registreer(server(), 'Na Dit Moment', '999990044');
    await vernietig(vera);
    await follow('Restore to a moment');
    expect(await naamVan(voor)).toBe('Voor Dit Moment');
    expect(await naamVan(na)).toBeNull();
    expect(await naamVan(sam)).toBe('Sam Voorbeeld');
    expect(lijst(values['LIST']!)).toEqual([oud, vera]);
  });

  it('given the restored database and another master key, then nothing opens; the right one lay in no backup', async () => {
    const ander = { ...server(), REGIELIJN_MASTER_KEY: Buffer.alloc(32, 7).toString('base64') };
    await expect(naamVan(sam, ander)).rejects.toMatchObject({ code: 'HOOFDSLEUTEL' });
    expect(await gevonden(hoofdsleutel(), debian.folder)).toBe(false);
  });

  it('given a dossier that was destroyed after the moment, then it can be read again, until the list is followed, and then it is gone with its files', async () => {
    expect(await naamVan(vera)).toBe('Vera Vergeten');
    await follow('After a restore', 2);
    expect(await naamVan(vera)).toBe('(vernietigd)');
    expect(await naamVan(oud)).toBe('(vernietigd)');
    const bestanden = (id: string) => sql(`select count(*) from documenten.inhoud where jeugdige_id = '${id}'`);
    expect(await bestanden(vera)).toBe('1');
    await laatWorkerWerken(server());
    expect([await bestanden(vera), await bestanden(sam)]).toEqual(['0', '1']);
    expect(await follow('After a restore', 1)).toMatch(/^Alles klopt/);
    expect(await registreer(server(), 'Na De Terugzetting', '999990044')).not.toBe(na);
  });

  it('given another master key, then all opens with that one; the old base backup opens with the old one only, and holds what was destroyed since', async () => {
    await follow('Another master key', 2);
    expect(await naamVan(sam)).toBe('Sam Voorbeeld');
    const port = await freePort(0);
    await debian.run(
      `cp -a '${values['BASIS']}' '${debian.folder}/old'
       pg_ctl start -w -D '${debian.folder}/old' -l '${debian.folder}/old.log' -o '-p ${port} -c archive_mode=off'`,
    );
    const old = { ...server(), DATABASE_URL: values['DATABASE_URL']!.replace(String(debian.port), String(port)) };
    await expect(naamVan(vera, old)).rejects.toMatchObject({ code: 'HOOFDSLEUTEL' });
    expect(await naamVan(vera, { ...old, REGIELIJN_MASTER_KEY: hoofdsleutel('hoofdsleutel.old') })).toBe(
      'Vera Vergeten',
    );
    await debian.run(`pg_ctl stop -w -m immediate -D '${debian.folder}/old'`);
    expect(newestBase()).not.toBe(values['BASIS']);
    await follow('Another master key', 1);
    expect(existsSync(`${home}/keys/hoofdsleutel.old`)).toBe(false);
  });

  it('given a disk that may be full, then the page says which one and why', async () => {
    expect(await follow('A full disk')).toMatch(/pg_wal\n[^]*failed_count +\| 0/);
  });

  it('given a log that moves to EventStoreDB, then its export has the same bytes, all holds, and the worker adds nothing', async () => {
    const events = await laatWorkerWerken(server());
    expect(await follow('From PostgreSQL to EventStoreDB')).toMatch(/Alles klopt/);
    expect(await naamVan(sam, eventStoreDb())).toBe('Sam Voorbeeld');
    expect(await naamVan(vera, eventStoreDb())).toBe('(vernietigd)');
    expect(await laatWorkerWerken(eventStoreDb())).toBe(events);
    expect(existsSync(`${home}/keys/sleutels.json`)).toBe(false);
    // Whoever is known there is known here too: the claims came along.
    await expect(registreer(eventStoreDb(), 'Sam Nog Eens', '999990019')).rejects.toMatchObject({
      code: 'BSN_AL_BEKEND',
    });
  });

  it('given an embedded data folder that is at rest, then its copy holds all of it, and goes on by itself', async () => {
    const hier = { REGIELIJN_DATA: values['DATA']! };
    const mila = await registreer(hier, 'Mila Voorbeeld', '999990019');
    expect(await follow('Embedded mode')).toMatch(/^Alles klopt: 1 gebeurtenissen/);
    const daar = { REGIELIJN_DATA: values['COPY']! };
    expect(await naamVan(mila, daar)).toBe('Mila Voorbeeld');
    await registreer(daar, 'Noor Voorbeeld', '999990020');
    expect(await inEngine(hier, async (_, { store }) => (await store.readAll('', 10)).length)).toBe(1);
  });

  it('then every block of the page was run', () => {
    expect(blocks.slice(done).map(({ title }) => title)).toEqual([]);
    expect(done).toBeGreaterThan(15);
  });
});
