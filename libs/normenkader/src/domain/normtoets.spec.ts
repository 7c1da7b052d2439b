import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { EventCatalogue } from '@regielijn/event-store';
import { type DomainEvent, deriveId, fold } from '@regielijn/kern';
import { given, past, testContext } from '../../../kern/src/scenario.kit.js';
import type { Beoordeling } from './beoordeling.js';
import { LegBesprekingVast, MotiveerAfwijking, RondHerstelAf, ToetsNormen } from './commands.js';
import { normtoetsDecider, type ToetsFacts } from './decide.js';
import { normenkaderEvents, normenkaderFeiten as feit, normenkaderUpcasters } from './events.js';
import { GEHEEL } from './normen/uitkomst.js';
import { staandeAfwijkingen } from './state.js';

const [trajectId, jeugdigeId] = [deriveId('traject'), deriveId('jeugdige')];
const aanleiding = (n: number): string => deriveId('aanleiding', n);
const peil = (n: number): string => `2026-01-${String(9 + n).padStart(2, '0')}T21:15:00.000Z`;
const toets = { trajectId, jeugdigeId, norm: 'O1', regelversie: '2020-10-12' };
const zegt = (uitkomst: Beoordeling['uitkomst'], wijziging: Partial<Beoordeling> = {}): Beoordeling => ({
  ...{ norm: 'O1', regelversie: '2020-10-12', uitkomst, uitleg: `uitleg ${uitkomst}`, bron: ['bron'] },
  ...{ feiten: [aanleiding(1)], gevallen: uitkomst === 'AFWIJKING' ? [GEHEEL] : [], isAanDeOrde: true, ...wijziging },
});
const facts = (...beoordelingen: Beoordeling[]): ToetsFacts => ({ jeugdigeId, beoordelingen });
const getoetst = (n: number, beoordeling: Beoordeling) => {
  const { norm, regelversie, uitkomst, uitleg, bron, feiten } = beoordeling;
  return feit.getoetst.of({
    ...{ trajectId, jeugdigeId, norm, regelversie, aanleiding: aanleiding(n), peilmoment: peil(n) },
    ...{ feiten: [...feiten], uitkomst, uitleg, bron: [...bron] },
  });
};
const afwijkingId = deriveId('afwijking', trajectId, 'O1', aanleiding(1), GEHEEL);
const afwijking = feit.afwijkingVastgesteld.of({ ...toets, afwijkingId, peilmoment: peil(1), geval: GEHEEL });
const vervallen = feit.afwijkingVervallen.of({ ...toets, afwijkingId });
const vraag = (n: number, wijziging: Partial<ToetsNormen['data']> = {}) =>
  new ToetsNormen(
    { trajectId, normen: ['O1', 'O3'], aanleiding: aanleiding(n), peilmoment: peil(n), ...wijziging },
    testContext(),
  );

