import { describe, expect, it } from '@jest/globals';
import { type DomainEvent, type Instant, type Past, withCorrections } from '@regielijn/kern';
import { eventId, past } from '../../../../kern/src/scenario.kit.js';
import { trajectCorrecties, type TrajectEvent } from '../events.js';
import { herleid, strijdig } from '../herleid.js';
import { facts, jeugdigeId, machtigingId, uitgestroomd, verblijf, voorzieningId } from '../traject.kit.js';
import { gevraagd, geantwoord, klaar, woontThuis } from '../uitstroom/uitstroom.kit.js';
import {
  begonnen,
  geeindigd,
  incidentAfgehandeld,
  incidentGemeld,
  regels,
  toegestemd,
  verlengd,
  verlofIngetrokken,
  verlofVerleend,
} from './zorg.kit.js';

/** Hours since the opname, for each fact after it. */
type Uren = readonly (readonly [number, DomainEvent])[];
const OPNAME = '2026-03-02T09:00:00.000Z';
const na = (uren: number): Instant => new Date(Date.parse(OPNAME) + uren * 3_600_000).toISOString();

const gelezen = (feiten: Uren, correcties: readonly DomainEvent[] = []): readonly Past<TrajectEvent>[] => {
  const momenten = [na(-48), na(-24), na(0), ...feiten.map(([uren]) => na(uren))];
  const alles = past([...verblijf, ...feiten.map(([, feit]) => feit), ...correcties]);
  return withCorrections(
    alles.map((feit, index) => ({ ...feit, geldigOp: momenten[index] ?? na(999) })) as Past<TrajectEvent>[],
  );
};
const verbeterd = (index: number, velden: object, gebeurdOp: Instant | null = null) =>
  trajectCorrecties.gecorrigeerd.of({
    ...{ jeugdigeId, vervangt: eventId(index), vervangtType: 'x', velden: velden as never, gebeurdOp, reden: 'fout' },
  });
const ingetrokken = (index: number) =>
  trajectCorrecties.feitIngetrokken.of({ jeugdigeId, vervangt: eventId(index), vervangtType: 'x', reden: 'fout' });

const volgt = (feiten: readonly Past<TrajectEvent>[], index: number, geboortedatum = '2010-03-02', soort = 'MGJ') =>
  herleid(feiten, {
    jeugdige: { ...facts.jeugdige!, geboortedatum },
    varianten: new Map([[voorzieningId, 'dwanggroep']]),
    machtigingGeldt: () => true,
    machtigingSoort: (id) => (id === machtigingId ? (soort as 'MGJ') : null),
    maatregelRegels: regels,
  }).find(({ feit }) => feit === eventId(index))?.velden;

describe('what a measure carries because of others', () => {
  it.each([
    ['2014-03-03', 11, ['jonger_dan_twaalf']],
    ['2014-03-02', 12, []],
  ])(
    'given a geboortedatum of %s, then the insluiting of 2 March 2026 carries the age of %s',
    (dag, leeftijd, vlaggen) => expect(volgt(gelezen([[1, begonnen()]]), 3, dag)).toEqual({ leeftijd, vlaggen }),
  );

  it('given another kind of machtiging, then its flag follows', () => {
    expect(volgt(gelezen([[1, begonnen()]]), 3, '2010-03-02', 'VMGJ')).toMatchObject({
      vlaggen: ['niet_bij_deze_machtiging'],
    });
  });

  it('given a noodsituatie that was none, or a beginning before the opname, then its flags follow', () => {
    expect(volgt(gelezen([[1, begonnen()]], [verbeterd(3, { noodsituatie: false })]), 3)).toMatchObject({
      vlaggen: ['zonder_noodsituatie', 'buiten_plan_zonder_noodsituatie'],
    });
    expect(volgt(gelezen([[1, begonnen()]], [verbeterd(3, {}, na(-1))]), 3)).toMatchObject({
      vlaggen: ['buiten_verblijf'],
    });
  });

  it('given another beginning, then how long it took follows', () => {
    const kort: Uren = [
      [10, begonnen()],
      [34, geeindigd()],
    ];
    expect(volgt(gelezen(kort), 4)).toEqual({ vlaggen: [] });
    expect(volgt(gelezen(kort, [verbeterd(3, {}, na(9))]), 4)).toEqual({
      vlaggen: ['insluiting_langer_dan_toegestaan'],
    });
  });

  it('given an extension or toestemming that was withdrawn, then the flags of the end follow', () => {
    const verlengde: Uren = [
      [1, begonnen()],
      [20, verlengd],
      [40, geeindigd()],
    ];
    expect(volgt(gelezen(verlengde), 5)).toEqual({ vlaggen: [] });
    expect(volgt(gelezen(verlengde, [ingetrokken(4)]), 5)).toEqual({ vlaggen: ['insluiting_langer_dan_toegestaan'] });
    const toegestaan: Uren = [
      [1, begonnen('vastpakken')],
      [12, toegestemd],
      [40, geeindigd()],
    ];
    expect(volgt(gelezen(toegestaan), 5)).toEqual({ vlaggen: [] });
    expect(volgt(gelezen(toegestaan, [ingetrokken(4)]), 5)).toEqual({
      vlaggen: ['langer_dan_twaalf_uur_zonder_toestemming'],
    });
  });
});

describe('facts of zorg and uitstroom that cannot stand together', () => {
  const regelsVan = (feiten: Uren, ...correcties: readonly DomainEvent[]) =>
    strijdig(gelezen(feiten, correcties)).map(({ feit, regel }) => [feit, regel]);

  it.each<[string, DomainEvent, DomainEvent]>([
    ['the end of a measure', begonnen(), geeindigd()],
    ['an extension', begonnen(), verlengd],
    ['toestemming', begonnen(), toegestemd],
    ['verlof that was withdrawn', verlofVerleend, verlofIngetrokken],
    ['an incident that was settled', incidentGemeld, incidentAfgehandeld],
    ['an answer of an aanbieder', gevraagd, geantwoord('plek')],
  ])('given %s, then it cannot come before what it is about, nor stand without it', (_, eerst, dan) => {
    const samen: Uren = [
      [5, eerst],
      [6, dan],
    ];
    expect(regelsVan(samen)).toEqual([]);
    expect(regelsVan(samen, verbeterd(4, {}, na(4)))).toEqual([[eventId(4), 'volgorde']]);
    expect(regelsVan(samen, ingetrokken(3))).toEqual([[eventId(4), 'zonder grond']]);
  });

  it('given ready for uitstroom or a woonsituatie after a year, then those cannot come too early', () => {
    expect(regelsVan([[1, klaar]], verbeterd(3, {}, na(-1)))).toEqual([[eventId(3), 'volgorde']]);
    expect(regelsVan([[365 * 24, woontThuis]])).toEqual([]);
    expect(regelsVan([[365 * 24, woontThuis]], verbeterd(2, {}, na(48)))).toEqual([[eventId(3), 'volgorde']]);
  });

  it('given an incident, then it cannot come before the aanmelding, but may be told after the end', () => {
    expect(regelsVan([[1, incidentGemeld]], verbeterd(3, {}, na(-49)))).toEqual([[eventId(3), 'volgorde']]);
    expect(
      regelsVan([
        [50, uitgestroomd],
        [40, incidentGemeld],
      ]),
    ).toEqual([]);
  });
});
