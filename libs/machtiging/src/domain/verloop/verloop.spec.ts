import { describe, expect, it } from '@jest/globals';
import type { CodedError } from '@regielijn/kern';
import {
  facts,
  hulpverleningsplan,
  inToestand,
  type Logboek,
  machtigingId,
  openMeldingen,
  toestemming,
} from '../machtiging.kit.js';
import { geldtOp } from '../stand.js';
import { LegBeschikkingVast } from '../beschikking/commands.js';
import { LegGebeurtenisVast, NeemBesluit, NeemOpnamebeslissing, WijzigHulpverleningsplan } from './commands.js';

const op = (dag: string) => `${dag}T12:00:00.000Z`;
const besluit = (naam: NeemBesluit['data']['besluit'], instemming: NeemBesluit['data']['instemming'] = null) => ({
  ...{ machtigingId, besluit: naam, instemming, toelichting: null },
});
const opname = { machtigingId, door: 'medewerker-1', actueleToestandNagegaan: true, redenen: 'Zij kwam niet meer.' };
const geweigerd = (vraag: () => unknown): CodedError => {
  try {
    vraag();
  } catch (error) {
    return error as CodedError;
  }
  throw new Error('not refused');
};

describe('schorsing by the jeugdhulpaanbieder', () => {
  it('given a machtiging that is carried out, then it can be suspended with the gedragswetenschapper, and go on again', () => {
    const log = inToestand('MGJ', 'TEN_UITVOER');
    log.geef(NeemBesluit, besluit('schorsing_verleend', toestemming), op('2026-03-10'));
    expect(log.stand).toMatchObject({ toestand: 'GESCHORST', toestandSinds: '2026-03-10' });
    expect(geldtOp(log.stand, '2026-03-11')).toBe(true);
    log.geef(NeemBesluit, besluit('schorsing_ingetrokken'), op('2026-03-20'));
    expect(log.stand).toMatchObject({ toestand: 'TEN_UITVOER', toestandSinds: '2026-03-20' });
  });

  it.each([
    ['no consent', null, 'INSTEMMING_ONTBREEKT', 'Jeugdwet art. 6.1.12 lid 5'],
    [
      'the consent of who is in no valid register',
      { ...toestemming, register: 'SKJ_JEUGDZORGWERKER' },
      'GEDRAGSWETENSCHAPPER_NIET_GEKWALIFICEERD',
      'Regeling Jeugdwet art. 2',
    ],
    [
      'the consent of who was no longer registered',
      { ...toestemming, registratieGeldigTot: '2026-01-01' },
      'REGISTRATIE_NIET_GELDIG',
      'Regeling Jeugdwet art. 2',
    ],
  ])('given %s, then it is refused with the article', (_, instemming, code, artikel) => {
    const log = inToestand('MGJ', 'TEN_UITVOER');
    const vraag = () => log.geef(NeemBesluit, besluit('schorsing_verleend', instemming), op('2026-03-10'));
    expect(geweigerd(vraag)).toMatchObject({ code, bron: artikel });
  });

  it.each([
    ['a spoedmachtiging', 'SPOED', 'TEN_UITVOER', '2026-03-10', 'Bij deze soort machtiging bestaat dit besluit niet.'],
    ['a machtiging that has expired', 'MGJ', 'TEN_UITVOER', '2026-09-02', 'De machtiging geldt op deze dag niet.'],
    ['one that is not carried out yet', 'MGJ', 'VERLEEND', '2026-03-10', 'Dit besluit kan nu niet.'],
    ['a day before its first', 'MGJ', 'TEN_UITVOER', '2026-03-01', 'De machtiging geldt op deze dag niet.'],
  ] as const)('given %s, then it is refused and says what to do', (_, soort, toestand, dag, zin) => {
    const log = inToestand(soort, toestand);
    const fout = geweigerd(() => log.geef(NeemBesluit, besluit('schorsing_verleend', toestemming), op(dag)));
    expect(fout).toMatchObject({ code: 'OVERGANG_MAG_NIET', bron: 'Jeugdwet art. 6.1.12 lid 5' });
    expect(fout.message).toContain(zin);
  });

  it('given a machtiging that has expired by date, then the refusal says so though nothing was recorded', () => {
    const vraag = () =>
      inToestand('MGJ', 'TEN_UITVOER').geef(NeemBesluit, besluit('schorsing_ingetrokken'), op('2026-10-01'));
    expect(geweigerd(vraag).data).toMatchObject({ toestand: 'VERLOPEN' });
  });

  it('given the same decision of the same moment, then nothing happens', () => {
    const log = inToestand('MGJ', 'TEN_UITVOER');
    const vraag = () => log.geef(NeemBesluit, besluit('schorsing_verleend', toestemming), op('2026-03-10'));
    expect(vraag()).toHaveLength(1);
    expect(vraag()).toEqual([]);
  });
});