describe('the norm assessments of a traject', () => {
  it('given nothing, when a norm is met, then only the assessment is recorded', () => {
    given(normtoetsDecider, [])
      .when(vraag(1), facts(zegt('VOLDAAN')))
      .then(getoetst(1, zegt('VOLDAAN')));
  });

  it('given nothing, when a norm is deviated from, then the assessment and the deviation are recorded: a norm never blocks', () => {
    given(normtoetsDecider, [])
      .when(vraag(1), facts(zegt('AFWIJKING')))
      .then(getoetst(1, zegt('AFWIJKING')), afwijking);
  });

  it('given nothing, when several norms say something, then each that was asked for is recorded', () => {
    const [o3, b4] = [zegt('NIET_TE_BEPALEN', { norm: 'O3' }), zegt('AFWIJKING', { norm: 'B4' })];
    given(normtoetsDecider, [])
      .when(vraag(1), facts(zegt('VOLDAAN'), o3, b4))
      .then(getoetst(1, zegt('VOLDAAN')), getoetst(1, o3));
  });

  it('given nothing, when the moment to check a norm has not come, then nothing is recorded', () => {
    given(normtoetsDecider, [])
      .when(vraag(1), facts(zegt('NIET_VAN_TOEPASSING', { isAanDeOrde: false })))
      .thenNothingHappened();
  });

  it('given nothing, when only time went by, then the command itself is the trigger', () => {
    const { commandId } = testContext();
    const { data } = getoetst(1, zegt('VOLDAAN'));
    given(normtoetsDecider, [])
      .when(vraag(1, { aanleiding: null }), facts(zegt('VOLDAAN')))
      .then(feit.getoetst.of({ ...data, aanleiding: commandId }));
  });

  it('given an assessment, when the same trigger comes again, then nothing happens, whatever it says now', () => {
    given(normtoetsDecider, [getoetst(1, zegt('VOLDAAN'))])
      .when(vraag(1), facts(zegt('AFWIJKING')))
      .thenNothingHappened();
  });

  it('given an assessment, when the same trigger comes under another version of the rules, then it is assessed again', () => {
    const nieuw = zegt('AFWIJKING', { regelversie: '2027-01-01' });
    given(normtoetsDecider, [getoetst(1, zegt('AFWIJKING')), afwijking])
      .when(vraag(1), facts({ ...nieuw, uitleg: 'anders' }))
      .then(getoetst(1, { ...nieuw, uitleg: 'anders' }));
  });

  it('given an assessment, when a later one says the same of the same facts, then it is not repeated', () => {
    given(normtoetsDecider, [getoetst(1, zegt('VOLDAAN'))])
      .when(vraag(2), facts(zegt('VOLDAAN')))
      .thenNothingHappened();
  });

  it.each<[string, Beoordeling]>([
    ['another explanation', zegt('VOLDAAN', { uitleg: 'anders' })],
    ['other facts', zegt('VOLDAAN', { feiten: [aanleiding(1), aanleiding(2)] })],
    ['another outcome', zegt('NIET_TE_BEPALEN', { uitleg: 'uitleg VOLDAAN' })],
  ])('given an assessment, when a later one has %s, then it is recorded', (_, later) => {
    given(normtoetsDecider, [getoetst(1, zegt('VOLDAAN'))])
      .when(vraag(2), facts(later))
      .then(getoetst(2, later));
  });

  it('given an assessment, when somebody asks about an earlier moment, then it does not go back in time', () => {
    given(normtoetsDecider, [getoetst(2, zegt('VOLDAAN'))])
      .when(vraag(1), facts(zegt('AFWIJKING')))
      .thenNothingHappened();
  });

  it('given a deviation, when a correction shows there is none, then the deviation ends and the old assessment stays', () => {
    given(normtoetsDecider, [getoetst(1, zegt('AFWIJKING')), afwijking])
      .when(vraag(2), facts(zegt('VOLDAAN')))
      .then(getoetst(2, zegt('VOLDAAN')), vervallen);
  });

  it('given a deviation, when the opname is withdrawn, then it ends, though there is nothing left to check', () => {
    const niets = zegt('NIET_VAN_TOEPASSING', { isAanDeOrde: false, feiten: [] });
    given(normtoetsDecider, [getoetst(1, zegt('AFWIJKING')), afwijking])
      .when(vraag(2), facts(niets))
      .then(getoetst(2, niets), vervallen);
  });

  it('given a deviation, when a correction still shows one, then it stays the same deviation', () => {
    const nog = zegt('AFWIJKING', { uitleg: 'een uur later' });
    given(normtoetsDecider, [getoetst(1, zegt('AFWIJKING')), afwijking])
      .when(vraag(2), facts(nog))
      .then(getoetst(2, nog));
  });

  it('given a deviation that lapsed, when the norm is deviated from again, then that is a new one', () => {
    const opnieuw = deriveId('afwijking', trajectId, 'O1', aanleiding(3), GEHEEL);
    given(normtoetsDecider, [...[getoetst(1, zegt('AFWIJKING')), afwijking, getoetst(2, zegt('VOLDAAN')), vervallen]])
      .when(vraag(3), facts(zegt('AFWIJKING')))
      .then(
        getoetst(3, zegt('AFWIJKING')),
        feit.afwijkingVastgesteld.of({ ...toets, afwijkingId: opnieuw, peilmoment: peil(3), geval: GEHEEL }),
      );
  });
});

