import { describe, expect, it } from '@jest/globals';
import { deriveId } from '@regielijn/kern';
import { eventId, past } from '../../../kern/src/scenario.kit.js';
import { type MachtigingEvent, machtigingFeiten as feit, type Soort } from './events.js';
import { herleid, strijdig } from './herleid.js';

const ids = { machtigingId: deriveId('machtiging'), jeugdigeId: deriveId('jeugdige') };
/** `past` puts the request on 1 March 2026. */
const verzocht = (soort: Soort) =>
  feit.verzoekIngediend.of({ ...ids, soort, grondslag: 'OTS', kader: 'gedwongen', verzoeker: 'gi-demo' });
const verleend = (changes: { beschikkingOp?: string; geldigVan?: string; geldigTot?: string } = {}) =>
  feit.verleend.of({
    ...{ ...ids, beschikkingOp: '2026-03-01', geldigVan: '2026-03-02', geldigTot: '2026-09-02' },
    ...{ wettelijkUiterlijk: '2027-03-02', langerDanWet: false, ...changes },
  });
const geeindigd = feit.geeindigd.of({ ...ids, grond: 'uitstroom' });

describe('what the law allows follows a correction', () => {
  it.each<[Soort, string, string, boolean]>([
    ['MGJ', '2026-03-02', '2027-03-02', false],
    ['MGJ', '2026-04-01', '2027-04-01', false],
    ['SPOED', '2026-03-02', '2026-03-30', true],
    ['VMGJ', '2026-03-02', '2026-09-02', false],
    ['VMGJ', '2026-03-01', '2026-09-01', true],
  ])('given a %s from %s, then it can hold until %s', (soort, geldigVan, wettelijkUiterlijk, langerDanWet) => {
    expect(herleid(past([verzocht(soort), verleend({ geldigVan })]))).toEqual([
      { feit: eventId(1), velden: { wettelijkUiterlijk, langerDanWet } },
    ]);
  });
});

describe('facts of a machtiging that cannot stand together', () => {
  const regels = (...events: MachtigingEvent[]) => strijdig(past(events)).map(({ feit: id, regel }) => [id, regel]);

  it('given a request, a beschikking of that day and an end, then nothing is wrong', () => {
    expect(regels(verzocht('MGJ'), verleend(), geeindigd)).toEqual([]);
    expect(regels(verzocht('MGJ'), feit.afgewezen.of({ ...ids, beschikkingOp: '2026-03-01' }))).toEqual([]);
  });

  it.each<[string, MachtigingEvent[], number, string]>([
    ['granted before it was requested', [verleend({ beschikkingOp: '2026-02-28' })], 1, 'beschikking voor verzoek'],
    ['ending on its first day', [verleend({ geldigTot: '2026-03-02' })], 1, 'einddatum voor begindatum'],
    ['ended, but never granted', [geeindigd], 1, 'einde zonder verlening'],
    ['ended twice', [verleend(), geeindigd, geeindigd], 3, 'einde zonder verlening'],
    [
      'ended before it was granted',
      [verleend({ beschikkingOp: '2026-03-02' }), geeindigd],
      2,
      'einde voor beschikking',
    ],
  ])('given one %s, then that is named', (_, events, index, regel) => {
    expect(regels(verzocht('MGJ'), ...events)).toContainEqual([eventId(index), regel]);
  });
});
