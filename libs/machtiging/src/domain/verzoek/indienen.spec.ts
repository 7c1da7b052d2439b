import { describe, expect, it } from '@jest/globals';
import type { CodedError } from '@regielijn/kern';
import { given, testContext } from '../../../../kern/src/scenario.kit.js';
import { machtigingDecider } from '../decide.js';
import { machtigingFeiten as feit } from '../events.js';
import { nieuwMachtigingId } from '../ids.js';
import { facts, hulpverleningsplan, verklaring, verzocht, verzoekData } from '../machtiging.kit.js';
import { kortTevoren } from '../regels/regels.kit.js';
import { DienVerzoekIn, LegVerzoekVast } from './commands.js';

const nu = testContext({ nu: '2026-03-02T09:30:00.000Z' });
type Indiening = Partial<DienVerzoekIn['data']>;
const dienIn = (anders: Indiening = {}, context = nu) => new DienVerzoekIn({ ...verzoekData, ...anders }, context);
const legVast = (anders: object = {}, geldigOp = nu.nu) =>
  new LegVerzoekVast({ ...verzoekData, volledig: true, ...anders }, testContext({ nu: nu.nu, geldigOp }));
const ingediend = (anders: object = {}) =>
  feit.verzoekIngediend.of({
    ...{ ...verzoekData, machtigingId: nieuwMachtigingId(nu.commandId), volledig: true, vlaggen: [] },
    ...anders,
  });

const doorCollege = (college: string): Indiening => ({
  ...{ verzoeker: college, verzoekerSoort: 'college' },
  bevoegdheid: { kinderbeschermingsmaatregel: 'geen', collegeVanWoonplaats: college },
});

/** What the refusal says. */
const weigering = (anders: Indiening, feiten = facts): CodedError => {
  try {
    machtigingDecider.decide(dienIn(anders), null, feiten);
  } catch (error) {
    return error as CodedError;
  }
  throw new Error('not refused');
};

