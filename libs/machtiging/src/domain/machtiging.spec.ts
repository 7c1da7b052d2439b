import { describe, expect, it } from '@jest/globals';
import { deriveId, fold, persoonsgegevensVan } from '@regielijn/kern';
import { given, past, testContext } from '../../../kern/src/scenario.kit.js';
import { DienVerzoekIn, LegBeschikkingVast, LegEindeVast } from './commands.js';
import { machtigingDecider, nieuwMachtigingId } from './decide.js';
import {
  EindegrondSchema,
  type MachtigingEvent,
  machtigingEvents,
  machtigingFeiten as feit,
  type Soort,
} from './events.js';
import { geldtOp } from './state.js';

const machtigingId = deriveId('machtiging');
const jeugdigeId = deriveId('jeugdige');
/** `past` puts everything on 1 March 2026; what is asked, is asked the day after. */
const opTijd = testContext({ nu: '2026-03-02T09:30:00.000Z' });

const verzoekData = { jeugdigeId, soort: 'MGJ', grondslag: 'OTS', kader: 'gedwongen', verzoeker: 'gi-demo' } as const;
const verzocht = (soort: Soort = 'MGJ') => feit.verzoekIngediend.of({ machtigingId, ...verzoekData, soort });
const afgewezen = feit.afgewezen.of({ machtigingId, jeugdigeId, beschikkingOp: '2026-03-02' });
const verleend = (
  geldigVan = '2026-03-02',
  geldigTot = '2026-09-02',
  wettelijkUiterlijk = '2027-03-02',
  langerDanWet = false,
) =>
  feit.verleend.of({
    ...{ machtigingId, jeugdigeId, beschikkingOp: '2026-03-02' },
    ...{ geldigVan, geldigTot, wettelijkUiterlijk, langerDanWet },
  });
const geeindigd = feit.geeindigd.of({ machtigingId, jeugdigeId, grond: 'uitstroom' });

const beschikking = (changes: Partial<LegBeschikkingVast['data']> = {}) =>
  new LegBeschikkingVast(
    {
      ...{ machtigingId, uitkomst: 'verleend', beschikkingOp: '2026-03-02' },
      ...{ geldigVan: '2026-03-02', geldigTot: '2026-09-02', ...changes },
    },
    opTijd,
  );
const wijsAf = beschikking({ uitkomst: 'afgewezen', geldigVan: null, geldigTot: null });
const einde = (op = '2026-03-02T09:30:00.000Z', grond: LegEindeVast['data']['grond'] = 'uitstroom') =>
  new LegEindeVast({ machtigingId, grond }, testContext({ geldigOp: op }));

describe('a request to the kinderrechter', () => {
  it('given nothing, when a machtiging is requested, then that is recorded; again, then nothing happens', () => {
    const command = new DienVerzoekIn(verzoekData, opTijd);
    given(machtigingDecider, [])
      .when(command)
      .then(feit.verzoekIngediend.of({ machtigingId: nieuwMachtigingId(opTijd.commandId), ...verzoekData }));
    given(machtigingDecider, [verzocht()]).when(command).thenNothingHappened();
  });

  it.each([beschikking(), einde()])(
    'given no request, when $naam is asked, then there is no such machtiging',
    (command) => given(machtigingDecider, []).when(command).thenRefused('NIET_GEVONDEN'),
  );
});

