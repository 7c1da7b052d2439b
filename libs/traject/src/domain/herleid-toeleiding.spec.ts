import { describe, expect, it } from '@jest/globals';
import { type Instant, type Past, withCorrections } from '@regielijn/kern';
import { eventId, past } from '../../../kern/src/scenario.kit.js';
import { trajectCorrecties, type TrajectEvent } from './events.js';
import { herleid, type HerleidFacts, strijdig } from './herleid.js';
import {
  besproken,
  bezwaar,
  geevalueerd,
  ingestemd,
  onderwijsGestart,
  onderwijsGestopt,
  planVastgesteld,
  veiligheidsplan,
} from './plannen.kit.js';
import {
  aangemeldBijAanbieder,
  beraden,
  geantwoord,
  gewogen,
  ingetrokken,
  variantBeeindigd,
  variantGestart,
} from './toeleiding.kit.js';
import { aangemeld, facts, jeugdigeId, opgenomen, toegewezen, verblijf, voorzieningId } from './traject.kit.js';

const op = (dag: number): Instant => `2026-03-0${dag + 1}T09:00:00.000Z`;

/** One fact a day, in the order given, with corrections applied. */
const gelezen = (...events: readonly TrajectEvent[]): readonly Past<TrajectEvent>[] =>
  withCorrections(past(events).map((feit, dag) => ({ ...feit, geldigOp: op(dag) })));

const correctie = (index: number, { type }: TrajectEvent, velden: object, gebeurdOp: Instant | null = null) =>
  trajectCorrecties.gecorrigeerd.of({
    ...{ jeugdigeId, vervangt: eventId(index), vervangtType: type, velden: velden as never, gebeurdOp, reden: 'fout' },
  }) as unknown as TrajectEvent;
const intrekking = (index: number, { type }: TrajectEvent) =>
  trajectCorrecties.feitIngetrokken.of({
    ...{ jeugdigeId, vervangt: eventId(index), vervangtType: type, reden: 'fout' },
  }) as unknown as TrajectEvent;

/** None of these facts asks the machtiging or the rules of the maatregelen anything. */
const elders = {
  ...{ jeugdige: facts.jeugdige!, varianten: new Map([[voorzieningId, 'dwanggroep']]), machtigingGeldt: () => true },
} as unknown as HerleidFacts;
const volgt = (index: number, ...events: readonly TrajectEvent[]) =>
  herleid(gelezen(...events), elders).find(({ feit }) => feit === eventId(index))?.velden;

describe('what follows from other facts', () => {
  it('given other people at the trajectberaad, then its flags follow', () => {
    const zonder = correctie(1, beraden(), { deelnemers: ['GI', 'ouders'] });
    expect(volgt(1, aangemeld, beraden())).toEqual({ vlaggen: [] });
    expect(volgt(1, aangemeld, beraden(), zonder)).toEqual({ vlaggen: ['zonder_jeugdige'] });
  });

  it('given a weging that is withdrawn or has another outcome, then the flags of the help that began follow', () => {
    const hulp = [aangemeld, gewogen(), variantGestart([])];
    expect(volgt(2, ...hulp)).toEqual({ vlaggen: [] });
    expect(volgt(2, ...hulp, intrekking(1, gewogen()))).toEqual({ vlaggen: ['zonder_veiligheidsweging'] });
    const anders = correctie(1, gewogen(), { uitkomst: 'niet_verantwoord' });
    expect(volgt(2, ...hulp, anders)).toEqual({ vlaggen: ['niet_verantwoord_gewogen'] });
    const binnen = correctie(2, variantGestart([]), { variant: 'crisisgroep' });
    expect(volgt(2, ...hulp, intrekking(1, gewogen()), binnen)).toEqual({ vlaggen: [] });
  });

  it('given another variant at the start, then the end names that one', () => {
    const hulp = [aangemeld, variantGestart(), variantBeeindigd, correctie(1, variantGestart(), { variant: 'kib' })];
    expect(volgt(2, ...hulp)).toEqual({ variant: 'kib' });
  });

  it('given a part of the veiligheidsplan that was not there after all, then the parts follow', () => {
    const plan = veiligheidsplan({}, ['jongere', 'gezin', 'professionals', 'omgeving']);
    expect(volgt(1, aangemeld, plan, correctie(1, plan, { gezin: null }))).toEqual({
      onderdelen: ['jongere', 'professionals', 'omgeving'],
    });
  });

  it('given an evaluation that is withdrawn, then the next are numbered anew', () => {
    const plannen = [aangemeld, planVastgesteld(), geevalueerd(1), geevalueerd(2), intrekking(2, geevalueerd(1))];
    expect(volgt(3, ...plannen)).toEqual({ nr: 1 });
  });

  it('given a toewijzing during help without opname, then the opname still knows it', () => {
    const zonderVlag = [aangemeld, variantGestart(), toegewezen('2026-03-20T09:00:00.000Z'), opgenomen()];
    expect(volgt(3, ...zonderVlag)).toMatchObject({ vlaggen: [] });
  });
});

describe('facts that cannot stand together', () => {
  const regels = (...events: readonly TrajectEvent[]) =>
    strijdig(gelezen(...events)).map(({ feit, regel }) => [feit, regel]);
  const vraag = [aangemeld, aangemeldBijAanbieder, geantwoord()];
  const hulp = [aangemeld, variantGestart(), variantBeeindigd];
  const plan = [aangemeld, planVastgesteld(), ingestemd(), bezwaar, geevalueerd(1)];

  it.each([[vraag], [hulp], [plan], [[aangemeld, ingetrokken]], [[...verblijf, onderwijsGestart(), onderwijsGestopt]]])(
    'given facts in their order, then nothing is wrong',
    (events) => expect(regels(...events)).toEqual([]),
  );

  it('given what something rests on is withdrawn, then that has no ground left', () => {
    const grond = 'zonder grond';
    expect(regels(...vraag, intrekking(1, aangemeldBijAanbieder))).toEqual([[eventId(2), grond]]);
    expect(regels(...hulp, intrekking(1, variantGestart()))).toEqual([[eventId(2), grond]]);
    expect(regels(...plan, intrekking(1, planVastgesteld()))).toEqual([2, 3, 4].map((n) => [eventId(n), grond]));
    expect(regels(...verblijf, onderwijsGestart(), onderwijsGestopt, intrekking(3, onderwijsGestart()))).toEqual([
      [eventId(4), grond],
    ]);
    expect(regels(aangemeld, besproken(), geevalueerd(1))).toEqual([[eventId(2), grond]]);
    expect(regels(...verblijf, ingetrokken)).toEqual([[eventId(3), grond]]);
  });

  it.each([
    ['an answer before the question', vraag, 2],
    ['the end of help before it began', hulp, 2],
    ['an evaluation before the plan', plan, 4],
    ['the end of onderwijs before it began', [...verblijf, onderwijsGestart(), onderwijsGestopt], 4],
    ['a withdrawal before the aanmelding', [aangemeld, ingetrokken], 1],
    ['an opname before the help that came first', [aangemeld, variantGestart(), opgenomen()], 2],
  ])('given %s, then the order is wrong', (_, events, index) => {
    const eerder = correctie(
      index,
      events[index]!,
      {},
      index === 1 ? '2026-02-27T09:00:00.000Z' : '2026-03-01T10:00:00.000Z',
    );
    expect(regels(...events, eerder)).toEqual([[eventId(index), 'volgorde']]);
  });
});
