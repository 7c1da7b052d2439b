import { describe, expect, it } from '@jest/globals';
import { fold, type MachtigingSoort, persoonsgegevensVan } from '@regielijn/kern';
import { given as opStand, past, testContext } from '../../../kern/src/scenario.kit.js';
import { LegBeschikkingVast, LegEindeVast, type MachtigingCommand } from './commands.js';
import { machtigingDecider } from './decide.js';
import { type MachtigingEvent, machtigingEvents, machtigingFeiten as feit } from './events.js';
import { facts, jeugdigeId, machtigingId, verleend as verleendMet, verzocht } from './machtiging.kit.js';
import { geldtOp } from './stand.js';

/** `past` puts everything on 1 March 2026; what is asked, is asked the day after. */
const opTijd = testContext({ nu: '2026-03-02T09:30:00.000Z' });
const given = (events: readonly MachtigingEvent[], anders: Partial<typeof facts> = {}) => ({
  when: (command: MachtigingCommand) => opStand(machtigingDecider, events).when(command, { ...facts, ...anders }),
});

const afgewezen = feit.afgewezen.of({ machtigingId, jeugdigeId, beschikkingOp: '2026-03-02' });
const verleend = (
  geldigVan = '2026-03-02',
  geldigTot = '2026-09-02',
  wettelijkUiterlijk = '2027-03-02',
  langerDanWet = false,
) => verleendMet({ geldigVan, geldigTot, wettelijkUiterlijk, langerDanWet });
const geeindigd = feit.geeindigd.of({ machtigingId, jeugdigeId, grond: 'uitstroom', berekendOp: null, vlaggen: [] });

const beschikking = (changes: Partial<LegBeschikkingVast['data']> = {}) =>
  new LegBeschikkingVast(
    {
      ...{ machtigingId, uitkomst: 'verleend', beschikkingOp: '2026-03-02' },
      ...{ geldigVan: '2026-03-02', geldigTot: '2026-09-02', bereidheid: null, ...changes },
    },
    opTijd,
  );
const wijsAf = beschikking({ uitkomst: 'afgewezen', geldigVan: null, geldigTot: null });
const einde = (op = '2026-03-02T09:30:00.000Z', grond: LegEindeVast['data']['grond'] = 'uitstroom') =>
  new LegEindeVast({ machtigingId, grond }, testContext({ geldigOp: op }));

it.each([beschikking(), einde()])(
  'given no request, when $naam is asked, then there is no such machtiging',
  (command) => given([]).when(command).thenRefused('NIET_GEVONDEN'),
);

describe('the beschikking', () => {
  it('given a request, when granted, then its own dates stand beside the longest that the law allows', () => {
    given([verzocht()]).when(beschikking()).then(verleend());
  });

  it.each<[MachtigingSoort, string, string]>([
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
      const scenario = given([verzocht(soort)]);
      scenario.when(beschikking({ geldigVan, geldigTot: uiterlijk })).then(verleend(geldigVan, uiterlijk, uiterlijk));
      const dagMeer = new Date(Date.parse(uiterlijk) + 86_400_000).toISOString().slice(0, 10);
      scenario.when(beschikking({ geldigVan, geldigTot: dagMeer })).then(verleend(geldigVan, dagMeer, uiterlijk, true));
    },
  );

  it('given a request, when rejected, then that is recorded and nothing holds', () => {
    given([verzocht()]).when(wijsAf).then(afgewezen);
    expect(geldtOp(fold(machtigingDecider, past([verzocht(), afgewezen])), '2026-03-02')).toBe(false);
  });

  it.each([{ geldigVan: null }, { geldigTot: null }])('given a grant without a date (%j), then it is refused', (leeg) =>
    given([verzocht()]).when(beschikking(leeg)).thenRefused('GELDIGHEID_ONTBREEKT'),
  );

  it.each([
    ['that ends on the day it begins', { geldigTot: '2026-03-02' }],
    ['that ends before it begins', { geldigTot: '2026-02-02' }],
    ['of before the request', { beschikkingOp: '2026-02-28' }],
    ['of after today', { beschikkingOp: '2026-03-03' }],
  ])('given a beschikking %s, then it is refused', (_, changes) =>
    given([verzocht()]).when(beschikking(changes)).thenRefused('DATUM_VOLGORDE'),
  );

  it('given dates that cannot be, then the refusal says to look at them', () => {
    const command = beschikking({ geldigTot: '2026-02-02' });
    const beslis = () => machtigingDecider.decide(command, fold(machtigingDecider, past([verzocht()])), facts);
    expect(beslis).toThrow('Kijk de datums na.');
  });

  it('given a beschikking on the day of the request, then it is recorded', () => {
    given([verzocht()])
      .when(beschikking({ beschikkingOp: '2026-03-01' }))
      .then(feit.verleend.of({ ...verleend().data, beschikkingOp: '2026-03-01' }));
  });

  it.each<[string, MachtigingEvent[], LegBeschikkingVast]>([
    ['granted', [verleend()], beschikking()],
    ['granted and over', [verleend(), geeindigd], beschikking()],
    ['rejected', [afgewezen], wijsAf],
  ])('given a request that was %s, when the same beschikking comes again, then nothing happens', (_, events, command) =>
    given([verzocht(), ...events])
      .when(command)
      .thenNothingHappened(),
  );

  describe('why a jeugdige with a VMGJ is expected to keep to the voorwaarden', () => {
    const bereid = { bereidheid: 'bereidverklaring' } as const;
    const verwacht = { bereidheid: 'redelijke_verwachting' } as const;
    const vmgj = { geldigTot: '2026-09-02', wettelijkUiterlijk: '2026-09-02' };

    it.each([bereid, verwacht, { bereidheid: null }])('given a grant with %j, then it stands with it', (zo) =>
      given([verzocht('VMGJ')])
        .when(beschikking(zo))
        .then(verleendMet({ ...vmgj, ...zo })),
    );

    it.each(['MGJ', 'SPOED'] as const)('given a %s, which needs none, then it is not recorded', (soort) => {
      const geldig = { geldigVan: '2026-03-02', geldigTot: '2026-03-30' };
      const uiterlijk = soort === 'MGJ' ? '2027-03-02' : '2026-03-30';
      given([verzocht(soort)])
        .when(beschikking({ ...geldig, ...bereid }))
        .then(verleendMet({ ...geldig, wettelijkUiterlijk: uiterlijk }));
    });

    it('given a grant that stands with one, when told again with it or without, then nothing happens; with another it is refused', () => {
      const scenario = given([verzocht('VMGJ'), verleendMet({ ...vmgj, ...bereid })]);
      scenario.when(beschikking(bereid)).thenNothingHappened();
      scenario.when(beschikking()).thenNothingHappened();
      scenario.when(beschikking(verwacht)).thenRefused('AL_BESLIST');
    });
  });

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
      given([verzocht(), ...events])
        .when(command)
        .thenRefused('AL_BESLIST'),
  );
});

