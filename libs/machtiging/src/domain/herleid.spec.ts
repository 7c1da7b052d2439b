import { describe, expect, it } from '@jest/globals';
import type { MachtigingSoort } from '@regielijn/kern';
import { eventId, past } from '../../../kern/src/scenario.kit.js';
import { type MachtigingEvent, machtigingFeiten as feit } from './events.js';
import { herleid as herleidMet, strijdig } from './herleid.js';
import {
  eventVan,
  facts,
  ids,
  inToestand,
  Logboek,
  stapOp,
  verleend as verleendMet,
  verzocht,
} from './machtiging.kit.js';

/** `past` puts the request on 1 March 2026. */
const verleend = (changes: { beschikkingOp?: string; geldigVan?: string; geldigTot?: string } = {}) =>
  verleendMet({ beschikkingOp: '2026-03-01', ...changes });
const geeindigd = feit.geeindigd.of({ ...ids, grond: 'uitstroom', berekendOp: null, vlaggen: [] });
/** What follows, of the facts of which something does. */
const herleid = (feiten: readonly any[], anders: Partial<typeof facts> = {}) =>
  herleidMet(feiten, { ...facts, ...anders });

describe('what the law allows follows a correction', () => {
  it.each<[MachtigingSoort, string, string, boolean]>([
    ['MGJ', '2026-03-02', '2027-03-02', false],
    ['MGJ', '2026-04-01', '2027-04-01', false],
    ['SPOED', '2026-03-02', '2026-03-30', true],
    ['VMGJ', '2026-03-02', '2026-09-02', false],
    ['VMGJ', '2026-03-01', '2026-09-01', true],
  ])('given a %s from %s, then it can hold until %s', (soort, geldigVan, wettelijkUiterlijk, langerDanWet) => {
    expect(herleid(past([verzocht(soort), verleend({ geldigVan })]))).toContainEqual({
      feit: eventId(1),
      velden: { wettelijkUiterlijk, langerDanWet, ...(soort === 'VMGJ' ? {} : { bereidheid: null }) },
    });
  });
});

describe('what else follows a correction', () => {
  /** The fields that follow for the last fact of a log. */
  const vanLaatste = ({ history }: Logboek, anders: Partial<typeof facts> = {}) =>
    herleid(history, anders).find(({ feit: id }) => id === history.at(-1)!.id)?.velden;

  it('given a request that lost its statement, then the finding follows; one that was never judged stays so', () => {
    const zonder = new Logboek().leg(verzocht('MGJ', { instemming: null }), stapOp(0));
    expect(vanLaatste(zonder)).toEqual({
      vlaggen: [{ code: 'INSTEMMING_ONTBREEKT', artikel: 'Jeugdwet art. 6.1.8 lid 4' }],
    });
    const oud = new Logboek().leg(verzocht('MGJ', { instemming: null, vlaggen: null }), stapOp(0));
    expect(vanLaatste(oud)).toBeUndefined();
    expect(vanLaatste(zonder, { geboortedatum: null })).toBeUndefined();
  });

  it('given an opname that fits or no longer fits, then its flag follows', () => {
    const log = inToestand('MGJ', 'TEN_UITVOER');
    expect(vanLaatste(log)).toEqual({ vlaggen: [] });
    log.leg(eventVan('opname_gestart'), stapOp(5));
    expect(vanLaatste(log)).toEqual({ vlaggen: ['buiten_volgorde'] });
  });

  it('given an opnamebeslissing, then its end and the last day of the notice follow from its day', () => {
    expect(vanLaatste(inToestand('VMGJ', 'OMGEZET'))).toEqual({
      ...{ geldigTot: '2026-09-02', meldingUiterlijk: '2026-03-06' },
    });
  });

  it('given an end, then the day by law and its flags follow; of an end of before these rules nothing does', () => {
    const log = inToestand('MGJ', 'VERLEEND');
    log.leg(feit.geeindigd.of({ ...ids, grond: 'niet_ten_uitvoer_gelegd', berekendOp: null, vlaggen: [] }), stapOp(1));
    expect(vanLaatste(log)).toEqual({ berekendOp: '2026-06-02', vlaggen: ['eerder_dan_berekend'] });
    const oud = inToestand('MGJ', 'VERLEEND').leg(feit.geeindigd.of({ ...geeindigd.data, vlaggen: null }), stapOp(1));
    expect(vanLaatste(oud)).toBeUndefined();
  });

  it('given a notice whose reason was withdrawn, then nobody asked for it', () => {
    const log = inToestand('MGJ', 'TEN_UITVOER');
    const { id } = log.history.at(-1)!;
    const melding = feit.meldingGedaan.of({ ...ids, gebeurtenisId: id, aan: 'gezag', vlaggen: [] });
    log.leg(melding, stapOp(5));
    expect(vanLaatste(log)).toEqual({ vlaggen: [] });
    const zonder = log.history.filter((event) => event.id !== id);
    expect(herleid(zonder).at(-1)!.velden).toEqual({ vlaggen: ['niet_gevraagd'] });
  });
});