describe('to file a request is a decision', () => {
  it('given a request that misses nothing, when filed, then it stands without a flag; again, then nothing happens', () => {
    given(machtigingDecider, []).when(dienIn(), facts).then(ingediend());
    given(machtigingDecider, [verzocht()]).when(dienIn(), facts).thenNothingHappened();
  });

  it.each<[string, Indiening, string, string]>([
    [
      'a statement of who is in no valid register',
      { instemming: { ...verklaring, register: 'SKJ_JEUGDZORGWERKER' } },
      'GEDRAGSWETENSCHAPPER_NIET_GEKWALIFICEERD',
      'Regeling Jeugdwet art. 2',
    ],
    [
      'a requester who may not',
      { verzoeker: 'aanbieder-demo', verzoekerSoort: 'anders' },
      'VERZOEKER_ONBEVOEGD',
      'Jeugdwet art. 6.1.8 lid 2',
    ],
    [
      'an extension of a spoedmachtiging',
      { soort: 'SPOED', verlenging: true },
      'SPOED_NIET_TE_VERLENGEN',
      'Jeugdwet art. 6.1.12 lid 2',
    ],
    [
      'a spoedmachtiging that names the machtiging it goes on from',
      { soort: 'SPOED', verlengtMachtigingId: '0d6f3a52-5a0e-4f0c-9b1d-6f4f0c8e1a02' },
      'SPOED_NIET_TE_VERLENGEN',
      'Jeugdwet art. 6.1.12 lid 2',
    ],
    [
      'an examination of before the birth',
      { instemming: { ...verklaring, onderzoekOp: '2010-05-04' } },
      'ONDERZOEK_VOOR_GEBOORTE',
      'Jeugdwet art. 6.1.2 lid 5',
    ],
    [
      'a GI that leaves out that it carries out the maatregel',
      { bevoegdheid: { kinderbeschermingsmaatregel: 'opgelegd' } },
      'BEVOEGDHEID_NIET_AANGETOOND',
      'Jeugdwet art. 6.1.8',
    ],
    [
      'a GI that says nothing at all about that',
      { grondslag: 'INSTEMMING_WV', bevoegdheid: null },
      'BEVOEGDHEID_NIET_AANGETOOND',
      'Jeugdwet art. 6.1.8',
    ],
    [
      'an ondertoezichtstelling and no maatregel',
      {
        verzoeker: 'gemeente-0599',
        verzoekerSoort: 'college',
        bevoegdheid: { kinderbeschermingsmaatregel: 'geen' },
      },
      'GRONDSLAG_ZONDER_MAATREGEL',
      'Jeugdwet art. 6.1.2 lid 3',
    ],
    [
      'an ondertoezichtstelling, requested by a college',
      { ...doorCollege('gemeente-0599'), bevoegdheid: { kinderbeschermingsmaatregel: 'verzocht' } },
      'VERZOEKER_ONBEVOEGD',
      'Jeugdwet art. 6.1.8 lid 2',
    ],
    [
      'a college that names itself, of another gemeente than the dossier has',
      { ...doorCollege('gemeente-0518'), grondslag: 'INSTEMMING_WV' },
      'VERZOEKER_ANDERE_GEMEENTE',
      'Jeugdwet art. 6.1.8 lid 1',
    ],
    ['no statement', { instemming: null }, 'INSTEMMING_ONTBREEKT', 'Jeugdwet art. 6.1.8 lid 4'],
    ['no legal title', { grondslag: null }, 'GRONDSLAG_ONTBREEKT', 'Jeugdwet art. 6.1.2 lid 3'],
    [
      'a voorwaardelijke machtiging without a plan',
      { soort: 'VMGJ' },
      'HULPVERLENINGSPLAN_ONTBREEKT',
      'Jeugdwet art. 6.1.4 lid 4',
    ],
  ])('given %s, when filed now, then it is refused with the article and one sentence', (_, anders, code, artikel) => {
    const fout = weigering(anders);
    expect(fout).toMatchObject({ kind: 'refused', code, bron: artikel });
    expect(fout.message).toMatch(/^[A-Z][^.]+\..*$/);
    given(machtigingDecider, [])
      .when(legVast(anders), facts)
      .then(ingediend({ ...anders, vlaggen: [{ code, artikel }] }));
  });

  it('given several things that the law forbids, then all their codes and sentences come with the first', () => {
    const fout = weigering({ instemming: null, grondslag: null });
    expect(fout.data).toEqual({ codes: ['GRONDSLAG_ONTBREEKT', 'INSTEMMING_ONTBREEKT'] });
    expect(fout.message).toMatch(/Vul in wat er is\. Bij het verzoek hoort een verklaring/);
    expect(fout.bron).toBe('Jeugdwet art. 6.1.2 lid 3; Jeugdwet art. 6.1.8 lid 4');
  });

  it('given who is eighteen and nothing shown, then one code, with each of the four conditions', () => {
    const fout = weigering({ grondslag: null, achttienPlus: null }, { ...facts, geboortedatum: '2008-03-02' });
    expect(fout.data).toEqual({ codes: ['ACHTTIEN_PLUS'] });
    expect(fout.message.match(/Laat zien|Vraag de machtiging/g)).toHaveLength(4);
    for (const letter of ['a', 'b', 'c', 'd']) expect(fout.bron).toContain(`lid 4 onder ${letter}`);
  });

  it('given a part of the plan that is missing more than once, then that flag stands once', () => {
    const leeg = { ...hulpverleningsplan, voorwaardenEnToezicht: false, jeugdhulp: false };
    const vmgj = { soort: 'VMGJ', hulpverleningsplan: leeg } as const;
    const vlag = { code: 'HULPVERLENINGSPLAN_ONVOLLEDIG', artikel: 'Jeugdwet art. 6.1.4 lid 5' };
    given(machtigingDecider, [])
      .when(legVast(vmgj), facts)
      .then(ingediend({ ...vmgj, vlaggen: [vlag] }));
  });

  it('given something to look at that the law leaves open, then it is filed with that flag', () => {
    const oud = { instemming: { ...verklaring, onderzoekOp: '2026-02-10' } };
    const vlag = { code: 'ONDERZOEK_LANG_GELEDEN', artikel: 'Jeugdwet art. 6.1.2 lid 5' };
    const scenario = given(machtigingDecider, []);
    scenario.when(dienIn(oud), facts).then(ingediend({ ...oud, vlaggen: [vlag] }));
    scenario.when(dienIn(oud), { ...facts, isOnderzoekOud: kortTevoren('3 weken') }).then(ingediend(oud));
  });

  it('given a spoedmachtiging without an examination, then the reason is what counts', () => {
    const zonder = { soort: 'SPOED', instemming: null } as const;
    expect(weigering(zonder).code).toBe('INSTEMMING_ONTBREEKT');
    const metReden = { ...zonder, redenGeenOnderzoek: 'Zij was zoek.' };
    const vlag = { code: 'ONDERZOEK_ONMOGELIJK', artikel: 'Jeugdwet art. 6.1.3 lid 3' };
    given(machtigingDecider, [])
      .when(dienIn(metReden), facts)
      .then(ingediend({ ...metReden, vlaggen: [vlag] }));
  });

  it('given who is eighteen, then the conditions for that are asked instead of a legal title', () => {
    const achttien = { ...facts, geboortedatum: '2008-03-02' };
    given(machtigingDecider, [])
      .when(dienIn({ grondslag: null }), achttien)
      .thenRefused('ACHTTIEN_PLUS');
  });

  it('given a plan that holds everything, then a voorwaardelijke machtiging can be requested', () => {
    const metPlan = { soort: 'VMGJ', hulpverleningsplan } as const;
    given(machtigingDecider, []).when(dienIn(metPlan), facts).then(ingediend(metPlan));
  });

  it('given the college of the gemeente of the dossier at that moment, then it may; where no gemeente is known, who requests says so', () => {
    const geen = { collegeVanWoonplaats: null };
    const verzoek = { ...doorCollege('gemeente-0599'), grondslag: 'INSTEMMING_WV' } as const;
    const zonder = { ...verzoek, bevoegdheid: { ...verzoek.bevoegdheid, ...geen } };
    const scenario = given(machtigingDecider, []);
    const verhuist = { ...facts, collegeOp: (op: string) => (op < nu.nu ? 'gemeente-0518' : 'gemeente-0599') };
    scenario.when(dienIn(zonder), verhuist).then(ingediend(zonder));
    const vlag = { code: 'VERZOEKER_ANDERE_GEMEENTE', artikel: 'Jeugdwet art. 6.1.8 lid 1' };
    scenario
      .when(legVast(zonder, '2026-03-01T12:00:00.000Z'), verhuist)
      .then(ingediend({ ...zonder, vlaggen: [vlag] }));
    const overig = { ...facts, collegeOp: () => null };
    scenario.when(dienIn(verzoek), overig).then(ingediend(verzoek));
    scenario.when(dienIn(zonder), overig).thenRefused('BEVOEGDHEID_NIET_AANGETOOND');
  });

  it('given an ondertoezichtstelling and nothing about a maatregel, then a college may not, whoever it is', () => {
    const verzoek = { ...doorCollege('gemeente-0599'), bevoegdheid: null };
    given(machtigingDecider, []).when(dienIn(verzoek), facts).thenRefused('VERZOEKER_ONBEVOEGD');
  });

  it('given an ondertoezichtstelling and nothing about a maatregel, then who may is filed with that flag', () => {
    const raad = { verzoeker: 'rvdk', verzoekerSoort: 'RvdK', bevoegdheid: null } as const;
    const vlag = { code: 'MAATREGEL_NIET_VERMELD', artikel: 'Jeugdwet art. 6.1.2 lid 3' };
    given(machtigingDecider, [])
      .when(dienIn(raad), facts)
      .then(ingediend({ ...raad, vlaggen: [vlag] }));
  });

  it.each(['kinderbeschermingsmaatregel', 'collegeVanWoonplaats', 'giMaatregel', 'giJeugdreclassering'])(
    'given %s as null, then it is taken as if it were left out',
    (veld) => {
      const bevoegdheid = { kinderbeschermingsmaatregel: 'opgelegd', giMaatregel: 'gi-demo' };
      const verzoek = (waarde: object) => {
        const invoer = { ...verzoekData, bevoegdheid: { ...bevoegdheid, ...waarde } };
        const data = DienVerzoekIn.definition.schema.parse(invoer);
        try {
          return machtigingDecider.decide(new DienVerzoekIn(data, nu), null, facts).map((event) => event.type);
        } catch (error) {
          return (error as CodedError).code;
        }
      };
      expect(verzoek({ [veld]: null })).toEqual(verzoek({ [veld]: undefined }));
    },
  );

  it('given a request of another day, then it is no decision of now: it is to be told as a fact', () => {
    const gisteren = testContext({ nu: nu.nu, geldigOp: '2026-03-01T12:00:00.000Z' });
    given(machtigingDecider, []).when(dienIn({}, gisteren), facts).thenRefused('VERZOEK_NIET_VAN_NU');
  });
});

