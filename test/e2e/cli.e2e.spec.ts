import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { alsBestand, geldigeRegels } from '../../apps/cli/src/export/export.kit.js';
import { aantalEvents, type Cli, createCli, document, eneRegel, inDatabase, postmasterOf, until } from '../kit/cli.js';
import { kleineCijfers } from '../kit/kleine-cijfers.js';
import { maakVoorbeeldLog, sanne, vernietigd, type VoorbeeldLog } from '../kit/voorbeeld-log.js';

jest.setTimeout(60_000);

let cli: Cli;
let voorbeeld: VoorbeeldLog;
let events: number;

beforeAll(async () => {
  cli = createCli();
  voorbeeld = await maakVoorbeeldLog();
  events = voorbeeld.regels.length - 1;
  writeFileSync(cli.sub('sleutels.json'), JSON.stringify({ sleutels: voorbeeld.sleutels }));
}, 180_000);
afterAll(() => cli.remove());

describe('the command line itself', () => {
  it('given sources that changed, then it is built first, and what the build says goes to stderr', () => {
    expect(cli.help).toMatchObject({ code: 0, stdout: expect.stringMatching(/^Gebruik: regielijn/) });
  });

  it('given what it does not know, then it is refused with exit code 2, before anything is opened', async () => {
    const lines = [
      [['bestaat-niet'], 'deze opdracht bestaat niet (bestaat-niet)'],
      [['verify', '--snel'], 'deze optie bestaat niet (--snel)'],
      [['monitor', 'plaatsingen'], 'deze optie is nodig (--jaar <jaar>)'],
      [['verify', '--data'], 'bij deze optie hoort een waarde (--data <map>)'],
      [['dossier'], 'dit ontbreekt (nummer)'],
      [['verify', 'nu'], 'er staat te veel op de regel'],
      [['demo', '--seed', 'zeven'], 'deze waarde kan niet (--seed <getal>)'],
    ] as const;
    await Promise.all(
      lines.map(async ([args, reden]) => {
        const run = await cli.run(args);
        expect({ args, code: run.code }).toEqual({ args, code: 2 });
        expect(eneRegel(run)).toBe(`OPDRACHTREGEL: ${reden}. Zie --help.`);
      }),
    );
    expect(existsSync(cli.sub('data'))).toBe(false);
  });

  it('given a value that cannot be, then it is refused with exit code 1 and one line', async () => {
    const lines = [
      [['token', '--als', 'constructor'], 'ONBEKENDE_ROL'],
      [['start', '--port', '70000'], 'INSTELLINGEN'],
      [['verify', '--data', 'sleutels.json'], 'BESTAND'],
    ] as const;
    await Promise.all(
      lines.map(async ([args, code]) => {
        const run = await cli.run(args);
        expect({ args, code: run.code }).toEqual({ args, code: 1 });
        expect(eneRegel(run)).toContain(`${code}: `);
      }),
    );
  });
});

