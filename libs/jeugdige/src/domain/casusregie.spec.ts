import { describe, expect, it } from '@jest/globals';
import { deriveId, fold, type DomainEvent, type Past } from '@regielijn/kern';
import fc from 'fast-check';
import { atHour, play, type Played, turns, turnsWithCorrections } from '../../../kern/src/sequence.kit.js';
import {
  AanvaardRegieoverdracht,
  BiedRegieoverdrachtAan,
  HeropenDossier,
  type JeugdigeCommand,
  SluitDossier,
  TrekRegieoverdrachtIn,
  VernietigDossier,
  WeigerRegieoverdracht,
} from './commands.js';
import { jeugdigeDecider, type JeugdigeFacts } from './decide.js';
import {
  type Houder,
  jeugdigeCorrecties,
  type JeugdigeEvent,
  jeugdigeEvents,
  jeugdigeFeiten as feit,
} from './events.js';
import { casusregieNu, casusregieOp, jeugdigeVan, type JeugdigeState } from './state.js';

const jeugdigeId = deriveId('jeugdige');
const HOUDERS: readonly Houder[] = [
  { soort: 'gemeente', organisatie: 'gemeente-0599' },
  { soort: 'GI', organisatie: 'gi-demo' },
  { soort: 'GI', organisatie: 'gi-ander' },
];
const [gemeente, gi] = HOUDERS as [Houder, Houder, Houder];

const geregistreerd = feit.geregistreerd.of({
  ...{ jeugdigeId, bsn: '999990019', naam: 'Sam Voorbeeld', geboortedatum: '2010-06-15', geslacht: 'x' },
  ...{ gemeentecode: '0599', overigReden: null, regio: 'rijnmond', casusregie: gemeente },
});

