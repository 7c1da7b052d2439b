import { existsSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { type Cli, createCli, document, eneRegel } from '../kit/cli.js';

jest.setTimeout(60_000);

let cli: Cli;
beforeAll(() => {
  cli = createCli();
}, 180_000);
afterAll(() => cli.remove());

const opname = { type: 'OpnameGestart', tijdstip: '2026-01-09T22:15:00+01:00' };
const situatie = {
  ...{ regio: 'rijnmond', kader: 'vrijwillig', pilot: null, datum: '2020-01-15', regelset: 'tabel_4_2' },
  machtiging: { soort: 'MGJ', status: 'verleend', verleendOp: '2020-01-06' },
  overdracht: { richting: 'heen', status: 'aangeboden', aangebodenOp: '2020-01-07' },
};

/** Per command a question, and what its answer says. */
const vragen: [string, string[], object, object][] = [
  ['triage', ['triage'], { leeftijd: 11, datum: '2026-03-02' }, { varianten: expect.any(Array) }],
  ['norm toets', ['norm', 'toets'], { norm: 'O1', gebeurtenissen: [opname] }, { norm: 'O1', uitkomst: 'AFWIJKING' }],
  ['regie', ['regie'], situatie, { casusregie: 'gemeente', regelRegie: 'GI', regiekloof: '2020-01-06' }],
  ['termijn', ['termijn'], { regel: 'D10', start: '2026-04-02' }, { eind: '2026-04-06', atw: '2026-04-08' }],
];

describe('questions that the rules alone answer', () => {
  it.each(vragen)(
    'given one question for %s, then its answer names rule version and source',
    async (_, args, vraag, verwacht) => {
      const run = await cli.run([...args, '--json'], JSON.stringify(vraag));
      expect({ code: run.code, stderr: run.stderr }).toEqual({ code: 0, stderr: '' });
      expect(document(run)).toMatchObject({ ...verwacht, regelversie: expect.any(String), bron: expect.anything() });
    },
  );

  it.each(vragen)('given an array for %s, then an array in the same order', async (_, args, vraag, verwacht) => {
    const one = document(await cli.run(args, JSON.stringify(vraag)));
    const many = document(await cli.run(args, JSON.stringify([vraag, vraag])));
    expect(one).toMatchObject(verwacht);
    expect(many).toEqual([one, one]);
    expect(document(await cli.run(args, '[]'))).toEqual([]);
  });

  it.each(vragen)('given --schema for %s, then the schema of one question, and nothing is read', async (_, args) => {
    const run = await cli.run([...args, '--schema']);
    expect(run.code).toBe(0);
    expect(document(run)).toMatchObject({ $schema: expect.stringContaining('json-schema.org') });
  });

  it.each(vragen)(
    'given a wrong question for %s, then one line names it, and nothing is answered',
    async (_, args, vraag) => {
      const wrong: [string, RegExp][] = [
        [
          JSON.stringify([vraag, { ...vraag, onzin: 1 }]),
          /^ONGELDIGE_INVOER: vraag 2: onzin: dit veld bestaat hier niet\.$/,
        ],
        ['{"half":', /^ONGELDIGE_INVOER: de invoer is geen geldige JSON/],
        ['', /^ONGELDIGE_INVOER: er staat niets op de invoer/],
        ['7', /^ONGELDIGE_INVOER: vraag 1: /],
      ];
      await Promise.all(
        wrong.map(async ([input, regel]) => {
          const run = await cli.run(args, input);
          expect({ input, code: run.code, stdout: run.stdout }).toEqual({ input, code: 1, stdout: '' });
          expect(eneRegel(run)).toMatch(regel);
        }),
      );
    },
  );

  it.each<[string, string[], object, RegExp]>([
    [
      'norm toets',
      ['norm', 'toets'],
      { jeugdige: { geboortedatum: '2026-01-10' }, gebeurtenissen: [opname] },
      /^ONGELDIGE_INVOER: vraag 1: jeugdige\.geboortedatum: die ligt na 9 januari 2026; kijk de datums na\.$/,
    ],
    [
      'termijn',
      ['termijn'],
      { regel: 'D1', start: '2026-03-02', geboortedatum: '1910-05-04' },
      /^ONGELDIGE_INVOER: vraag 1: geboortedatum: dan is de jeugdige op 2 maart 2026 ouder dan 30 jaar; kijk de datums na\.$/,
    ],
    [
      'triage',
      ['triage'],
      { leeftijd: 116 },
      /^ONGELDIGE_INVOER: vraag 1: leeftijd: geef hele jaren van 0 tot en met 30\.$/,
    ],
  ])('given an age that cannot be for %s, then one line names it', async (_, args, vraag, regel) => {
    const run = await cli.run(args, JSON.stringify(vraag));
    expect(run.code).toBe(1);
    expect(eneRegel(run)).toMatch(regel);
  });

  it('given no norm, then all eleven are answered', async () => {
    const run = await cli.run(['norm', 'toets'], JSON.stringify({ gebeurtenissen: [opname] }));
    expect(document(run).map(({ norm }: { norm: string }) => norm)).toEqual([
      ...['O1', 'O2', 'O3', 'O4', 'B1', 'B2', 'B3', 'B4', 'B5', 'B6', 'B7'],
    ]);
  });

  it('given a day or a moment for kalender, then werkdag, feestdag and kantoortijd; else one line', async () => {
    const dag = document(await cli.run(['kalender', '2026-04-27']));
    expect(dag).toMatchObject({ werkdag: false, feestdag: 'Koningsdag', kantoortijd: null, regelversie: '2020-10-12' });
    expect(document(await cli.run(['kalender', '--schema'])).required).toEqual(['tijdstip']);
    const avond = document(await cli.run(['kalender', '2026-01-09T22:15:00+01:00']));
    expect(avond).toMatchObject({ werkdag: true, feestdag: null, kantoortijd: false, kloktijd: '22:15' });
    const wrong = await cli.run(['kalender', 'morgen']);
    expect([wrong.code, wrong.stdout, eneRegel(wrong)]).toEqual([1, '', expect.stringMatching(/^ONGELDIG_TIJDSTIP: /)]);
  });

  it('opens no data folder', () => {
    expect(existsSync(cli.sub('data'))).toBe(false);
  });
});