describe('a log that moves to another folder', () => {
  const importeer = (data: string, ...more: string[]) => cli.run(['import', '--data', data, ...more], voorbeeld.ndjson);

  it('given an export, when imported into empty folders with and without keys, then all of it is there', async () => {
    const [met, zonder] = await Promise.all([
      importeer('met', '--met-sleutels', 'sleutels.json', '--json'),
      importeer('zonder'),
    ]);
    expect(met.code).toBe(0);
    expect(document(met)).toEqual({ events, geschreven: events, sleutels: voorbeeld.sleutels.length });
    expect(zonder).toMatchObject({ code: 0, stdout: `${events} van ${events} gebeurtenissen geïmporteerd.\n` });
  });

  it('then its export has the same bytes, and so have its keys after another journey', async () => {
    const [met, zonder] = await Promise.all([
      cli.run(['export', '--data', 'met', '--met-sleutels', 'sleutels-1.json']),
      cli.run(['export', '--data', 'zonder', '--json']),
    ]);
    expect([met.code, zonder.code]).toEqual([0, 0]);
    expect(met.stdout === voorbeeld.ndjson).toBe(true);
    expect(zonder.stdout === voorbeeld.ndjson).toBe(true);
    expect((await importeer('verder', '--met-sleutels', 'sleutels-1.json')).code).toBe(0);
    const verder = await cli.run(['export', '--data', 'verder', '--met-sleutels', 'sleutels-2.json']);
    expect(verder.stdout === voorbeeld.ndjson).toBe(true);
    const [eerste, tweede] = ['sleutels-1.json', 'sleutels-2.json'].map((file) => readFileSync(cli.sub(file), 'utf8'));
    expect(tweede).toBe(eerste);
  });

  it('then names can be read where the keys came along, and nowhere else; what was destroyed stays destroyed', async () => {
    const naam = async (data: string, id: string): Promise<string> =>
      document(await cli.run(['dossier', id, '--data', data, '--json'])).persoon.naam;
    const namen = await Promise.all([naam('met', sanne.id), naam('zonder', sanne.id), naam('verder', vernietigd.id)]);
    expect(namen).toEqual([sanne.naam, '(vernietigd)', '(vernietigd)']);
    expect(voorbeeld.ndjson).not.toContain(sanne.naam);
  });

  it('then a dossier is found without its name, and read in the words and on the clock of a caseworker', async () => {
    const lijst = await cli.run(['dossiers', '--status', 'open', '--data', 'met', '--json']);
    const { dossiers } = document(lijst);
    expect(dossiers).toMatchObject([{ jeugdigeId: sanne.id, regio: 'rijnmond', casusregie: 'gemeente-0599' }]);
    const { stdout: tekst } = await cli.run(['dossiers', '--data', 'met']);
    expect(tekst).toMatch(new RegExp(`^${sanne.id}  open +rijnmond +gemeente-0599 +- +verblijf crisisgroep$`, 'm'));
    expect(tekst).toMatch(/^Dossiers: \d+\. /m);
    expect(lijst.stdout + tekst).not.toContain('Voorbeeld');
    const { stdout: dossier } = await cli.run(['dossier', sanne.id, '--data', 'met']);
    expect(dossier).toMatch(new RegExp(`^${sanne.naam}, geboren 04-05-2010\n`));
    // Registered at ten o'clock in UTC, in winter.
    expect(dossier).toMatch(/^Casusregie: gemeente-0599, niemand benoemd$/m);
    expect(dossier).toMatch(
      /^Termijn 19-01-2026 \(verstreken\): Terugkeer: het lokale team doet mee aan de voorbereiding$/m,
    );
    expect(dossier).toMatch(/^05-01-2026 17:00 .* Het einde van de hulp is in zicht: /m);
    expect(dossier).toMatch(/^05-01-2026 11:00 {2}05-01-2026 {2}Een jeugdige is geregistreerd; /m);
    expect(dossier).toMatch(/^05-01-2026 16:00 .* Een norm is getoetst, .*\. \(O1: voldaan\)$/m);
    expect(dossier).not.toMatch(/jeugdige\.|T\d\d:\d\d/);
  });

  it('then a question that goes up a ladder is found, with who is next and until when, without what was asked', async () => {
    const lijst = await cli.run(['opschalingen', '--data', 'met', '--json']);
    expect(document(lijst)).toMatchObject([{ jeugdigeId: sanne.id, trede: 'lokaal_team', uiterlijk: '2026-01-07' }]);
    const { stdout: tekst } = await cli.run(['opschalingen', '--ladder', 'casus', '--data', 'met']);
    expect(tekst).toMatch(/^07-01-2026 +casus +lokaal_team +gevraagd +hulp_komt_niet +gemeente-0599 +[0-9a-f-]{36}$/m);
    expect(lijst.stdout + tekst).not.toContain('Sanne');
    expect((await cli.run(['opschalingen', '--trede', 'expertteam', '--data', 'met'])).stdout).toBe(
      'Geen opschalingen.\n',
    );
  });

  it('then who works somewhere sees what waits there for that role, without names', async () => {
    const bij = (rol: string, ...rest: string[]) =>
      cli.run(['werklijst', '--organisatie', 'gemeente-0599', '--rol', rol, '--data', 'met', ...rest]);
    const lijst = await bij('lokaal-team', '--soort', 'opschaling', '--json');
    expect(document(lijst).werk).toMatchObject([{ regel: 'gevraagd', jeugdigeId: sanne.id, uiterlijk: '2026-01-07' }]);
    const { stdout: tekst } = await bij('lokaal-team', '--soort', 'opschaling');
    expect(tekst).toMatch(/^07-01-2026 +te laat +Er ligt een vraag bij u\..* +opschaling-[0-9a-f-]{36}$/m);
    expect(lijst.stdout + tekst).not.toContain('Sanne');
    expect((await bij('reviewer')).stdout).toBe('Er wacht geen werk.\n');
    expect(await bij('regiosturing')).toMatchObject({ code: 1, stderr: expect.stringContaining('GEEN_TOEGANG') });
  });

  it('then who returns soon is found, with what is not arranged, and how many there are', async () => {
    const { stdout: tekst } = await cli.run(['terugkeren', '--gemeente', 'gemeente-0599', '--data', 'met']);
    const gebieden = 'support, wonen, school en werk, inkomen, welzijn';
    expect(tekst).toMatch(new RegExp(`^15-04-2026 +open +gemeente-0599 +${gebieden} +[0-9a-f-]{36}$`, 'm'));
    expect(tekst).not.toContain('Sanne');
    const overzicht = await cli.run(['terugkeren', '--overzicht', '--data', 'met']);
    expect(overzicht.stdout).toMatch(/^gemeente-0599 +1 +1 +1 +support 1, wonen 1/m);
    expect((await cli.run(['terugkeren', '--stand', 'gesloten', '--data', 'met'])).stdout).toBe('Geen terugkeren.\n');
  });

  it('then a log without its keys is in order too', async () => {
    const run = await cli.run(['verify', '--data', 'zonder', '--json']);
    expect({ code: run.code, ...document(run) }).toMatchObject({ code: 0, goed: true, events });
  });

  it('given a file of keys that is there already, then it is not overwritten', async () => {
    const before = readFileSync(cli.sub('sleutels-1.json'), 'utf8');
    const run = await cli.run(['export', '--data', 'met', '--met-sleutels', 'sleutels-1.json']);
    expect(run.code).toBe(1);
    expect(eneRegel(run)).toBe('BESTAND: sleutels-1.json bestaat al.');
    expect(readFileSync(cli.sub('sleutels-1.json'), 'utf8')).toBe(before);
  });

  it('given a log that is not empty, then another import is refused, and neither log nor keys change', async () => {
    const ander = alsBestand(await geldigeRegels()).toString();
    const run = await cli.run(['import', '--data', 'zonder', '--met-sleutels', 'sleutels.json'], ander);
    expect(run.code).toBe(1);
    expect(eneRegel(run)).toMatch(/^LOG_NIET_LEEG: /);
    await inDatabase(cli.sub('zonder'), async (pool) => {
      expect(await aantalEvents(pool)).toBe(events);
      const { rowCount } = await pool.query('select from sleutels.bsn_claim');
      expect(rowCount).toBe(0);
    });
  });

  it('given a reader that stops, as head does, then the export ends without a word of code', async () => {
    const proces = cli.begin(['export', '--data', 'verder']);
    proces.child.stdout!.once('data', () => proces.child.stdout!.destroy());
    const { code, stderr } = await proces.result();
    expect({ code, stderr }).toEqual({ code: 1, stderr: 'UITVOER_AFGEBROKEN: Wie de uitvoer las, is gestopt.\n' });
  });

  it('given a Ctrl-C while it waits for its input, then it closes what it opened', async () => {
    const proces = cli.begin(['import', '--data', 'met'], null);
    const begonnen = (): string[] => readdirSync(cli.sub('.')).filter((name) => name.startsWith('regielijn-import-'));
    await until('the import waits for its input', () =>
      begonnen().some((name) => existsSync(cli.sub(`${name}/import.ndjson`))),
    );
    proces.signal('SIGINT');
    const run = await proces.result(15_000);
    expect(run.code).toBe(1);
    expect(eneRegel(run)).toBe('AFGEBROKEN: Afgebroken.');
    expect(postmasterOf(cli.sub('met'))).toBeNull();
    expect(begonnen()).toEqual([]);
  });
});

