import { describe, expect, it } from '@jest/globals';
import { fold } from '@regielijn/kern';
import { eventId, past } from '../../../kern/src/scenario.kit.js';
import { machtigingDecider } from './decide.js';
import { machtigingCorrecties, type MachtigingEvent, machtigingFeiten as feit } from './events.js';
import { ids, inToestand, jeugdigeId, verleend as verleendMet, verzocht as verzochtMet } from './machtiging.kit.js';
import { geldtOp, type MachtigingState, toestandOp } from './stand.js';

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