describe('facts of a machtiging that cannot stand together', () => {
  const nu = '2026-12-31T12:00:00.000Z';
  const regels = (...events: MachtigingEvent[]) => strijdig(past(events), nu).map(({ feit: id, regel }) => [id, regel]);

  it('given a request, a beschikking of that day and an end, then nothing is wrong', () => {
    expect(regels(verzocht('MGJ'), verleend(), geeindigd)).toEqual([]);
    expect(regels(verzocht('MGJ'), feit.afgewezen.of({ ...ids, beschikkingOp: '2026-03-01' }))).toEqual([]);
  });

  it.each<[string, MachtigingEvent[], number, string]>([
    ['granted before it was requested', [verleend({ beschikkingOp: '2026-02-28' })], 1, 'beschikking voor verzoek'],
    ['granted on a day to come', [verleend({ beschikkingOp: '2027-01-01' })], 1, 'beschikking na vandaag'],
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

  it('given an end that takes effect later, then an end told before that day may stand beside it and one after it may not', () => {
    const metTweedeEinde = (op: string) =>
      inToestand('MGJ', 'TEN_UITVOER')
        .leg(
          feit.geeindigd.of({ ...ids, grond: 'instemming_ingetrokken', berekendOp: '2026-04-15', vlaggen: [] }),
          '2026-04-01T09:00:00.000Z',
        )
        .leg(geeindigd, op).history;
    const regelsVan = (op: string) => strijdig(metTweedeEinde(op) as never, nu).map(({ regel }) => regel);
    expect(regelsVan('2026-04-14T09:00:00.000Z')).toEqual([]);
    expect(regelsVan('2026-04-15T09:00:00.000Z')).toEqual(['einde zonder verlening']);
  });

  it('given a decision whose ground is gone, then that is named; a feit only gets its flag', () => {
    const log = inToestand('MGJ', 'GESCHORST').leg(eventVan('teruggekeerd'), stapOp(8));
    expect(strijdig(log.history as never, nu)).toEqual([]);
    const zonderOpname = log.history.filter(({ type }) => type !== feit.opname_gestart.type);
    expect(strijdig(zonderOpname as never, nu).map(({ regel }) => regel)).toEqual(['besluit zonder grond']);
  });

  it('given a notice of before what it is about, then that is named', () => {
    const log = inToestand('MGJ', 'TEN_UITVOER');
    const melding = feit.meldingGedaan.of({ ...ids, gebeurtenisId: log.history.at(-1)!.id, aan: 'gezag', vlaggen: [] });
    expect(strijdig(log.leg(melding, stapOp(0)).history as never, nu).map(({ regel }) => regel)).toEqual([
      'melding voor gebeurtenis',
    ]);
    expect(strijdig(inToestand('MGJ', 'TEN_UITVOER').leg(melding, stapOp(9)).history as never, nu)).toEqual([]);
  });
});
