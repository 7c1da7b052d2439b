import { describe, expect, it } from '@jest/globals';
import { CodedError, type Instant, type Past, withCorrections } from '@regielijn/kern';
import { eventId, past } from '../../../kern/src/scenario.kit.js';
import { trajectCorrecties, type TrajectEvent } from './events.js';
import { herleid, type HerleidFacts, strijdig } from './herleid.js';
import {
  aangemeld,
  afgesloten,
  andereId,
  facts,
  jeugdigeId,
  machtigingId,
  nazorg,
  onttrokken,
  opgenomen,
  opgepakt,
  overgeplaatst,
  plan,
  toegewezen,
  uitgestroomd,
  verblijf,
  voorzieningId,
} from './traject.kit.js';
import { regels } from './zorg/zorg.kit.js';

/** One fact a day, in the order given, with corrections applied. */
const gelezen = (...events: readonly TrajectEvent[]): readonly Past<TrajectEvent>[] =>
  withCorrections(past(events).map((feit, dag) => ({ ...feit, geldigOp: op(dag) })));
const op = (dag: number): Instant => `2026-03-0${dag + 1}T09:00:00.000Z`;

const correctie = (index: number, { type }: TrajectEvent, velden: object, gebeurdOp: Instant | null = null) =>
  trajectCorrecties.gecorrigeerd.of({
    ...{ jeugdigeId, vervangt: eventId(index), vervangtType: type, velden: velden as never, gebeurdOp, reden: 'fout' },
  }) as unknown as TrajectEvent;
const intrekking = (index: number, { type }: TrajectEvent) =>
  trajectCorrecties.feitIngetrokken.of({
    ...{ jeugdigeId, vervangt: eventId(index), vervangtType: type, reden: 'fout' },
  }) as unknown as TrajectEvent;

const elders: HerleidFacts = {
  jeugdige: facts.jeugdige!,
  varianten: new Map([
    [voorzieningId, 'dwanggroep'],
    [andereId, 'kleinschalig'],
  ]),
  machtigingGeldt: (id) => id === machtigingId,
  machtigingSoort: () => null,
  maatregelRegels: regels,
};
const volgt = (feiten: readonly Past<TrajectEvent>[], met: Partial<HerleidFacts> = {}) =>
  new Map(herleid(feiten, { ...elders, ...met }).map(({ feit, velden }) => [feit, velden]));

describe('what a traject took over from elsewhere', () => {
  it('given gemeente and regio of the jeugdige, then the aanmelding carries those', () => {
    const jeugdige = { geboortedatum: '2010-03-02', gemeentecode: '0518', regio: 'haaglanden' };
    expect(volgt(gelezen(aangemeld), { jeugdige }).get(eventId(0))).toMatchObject({
      gemeentecode: '0518',
      regio: 'haaglanden',
    });
  });

  it.each([
    [false, 'vorig', true],
    [true, null, false],
    [null, null, null],
    [null, 'vorig', true],
  ])('given an aanmelding with hernieuwd %s and vorig traject %s, then it reads %s', (hernieuwd, vorig, verwacht) => {
    const vorigTrajectId = vorig === null ? null : andereId;
    const aanmelding = { ...aangemeld, data: { ...aangemeld.data, hernieuwd, vorigTrajectId } };
    expect(volgt(gelezen(aanmelding)).get(eventId(0))).toMatchObject({ hernieuwd: verwacht });
  });

  it.each([
    ['2010-03-04', 15],
    ['2010-03-03', 16],
  ])(
    'given a geboortedatum of %s, then the opname on 3 March 2026 carries the age of %s',
    (geboortedatum, leeftijd) => {
      const jeugdige = { ...elders.jeugdige, geboortedatum };
      expect(volgt(gelezen(...verblijf), { jeugdige }).get(eventId(2))).toMatchObject({ leeftijd });
    },
  );

  it('given a geboortedatum that makes no possible age, then it is refused', () => {
    const jeugdige = { ...elders.jeugdige, geboortedatum: '1960-01-01' };
    expect(() => volgt(gelezen(...verblijf), { jeugdige })).toThrow(CodedError);
  });

  it('given an opname on another moment, then age and reservation are held against that moment', () => {
    const later = correctie(2, opgenomen(), {}, '2026-03-20T09:00:00.000Z');
    expect(volgt(gelezen(...verblijf, later)).get(eventId(2))).toMatchObject({ vlaggen: ['zonder_toewijzing'] });
  });

  it('given another machtiging, then its flag follows whether that one holds', () => {
    const zonder = correctie(2, opgenomen(), { machtigingId: null });
    expect(volgt(gelezen(...verblijf)).get(eventId(2))).toMatchObject({ vlaggen: [] });
    expect(volgt(gelezen(...verblijf, zonder)).get(eventId(2))).toMatchObject({ vlaggen: ['zonder_machtiging'] });
  });

  it('given a toewijzing that was withdrawn, then the opname was without one', () => {
    const feiten = gelezen(...verblijf, intrekking(1, toegewezen()));
    expect(volgt(feiten).get(eventId(2))).toMatchObject({ vlaggen: ['zonder_toewijzing'] });
  });

  it('given an opname elsewhere than was thought, then variant, flag and where the overplaatsing came from follow', () => {
    const elders = correctie(2, opgenomen(), { voorzieningId: andereId });
    const feiten = gelezen(...verblijf, overgeplaatst, elders);
    expect(volgt(feiten).get(eventId(2))).toMatchObject({
      ...{ variant: 'kleinschalig', vlaggen: ['andere_plek_dan_toegewezen', 'zonder_veiligheidsweging'] },
    });
    expect(volgt(feiten).get(eventId(3))).toEqual({ vanVoorzieningId: andereId, variant: 'kleinschalig' });
  });

  it('given a voorziening that nobody knows, then it is refused', () => {
    expect(() => volgt(gelezen(...verblijf), { varianten: new Map() })).toThrow('Deze voorziening is niet bekend.');
  });
});