describe('a norm that is checked at each of several facts', () => {
  const [eerste, tweede] = [deriveId('incident', 1), deriveId('incident', 2)];
  const bij = (...gevallen: string[]) => zegt('AFWIJKING', { norm: 'B6', gevallen });
  const vastgesteld = (n: number, geval: string) =>
    feit.afwijkingVastgesteld.of({
      ...{ trajectId, jeugdigeId, norm: 'B6', regelversie: '2020-10-12', peilmoment: peil(n), geval },
      afwijkingId: deriveId('afwijking', trajectId, 'B6', aanleiding(n), geval),
    });
  const weg = (n: number, geval: string) => {
    const { peilmoment: _, geval: _geval, ...data } = vastgesteld(n, geval).data;
    return feit.afwijkingVervallen.of(data);
  };
  const normen = ['B6' as const];

  it('given a deviation at one, when there is another at a second, then that is a deviation of its own', () => {
    const beide = { ...bij(eerste, tweede), feiten: [eerste, tweede] };
    given(normtoetsDecider, [getoetst(1, bij(eerste)), vastgesteld(1, eerste)])
      .when(vraag(2, { normen }), facts(beide))
      .then(getoetst(2, beide), vastgesteld(2, tweede));
  });

  it('given nothing, when it is deviated from at two at once, then those are two deviations', () => {
    given(normtoetsDecider, [])
      .when(vraag(1, { normen }), facts(bij(eerste, tweede)))
      .then(getoetst(1, bij(eerste, tweede)), vastgesteld(1, eerste), vastgesteld(1, tweede));
  });

  it('given two, when a correction shows that one was none, then that one lapses and the other stays', () => {
    const anders = { ...bij(tweede), uitleg: 'anders' };
    given(normtoetsDecider, [getoetst(1, bij(eerste, tweede)), vastgesteld(1, eerste), vastgesteld(1, tweede)])
      .when(vraag(2, { normen }), facts(anders))
      .then(getoetst(2, anders), weg(1, eerste));
  });

  it('given two, when the norm is met, then both lapse', () => {
    const goed = zegt('VOLDAAN', { norm: 'B6' });
    given(normtoetsDecider, [getoetst(1, bij(eerste, tweede)), vastgesteld(1, eerste), vastgesteld(1, tweede)])
      .when(vraag(2, { normen }), facts(goed))
      .then(getoetst(2, goed), weg(1, eerste), weg(1, tweede));
  });

  it('given a deviation, when only time makes a second one, in the same words, then it is recorded all the same', () => {
    given(normtoetsDecider, [getoetst(1, bij(eerste)), vastgesteld(1, eerste)])
      .when(vraag(2, { normen }), facts(bij(eerste, tweede)))
      .then(getoetst(2, bij(eerste, tweede)), vastgesteld(2, tweede));
  });

  it.each([
    ['of the whole, when it is deviated from at one fact instead', GEHEEL, eerste],
    ['at one fact, when it is deviated from as a whole instead', eerste, GEHEEL],
    ['at one fact, when it is deviated from at another instead', eerste, tweede],
  ])('given a deviation %s, then that one lapses and the other is a new one', (_, eerder, later) => {
    given(normtoetsDecider, [getoetst(1, bij(eerder)), vastgesteld(1, eerder)])
      .when(vraag(2, { normen }), facts(bij(later)))
      .then(getoetst(2, bij(later)), weg(1, eerder), vastgesteld(2, later));
  });

  it('given a deviation of the whole, when there is one at a fact beside it, then each is a deviation of its own', () => {
    given(normtoetsDecider, [getoetst(1, bij(GEHEEL)), vastgesteld(1, GEHEEL)])
      .when(vraag(2, { normen }), facts(bij(GEHEEL, eerste)))
      .then(getoetst(2, bij(GEHEEL, eerste)), vastgesteld(2, eerste));
  });

  const vroeger = feit.afwijkingVastgesteld.of({ ...vastgesteld(1, eerste).data, geval: null });

  it.each([
    ['a fact', eerste],
    ['the whole', GEHEEL],
  ])(
    'given a deviation of before it was said at what, when it is deviated from at %s, then it stands for that',
    (_, nu) => {
      given(normtoetsDecider, [getoetst(1, bij(nu)), vroeger])
        .when(vraag(2, { normen }), facts(bij(nu)))
        .thenNothingHappened();
    },
  );

  it('given a deviation of before it was said at what, when the norm is met, then it lapses', () => {
    const goed = zegt('VOLDAAN', { norm: 'B6' });
    given(normtoetsDecider, [getoetst(1, bij(eerste)), vroeger])
      .when(vraag(2, { normen }), facts(goed))
      .then(getoetst(2, goed), weg(1, eerste));
  });

  it('given a deviation of before it was said at what, then it stands for the first of them', () => {
    const anders = { ...bij(eerste), uitleg: 'anders' };
    given(normtoetsDecider, [getoetst(1, bij(eerste)), vroeger])
      .when(vraag(2, { normen }), facts(anders))
      .then(getoetst(2, anders));
    given(normtoetsDecider, [getoetst(1, bij(eerste)), vroeger])
      .when(vraag(2, { normen }), facts(bij(eerste, tweede)))
      .then(getoetst(2, bij(eerste, tweede)), vastgesteld(2, tweede));
  });

  it('given a deviation as it was recorded before, when read, then at what is not known', () => {
    const { geval: _, ...vroeger } = vastgesteld(1, eerste).data;
    const catalogue = new EventCatalogue(normenkaderEvents, normenkaderUpcasters);
    expect(catalogue.upcast('normenkader.afwijking-vastgesteld@1', vroeger)).toEqual({
      type: 'normenkader.afwijking-vastgesteld@2',
      data: { ...vroeger, geval: null },
    });
  });
});

