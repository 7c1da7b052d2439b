import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { type Cli, document, eneRegel } from '../kit/cli.js';
import { type CliMetLog, createCliMetLog } from '../kit/cli-met-log.js';
import { sanne } from '../kit/voorbeeld-log.js';

jest.setTimeout(120_000);

let metLog: CliMetLog;
let cli: Cli;

beforeAll(async () => {
  metLog = await createCliMetLog();
  ({ cli } = metLog);
}, 240_000);
afterAll(() => metLog.close());

const antwoord = async (...args: string[]): Promise<any> => {
  const run = await cli.run([...args, '--data', 'data', '--json']);
  expect({ code: run.code, stderr: run.code === 0 ? '' : run.stderr }).toEqual({ code: 0, stderr: '' });
  return document(run);
};
const normenIn = (gevallen: any[]): string[] =>
  gevallen.flatMap(({ afwijkingen }) => afwijkingen.map((a: any) => a.norm));

describe('regielijn toets', () => {
  it('given three months after an opname, then what is due by time is found; the same day again adds nothing', async () => {
    // The opname was on 5 January 2026.
    const { toetsen, ...rest } = await antwoord('toets', '--op', '2026-04-06');
    expect(rest).toEqual({ op: '2026-04-06', trajecten: 1 });
    expect(toetsen).toContainEqual({
      ...{ trajectId: expect.any(String), norm: 'O3', uitkomst: 'AFWIJKING' },
      uitleg: expect.stringContaining('5 april 2026'),
    });
    expect(await antwoord('toets', '--op', '2026-04-06')).toEqual({ ...rest, toetsen });
    const { goed, events } = await antwoord('verify');
    expect(goed).toBe(true);
    expect((await antwoord('toets', '--op', '2026-04-07')).toetsen).toEqual([]);
    expect((await antwoord('verify')).events).toBe(events);
  });

  it.each([
    ['a day that is still to come', '2199-01-01', /^TIJDSTIP_IN_TOEKOMST: /],
    ['a day that does not exist', '2026-02-30', /^ONGELDIGE_INVOER: .*op/],
  ])('given %s, then it is refused', async (_, op, regel) => {
    const run = await cli.run(['toets', '--op', op, '--data', 'data']);
    expect(run.code).toBe(1);
    expect(eneRegel(run)).toMatch(regel);
  });
});

describe('regielijn norm afwijkingen', () => {
  it('gives the deviations of the quarter in which they were found', async () => {
    const eerste = await antwoord('norm', 'afwijkingen', '--kwartaal', '2026-K1');
    expect(normenIn(eerste.gevallen)).toEqual(expect.arrayContaining(['O2', 'B6']));
    expect(normenIn(eerste.gevallen)).not.toContain('O3');
    // `toets --op` looked at a day in April, and found it today.
    const tweede = await antwoord('norm', 'afwijkingen', '--kwartaal', '2026-K2');
    expect(normenIn(tweede.gevallen)).not.toContain('O3');
    const nu = new Date().toISOString();
    const kwartaal = `${nu.slice(0, 4)}-K${Math.ceil(Number(nu.slice(5, 7)) / 3)}`;
    const { gevallen } = await antwoord('norm', 'afwijkingen', '--kwartaal', kwartaal);
    const o3 = gevallen.flatMap(({ afwijkingen }: any) => afwijkingen).find(({ norm }: any) => norm === 'O3');
    expect(o3).toMatchObject({ toestand: 'open', geval: null });
    expect(o3.motiverenUiterlijk >= nu.slice(0, 10)).toBe(true);
  });

  it('given text for people, then the number of each traject opens its dossier', async () => {
    const { stdout } = await cli.run(['norm', 'afwijkingen', '--kwartaal', '2026-K1', '--data', 'data']);
    const [, traject] = /^(\S+) \(rijnmond\)$/m.exec(stdout) ?? [];
    const { jeugdigeId, trajecten } = await antwoord('dossier', traject!);
    expect([jeugdigeId, trajecten[0].trajectId]).toEqual([sanne.id, traject]);
    expect(stdout).toMatch(/^ {2}O2 {2}open, motiveren uiterlijk \d\d-\d\d-2026 {2}/m);
  });

  it('given a quarter without any, then the text says which quarters have them', async () => {
    const { stdout } = await cli.run(['norm', 'afwijkingen', '--kwartaal', '2026-K2', '--data', 'data']);
    expect(stdout).toMatch(/^Geen afwijkingen in 2026-K2\. Een afwijking telt in het kwartaal waarin/);
    expect(stdout).toMatch(/^Er zijn afwijkingen in (20\d\d-K\d, )*2026-K1, .*\.$/m);
  });

  it('given a quarter before the normenkader, then there is nothing, and a terugblik is computed and not kept', async () => {
    const { events } = await antwoord('verify');
    const kaal = await antwoord('norm', 'afwijkingen', '--kwartaal', '2019-K2');
    expect(kaal.gevallen).toEqual([]);
    const kwartalen = ['2018-K4', '2019-K1', '2019-K2', '2019-K3', '2019-K4'];
    const gevallen: any[] = [];
    for (const kwartaal of kwartalen)
      gevallen.push(...(await antwoord('norm', 'afwijkingen', '--kwartaal', kwartaal, '--terugblik')).gevallen);
    const gevonden = gevallen.flatMap(({ afwijkingen }) => afwijkingen);
    expect(gevonden.length).toBeGreaterThan(0);
    for (const een of gevonden) {
      expect(een).toMatchObject({ norm: 'O1', toestand: 'terugblik', afwijkingId: null, vastgesteldOp: null });
      expect(een.geval).toMatchObject({ soort: 'traject.opname-gestart' });
      expect(een.feiten).not.toEqual([]);
    }
    expect((await antwoord('verify')).events).toBe(events);
  });

  it('given a quarter that does not exist, then it is refused', async () => {
    const run = await cli.run(['norm', 'afwijkingen', '--kwartaal', '2026-K5', '--data', 'data']);
    expect(run.code).toBe(1);
    expect(eneRegel(run)).toMatch(/^ONGELDIGE_INVOER: .*kwartaal/);
  });
});