describe('facts of a traject that cannot stand together', () => {
  const regels = (...events: readonly TrajectEvent[]) =>
    strijdig(gelezen(...events)).map(({ feit, regel }) => [feit, regel]);

  it('given a traject from aanmelding to closing, then nothing is wrong', () => {
    expect(regels(...nazorg, plan(), afgesloten)).toEqual([]);
    expect(regels(...verblijf, onttrokken, overgeplaatst, uitgestroomd)).toEqual([]);
  });

  it('given an opname that is withdrawn under an uitstroom, then the uitstroom has no ground left', () => {
    expect(regels(...nazorg, intrekking(2, opgenomen()))).toEqual([[eventId(3), 'zonder grond']]);
    expect(regels(...nazorg, intrekking(3, uitgestroomd), intrekking(2, opgenomen()))).toEqual([]);
  });

  it('given help or its end that is withdrawn under the nazorg, then the nazorg follows nothing any more', () => {
    expect(regels(...verblijf, plan(), intrekking(2, opgenomen()))).toEqual([[eventId(3), 'zonder grond']]);
    expect(regels(...nazorg, opgepakt('wonen'), intrekking(3, uitgestroomd))).toEqual([[eventId(4), 'zonder grond']]);
    expect(regels(...verblijf, plan(), uitgestroomd, opgepakt('wonen'))).toEqual([]);
  });

  it.each([
    ['an opname before the aanmelding', 2, opgenomen(), -1, 2],
    ['an aanmelding after the opname', 0, aangemeld, 9, 1],
    ['an uitstroom before the opname', 3, uitgestroomd, 1, 3],
  ])('given %s, then the order is wrong', (_, index, feit, dag, verkeerd) => {
    const moment = dag < 0 ? '2026-02-27T09:00:00.000Z' : dag > 8 ? '2026-03-28T09:00:00.000Z' : op(dag);
    expect(regels(...nazorg, correctie(index, feit, {}, moment))).toContainEqual([eventId(verkeerd), 'volgorde']);
  });

  it('given an uitstroom before what happened during the verblijf, or a closing before it, then the order is wrong', () => {
    const eerder = correctie(4, uitgestroomd, {}, op(2));
    expect(regels(...verblijf, onttrokken, uitgestroomd, eerder)).toEqual([[eventId(4), 'volgorde']]);
    const teVroeg = correctie(5, afgesloten, {}, op(2));
    expect(regels(...nazorg, plan(), afgesloten, teVroeg)).toEqual([[eventId(5), 'volgorde']]);
  });
});
