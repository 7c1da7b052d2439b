import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { MemoryEventStore } from '@regielijn/event-store';
import { Poort } from '@regielijn/poort';
import { dienstAccounts } from '@regielijn/toegang';
import { laadDemo, STANDAARD_SEED } from '../../apps/cli/src/demo/demo.js';
import { exportLog } from '../../apps/cli/src/export/export-log.js';
import { parseLine, toNewEvent } from '../../apps/cli/src/export/line.js';
import { verify } from '../../apps/cli/src/verify/verify.js';
import { startTestApi, type TestApi } from '../kit/engine.js';

/** The published tables, read as they stand in the configuration: the monitor must answer these from the log alone. */
const tabellen = JSON.parse(readFileSync(join(import.meta.dirname, '../../config/demo/zuidwest-2019.json'), 'utf8'));
const namen: Record<string, string> = {
  rijnmond: 'Rijnmond',
  haaglanden: 'Haaglanden',
  'midden-holland': 'Midden-Holland',
  'holland-rijnland': 'Holland-Rijnland',
  'zuid-holland-zuid': 'Zuid-Holland-Zuid',
  overig: 'overig',
};
const opNaam = <T>(perRegio: Record<string, T>): Record<string, T> =>
  Object.fromEntries(Object.entries(perRegio).map(([id, waarde]) => [namen[id]!, waarde]));

let api: TestApi;

beforeAll(async () => {
  api = await startTestApi();
  await laadDemo(api.engine, api.app.get(Poort), { seed: STANDAARD_SEED });
  await api.settle();
}, 240_000);
afterAll(() => api.close(), 60_000);

const vraag = async (pad: string): Promise<any> => {
  const { status, body } = await api.client(dienstAccounts.demo).get(`/v1/monitor/${pad}`);
  expect(status).toBe(200);
  return body;
};