describe('who held casusregie when', () => {
  const op = (event: JeugdigeEvent, dag: string): Past<JeugdigeEvent> => ({
    ...event,
    ...{ id: deriveId(dag), geldigOp: `${dag}T00:00:00.000Z`, vastgelegdOp: '2026-03-02T09:30:00.000Z' },
  });
  const overdrachtId = deriveId('overdracht');
  const zo = feit.overdrachtAanvaard.of({ jeugdigeId, overdrachtId, door: gi, medewerker: 'jb-17' });
  const terug = feit.overdrachtAanvaard.of({ jeugdigeId, overdrachtId, door: gemeente, medewerker: 'lt-2' });

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

type Keuze =
  | { readonly doe: 'bied'; readonly aan: Houder; readonly uren: number }
  | { readonly doe: 'aanvaard' | 'weiger' | 'trek-in'; readonly door: Houder | null; readonly laatste: boolean }
  | { readonly doe: 'sluit' }
  | { readonly doe: 'heropen' }
  | { readonly doe: 'vernietig' };

const houder = fc.constantFrom(...HOUDERS);
/** Mostly the last offer, answered by whom it was made to; now and then an older one or somebody else. */
const antwoord = {
  door: fc.option(houder, { nil: null, freq: 2 }),
  laatste: fc.integer({ min: 0, max: 5 }).map((n) => n > 0),
};
const keuze: fc.Arbitrary<Keuze> = fc.oneof(
  {
    weight: 12,
    arbitrary: fc.record({ doe: fc.constant('bied' as const), aan: houder, uren: fc.integer({ min: -5, max: 120 }) }),
  },
  { weight: 12, arbitrary: fc.record({ doe: fc.constant('aanvaard' as const), ...antwoord }) },
  { weight: 4, arbitrary: fc.record({ doe: fc.constantFrom('weiger' as const, 'trek-in' as const), ...antwoord }) },
  {
    weight: 3,
    arbitrary: fc.record({ doe: fc.constantFrom('sluit' as const, 'heropen' as const, 'heropen' as const) }),
  },
  { weight: 1, arbitrary: fc.constant({ doe: 'vernietig' as const }) },
);

const gebeurd = (history: readonly Past<DomainEvent>[]) => history as readonly Past<JeugdigeEvent>[];

/** The worker that accepts bears the name of the organisation that asked, so that the log tells who it was. */
const commandVan = (
  gekozen: Keuze,
  context: JeugdigeCommand['context'],
  history: readonly Past<DomainEvent>[],
): JeugdigeCommand => {
  if (gekozen.doe === 'bied') {
    const geldigTot = new Date(Date.parse(context.nu) + gekozen.uren * 3_600_000).toISOString();
    return new BiedRegieoverdrachtAan({ jeugdigeId, aan: gekozen.aan, geldigTot, toelichting: null }, context);
  }
  if (gekozen.doe === 'sluit') return new SluitDossier({ jeugdigeId }, context);
  if (gekozen.doe === 'heropen') return new HeropenDossier({ jeugdigeId }, context);
  if (gekozen.doe === 'vernietig') return new VernietigDossier({ jeugdigeId, grond: 'verzoek_betrokkene' }, context);
  const aanbiedingen = gebeurd(history).filter((event) => event.type === feit.overdrachtAangeboden.type);
  const aanbod = aanbiedingen.at(gekozen.laatste ? -1 : 0)?.data;
  const overdrachtId = aanbod?.overdrachtId ?? deriveId('geen aanbod');
  const { organisatie } = gekozen.door ?? aanbod?.aan ?? gi;
  if (gekozen.doe === 'trek-in')
    return new TrekRegieoverdrachtIn({ jeugdigeId, overdrachtId, reden: 'toch niet' }, context);
  if (gekozen.doe === 'weiger')
    return new WeigerRegieoverdracht({ jeugdigeId, overdrachtId, organisatie, reden: 'vol' }, context);
  return new AanvaardRegieoverdracht(
    { jeugdigeId, overdrachtId, organisatie, medewerker: `mw.${organisatie}` },
    context,
  );
};

const slice: Played<Keuze, JeugdigeCommand, JeugdigeState, JeugdigeEvent, JeugdigeFacts> = {
  decider: jeugdigeDecider,
  definitions: jeugdigeEvents,
  correcties: jeugdigeCorrecties,
  start: [geregistreerd],
  commandOf: (gekozen, context, history) => ({
    command: commandVan(gekozen, context, history),
    facts: { regio: null },
  }),
};

/** Follows casusregie through the log by hand: from holder to holder, without a gap and without an overlap. */
const volgDeLijn = (history: readonly Past<JeugdigeEvent>[]): { houder: Houder; vanaf: string }[] => {
  const lijn = [{ houder: gemeente, vanaf: history[0]!.geldigOp }];
  let aanbod: Extract<Past<JeugdigeEvent>, { type: 'jeugdige.regieoverdracht-aangeboden@1' }> | null = null;
  for (const event of history) {
    const huidig = lijn.at(-1)!;
    if (event.type === 'jeugdige.regieoverdracht-aangeboden@1') {
      if (aanbod) expect(aanbod.data.geldigTot <= event.vastgelegdOp).toBe(true);
      expect(event.data.van).toEqual(huidig.houder);
      aanbod = event;
    }
    if (
      event.type === 'jeugdige.regieoverdracht-geweigerd@1' ||
      event.type === 'jeugdige.regieoverdracht-ingetrokken@1'
    ) {
      expect(event.data.overdrachtId).toBe(aanbod?.data.overdrachtId);
      aanbod = null;
    }
    if (event.type === 'jeugdige.regieoverdracht-aanvaard@1') {
      const { overdrachtId, door, medewerker } = event.data;
      expect(overdrachtId).toBe(aanbod?.data.overdrachtId);
      expect(door).toEqual(aanbod!.data.aan);
      expect(medewerker).toBe(`mw.${aanbod!.data.aan.organisatie}`);
      expect(event.vastgelegdOp < aanbod!.data.geldigTot).toBe(true);
      expect(event.geldigOp >= huidig.vanaf && event.geldigOp >= aanbod!.geldigOp).toBe(true);
      lijn.push({ houder: door, vanaf: event.geldigOp });
      aanbod = null;
    }
  }
  return lijn;
};

/** The same line when facts were corrected or withdrawn, read from the log by the last word on each fact. */
const lijnNaCorrecties = (history: readonly Past<DomainEvent>[]): { houder: Houder; vanaf: string }[] => {
  const overVan = (id: string) =>
    history.map(({ data }) => data as Record<string, unknown>).filter((data) => data['vervangt'] === id);
  const nu = gebeurd(history).flatMap((event, plek) => {
    if (event.type !== 'jeugdige.geregistreerd@1' && event.type !== 'jeugdige.regieoverdracht-aanvaard@1') return [];
    const over = overVan(event.id);
    if (over.some((data) => !('velden' in data))) return [];
    const veld = event.type === 'jeugdige.geregistreerd@1' ? 'casusregie' : 'door';
    const velden = Object.assign({}, event.data, ...over.map((data) => data['velden'])) as Record<string, Houder>;
    const vanaf = (over.findLast((data) => data['gebeurdOp'] !== null)?.['gebeurdOp'] as string) ?? event.geldigOp;
    return [{ houder: velden[veld]!, vanaf, plek }];
  });
  const begin = nu[0]!.vanaf;
  return nu
    .map((deel) => ({ ...deel, vanaf: deel.vanaf < begin ? begin : deel.vanaf }))
    .sort((a, b) => (a.plek === 0 ? -1 : b.plek === 0 ? 1 : a.vanaf.localeCompare(b.vanaf) || a.plek - b.plek));
};

const expectHouders = (history: readonly Past<DomainEvent>[], lijn: readonly { houder: Houder; vanaf: string }[]) => {
  const state = jeugdigeVan(fold(jeugdigeDecider, history))!;
  expect(state.casusregie.map(({ houder: h, vanaf }) => ({ houder: h, vanaf }))).toEqual(
    lijn.map(({ houder: h, vanaf }) => ({ houder: h, vanaf })),
  );
  expect(casusregieNu(state).houder).toEqual(lijn.at(-1)!.houder);
  const momenten = Array.from({ length: 100 }, (_, n) => atHour(n * 6)).filter((moment) => moment >= lijn[0]!.vanaf);
  const volgensLog = (moment: string) => lijn.findLast(({ vanaf }) => vanaf <= moment)!.houder.organisatie;
  expect(momenten.map((moment) => casusregieOp(state, moment).houder.organisatie)).toEqual(momenten.map(volgensLog));
};

describe('whatever is asked of a dossier', () => {
  it('then exactly one organisation holds casusregie at every moment, and only who was offered it accepts', () => {
    fc.assert(
      fc.property(turns(keuze), (sequence) => {
        const history = play(slice, sequence);
        expectHouders(history, volgDeLijn(gebeurd(history)));
      }),
      { numRuns: 100 },
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
        expectHouders(history, lijnNaCorrecties(history));
      }),
      { numRuns: 100 },
    );
  });
});