describe('the beschikking', () => {
  it('given a request, when granted, then its own dates stand beside the longest that the law allows', () => {
    given(machtigingDecider, [verzocht()]).when(beschikking()).then(verleend());
  });

  it.each<[Soort, string, string]>([
    ['MGJ', '2026-03-02', '2027-03-02'],
    ['SPOED', '2026-03-02', '2026-03-30'],
    ['VMGJ', '2026-03-02', '2026-09-02'],
    ['VMGJ', '2026-08-31', '2027-02-28'],
    ['MGJ', '2028-02-29', '2029-02-28'],
    // 28 days over the change to summer time.
    ['SPOED', '2026-03-20', '2026-04-17'],
  ])(
    'given a %s from %s, when granted until %s, then that is the longest; a day more is recorded and flagged',
    (soort, geldigVan, uiterlijk) => {
      const scenario = given(machtigingDecider, [verzocht(soort)]);
      scenario.when(beschikking({ geldigVan, geldigTot: uiterlijk })).then(verleend(geldigVan, uiterlijk, uiterlijk));
      const dagMeer = new Date(Date.parse(uiterlijk) + 86_400_000).toISOString().slice(0, 10);
      scenario.when(beschikking({ geldigVan, geldigTot: dagMeer })).then(verleend(geldigVan, dagMeer, uiterlijk, true));
    },
  );

  it('given a request, when rejected, then that is recorded and nothing holds', () => {
    given(machtigingDecider, [verzocht()]).when(wijsAf).then(afgewezen);
    expect(geldtOp(fold(machtigingDecider, past([verzocht(), afgewezen])), '2026-03-02')).toBe(false);
  });

  it.each([{ geldigVan: null }, { geldigTot: null }])('given a grant without a date (%j), then it is refused', (leeg) =>
    given(machtigingDecider, [verzocht()]).when(beschikking(leeg)).thenRefused('GELDIGHEID_ONTBREEKT'),
  );

  it.each([
    ['that ends on the day it begins', { geldigTot: '2026-03-02' }],
    ['that ends before it begins', { geldigTot: '2026-02-02' }],
    ['of before the request', { beschikkingOp: '2026-02-28' }],
    ['of after today', { beschikkingOp: '2026-03-03' }],
  ])('given a beschikking %s, then it is refused', (_, changes) =>
    given(machtigingDecider, [verzocht()]).when(beschikking(changes)).thenRefused('DATUM_VOLGORDE'),
  );

  it('given a beschikking on the day of the request, then it is recorded', () => {
    given(machtigingDecider, [verzocht()])
      .when(beschikking({ beschikkingOp: '2026-03-01' }))
      .then(feit.verleend.of({ ...verleend().data, beschikkingOp: '2026-03-01' }));
  });

  it.each<[string, MachtigingEvent[], LegBeschikkingVast]>([
    ['granted', [verleend()], beschikking()],
    ['granted and over', [verleend(), geeindigd], beschikking()],
    ['rejected', [afgewezen], wijsAf],
  ])('given a request that was %s, when the same beschikking comes again, then nothing happens', (_, events, command) =>
    given(machtigingDecider, [verzocht(), ...events])
      .when(command)
      .thenNothingHappened(),
  );

  it.each<[string, MachtigingEvent[], LegBeschikkingVast]>([
    ['a grant', [verleend()], wijsAf],
    ['a rejection', [afgewezen], beschikking()],
    ['a grant until another day', [verleend()], beschikking({ geldigTot: '2026-10-02' })],
    ['a grant from another day', [verleend()], beschikking({ geldigVan: '2026-03-03' })],
    ['a grant of another day', [verleend()], beschikking({ beschikkingOp: '2026-03-01' })],
    ['a machtiging that is over', [verleend(), geeindigd], wijsAf],
  ])(
    'given %s, when another beschikking comes, then it is refused: the first must be corrected',
    (_, events, command) =>
      given(machtigingDecider, [verzocht(), ...events])
        .when(command)
        .thenRefused('AL_BESLIST'),
  );
});

describe('the end of a machtiging before its end date', () => {
  it.each(EindegrondSchema.options)('given a machtiging, when it ends by %s, then that is recorded', (grond) =>
    given(machtigingDecider, [verzocht(), verleend()])
      .when(einde(undefined, grond))
      .then(feit.geeindigd.of({ machtigingId, jeugdigeId, grond })),
  );

  it.each([
    ['only requested', [verzocht()]],
    ['rejected', [verzocht(), afgewezen]],
  ])('given a machtiging that was %s, when it ends, then it is refused', (_, events) =>
    given(machtigingDecider, events).when(einde()).thenRefused('NIET_VERLEEND'),
  );

  it('given an end of before the beschikking, then it is refused', () => {
    given(machtigingDecider, [verzocht(), verleend()])
      .when(einde('2026-03-01T09:30:00.000Z'))
      .thenRefused('DATUM_VOLGORDE');
  });

  it('given an end, when it comes again, then nothing happens; another end is refused and not lost', () => {
    const over = given(machtigingDecider, [verzocht(), verleend(), geeindigd]);
    over.when(einde('2026-03-01T12:00:00.000Z')).thenNothingHappened();
    over.when(einde('2026-03-02T12:00:00.000Z')).thenRefused('AL_GEEINDIGD');
    over.when(einde('2026-03-01T12:00:00.000Z', 'vernietigd_door_hof')).thenRefused('AL_GEEINDIGD');
  });
});

it('given the event types of a machtiging, then only the reason of a correction is personal', () => {
  const velden = machtigingEvents.flatMap(({ type, schema }) =>
    [...persoonsgegevensVan(schema)].map(([veld, sleutel]) => `${type} ${veld} ${sleutel}`),
  );
  expect(velden).toEqual([
    'machtiging.gecorrigeerd@1 reden jeugdigeId',
    'machtiging.feit-ingetrokken@1 reden jeugdigeId',
  ]);
});