describe('the motivation of a deviation', () => {
  const inhoud = {
    ...{
      functie: 'jeugdbeschermer' as const,
      redencodes: ['bloedspoed' as const],
      toelichting: 'Er was geen uitstel mogelijk.',
    },
    ...{ alternatievenOverwogen: ['Een nacht bij de crisispleegouders.'], herstelactie: null, herstelUiterlijk: null },
  };
  const motiveer = (wijziging: Partial<MotiveerAfwijking['data']> = {}, op = '2026-03-03T10:00:00.000Z') =>
    new MotiveerAfwijking({ trajectId, afwijkingId, ...inhoud, ...wijziging }, testContext({ geldigOp: op }));
  const gemotiveerd = (wijziging: object = {}) =>
    feit.afwijkingGemotiveerd.of({ trajectId, jeugdigeId, norm: 'O1', afwijkingId, ...inhoud, ...wijziging });
  const zonder = facts();
  const open: DomainEvent[] = [getoetst(1, zegt('AFWIJKING')), afwijking];

  it('given a deviation, when it is motivated, then that is recorded', () => {
    given(normtoetsDecider, open).when(motiveer(), zonder).then(gemotiveerd());
  });

  it('given a motivation, when the same is told once more, then nothing happens', () => {
    given(normtoetsDecider, [...open, gemotiveerd()])
      .when(motiveer(), zonder)
      .thenNothingHappened();
  });

  it('given a motivation, when it is told otherwise, then the new words stand beside the old', () => {
    const beter = { toelichting: 'Er was gevaar voor een ander.' };
    given(normtoetsDecider, [...open, gemotiveerd()])
      .when(motiveer(beter), zonder)
      .then(gemotiveerd(beter));
  });

  describe('what was promised with it', () => {
    const belofte = { herstelactie: 'Het plan alsnog bespreken.', herstelUiterlijk: '2026-03-10' };
    const beloofd = gemotiveerd(belofte);
    const rondAf = (op = '2026-03-20T10:00:00.000Z') =>
      new RondHerstelAf({ trajectId, afwijkingId, toelichting: 'Op school.' }, testContext({ geldigOp: op }));
    const afgerond = feit.herstelAfgerond.of({
      ...{ trajectId, jeugdigeId, norm: 'O1', afwijkingId, toelichting: 'Op school.' },
    });

    it('given a promise, when it is done, then that is recorded, once', () => {
      given(normtoetsDecider, [...open, beloofd])
        .when(rondAf(), zonder)
        .then(afgerond);
      given(normtoetsDecider, [...open, beloofd, afgerond])
        .when(rondAf(), zonder)
        .thenNothingHappened();
    });

    it('given none, or no motivation at all, when it is said to be done, then that is refused', () => {
      given(normtoetsDecider, [...open, gemotiveerd()])
        .when(rondAf(), zonder)
        .thenRefused('GEEN_HERSTEL_AFGESPROKEN');
      given(normtoetsDecider, open).when(rondAf(), zonder).thenRefused('GEEN_HERSTEL_AFGESPROKEN');
    });

    it('when it is said to be done before it was promised, then that is refused', () => {
      given(normtoetsDecider, [...open, beloofd])
        .when(rondAf('2026-02-01T10:00:00.000Z'), zonder)
        .thenRefused('DATUM_VOLGORDE');
    });
  });

  it('given a motivated deviation, when the norm is still deviated from, then it stays motivated and the same', () => {
    const nog = zegt('AFWIJKING', { uitleg: 'een uur later' });
    given(normtoetsDecider, [...open, gemotiveerd()])
      .when(vraag(2), facts(nog))
      .then(getoetst(2, nog));
  });

  it('given a deviation that lapsed, when it is motivated, then that is refused', () => {
    given(normtoetsDecider, [...open, vervallen])
      .when(motiveer(), zonder)
      .thenRefused('AFWIJKING_VERVALLEN');
  });

  it('given a motivated deviation that lapsed, when it is motivated once more, then that is refused', () => {
    given(normtoetsDecider, [...open, gemotiveerd(), vervallen])
      .when(motiveer(), zonder)
      .thenRefused('AFWIJKING_VERVALLEN');
  });

  it('given no deviation of this id, then there is none to motivate', () => {
    given(normtoetsDecider, open)
      .when(motiveer({ afwijkingId: deriveId('een andere') }), zonder)
      .thenRefused('NIET_GEVONDEN');
  });

  it('when it is said to be motivated before the deviation was found, then that is refused', () => {
    given(normtoetsDecider, open).when(motiveer({}, '2026-02-28T10:00:00.000Z'), zonder).thenRefused('DATUM_VOLGORDE');
  });

  it.each([
    ['a last day without what will be done', { herstelUiterlijk: '2026-03-10' }],
    ['a last day that has passed', { herstelactie: 'Een plan maken.', herstelUiterlijk: '2026-03-02' }],
  ])('given %s, then that is refused', (_, herstel) => {
    given(normtoetsDecider, open).when(motiveer(herstel), zonder).thenRefused('HERSTEL_ONVOLLEDIG');
  });

  it('given what will be done and by when, today included, then that is recorded', () => {
    const herstel = { herstelactie: 'Het plan alsnog bespreken.', herstelUiterlijk: '2026-03-03' };
    given(normtoetsDecider, open).when(motiveer(herstel), zonder).then(gemotiveerd(herstel));
  });

  it.each([
    ['no reason', { redencodes: [] }],
    ['a reason that is not in the list', { redencodes: ['zomaar'] }],
    ['no words', { toelichting: ' ' }],
    ['a name in the place of a functie', { functie: 'Jan de Vries' }],
    ['a name that is written as a code', { functie: 'jan-de-vries' }],
  ])('given %s, then the command is not taken in', (_, fout) => {
    const { schema } = MotiveerAfwijking.definition;
    const id = deriveId('een afwijking');
    const data = { trajectId, afwijkingId: id, functie: 'teamleider', redencodes: ['anders'], toelichting: 'Omdat.' };
    expect(schema.safeParse(data).error?.issues).toBeUndefined();
    expect(schema.safeParse({ ...data, ...fout }).success).toBe(false);
  });
});