describe('the breach of a voorwaardelijke machtiging', () => {
  it('given that opname may, when decided, then it counts as a gewone machtiging for the rest, six months at most', () => {
    const log = inToestand('VMGJ', 'OPNAME_BEVOEGD');
    const [event] = log.geef(NeemOpnamebeslissing, opname, op('2026-03-20'));
    expect(event!.data).toMatchObject({
      geldigTot: '2026-09-02',
      meldingUiterlijk: '2026-03-24',
      door: 'medewerker-1',
    });
    expect(log.stand).toMatchObject({ toestand: 'OMGEZET', omgezet: true, geldigTot: '2026-09-02' });
    expect(log.geef(NeemOpnamebeslissing, opname, op('2026-03-20'))).toEqual([]);
  });

  it('given more than six months to go, then the opname ends after six months', () => {
    const log = inToestand('VMGJ', 'OPNAME_VERPLICHT', facts, { geldigTot: '2027-03-02' });
    log.geef(NeemOpnamebeslissing, opname, op('2026-03-20'));
    expect(['2026-09-19', '2026-09-20'].map((dag) => geldtOp(log.stand, dag))).toEqual([true, false]);
    expect(log.stand).toMatchObject({ beschikkingTot: '2027-03-02' });
  });

  it('given a text of the law that is not known, then the beschikking says until when', () => {
    const log = inToestand('VMGJ', 'OPNAME_VERPLICHT', { ...facts, termijn: () => null });
    const [event] = log.geef(NeemOpnamebeslissing, opname, op('2026-03-20'));
    expect(event!.data).toMatchObject({ geldigTot: '2026-09-02', meldingUiterlijk: null });
  });

  it.each([
    ['nobody looked how the jeugdige is now', { actueleToestandNagegaan: false }, 'TOESTAND_NIET_NAGEGAAN'],
    ['who decides is not in the plan', { door: 'medewerker-2' }, 'MEDEWERKER_ONBEVOEGD'],
  ])('given that %s, then the opnamebeslissing is refused with the article and what to do', (_, anders, code) => {
    const log = inToestand('VMGJ', 'OPNAME_BEVOEGD');
    const fout = geweigerd(() => log.geef(NeemOpnamebeslissing, { ...opname, ...anders }, op('2026-03-20')));
    expect(fout).toMatchObject({ kind: 'refused', code, bron: expect.stringMatching(/^Jeugdwet art\. 6\.1\.6 lid 4/) });
    expect(fout.message).toMatch(/\b(Ga|Laat) /);
  });
});

