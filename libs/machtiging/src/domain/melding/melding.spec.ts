import { describe, expect, it } from '@jest/globals';
import { inToestand, type Logboek, machtigingId, openMeldingen, toestemming } from '../machtiging.kit.js';
import { LegEindeVast, LegMeldingVast, NeemBesluit } from '../commands.js';

const leg = (log: Logboek, gebeurtenisId: string, aan: LegMeldingVast['data']['aan'], op: string) =>
  log.geef(LegMeldingVast, { machtigingId, gebeurtenisId, aan }, op);
const open = (log: Logboek): string[] =>
  openMeldingen(log.stand).map(({ gebeurtenis, aan }) => `${gebeurtenis} ${aan}`);
const laatsteId = ({ history }: Logboek): string => history.at(-1)!.id;

describe('the notices that the law demands', () => {
  it('given an opname, then gezag, college and verzoeker must hear of it since that moment; nobody by a last day', () => {
    const log = inToestand('MGJ', 'TEN_UITVOER');
    const { geldigOp, id } = log.history.at(-1)!;
    expect(openMeldingen(log.stand)).toEqual(
      ['gezag', 'college', 'verzoeker'].map((aan) => ({
        ...{ gebeurtenisId: id, gebeurtenis: 'opname_gestart', door: 'jeugdhulpaanbieder', aan },
        ...{ artikel: 'Jeugdwet art. 6.1.13 lid 2', sinds: geldigOp, uiterlijk: null, gedaanOp: null },
      })),
    );
  });

  it('given an opnamebeslissing, then the jeugdige has the written notice within four days, the others as soon as can be', () => {
    const meldingen = openMeldingen(inToestand('VMGJ', 'OMGEZET').stand);
    expect(meldingen.map(({ aan, uiterlijk }) => [aan, uiterlijk])).toEqual([
      ['jeugdige', '2026-03-06'],
      ['verzoeker', null],
      ['advocaat', null],
      ['griffier', null],
    ]);
  });

  it('given schorsing and an end by the GI, then each asks its own notices', () => {
    const log = inToestand('MGJ', 'TEN_UITVOER');
    const schorsing = {
      machtigingId,
      besluit: 'schorsing_verleend',
      instemming: toestemming,
      toelichting: null,
    } as const;
    log.geef(NeemBesluit, schorsing, '2026-03-10T12:00:00.000Z');
    expect(open(log).slice(3)).toEqual(['schorsing_verleend RvdK', 'schorsing_verleend college']);
    log.geef(LegEindeVast, { machtigingId, grond: 'verblijf_niet_langer_nodig' }, '2026-03-12T12:00:00.000Z');
    expect(open(log).slice(5)).toEqual(['verblijf_niet_langer_nodig RvdK']);
  });

  it('given a notice that was done, then it is no longer open; told again, then nothing happens', () => {
    const log = inToestand('MGJ', 'TEN_UITVOER');
    const id = laatsteId(log);
    const [event] = leg(log, id, 'college', '2026-03-05T12:00:00.000Z');
    expect(event!.data).toMatchObject({ gebeurtenisId: id, aan: 'college', vlaggen: [] });
    expect(open(log)).toEqual(['opname_gestart gezag', 'opname_gestart verzoeker']);
    expect(leg(log, id, 'college', '2026-03-06T12:00:00.000Z')).toEqual([]);
  });

  it.each([
    ['on the last day', '2026-03-06T22:30:00.000Z', []],
    ['a day too late', '2026-03-06T23:30:00.000Z', ['te_laat']],
  ])('given the notice to the jeugdige %s, Amsterdam time, then its flags are %j', (_, op, vlaggen) => {
    const log = inToestand('VMGJ', 'OMGEZET');
    expect(leg(log, laatsteId(log), 'jeugdige', op)[0]!.data).toMatchObject({ vlaggen });
  });

  it('given a notice that the law does not ask, then it is recorded with that flag', () => {
    const log = inToestand('MGJ', 'TEN_UITVOER');
    expect(leg(log, laatsteId(log), 'RvdK', '2026-03-05T12:00:00.000Z')[0]!.data).toMatchObject({
      vlaggen: ['niet_gevraagd'],
    });
    expect(open(log)).toHaveLength(3);
  });

  it('given a notice of before what it is about, then the date is wrong', () => {
    const log = inToestand('MGJ', 'TEN_UITVOER');
    expect(() => leg(log, laatsteId(log), 'gezag', '2026-03-01T12:00:00.000Z')).toThrow(
      expect.objectContaining({ code: 'DATUM_VOLGORDE' }),
    );
  });
});
