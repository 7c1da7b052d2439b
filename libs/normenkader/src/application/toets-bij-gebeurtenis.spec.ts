import { beforeEach, describe, expect, it } from '@jest/globals';
import {
  CommandRunner,
  EventCatalogue,
  EventCodec,
  EventLog,
  MemoryEventStore,
  MemoryKeyStore,
  type NewEvent,
} from '@regielijn/event-store';
import { jeugdigeEvents, jeugdigeStream } from '@regielijn/jeugdige';
import { deriveId, type JsonObject } from '@regielijn/kern';
import { machtigingEvents, machtigingStream } from '@regielijn/machtiging';
import type { Aanroep, Poort } from '@regielijn/poort';
import { trajectEvents, trajectStream } from '@regielijn/traject';
import type pg from 'pg';
import { ToetsNormen } from '../domain/commands.js';
import { normenkaderEvents, normenkaderUpcasters, normtoetsStream } from '../domain/events.js';
import { normenkaderVanHetProject } from '../domain/normenkader.kit.js';
import { ToetsBijGebeurtenis } from './toets-bij-gebeurtenis.follower.js';
import { ToetsNormenHandler } from './toets-normen.handler.js';

const [trajectId, jeugdigeId, voorzieningId] = [deriveId('traject'), deriveId('jeugdige'), deriveId('voorziening')];
const machtigingId = deriveId('machtiging');
const normenkader = normenkaderVanHetProject();

/** What these stories tell. */
const VERTELD = [
  'jeugdige.geregistreerd@1',
  'machtiging.verzoek-ingediend@1',
  'traject.aangemeld@1',
  'traject.opname-gestart@1',
  'traject.perspectief-vastgesteld@1',
  'traject.gecorrigeerd@1',
];

const recorded = (type: string, data: JsonObject, geldigOp: string, vastgelegdOp = geldigOp): NewEvent => {
  const id = deriveId('event', type, geldigOp, vastgelegdOp);
  const actor = { subject: 'jb-017', organisatie: 'gi-jb-west', rol: 'jeugdbeschermer' };
  const metadata = { actor, correlationId: id, causationId: id };
  return { id, type, geldigOp, vastgelegdOp, metadata, data: { jeugdigeId, ...data } };
};
const aangemeld = (op: string, urgentie = 'urgent'): NewEvent =>
  recorded(
    'traject.aangemeld@1',
    {
      ...{ trajectId, urgentie, kader: 'gedwongen', herkomst: 'thuis', aanmelder: 'gi-jb-west' },
      ...{ gemeentecode: '0599', regio: 'rijnmond' },
    },
    op,
  );
const opname = (op: string): NewEvent =>
  recorded(
    'traject.opname-gestart@1',
    { trajectId, voorzieningId, variant: 'crisisgroep', machtigingId: null, leeftijd: 15, vlaggen: [] },
    op,
  );
const correctie = (vervangt: NewEvent, gebeurdOp: string, op: string): NewEvent =>
  recorded(
    'traject.gecorrigeerd@1',
    { vervangt: vervangt.id, vervangtType: vervangt.type, velden: {}, gebeurdOp, reden: 'De klok stond verkeerd.' },
    op,
  );
const perspectief = (op: string, vastgelegdOp: string): NewEvent =>
  recorded(
    'traject.perspectief-vastgesteld@1',
    { trajectId, levensgebied: 'wonen', perspectief: 'Naar huis.', metJeugdige: true },
    op,
    vastgelegdOp,
  );