describe('input that cannot be carried out', () => {
  it('given an import with a wrong line, then the line is named and the log stays empty', async () => {
    const kapot = `${voorbeeld.regels.toSpliced(99, 1).join('\n')}\n`;
    const run = await cli.run(['import', '--data', 'leeg'], kapot);
    expect(run.code).toBe(1);
    expect(eneRegel(run)).toMatch(/^IMPORT_REGEL: Regel 100 van de import klopt niet: nummer 101 waar 100 moet staan/);
  });

  it('given figures that cannot all hold, or a file that is not there or not readable, then the reason is named', async () => {
    const cijfers = (name: string, wijzig: (cijfers: any) => void): string => {
      const inhoud = kleineCijfers();
      wijzig(inhoud);
      writeFileSync(cli.sub(name), JSON.stringify(inhoud));
      return name;
    };
    const gevallen: readonly (readonly [string, RegExp])[] = [
      [
        cijfers('som.json', (c) => (c.plaatsingen.totaal = 26)),
        /^DEMO_CIJFERS_ONHAALBAAR: .*plaatsingen\.totaal moet 26 zijn, maar de som van de regio's geeft 25\.$/,
      ],
      [
        cijfers('regio.json', (c) => {
          c.plaatsingen.perRegio = { rijnmond: 14, haaglanden: 9, friesland: 2 };
        }),
        /^DEMO_CIJFERS_ONHAALBAAR: .*plaatsingen\.perRegio\.friesland/,
      ],
      ['is-er-niet.json', /^BESTAND: is-er-niet\.json is er niet\.$/],
      ['.', /^BESTAND: Waar een bestand nodig is, staat een map\.$/],
    ];
    for (const [file, regel] of gevallen) {
      const run = await cli.run(['demo', '--data', 'leeg', '--cijfers', file]);
      expect({ file, code: run.code }).toEqual({ file, code: 1 });
      expect(eneRegel(run)).toMatch(regel);
    }
  });

  it('then after all of these the log is empty', async () => {
    await inDatabase(cli.sub('leeg'), async (pool) => expect(await aantalEvents(pool)).toBe(0));
  });
});

