import { describe, expect, it } from '@jest/globals';
import { deriveId, type DomainEvent, fold, type Past, plusDagenOpDeKlok } from '@regielijn/kern';
import fc from 'fast-check';
import { atHour, play, runs, turns, turnsWithCorrections } from '../../../kern/src/sequence.kit.js';
import { gebeurd, gemeente, geregistreerd, gi, houder, jeugdigeId, keuze, slice } from './casusregie.kit.js';
import { jeugdigeDecider } from './decide.js';
import { type Houder, type JeugdigeEvent, jeugdigeFeiten as feit } from './events.js';
import { casusregieNu, casusregieOp, metMedewerkers } from './regie/lijnen.js';
import { jeugdigeVan } from './state.js';

describe('who held casusregie when', () => {
  const op = (event: JeugdigeEvent, dag: string): Past<JeugdigeEvent> => ({
    ...event,
    ...{ id: deriveId(dag), geldigOp: `${dag}T00:00:00.000Z`, vastgelegdOp: '2026-03-02T09:30:00.000Z' },
  });
  const overdrachtId = deriveId('overdracht');
  const zonder = { voorwaarden: null, aantalVoorwaarden: 0 };
  const zo = feit.overdrachtAanvaard.of({ jeugdigeId, overdrachtId, door: gi, medewerker: 'jb-17', ...zonder });
  const terug = feit.overdrachtAanvaard.of({ jeugdigeId, overdrachtId, door: gemeente, medewerker: 'lt-2', ...zonder });

  it('given two handovers, then each moment has the holder of that moment', () => {
    const history = [op(geregistreerd, '2026-01-01'), op(zo, '2026-02-01'), op(terug, '2026-03-01')];
    const state = jeugdigeVan(fold(jeugdigeDecider, history))!;
    const houders = ['2026-01-01', '2026-01-31', '2026-02-01', '2026-02-28', '2026-03-01'].map(
      (dag) => casusregieOp(state, `${dag}T00:00:00.000Z`).medewerker,
    );
    expect(houders).toEqual([null, null, 'jb-17', 'jb-17', 'lt-2']);
  });

  it('given a handover whose date was corrected to before the registration, then it counts from the registration', () => {
    const state = jeugdigeVan(fold(jeugdigeDecider, [op(geregistreerd, '2026-01-01'), op(zo, '2025-12-01')]))!;
    expect(state.casusregie.map(({ vanaf }) => vanaf.slice(0, 10))).toEqual(['2026-01-01', '2026-01-01']);
    expect(casusregieNu(state).houder).toEqual(gi);
  });

  it('given handovers recorded in the wrong order, then they stand in the order in which they happened', () => {
    const history = [op(geregistreerd, '2026-01-01'), op(terug, '2026-03-01'), op(zo, '2026-02-01')];
    expect(jeugdigeVan(fold(jeugdigeDecider, history))!.casusregie.map(({ medewerker }) => medewerker)).toEqual([
      null,
      'jb-17',
      'lt-2',
    ]);
  });
});

type Aanbod = Extract<Past<JeugdigeEvent>, { type: 'jeugdige.regieoverdracht-aangeboden@2' }>;

const AFGELOPEN: readonly string[] = [
  'jeugdige.regieoverdracht-geweigerd@2',
  'jeugdige.regieoverdracht-ingetrokken@1',
  'jeugdige.regieoverdracht-verlopen@1',
];

/** What a log must say about offers, followed by hand: one at a time, of whoever holds it, answered by whom it was made to. */
const volgHetAanbod = (history: readonly Past<JeugdigeEvent>[]): void => {
  let aanbod: Aanbod | null = null;
  let [staatStil, dagen] = [false, 0];
  const stondNogOpen = (op: string): boolean => staatStil || op < plusDagenOpDeKlok(aanbod!.data.geldigTot, dagen);
  history.forEach((event, plek) => {
    if (event.type === 'jeugdige.regieoverdracht-stilgezet@1') {
      expect([event.data.overdrachtId, staatStil]).toEqual([aanbod?.data.overdrachtId, false]);
      staatStil = true;
    }
    if (event.type === 'jeugdige.regieoverdracht-hervat@1') {
      expect([event.data.overdrachtId, staatStil]).toEqual([aanbod?.data.overdrachtId, true]);
      [staatStil, dagen] = [false, dagen + event.data.dagen];
    }
    if (event.type === 'jeugdige.regieoverdracht-aangeboden@2') {
      expect(aanbod).toBeNull();
      expect(event.data.van).toEqual(lijnUitLog(history.slice(0, plek)).at(-1)!.houder);
      [aanbod, staatStil, dagen] = [event, false, 0];
    }
    if (AFGELOPEN.includes(event.type)) {
      expect((event.data as { overdrachtId: string }).overdrachtId).toBe(aanbod?.data.overdrachtId);
      aanbod = null;
    }
    if (event.type === 'jeugdige.verhuisd@1' || event.type === 'jeugdige.gi-gewisseld@1') {
      const { vervallenOverdrachtId } = event.data;
      if (vervallenOverdrachtId !== null) {
        expect(vervallenOverdrachtId).toBe(aanbod?.data.overdrachtId);
        expect(stondNogOpen(event.vastgelegdOp)).toBe(true);
        aanbod = null;
      }
    }
    if (event.type === 'jeugdige.regieoverdracht-aanvaard@2') {
      const { overdrachtId, door, medewerker } = event.data;
      expect(overdrachtId).toBe(aanbod?.data.overdrachtId);
      expect(door).toEqual(aanbod!.data.aan);
      expect(medewerker).toBe(`mw.${aanbod!.data.aan.organisatie}`);
      expect(stondNogOpen(event.vastgelegdOp)).toBe(true);
      expect(event.geldigOp >= aanbod!.geldigOp).toBe(true);
      aanbod = null;
    }
  });
};