describe('the Zuidwest 2019 caseload, from its own log', () => {
  it('gives the published plaatsingen by the definition of JB West, cell for cell', async () => {
    const cijfers = await vraag('plaatsingen?jaar=2019');
    expect(cijfers.totaal).toBe(439);
    expect(cijfers.perRegio).toEqual(opNaam(tabellen.plaatsingen.perRegio));
    expect(cijfers.perRegio).toEqual({
      ...{
        Rijnmond: 150,
        Haaglanden: 149,
        'Midden-Holland': 27,
        'Holland-Rijnland': 43,
        'Zuid-Holland-Zuid': 30,
        overig: 40,
      },
    });
    expect(cijfers.urgentie).toMatchObject({ urgent: 316, regulier: 123 });
    expect(cijfers.soort).toEqual({ nieuw: 300, hernieuwd: 106, hernieuwdNaOnttrekking: 33 });
    expect(cijfers.gemeenteklassen).toEqual({ '0': 6, '1-5': 28, '6-10': 11, '>10': 7 });
    expect(cijfers.gemeenten).toEqual({
      ...{ Rotterdam: 85, 'Den Haag': 74, Zoetermeer: 24, 'Leidschendam-Voorburg': 19 },
      ...{ Gouda: 14, Schiedam: 14, 'Alphen aan den Rijn': 11 },
    });
    const procenten = Object.fromEntries(
      Object.entries<any>(cijfers.aandelen).map(([naam, { procent }]) => [naam, procent]),
    );
    expect(procenten).toEqual({
      leeftijd16of17: 45,
      'herkomst.nieuw.thuis': 41,
      'herkomst.nieuw.openResidentieel': 35,
      'herkomst.hernieuwd.thuis': 32,
      'herkomst.hernieuwd.openResidentieel': 46,
      duurLangerDan12Maanden: 17,
      'uitstroom.residentieelEnkelvoudig': 34,
      'uitstroom.thuisOfNetwerk': 31,
    });
    expect(Object.values<any>(cijfers.aandelen).map(({ noemer }) => noemer)).toEqual([
      439, 300, 300, 106, 106, 421, 421, 421,
    ]);
  });

  it('gives 516 by the definition of Jeugdzorg Nederland: with 77 overplaatsingen', async () => {
    expect(await vraag('plaatsingen?jaar=2019&definitie=jzn')).toMatchObject({
      totaal: 516,
      soort: { overplaatsing: 77 },
    });
  });

  it('gives the published bezetting per region on five dates, and the totals of 2020', async () => {
    const cijfers = await vraag('bezetting?jaar=2019');
    expect(cijfers.totaal).toEqual([278, 296, 292, 294, 296]);
    expect(cijfers.perRegio).toEqual({
      Rijnmond: [90, 104, 99, 93, 94],
      Haaglanden: [116, 108, 108, 112, 110],
      'Midden-Holland': [22, 18, 23, 23, 20],
      'Holland-Rijnland': [21, 28, 24, 26, 30],
      'Zuid-Holland-Zuid': [24, 26, 25, 23, 20],
      overig: [5, 12, 13, 17, 22],
    });
    expect((await vraag('bezetting?jaar=2020')).totaal.slice(0, 3)).toEqual([296, 270, 250]);
  });

  it('is driven to its end: nobody in care, nothing open, every traject closed', async () => {
    const { rows } = await api.engine.pool.query(
      'select status, count(*)::int as aantal from lm.traject group by status',
    );
    expect(rows).toEqual([{ status: 'afgesloten', aantal: expect.any(Number) }]);
    const { rows: dossiers } = await api.engine.pool.query('select distinct status from lm.jeugdige');
    expect(dossiers).toEqual([{ status: 'gesloten' }]);
    const { rows: bezet } = await api.engine.pool.query(
      "select 1 from lm.voorziening where toestand -> 'bezet' <> '[]'::jsonb",
    );
    expect(bezet).toEqual([]);
  });

  it('holds no norm outcome as an event of a time without normenkader; asked for, it is a terugblik', async () => {
    const { rows } = await api.engine.pool.query<{ traject_id: string }>(
      "select traject_id from lm.traject where opname_op between '2019-01-01' and '2020-01-01' limit 20",
    );
    const uitkomsten = new Set<string>();
    for (const { traject_id } of rows) {
      const { body } = await api.as('reviewer').get(`/v1/trajecten/${traject_id}/normtoetsen`);
      expect(body).toMatchObject([{ norm: 'O1', terugblik: true, vastgelegdOp: null }]);
      uitkomsten.add(body[0].uitkomst);
    }
    expect([...uitkomsten].sort()).toEqual(['AFWIJKING', 'VOLDAAN']);
    const { rows: events } = await api.engine.pool.query(
      "select 1 from log.event where stream like 'normtoets-%' and geldig_op < '2020-10-12'",
    );
    expect(events).toEqual([]);
  });

  it('was recorded under the clock of its own time', async () => {
    // What a follower concludes is recorded when it gets there, by the clock of the log, which never runs back.
    const { rows } = await api.engine.pool.query(
      `select type, count(*)::int as aantal from log.event
       where vastgelegd_op < geldig_op
         or (vastgelegd_op > geldig_op + interval '1 day' and metadata -> 'actor' ->> 'subject' = $1)
       group by type`,
      [dienstAccounts.demo.subject],
    );
    expect(rows).toEqual([]);
  });

  it('passes verify, and moved to another store its export has the same bytes', async () => {
    expect(await verify(api.engine, () => undefined)).toMatchObject({ goed: true });
    const bytes: string[] = [];
    for await (const text of exportLog(api.engine.store)) bytes.push(text);
    const memory = new MemoryEventStore();
    for (const line of bytes.join('').trimEnd().split('\n')) {
      const parsed = parseLine(line);
      if (!('event' in parsed)) continue;
      const { stream, versie } = parsed.event;
      await memory.append(stream, versie === 0 ? 'no-stream' : BigInt(versie - 1), [toNewEvent(parsed.event)]);
    }
    const again: string[] = [];
    for await (const text of exportLog(memory)) again.push(text);
    expect(again.join('') === bytes.join('')).toBe(true);
  }, 120_000);
});
