import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { configFolder } from '@regielijn/engine';
import { type Cli, document, eneRegel } from '../kit/cli.js';
import { type CliMetLog, createCliMetLog } from '../kit/cli-met-log.js';
import { geslotenReview, sanne } from '../kit/voorbeeld-log.js';

jest.setTimeout(120_000);

const VOLGENDE = 'zuidwest-2026-K2';
let metLog: CliMetLog;
let cli: Cli;

beforeAll(async () => {
  metLog = await createCliMetLog();
  ({ cli } = metLog);
}, 240_000);
afterAll(() => metLog.close());

const doe = async (...args: string[]) => {
  const run = await cli.run([...args, '--data', 'data']);
  expect({ code: run.code, stderr: run.code === 0 ? '' : run.stderr }).toEqual({ code: 0, stderr: '' });
  return run;
};
const antwoord = async (...args: string[]): Promise<any> => document(await doe(...args, '--json'));
const eventsInLog = async (): Promise<number> => (await antwoord('verify')).events;

/** A draft of the norms, made from those of the project. */
const ontwerp = (wijzig: (versie: any) => void): string => {
  const normenkader = JSON.parse(readFileSync(join(configFolder(), 'normenkader.json'), 'utf8'));
  const nieuw = { ...normenkader.versies.at(-1), versie: 'ontwerp', geldigVanaf: '2099-01-01' };
  wijzig(nieuw);
  writeFileSync(cli.sub('ontwerp.json'), JSON.stringify({ versies: [...normenkader.versies, nieuw] }));
  return cli.sub('ontwerp.json');
};

describe('regielijn review', () => {
  it('lists the reviews, shows one, and gives its pack as JSON and as a page', async () => {
    const lijst = await antwoord('review', 'lijst');
    // What was found in the demo year stands with the quarters of that time.
    expect(lijst.map(({ review, geslotenOp }: any) => [review, geslotenOp !== null]).slice(0, 2)).toEqual([
      [VOLGENDE, false],
      [geslotenReview, true],
    ]);
    expect((await doe('review', 'lijst')).stdout).toMatch(/zuidwest-2026-K1 +gesloten op 24-03-2026/);
    expect((await doe('review', 'toon', VOLGENDE)).stdout).toMatch(
      /^zuidwest-2026-K2, open\n\d+ zaken met \d+ afwijkingen; 0 besproken/,
    );
    const pakket = document(await doe('review', 'pakket', geslotenReview));
    expect(pakket).toMatchObject({ review: geslotenReview, gesloten: { klopt: true } });
    const { stdout } = await doe('review', 'pakket', geslotenReview, '--html');
    expect(stdout).toContain('<h1>Kwartaalreview zuidwest 2026-K1</h1>');
    for (const woord of [sanne.naam, sanne.id]) expect(stdout + JSON.stringify(pakket)).not.toContain(woord);
  });

  it('opens what must be open at a moment that has come, once', async () => {
    const open = await antwoord('review', 'open', '--op', '2026-07-01T00:00:00+02:00');
    expect(open.map(({ review }: any) => review).slice(0, 2)).toEqual(['zuidwest-2026-K3', VOLGENDE]);
    const events = await eventsInLog();
    expect(await antwoord('review', 'open', '--op', '2026-07-02T00:00:00+02:00')).toEqual(open);
    expect(await eventsInLog()).toBe(events);
    const run = await cli.run(['review', 'open', '--op', '2199-01-01T00:00:00Z', '--data', 'data']);
    expect([run.code, eneRegel(run)]).toEqual([1, expect.stringMatching(/^TIJDSTIP_IN_TOEKOMST: /)]);
  });

  it('says of a review that is not there that it is not known', async () => {
    const run = await cli.run(['review', 'toon', 'zuidwest-2031-K1', '--data', 'data']);
    expect([run.code, eneRegel(run)]).toEqual([1, expect.stringMatching(/^NIET_GEVONDEN: /)]);
  });
});

describe('regielijn review wat-als', () => {
  const watAls = (bestand: string, kwartaal = '2026-K1') =>
    antwoord('review', 'wat-als', '--normenkader', bestand, '--kwartaal', kwartaal);

  it('given a draft that says the same, then nothing would appear or vanish', async () => {
    const uitkomst = await watAls(ontwerp(() => undefined));
    expect(uitkomst).toMatchObject({ kwartaal: '2026-K1', trajecten: 1, verschijnt: [], verdwijnt: [] });
    expect(uitkomst.blijft).toBeGreaterThan(1);
  });

  it('given an office day that is over before the opname of two o’clock, then O1 would appear, and nothing is recorded', async () => {
    const events = await eventsInLog();
    const streng = ontwerp((versie) => (versie.instellingen.kantoortijd = { van: '09:00', tot: '10:00' }));
    const { verschijnt, verdwijnt } = await watAls(streng);
    expect(verschijnt).toMatchObject([{ norm: 'O1', uitleg: expect.stringContaining('10:00') }]);
    expect(verdwijnt).toEqual([]);
    expect(await eventsInLog()).toBe(events);
    expect((await watAls(streng, '2025-K4')).verschijnt).toEqual([]);
  });

  it('given a draft in which an urgent aanmelding is no spoed, then O4 would vanish', async () => {
    const ruim = ontwerp((versie) => (versie.instellingen.spoedUrgenties = ['bloedspoed']));
    const { verschijnt, verdwijnt } = await watAls(ruim);
    expect([verschijnt.length, verdwijnt.map(({ norm }: any) => norm)]).toEqual([0, ['O4']]);
    expect((await doe('review', 'wat-als', '--normenkader', ruim, '--kwartaal', '2026-K1')).stdout).toMatch(
      /Er is niets vastgelegd\.\nZou erbij komen: 0\nZou verdwijnen: 1\n/,
    );
  });

  it.each<[string, (versie: any) => void, RegExp]>([
    ['a norm that nothing assesses', (v) => (v.normen[0].id = 'O9'), /^NORM_ZONDER_TOETS: .*ontwerp\.json/],
    [
      'a calendar that nobody knows',
      (v) => (v.instellingen.kalender = 'juliaans'),
      /^CONFIG_ONGELDIG: .*ontwerp\.json/,
    ],
  ])('given a draft with %s, then the file is named', async (_, wijzig, regel) => {
    const run = await cli.run([
      ...['review', 'wat-als', '--normenkader', ontwerp(wijzig), '--kwartaal', '2026-K1', '--data', 'data'],
    ]);
    expect([run.code, eneRegel(run)]).toEqual([1, expect.stringMatching(regel)]);
  });

  it('given no such file, or no such quarter, then it says so', async () => {
    const zonder = await cli.run(['review', 'wat-als', '--normenkader', 'weg.json', '--kwartaal', '2026-K1']);
    expect([zonder.code, eneRegel(zonder)]).toEqual([1, expect.stringMatching(/^BESTAND_NIET_TE_LEZEN: /)]);
    const kwartaal = await cli.run(['review', 'wat-als', '--normenkader', 'weg.json', '--kwartaal', '2026-K9']);
    expect([kwartaal.code, eneRegel(kwartaal)]).toEqual([1, expect.stringMatching(/^ONGELDIGE_INVOER: /)]);
  });
});