describe('the follower that holds a traject against the norms', () => {
  let keys: MemoryKeyStore;
  let log: EventLog;
  let follower: ToetsBijGebeurtenis;
  let handler: ToetsNormenHandler;

  beforeEach(() => {
    keys = new MemoryKeyStore();
    const verteld = [...jeugdigeEvents, ...machtigingEvents, ...trajectEvents].filter(({ type }) =>
      VERTELD.includes(type),
    );
    const catalogue = new EventCatalogue([...verteld, ...normenkaderEvents], normenkaderUpcasters);
    log = new EventLog(new MemoryEventStore(), new EventCodec(catalogue, keys));
    // In the place of the read models: what there may be of this one jeugdige.
    const rij = { traject_id: trajectId, machtiging_id: machtigingId };
    const query = (vraag: unknown) =>
      Promise.resolve({ rows: typeof vraag === 'string' && vraag.includes('lm.') ? [rij] : [] });
    const pool = { query } as unknown as pg.Pool;
    handler = new ToetsNormenHandler(new CommandRunner(log), log, normenkader, pool);
    const poort = {
      opdracht: (_: unknown, data: ToetsNormen['data'], { commandId, actor, geldigOp, nu }: Required<Aanroep>) =>
        handler.execute(
          new ToetsNormen(data, { commandId, actor, geldigOp, nu, correlationId: commandId, causationId: commandId }),
        ),
    } as unknown as Poort;
    follower = new ToetsBijGebeurtenis(poort, log, normenkader, pool);
  });

  const gebeurt = async (...events: readonly NewEvent[]): Promise<void> => {
    const stream = trajectStream(trajectId);
    const head = (await log.read(stream)).at(-1)?.streamVersion;
    await log.append(stream, head ?? 'no-stream', events);
  };
  const volg = async (): Promise<void> => {
    for (const event of await log.read(trajectStream(trajectId))) await follower.handle(event);
  };
  const vastgelegd = async (norm: string): Promise<readonly string[]> =>
    (await log.read(normtoetsStream(trajectId)))
      .filter(({ data }) => data['norm'] === norm)
      .map(({ type, data }) => (data['uitkomst'] as string | undefined) ?? type);
  const VASTGESTELD = 'normenkader.afwijking-vastgesteld@2';
  const VERVALLEN = 'normenkader.afwijking-vervallen@1';

  it('given an aanmelding alone, then no norm is to be checked yet', async () => {
    await gebeurt(aangemeld('2026-01-05T09:00:00.000Z'));
    await volg();
    expect(await log.exists(normtoetsStream(trajectId))).toBe(false);
  });

  it('given an opname at night, then every norm that is checked at an opname says what it thinks, and once', async () => {
    const nacht = opname('2026-01-09T21:15:00.000Z');
    await gebeurt(aangemeld('2026-01-05T09:00:00.000Z'), nacht);
    await volg();
    const eerst = await log.read(normtoetsStream(trajectId));
    expect(await vastgelegd('O1')).toEqual(['AFWIJKING', VASTGESTELD]);
    expect(await vastgelegd('O3')).toEqual(['NIET_TE_BEPALEN']);
    expect(await vastgelegd('B6')).toEqual(['AFWIJKING', VASTGESTELD]);
    expect(await vastgelegd('B7')).toEqual([]);
    expect(eerst[0]!.data).toMatchObject({ norm: 'O1', aanleiding: nacht.id, feiten: [nacht.id] });
    await volg();
    expect(await log.read(normtoetsStream(trajectId))).toHaveLength(eerst.length);
  });

  it('given a correction to office hours, then O1 lapses and the old assessment stays; what it does not touch is silent', async () => {
    const nacht = opname('2026-01-09T21:15:00.000Z');
    await gebeurt(aangemeld('2026-01-05T09:00:00.000Z'), nacht);
    await volg();
    await gebeurt(correctie(nacht, '2026-01-09T10:00:00.000Z', '2026-01-12T10:00:00.000Z'));
    await volg();
    expect(await vastgelegd('O1')).toEqual(['AFWIJKING', VASTGESTELD, 'VOLDAAN', VERVALLEN]);
    expect(await vastgelegd('B6')).toEqual(['AFWIJKING', VASTGESTELD]);
  });

  it('given a term that ran out, when only time goes by, then the deviation is found, and a late fact is weighed beside it', async () => {
    await gebeurt(aangemeld('2026-01-05T09:00:00.000Z'), opname('2026-01-09T10:00:00.000Z'));
    await volg();
    const nu = '2026-04-09T22:00:00.000Z';
    const context = { nu, geldigOp: nu, commandId: deriveId('dag'), correlationId: nu, causationId: nu };
    const actor = { subject: 'dienst-cli', organisatie: 'regielijn', rol: 'dienst' };
    const data = ToetsNormen.definition.schema.parse({ trajectId, peilmoment: nu });
    const bon = await handler.execute(new ToetsNormen(data, { ...context, actor }));
    expect(await vastgelegd('O3')).toEqual(['NIET_TE_BEPALEN', 'AFWIJKING', VASTGESTELD]);
    expect(await handler.execute(new ToetsNormen(data, { ...context, actor }))).toEqual(bon);
    await gebeurt(perspectief('2026-02-01T10:00:00.000Z', '2026-04-20T10:00:00.000Z'));
    await volg();
    expect(await vastgelegd('O3')).toEqual(['NIET_TE_BEPALEN', 'AFWIJKING', VASTGESTELD, 'AFWIJKING']);
    const [, eerder, , later] = (await log.read(normtoetsStream(trajectId))).filter(
      ({ data }) => data['norm'] === 'O3',
    );
    expect(eerder!.data['uitleg']).toContain('voor wonen');
    expect(later!.data['uitleg']).not.toContain('voor wonen');
  });

  it('given a request for a spoedmachtiging that is told after the opname, then O4 looks again, and names it', async () => {
    await gebeurt(aangemeld('2026-01-05T09:00:00.000Z', 'regulier'), opname('2026-01-09T10:00:00.000Z'));
    await volg();
    expect(await vastgelegd('O4')).toEqual(['NIET_VAN_TOEPASSING']);
    const verzoek = recorded(
      'machtiging.verzoek-ingediend@1',
      { machtigingId, soort: 'SPOED', grondslag: 'OTS', kader: 'gedwongen', verzoeker: 'gi-jb-west' },
      ...(['2026-01-08T10:00:00.000Z', '2026-01-12T10:00:00.000Z'] as const),
    );
    await log.append(machtigingStream(machtigingId), 'no-stream', [verzoek]);
    for (const event of await log.read(machtigingStream(machtigingId))) await follower.handle(event);
    expect(await vastgelegd('O4')).toEqual(['NIET_VAN_TOEPASSING', 'AFWIJKING', VASTGESTELD]);
    const toetsen = (await log.read(normtoetsStream(trajectId))).filter(({ data }) => data['norm'] === 'O4');
    expect(toetsen[1]!.data).toMatchObject({ aanleiding: verzoek.id });
    expect(toetsen[1]!.data['feiten']).toContain(verzoek.id);
    expect(await vastgelegd('O1')).toEqual(['VOLDAAN']);
  });

  it('given a traject that began before the normenkader, then nothing is recorded about it, also not later', async () => {
    await gebeurt(aangemeld('2020-10-01T09:00:00.000Z'), opname('2020-10-20T21:15:00.000Z'));
    await volg();
    expect(await log.exists(normtoetsStream(trajectId))).toBe(false);
  });

  it('given an aanmelding that turns out to be of before the normenkader, then what was found lapses', async () => {
    const [begin, nacht] = [aangemeld('2020-10-19T09:00:00.000Z'), opname('2020-10-20T21:15:00.000Z')];
    await gebeurt(begin, nacht);
    await volg();
    await gebeurt(correctie(begin, '2020-10-01T09:00:00.000Z', '2020-11-02T10:00:00.000Z'));
    await volg();
    expect((await vastgelegd('O4')).at(-1)).toBe(VERVALLEN);
  });

  it('given a dossier that was destroyed before the follower came by, then it records nothing and goes on', async () => {
    await gebeurt(aangemeld('2026-01-05T09:00:00.000Z'), opname('2026-01-09T21:15:00.000Z'));
    await keys.destroy(jeugdigeId);
    await volg();
    expect(await log.exists(normtoetsStream(trajectId))).toBe(false);
  });

  it('given a jeugdige whose geboortedatum can no longer be read, then nothing is recorded', async () => {
    const registratie = recorded(
      'jeugdige.geregistreerd@1',
      {
        ...{ bsn: '999990019', naam: 'Sanne Voorbeeld', geboortedatum: '2010-05-04', geslacht: 'vrouw' },
        ...{ gemeentecode: '0599', overigReden: null, regio: 'rijnmond' },
        casusregie: { soort: 'gemeente', organisatie: 'gemeente-0599' },
      },
      '2026-01-04T09:00:00.000Z',
    );
    await log.append(jeugdigeStream(jeugdigeId), 'no-stream', [registratie]);
    await gebeurt(aangemeld('2026-01-05T09:00:00.000Z'), opname('2026-01-09T21:15:00.000Z'));
    await keys.destroy(jeugdigeId);
    await volg();
    expect(await log.exists(normtoetsStream(trajectId))).toBe(false);
  });
});
