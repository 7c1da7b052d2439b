import { describe, expect, it } from '@jest/globals';
import { fold } from '@regielijn/kern';
import { eventId, past } from '../../../kern/src/scenario.kit.js';
import { machtigingDecider } from './decide.js';
import { machtigingCorrecties, type MachtigingEvent, machtigingFeiten as feit } from './events.js';
import {
  ids,
  inToestand,
  jeugdigeId,
  termijn,
  verleend as verleendMet,
  verzocht as verzochtMet,
} from './machtiging.kit.js';
import { geldtOm, geldtOp, type MachtigingState, staatOpnameToe, toestandOp } from './stand.js';

const verzocht = verzochtMet();
const verleend = (geldigVan: string) => verleendMet({ beschikkingOp: '2026-03-01', geldigVan });
/** Everything that `past` puts into the log is of 1 March 2026, this end too. */
const geeindigd = feit.geeindigd.of({ ...ids, grond: 'uitstroom', berekendOp: null, vlaggen: [] });

describe('the days on which a machtiging holds', () => {
  const toestand = (...events: readonly MachtigingEvent[]): MachtigingState =>
    fold(machtigingDecider, past([verzocht, ...events]));

  it('given a grant, then it holds from its first day up to, not including, its end date', () => {
    const dagen = ['2026-03-01', '2026-03-02', '2026-09-01', '2026-09-02', '2026-12-31'];
    expect(dagen.map((dag) => geldtOp(toestand(verleend('2026-03-02')), dag))).toEqual([
      false,
      true,
      true,
      false,
      false,
    ]);
  });

  it('given an earlier end, then it no longer holds on the day of that end', () => {
    const state = toestand(verleend('2026-02-01'), geeindigd);
    expect(['2026-02-28', '2026-03-01'].map((dag) => geldtOp(state, dag))).toEqual([true, false]);
  });

  it('given an end that was withdrawn, then it holds again; a grant that was withdrawn never held', () => {
    const intrekking = (index: number, vervangtType: string) =>
      machtigingCorrecties.feitIngetrokken.of({ jeugdigeId, vervangt: eventId(index), vervangtType, reden: 'vergist' });
    const over = [verzocht, verleend('2026-03-02'), geeindigd];
    const weerGeldig = fold(machtigingDecider, past([...over, intrekking(2, geeindigd.type)]));
    expect(geldtOp(weerGeldig, '2026-03-10')).toBe(true);
    const nooitGeldig = fold(machtigingDecider, past([...over, intrekking(1, feit.verleend.type)]));
    expect(geldtOp(nooitGeldig, '2026-03-02')).toBe(false);
  });

  it.each([
    ['nothing', null],
    ['a request', toestand()],
  ])('given %s, then nothing holds', (_, state) => expect(geldtOp(state, '2026-03-02')).toBe(false));
});

describe('the moment at which a machtiging ends', () => {
  const geeindigdOm = (grond: 'uitstroom' | 'verblijf_niet_langer_nodig') =>
    inToestand('MGJ', 'TEN_UITVOER').leg(
      feit.geeindigd.of({ ...ids, grond, berekendOp: null, vlaggen: [] }),
      '2026-03-10T15:00:00.000Z',
    ).stand;
  const momenten = ['2026-03-09T23:00:00.000Z', '2026-03-10T15:00:00.000Z', '2026-03-10T15:00:00.001Z'];

  it('given an uitstroom, then what happened earlier that day happened while it held', () => {
    expect(momenten.map((moment) => geldtOm(geeindigdOm('uitstroom'), moment))).toEqual([true, true, false]);
    expect(geldtOm(geeindigdOm('uitstroom'), '2026-03-11T10:00:00.000Z')).toBe(false);
  });

  it('given another end, then it ended with the beginning of that day', () =>
    expect(momenten.map((moment) => geldtOm(geeindigdOm('verblijf_niet_langer_nodig'), moment))).toEqual([
      false,
      false,
      false,
    ]));

  it('given an uitstroom on the day on which it would have expired, then it did not hold that day', () => {
    const { stand } = inToestand('MGJ', 'TEN_UITVOER').leg(geeindigd, '2026-09-02T10:00:00.000Z');
    expect(geldtOm(stand, '2026-09-02T09:00:00.000Z')).toBe(false);
  });
});