describe('a request that was filed is a fact', () => {
  const weinig = {
    ...{ volledig: false, verzoekerSoort: null, verlenging: null, bevoegdheid: null },
    ...{ grondslag: null, instemming: null },
  };

  it('given a request that is told in part, then what was left out is no finding', () => {
    given(machtigingDecider, []).when(legVast(weinig), facts).then(ingediend(weinig));
    const achttien = { ...facts, geboortedatum: '2008-03-02' };
    given(machtigingDecider, []).when(legVast(weinig), achttien).then(ingediend(weinig));
  });

  it('given a request that is told in part by who may only request with a maatregel, then that it was not told is no finding', () => {
    const doorGi = { ...weinig, verzoekerSoort: 'GI', grondslag: 'OTS' } as const;
    given(machtigingDecider, []).when(legVast(doorGi), facts).then(ingediend(doorGi));
    const doorRaad = { ...weinig, verzoekerSoort: 'RvdK' } as const;
    given(machtigingDecider, []).when(legVast(doorRaad), facts).then(ingediend(doorRaad));
  });

  it('given a request of before the birth, then it stands with that flag', () => {
    const vlag = { code: 'GEBOORTEDATUM_IN_TOEKOMST', artikel: 'Jeugdwet art. 1.1' };
    given(machtigingDecider, [])
      .when(legVast(weinig), { ...facts, geboortedatum: '2026-03-03' })
      .then(ingediend({ ...weinig, vlaggen: [vlag] }));
  });

  it('given a request that is told in part, then what was told is held against the law', () => {
    const deel = { ...weinig, instemming: { ...verklaring, registratieGeldigTot: '2026-02-01' } };
    const vlag = { code: 'REGISTRATIE_NIET_GELDIG', artikel: 'Regeling Jeugdwet art. 2' };
    given(machtigingDecider, [])
      .when(legVast(deel), facts)
      .then(ingediend({ ...deel, vlaggen: [vlag] }));
  });

  it('given a request of before 2024, then it is not held against a law of later', () => {
    given(machtigingDecider, [])
      .when(legVast({ instemming: null }, '2023-12-31T12:00:00.000Z'), facts)
      .then(ingediend({ instemming: null, vlaggen: null }));
    const vlag = { code: 'INSTEMMING_ONTBREEKT', artikel: 'Jeugdwet art. 6.1.8 lid 4' };
    given(machtigingDecider, [])
      .when(legVast({ instemming: null }, '2024-01-01T12:00:00.000Z'), facts)
      .then(ingediend({ instemming: null, vlaggen: [vlag] }));
  });

  it('given a request that stands, when it is told again, then nothing happens', () => {
    given(machtigingDecider, [verzocht()]).when(legVast(), facts).thenNothingHappened();
  });
});