describe('another hulpverleningsplan', () => {
  const wijzig = (log: Logboek, anders: object = {}, jeugdigeStemtIn = true) =>
    log.geef(
      WijzigHulpverleningsplan,
      { machtigingId, hulpverleningsplan: { ...hulpverleningsplan, ...anders }, jeugdigeStemtIn },
      op('2026-03-10'),
    );

  it('given the consent of the jeugdige, then the plan changes, and who may decide on the opname with it', () => {
    const log = inToestand('VMGJ', 'LOOPT');
    wijzig(log, { bevoegdeMedewerker: 'medewerker-2' });
    expect(log.stand).toMatchObject({ toestand: 'LOOPT', bevoegdeMedewerker: 'medewerker-2' });
    expect(wijzig(log, { bevoegdeMedewerker: 'medewerker-2' })).toEqual([]);
  });

  it.each<[string, object, boolean, string]>([
    ['no consent of the jeugdige', {}, false, 'INSTEMMING_JEUGDIGE_ONTBREEKT'],
    ['a plan without voorwaarden', { voorwaardenEnToezicht: false }, true, 'HULPVERLENINGSPLAN_ONVOLLEDIG'],
    ['a measure that may not outside', { maatregelen: ['insluiting'] }, true, 'MAATREGEL_MAG_NIET_BUITEN'],
  ])('given %s, then that is refused', (_, anders, stemtIn, code) =>
    expect(geweigerd(() => wijzig(inToestand('VMGJ', 'LOOPT'), anders, stemtIn))).toMatchObject({ code }),
  );
});

describe('what happened without a decision', () => {
  const leg = (log: Logboek, gebeurtenis: LegGebeurtenisVast['data']['gebeurtenis'], dag: string) =>
    log.geef(LegGebeurtenisVast, { machtigingId, gebeurtenis, toelichting: null }, op(dag));

  it('given a request, when withdrawn, then no beschikking can follow', () => {
    const log = inToestand('MGJ', 'VERZOCHT');
    leg(log, 'verzoek_ingetrokken', '2026-03-02');
    expect(log.stand).toMatchObject({ status: 'ingetrokken', toestand: 'INGETROKKEN' });
    const afgewezen = { machtigingId, uitkomst: 'afgewezen', beschikkingOp: '2026-03-03' } as const;
    const beschikking = { ...afgewezen, geldigVan: null, geldigTot: null, bereidheid: null };
    expect(geweigerd(() => log.geef(LegBeschikkingVast, beschikking, op('2026-03-03')))).toMatchObject({
      code: 'VERZOEK_INGETROKKEN',
    });
  });

  it.each([
    ['before its first day', '2026-03-01'],
    ['on its end date', '2026-09-02'],
  ])('given an opname %s, then it is recorded and flagged, and the machtiging is not carried out', (_, dag) => {
    const log = inToestand('MGJ', 'VERLEEND');
    expect(leg(log, 'opname_gestart', dag)[0]!.data).toMatchObject({ vlaggen: ['buiten_volgorde'] });
    expect(log.stand.toestand).toBe('VERLEEND');
    expect(openMeldingen(log.stand)).toEqual([]);
  });

  it('given a moment before its last step, then a feit of then is flagged and a decision of then refused', () => {
    const eerder = '2026-03-02T08:30:00.000Z';
    const log = inToestand('MGJ', 'TEN_UITVOER');
    expect(log.stand.laatsteStap! > eerder).toBe(true);
    const onttrekking = { machtigingId, gebeurtenis: 'onttrekking_geconstateerd', toelichting: null } as const;
    expect(log.geef(LegGebeurtenisVast, onttrekking, eerder)[0]!.data).toMatchObject({ vlaggen: ['buiten_volgorde'] });
    const vraag = () => log.geef(NeemBesluit, besluit('schorsing_verleend', toestemming), eerder);
    expect(geweigerd(vraag).message).toContain('Dit besluit kan nu niet.');
    expect(log.stand.toestand).toBe('TEN_UITVOER');
  });

  it('given an onttrekking and a return, then it is carried out again', () => {
    const log = inToestand('MGJ', 'TEN_UITVOER');
    leg(log, 'onttrekking_geconstateerd', '2026-03-10');
    expect(log.stand).toMatchObject({ toestand: 'ONTTROKKEN', toestandSinds: '2026-03-10' });
    leg(log, 'teruggekeerd', '2026-03-12');
    expect(log.stand).toMatchObject({ toestand: 'TEN_UITVOER', toestandSinds: '2026-03-12' });
  });
});