/** Every fact as it reads by the last word on it: without those that were withdrawn. */
const laatsteWoord = (history: readonly Past<DomainEvent>[]) =>
  gebeurd(history).flatMap((event, plek) => {
    const over = history
      .map(({ data }) => data as Record<string, unknown>)
      .filter((data) => data['vervangt'] === event.id);
    if (over.some((data) => !('velden' in data))) return [];
    const data = Object.assign({}, event.data, ...over.map((deel) => deel['velden'])) as Record<string, unknown>;
    const vanaf = (over.findLast((deel) => deel['gebeurdOp'] !== null)?.['gebeurdOp'] as string) ?? event.geldigOp;
    return [{ type: event.type, data, vanaf, plek }];
  });

/** Follows casusregie through the log by hand, in the order in which things happened: no gap and no overlap. */
const lijnUitLog = (history: readonly Past<DomainEvent>[]): { houder: Houder; vanaf: string }[] => {
  const [registratie, ...rest] = laatsteWoord(history);
  const begin = registratie!.vanaf;
  const lijn = [{ houder: registratie!.data['casusregie'] as Houder, vanaf: begin }];
  for (const { type, data, vanaf } of rest.sort((a, b) => a.vanaf.localeCompare(b.vanaf) || a.plek - b.plek)) {
    const { soort } = lijn.at(-1)!.houder;
    const naar = new Map<string, Houder | null>([
      ['jeugdige.regieoverdracht-aanvaard@2', data['door'] as Houder],
      ['jeugdige.verhuisd@1', soort === 'gemeente' ? (data['gemeente'] as Houder) : null],
      ['jeugdige.gi-gewisseld@1', soort === 'GI' ? { soort: 'GI', organisatie: data['naar'] as string } : null],
    ]).get(type);
    if (naar) lijn.push({ houder: naar, vanaf: vanaf < begin ? begin : vanaf });
  }
  return lijn;
};

/** What went into another dossier is told nothing new about casusregie until that is undone. */
const staatStilNaOpgaan = (history: readonly Past<JeugdigeEvent>[]): void => {
  let opgegaan = false;
  for (const { type } of history) {
    if (type === 'jeugdige.opgegaan-in@1') opgegaan = true;
    if (type === 'jeugdige.samenvoeging-ongedaan-gemaakt@1') opgegaan = false;
    if (opgegaan) expect(type).not.toMatch(/regieoverdracht|verhuisd|gi-gewisseld|medewerker/);
  }
};

const expectHouders = (history: readonly Past<DomainEvent>[], lijn: readonly { houder: Houder; vanaf: string }[]) => {
  const state = jeugdigeVan(fold(jeugdigeDecider, history))!;
  expect(state.casusregie.map(({ houder: h, vanaf }) => ({ houder: h, vanaf }))).toEqual(
    lijn.map(({ houder: h, vanaf }) => ({ houder: h, vanaf })),
  );
  expect(casusregieNu(state).houder).toEqual(lijn.at(-1)!.houder);
  const momentenMetMedewerker = metMedewerkers(state, 'casusregie').map(({ vanaf }) => vanaf);
  expect(momentenMetMedewerker).toEqual([...momentenMetMedewerker].sort());
  const momenten = Array.from({ length: 100 }, (_, n) => atHour(n * 6)).filter((moment) => moment >= lijn[0]!.vanaf);
  const volgensLog = (moment: string) => lijn.findLast(({ vanaf }) => vanaf <= moment)!.houder.organisatie;
  expect(momenten.map((moment) => casusregieOp(state, moment).houder.organisatie)).toEqual(momenten.map(volgensLog));
};

describe('whatever is asked of a dossier', () => {
  it('then exactly one organisation holds casusregie at every moment, and only who was offered it accepts', () => {
    fc.assert(
      fc.property(turns(keuze), (sequence) => {
        const history = play(slice, sequence);
        expectHouders(history, lijnUitLog(history));
        volgHetAanbod(gebeurd(history));
        staatStilNaOpgaan(gebeurd(history));
      }),
      runs(60),
    );
  });

  it('and facts are corrected and withdrawn in between, then still exactly one holds it', () => {
    const velden = fc.oneof(
      fc.constant({}),
      houder.map((door) => ({ door })),
      houder.map((casusregie) => ({ casusregie })),
      fc.integer({ min: -10, max: 500 }).map((uren) => ({ geldigTot: atHour(uren) })),
    );
    fc.assert(
      fc.property(turnsWithCorrections(keuze, velden), (sequence) => {
        const history = play(slice, sequence);
        expectHouders(history, lijnUitLog(history));
      }),
      runs(60),
    );
  });
});