describe('whether an opname may rest on it', () => {
  const op = '2026-03-03T10:00:00.000Z';

  it.each(['MGJ', 'SPOED'] as const)('given a %s, then on each day on which it holds', (soort) => {
    const { stand } = inToestand(soort, 'VERLEEND');
    expect([op, '2026-09-02T10:00:00.000Z'].map((moment) => staatOpnameToe(stand, moment, termijn))).toEqual([
      true,
      false,
    ]);
  });

  it.each(['VERLEEND', 'LOOPT', 'OPNAME_VERPLICHT', 'OPNAME_BEVOEGD'] as const)(
    'given a voorwaardelijke machtiging that is %s, then not, though it holds',
    (toestand) => {
      const { stand } = inToestand('VMGJ', toestand);
      expect([geldtOm(stand, op), staatOpnameToe(stand, op, termijn)]).toEqual([true, false]);
    },
  );

  it('given an opnamebeslissing, then from the day of it', () => {
    const log = inToestand('VMGJ', 'OPNAME_BEVOEGD');
    const beslissing = {
      ...ids,
      door: 'medewerker-1',
      geldigTot: '2026-09-02',
      meldingUiterlijk: null,
      redenen: 'nodig',
    };
    log.leg(feit.opnamebeslissing_genomen.of(beslissing), '2026-03-20T12:00:00.000Z');
    const momenten = ['2026-03-19T12:00:00.000Z', '2026-03-20T09:00:00.000Z', '2026-09-02T09:00:00.000Z'];
    expect(momenten.map((moment) => staatOpnameToe(log.stand, moment, termijn))).toEqual([false, true, false]);
  });

  it('given that nobody carried it out for three months, then not any more, though it holds by its dates', () => {
    const { stand } = inToestand('MGJ', 'VERLEEND');
    const momenten = ['2026-06-01T21:59:00.000Z', '2026-06-01T22:00:00.000Z'];
    expect(momenten.map((moment) => [geldtOm(stand, moment), staatOpnameToe(stand, moment, termijn)])).toEqual([
      [true, true],
      [true, false],
    ]);
  });

  it('given nothing, then not', () => expect(staatOpnameToe(null, op, termijn)).toBe(false));
});

describe('the toestand on a day', () => {
  it('given a machtiging that is carried out, then it has expired on its end date though nothing says so', () => {
    const { stand } = inToestand('MGJ', 'TEN_UITVOER');
    expect(['2026-09-01', '2026-09-02'].map((dag) => toestandOp(stand, dag))).toEqual(['TEN_UITVOER', 'VERLOPEN']);
  });

  it('given a request that was rejected, then it stays rejected', () => {
    expect(toestandOp(inToestand('MGJ', 'AFGEWEZEN').stand, '2030-01-01')).toBe('AFGEWEZEN');
  });

  it('given an end by law on a day to come, then until that day it goes on as it was', () => {
    const log = inToestand('MGJ', 'TEN_UITVOER').leg(
      feit.geeindigd.of({ ...ids, grond: 'instemming_ingetrokken', berekendOp: '2026-03-24', vlaggen: [] }),
      '2026-03-10T10:00:00.000Z',
    );
    const op = (state: MachtigingState, dag: string) => [toestandOp(state!, dag), geldtOp(state, dag)];
    expect(['2026-03-23', '2026-03-24'].map((dag) => op(log.stand, dag))).toEqual([
      ['TEN_UITVOER', true],
      ['VERVALLEN_INSTEMMING', false],
    ]);
    // With another legal title the consent that was withdrawn was none.
    const OTS = { ...log.history[0]!, data: { ...log.history[0]!.data, grondslag: 'OTS' } };
    const state = fold(machtigingDecider, [OTS, ...log.history.slice(1)]);
    expect(op(state, '2026-03-24')).toEqual(['TEN_UITVOER', true]);
  });
});
