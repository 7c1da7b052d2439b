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

/** What the refusal says. */
const weigering = (anders: Indiening): CodedError => {
  try {
    machtigingDecider.decide(dienIn(anders), null, facts);
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

  it('given several things that the law forbids, then all their codes come with the first', () => {
    const fout = weigering({ instemming: null, grondslag: null });
    expect(fout.data).toEqual({ codes: ['GRONDSLAG_ONTBREEKT', 'INSTEMMING_ONTBREEKT'] });
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