describe('what the review concludes', () => {
  const uitkomst = { review: 'zuidwest-2026-K1', conclusie: 'te_voorkomen', opschaling: 'regio' };
  const vertel = (id = afwijkingId) =>
    new LegBesprekingVast({ trajectId, afwijkingId: id, ...uitkomst }, testContext({ geldigOp: peil(20) }));
  const besproken = feit.afwijkingBesproken.of({ trajectId, jeugdigeId, norm: 'O1', afwijkingId, ...uitkomst });
  const open: DomainEvent[] = [getoetst(1, zegt('AFWIJKING')), afwijking];
  const zonder = facts();

  it('given a deviation, when the review concluded, then that stands with it, motivated or not', () => {
    given(normtoetsDecider, open).when(vertel(), zonder).then(besproken);
    const state = fold(normtoetsDecider, past([...open, besproken], peil(20)));
    expect(state.afwijkingen[afwijkingId]).toMatchObject({
      toestand: 'open',
      bespreking: { ...uitkomst, op: peil(20) },
    });
  });

  it('given what was told, when it is told once more, then nothing happens', () => {
    given(normtoetsDecider, [...open, besproken])
      .when(vertel(), zonder)
      .thenNothingHappened();
  });

  it('given a deviation that lapsed since, then there is nothing to tell', () => {
    given(normtoetsDecider, [...open, vervallen])
      .when(vertel(), zonder)
      .thenNothingHappened();
  });

  it('given no deviation of this id, then that is refused', () => {
    given(normtoetsDecider, open)
      .when(vertel(deriveId('een andere')), zonder)
      .thenRefused('NIET_GEVONDEN');
  });
});