describe('the end of a machtiging before its end date', () => {
  it.each([
    ['only requested', [verzocht()]],
    ['rejected', [verzocht(), afgewezen]],
  ])('given a machtiging that was %s, when it ends, then it is refused', (_, events) =>
    given(events).when(einde()).thenRefused('NIET_VERLEEND'),
  );

  it('given an end of before the beschikking, then it is refused', () => {
    given([verzocht(), verleend()]).when(einde('2026-03-01T09:30:00.000Z')).thenRefused('DATUM_VOLGORDE');
  });

  it('given an end, when it comes again, then nothing happens; another end is refused and not lost', () => {
    const over = given([verzocht(), verleend(), geeindigd]);
    over.when(einde('2026-03-01T12:00:00.000Z')).thenNothingHappened();
    over.when(einde('2026-03-02T12:00:00.000Z')).thenRefused('AL_GEEINDIGD');
    over.when(einde('2026-03-01T12:00:00.000Z', 'vernietigd_door_hof')).thenRefused('AL_GEEINDIGD');
  });
});

describe('how long a machtiging may hold', () => {
  it.each<[string, MachtigingSoort, boolean | null, string]>([
    ['a first voorwaardelijke machtiging', 'VMGJ', false, '2026-09-02'],
    ['an extended voorwaardelijke machtiging', 'VMGJ', true, '2027-03-02'],
    ['a voorwaardelijke machtiging of which that is not known', 'VMGJ', null, '2026-09-02'],
    ['an extended machtiging gesloten jeugdhulp', 'MGJ', true, '2027-03-02'],
  ])('given %s, when granted, then at the longest until the day of the law', (_, soort, verlenging, uiterlijk) =>
    given([verzocht(soort, { verlenging })])
      .when(beschikking({ geldigTot: uiterlijk }))
      .then(verleend('2026-03-02', uiterlijk, uiterlijk)),
  );

  it('given who is eighteen at the start, then six months after that birthday at the longest; a minor has the whole year', () => {
    const achttien = { geboortedatum: '2008-02-01' };
    given([verzocht()], achttien)
      .when(beschikking())
      .then(verleend('2026-03-02', '2026-09-02', '2026-08-01', true));
    const minderjarig = { geboortedatum: '2008-03-03' };
    given([verzocht()], minderjarig).when(beschikking()).then(verleend());
  });

  it('given the reading that a machtiging of before eighteen ends six months after it too, then that day counts', () => {
    given([verzocht()], { geboortedatum: '2008-03-03', eindigtNaAchttien: true })
      .when(beschikking({ geldigTot: '2026-10-02' }))
      .then(verleend('2026-03-02', '2026-10-02', '2026-09-03', true));
  });
});

it('given the event types of a machtiging, then free text is personal and nothing else', () => {
  const velden = machtigingEvents.flatMap(({ schema }) => [...persoonsgegevensVan(schema)].map(([veld]) => veld));
  expect(new Set(velden)).toEqual(new Set(['redenGeenOnderzoek', 'toelichting', 'redenen', 'reden']));
  const sleutels = machtigingEvents.flatMap(({ schema }) => [...persoonsgegevensVan(schema).values()]);
  expect(new Set(sleutels)).toEqual(new Set(['jeugdigeId']));
});