describe('--json', () => {
  it('given figures of another year, when loaded into that folder, then the monitor answers them', async () => {
    writeFileSync(cli.sub('klein.json'), JSON.stringify(kleineCijfers()));
    const demo = await cli.run(['demo', '--data', 'leeg', '--cijfers', 'klein.json', '--zonder-vandaag', '--json']);
    expect({ code: demo.code, ...document(demo) }).toMatchObject({ code: 0, opdrachten: expect.any(Number) });
    const [plaatsingen, bezetting, weer] = await Promise.all([
      cli.run(['monitor', 'plaatsingen', '--jaar', '2021', '--data', 'leeg', '--json']),
      cli.run(['monitor', 'bezetting', '--jaar', '2021', '--data', 'leeg', '--json']),
      cli.run(['demo', '--data', 'leeg', '--cijfers', 'klein.json', '--zonder-vandaag', '--json']),
    ]);
    const ditJaar = new Date().getFullYear();
    const [loopt, komt] = await Promise.all([
      cli.run(['monitor', 'bezetting', '--jaar', `${ditJaar}`, '--data', 'leeg']),
      cli.run(['monitor', 'bezetting', '--jaar', `${ditJaar + 1}`, '--data', 'leeg']),
    ]);
    expect(loopt.stdout).toMatch(/^totaal +\d.* -\n-: deze dag moet nog komen$/m);
    expect(eneRegel(komt)).toMatch(/^JAAR_IN_TOEKOMST: /);
    expect(document(plaatsingen)).toMatchObject({ jaar: 2021, totaal: 25, perRegio: { Rijnmond: 14, overig: 2 } });
    expect(document(bezetting)).toMatchObject({ jaar: 2021, totaal: expect.arrayContaining([10, 13]) });
    expect(weer.code).toBe(1);
    expect(eneRegel(weer)).toMatch(/^DEMO_NIET_LEEG: /);
  });

  it('given any command, then stdout is one document and stderr holds none of it', async () => {
    const commands = [
      ['rebuild'],
      ['verify'],
      ['dossier', sanne.id, '--op', '2026-01-10'],
      ['token', '--als', 'beheer'],
    ];
    const runs = await Promise.all(commands.map((args) => cli.run([...args, '--data', 'verder', '--json'])));
    for (const run of runs) {
      expect(run.code).toBe(0);
      expect(document(run)).toEqual(expect.any(Object));
      expect(run.stderr).not.toContain('{');
    }
  });
});