describe('whatever comes in which order', () => {
  const beurt = fc.record({
    n: fc.integer({ min: 1, max: 12 }),
    norm: fc.constantFrom('O1' as const, 'O3' as const),
    uitkomst: fc.constantFrom('VOLDAAN', 'AFWIJKING', 'NIET_VAN_TOEPASSING', 'NIET_TE_BEPALEN' as const),
    motiveert: fc.boolean(),
    gevallen: fc.uniqueArray(fc.constantFrom(GEHEEL, deriveId('een'), deriveId('twee')), { minLength: 1 }),
  });

  /** As it was recorded before it was said at which fact. */
  const onbekendWaarbij = feit.afwijkingVastgesteld.of({ ...afwijking.data, geval: null });

  it('a norm has a standing deviation at each of its facts that deviates, and at no other', () => {
    fc.assert(
      fc.property(fc.array(beurt, { maxLength: 40 }), fc.boolean(), (beurten, isVanEerder) => {
        const history: DomainEvent[] = isVanEerder ? [getoetst(1, zegt('AFWIJKING')), onbekendWaarbij] : [];
        const laatste = new Map<string, Beoordeling['gevallen']>(isVanEerder ? [['O1', [GEHEEL]]] : []);
        for (const { n, norm, uitkomst, motiveert, gevallen } of beurten) {
          const state = fold(normtoetsDecider, past(history));
          const id = staandeAfwijkingen(state, norm)[0]?.id;
          const gegeven = { functie: 'teamleider' as const, redencodes: ['anders' as const], toelichting: `keer ${n}` };
          const rest = { alternatievenOverwogen: [], herstelactie: null, herstelUiterlijk: null };
          const command =
            motiveert && id !== undefined
              ? new MotiveerAfwijking({ trajectId, afwijkingId: id, ...gegeven, ...rest }, testContext())
              : vraag(n);
          const toets = zegt(uitkomst, uitkomst === 'AFWIJKING' ? { norm, gevallen } : { norm });
          const nieuw = normtoetsDecider.decide(command, state, facts(toets));
          if (nieuw.some(({ type }) => type === 'normenkader.norm-getoetst@1')) laatste.set(norm, toets.gevallen);
          history.push(...nieuw);
        }
        for (const { type, data } of history) {
          const { schema } = normenkaderEvents.find((definition) => definition.type === type)!;
          expect(schema.safeParse(data).error?.issues).toBeUndefined();
        }
        const state = fold(normtoetsDecider, past(history));
        for (const norm of ['O1', 'O3']) {
          const staand = staandeAfwijkingen(state, norm);
          const gevallen = laatste.get(norm) ?? [];
          expect(staand).toHaveLength(gevallen.length);
          const bekend = staand.flatMap(({ geval }) => geval ?? []);
          expect(bekend.length).toBeGreaterThanOrEqual(isVanEerder ? gevallen.length - 1 : gevallen.length);
          expect(gevallen).toEqual(expect.arrayContaining(bekend));
          expect(new Set(bekend).size).toBe(bekend.length);
          expect(staand.length > 0).toBe(state.laatste[norm]?.uitkomst === 'AFWIJKING');
        }
        const sleutels = state.getoetst;
        expect(new Set(sleutels).size).toBe(sleutels.length);
      }),
    );
  });
});
