import { describe, expect, it } from '@jest/globals';
import { VARIANTEN } from '@regielijn/kern';
import { PASSEND, past, regels, rauweRegels, leesRegels, variantIn, vraag } from './triage.kit.js';

const VOLGORDE = ['R2', 'R1', 'R3', 'R4', 'R4a', 'R6', 'R5', 'R7', 'R8'];
const kans = ['kans_op', 'aanwezig'];
const veilig = ['veilig', 'veilig_te_maken'];
const binnen = ['binnen_toelaatbare_grenzen'];
const jaren = (van: number, tot: number) => Array.from({ length: tot - van + 1 }, (_, i) => van + i);

/** The values that fit, per variant and attribute, copied by hand from the publications. Every other value does not. */
const PAST_BIJ: Readonly<Record<string, Readonly<Record<string, readonly unknown[]>>>> = {
  R2: {
    leeftijd: jaren(12, 30),
    motivatieJeugdige: kans,
    opvoedsituatie: veilig,
    agressieRisico: binnen,
    onttrekkingsRisico: binnen,
    fysiekeBegrenzingNodig: [false],
    kanBlijvenOpWoonplek: [true],
    machtiging: ['VMGJ', 'geschorst'],
  },
  R1: {
    leeftijd: jaren(12, 30),
    schoolThuisVrijeTijdErnstigeProblemen: [true],
    motivatieJeugdige: kans,
    motivatieGezin: kans,
    opvoedsituatie: veilig,
  },
  R3: {
    leeftijd: jaren(0, 12),
    gezinMetKindTotEnMet12: [true],
    motivatieJeugdige: kans,
    motivatieGezin: kans,
    ouderGripHerstelbaarMetSysteembehandeling: [true],
    brusjesGetuigeVanMaatregelen: [false],
  },
  R4: {
    leeftijd: jaren(12, 22),
    motivatieJeugdige: kans,
    terugkeerEigenSysteemMogelijk: [false],
    langdurigNodig: [true],
    ass: [true],
    extreemComplexMetMaatschappelijkRisico: [false],
  },
  R4a: {
    leeftijd: jaren(12, 17),
    kanBlijvenOpWoonplek: [false],
    intensieveSpecialistischeZorgbehoefte: [true],
    openVoorVerblijfKib: [true],
    kanDagbestedingVolgen: [true],
    extreemGedragOfWeglopenMetRisico: [false],
    fysiekeBegrenzingNodig: [false],
  },
  R6: { crisis: [true], langdurigNodig: [false] },
  R5: {
    motivatieJeugdige: ['geen'],
    lijdensdruk: ['geen'],
    inzichtEigenProblematiek: ['geen'],
    ernstigeSchadeZelfOfAnder: [true],
    fysiekeBegrenzingNodig: [true],
  },
  R7: { zikosGevraagd: [true] },
};

const ALLE_WAARDEN: Readonly<Record<string, readonly unknown[]>> = {
  leeftijd: jaren(0, 30),
  motivatieJeugdige: ['geen', ...kans],
  motivatieGezin: ['geen', ...kans],
  opvoedsituatie: [...veilig, 'onveilig'],
  agressieRisico: [...binnen, 'buiten_toelaatbare_grenzen'],
  onttrekkingsRisico: [...binnen, 'buiten_toelaatbare_grenzen'],
  machtiging: ['geen', 'VMGJ', 'MGJ', 'geschorst', 'SPOED'],
  lijdensdruk: ['geen', 'kans', 'aanwezig'],
  inzichtEigenProblematiek: ['geen', 'kans', 'aanwezig'],
};
const waardenVan = (attribuut: string) => ALLE_WAARDEN[attribuut] ?? [true, false];

const gevallen = Object.entries(PAST_BIJ).flatMap(([id, attributen]) =>
  Object.entries(attributen).map(([attribuut, goed]) => ({ id, attribuut, goed })),
);

describe('every row of the decision table', () => {
  it.each(VOLGORDE)('given what %s asks and nothing else, then it fits and nothing is missing', (id) => {
    const rij = variantIn(vraag(PASSEND[id]!), id);
    expect(rij).toMatchObject({ past: 'ja', ontbreekt: [], contraIndicaties: [] });
    expect(new Set(rij.criteria.map(({ uitkomst }) => uitkomst))).toEqual(new Set(['ja']));
  });

  it.each(gevallen)(
    'given $attribuut, then $id fits by the values of the publications only',
    ({ id, attribuut, goed }) => {
      for (const waarde of waardenVan(attribuut)) {
        const rij = variantIn(vraag({ ...PASSEND[id], [attribuut]: waarde }), id);
        expect([waarde, rij.past]).toEqual([waarde, goed.includes(waarde) ? 'ja' : 'nee']);
        const nee = [...rij.criteria.filter(({ uitkomst }) => uitkomst === 'nee'), ...rij.contraIndicaties];
        expect(nee.some((deel) => deel.id === attribuut)).toBe(!goed.includes(waarde));
      }
    },
  );

  it.each(gevallen)('given no $attribuut, then of $id it cannot be said and exactly that is missing', (geval) => {
    const rij = variantIn(vraag({ ...PASSEND[geval.id], [geval.attribuut]: null }), geval.id);
    expect(rij.past).toBe('onbekend');
    expect(rij.ontbreekt).toContain(geval.attribuut);
  });

  it('given any profile, then all variants are answered in the order of evaluation, each with its sources', () => {
    for (const feiten of [{}, ...Object.values(PASSEND)]) {
      const { varianten } = vraag(feiten);
      expect(varianten.map(({ id }) => id)).toEqual(VOLGORDE);
      for (const { criteria, kenmerken } of varianten) {
        expect(new Set(criteria.map(({ id }) => id)).size).toBe(criteria.length);
        expect([...criteria, ...kenmerken].every(({ bron }) => bron.length > 0)).toBe(true);
      }
    }
  });

  it('given the variants of the engine, then each has exactly one row; waiting for uitstroom is no variant', () => {
    const { varianten } = vraag({});
    expect(varianten.map(({ variant }) => variant)).toEqual([...VARIANTEN, null]);
    expect(varianten.map(({ soort }) => soort)).toEqual([
      ...Array<string>(7).fill('variant'),
      'routering',
      'routering',
    ]);
  });

  it('given a dwanggroep that fits, when any lighter variant fits too, then it does not fit', () => {
    const lichter = regels.versies[0]!.varianten.filter(({ trede }) => trede !== null && trede < 6).map(({ id }) => id);
    expect(lichter).toEqual(['R2', 'R1', 'R3', 'R4', 'R4a', 'R6']);
    const rij = variantIn(vraag({ ...PASSEND.R5, ...PASSEND.R6 }), 'R5');
    expect(rij).toMatchObject({ past: 'nee', contraIndicaties: [{ id: 'R6' }] });
  });
});

describe('the contradictions between the publications', () => {
  const instellingen = regels.versies[0]!.instellingen;

  it('given the list of the domain, then each of the sixteen is a setting with two readings and their sources', () => {
    const ids = instellingen.map(({ id }) => id);
    expect(ids.slice(0, 16)).toEqual(Array.from({ length: 16 }, (_, i) => `C${i + 1}`));
    expect(instellingen.every(({ lezingen }) => lezingen.length >= 2)).toBe(true);
  });

  it.each(instellingen)(
    'given another reading of $id ($onderwerp), then the answer is another and says so',
    (instelling) => {
      const { id, standaard, lezingen } = instelling;
      const feiten = { leeftijd: 12, regio: 'rijnmond' };
      const { instellingen: gebruikt, ...gewoon } = vraag(feiten);
      expect(gebruikt[id]).toBe(standaard);
      for (const lezing of lezingen.filter((andere) => andere.id !== standaard)) {
        const { instellingen: anders, ...antwoord } = vraag({ ...feiten, instellingen: { [id]: lezing.id } });
        expect(anders).toEqual({ ...gebruikt, [id]: lezing.id });
        expect(antwoord).not.toEqual(gewoon);
      }
    },
  );

  it.each([
    ['C2', { C2: 'tot_en_met_23' }, 'R4', { leeftijd: 23 }, 'ja'],
    ['C2', { C2: 'tot_en_met_23' }, 'R4', { leeftijd: 24 }, 'nee'],
    ['C2', { C2: 'tot_en_met_23' }, 'R4', { leeftijd: 11 }, 'nee'],
    ['C2', { C2: 'tot_en_met_23' }, 'R4a', { leeftijd: 24, verblijftAlIn: 'R4a' }, 'nee'],
    ['C2', { C2: 'tot_en_met_23' }, 'R4a', { leeftijd: 18, verblijftAlIn: 'R4' }, 'nee'],
    ['C2', { C2: 'tot_en_met_23' }, 'R4a', { leeftijd: 11, verblijftAlIn: 'R4a' }, 'nee'],
    ['C1', { C1: 'onder_12' }, 'R3', { leeftijd: 11 }, 'ja'],
    ['C15', { C15: 'altijd_gesloten' }, 'R2', {}, 'ja'],
    ['C13', { C13: 'januari_2021' }, 'R2', { datum: '2021-01-01' }, 'ja'],
    ['C10', { C10: 'jongere_en_omgeving' }, 'R2', { motivatieGezin: 'kans_op' }, 'ja'],
    ['C10', { C10: 'jongere_en_omgeving' }, 'R4', { motivatieGezin: 'geen' }, 'nee'],
    ['C10', { C10: 'jongere_en_omgeving' }, 'R4a', { motivatieGezin: 'geen' }, 'nee'],
    ['einde', { eindeGezinsopname: 'tot_en_met_1_november_2021' }, 'R3', { datum: '2021-11-01' }, 'ja'],
    ['einde', { eindeGezinsopname: 'tot_en_met_1_november_2021' }, 'R3', { datum: '2020-10-31' }, 'nee'],
    ['einde', { eindeGezinsopname: 'anderhalf_jaar' }, 'R3', { datum: '2022-04-30' }, 'ja'],
    ['einde', { eindeGezinsopname: 'anderhalf_jaar' }, 'R3', { datum: '2022-05-01' }, 'nee'],
    ['einde', { eindeGezinsopname: 'anderhalf_jaar' }, 'R3', { datum: '2020-10-31' }, 'nee'],
    ['begeleidbaar', { begeleidbaar: 'doorslaggevend' }, 'R1', { begeleidbaar: 'kans' }, 'ja'],
    ['begeleidbaar', { begeleidbaar: 'doorslaggevend' }, 'R3', { begeleidbaar: 'nee' }, 'nee'],
    ['begeleidbaar', { begeleidbaar: 'doorslaggevend' }, 'R4', { begeleidbaar: 'ja' }, 'ja'],
    ['begeleidbaar', { begeleidbaar: 'doorslaggevend' }, 'R5', { begeleidbaar: 'nee' }, 'ja'],
    ['begeleidbaar', { begeleidbaar: 'doorslaggevend' }, 'R5', { begeleidbaar: 'kans' }, 'nee'],
  ])(
    'given the other reading of %s (%j), when asked of %s with %j, then %s',
    (_, instellingen, id, feiten, uitkomst) => {
      expect(past({ ...PASSEND[id], ...feiten, instellingen }, id)).toBe(uitkomst);
    },
  );
});

describe('the days on which a variant began', () => {
  it.each(['R2', 'R3', 'R4', 'R4a'])(
    'given %s, then it is offered from the first day of the pilots and not before',
    (id) => {
      expect(past({ ...PASSEND[id], datum: '2020-11-01' }, id)).toBe('ja');
      const voor = variantIn(vraag({ ...PASSEND[id], datum: '2020-10-31' }), id);
      expect(voor.past).toBe('nee');
      expect(voor.criteria.filter(({ uitkomst }) => uitkomst === 'nee').map((rij) => rij.id)).toEqual(['datum']);
    },
  );

  it.each(['R1', 'R6', 'R5'])('given %s, then it is older than the pilots', (id) => {
    expect(past({ ...PASSEND[id], datum: '2019-06-01' }, id)).toBe('ja');
  });

  it('given a day before the table, then the first table answers and the answer is a terugblik', () => {
    expect(vraag({ datum: '2020-10-11' })).toMatchObject({ regelversie: 'triage-2020-10-12', terugblik: true });
    expect(vraag({ datum: '2020-10-12' })).toMatchObject({ datum: '2020-10-12', terugblik: false });
  });

  it('given no day, then today counts', () => {
    expect(vraag({}).datum).toBe('2026-03-02');
    expect(vraag({ datum: null }).datum).toBe('2026-03-02');
  });

  it('given a later table, then it holds from its own day on', () => {
    const rauw = rauweRegels();
    rauw.versies.push({ ...structuredClone(rauw.versies[0]), versie: 'later', geldigVanaf: '2030-01-01' });
    const tabel = leesRegels(rauw);
    expect(vraag({ datum: '2029-12-31' }, tabel).regelversie).toBe('triage-2020-10-12');
    expect(vraag({ datum: '2030-01-01' }, tabel).regelversie).toBe('later');
  });
});

describe('a new variant', () => {
  it('given one more row of data, then it is answered, ranked and proposed like the others', () => {
    const rauw = rauweRegels();
    const bron = 'Werkagenda (2020), 2.1, voetnoot 4';
    rauw.versies[0].varianten.splice(1, 0, {
      ...{ id: 'R9', naam: 'Proef', variant: null, trede: 1, contraIndicaties: [], kenmerken: [] },
      criteria: [{ toets: { op: 'gelijk', attribuut: 'lvb', waarde: true }, bron }],
    });
    const tabel = leesRegels(rauw);
    const antwoord = vraag({ ...PASSEND.R5, lvb: true, gekozen: 'R5' }, tabel);
    expect(variantIn(antwoord, 'R9')).toMatchObject({ past: 'ja', criteria: [{ id: 'lvb', uitkomst: 'ja', bron }] });
    expect(antwoord.voorstel.map(({ id }) => id)).toEqual(['R9']);
    expect(variantIn(antwoord, 'R5').contraIndicaties.map(({ id }) => id)).toEqual(['R9']);
    expect(antwoord.signalen.map(({ code }) => code)).toEqual(['TE_ZWAAR', 'PAST_NIET']);
  });
});

describe('rows that the table can hold and does not yet', () => {
  it('given a lighter variant that fits in another form only, then a heavier one sees that it fits', () => {
    const rauw = rauweRegels();
    const bron = 'Werkagenda (2020), 2.1';
    rauw.versies[0].varianten[5].vormen = [{ id: 'lang', naam: 'langer', vervalt: ['langdurigNodig'], bron }];
    const antwoord = vraag({ ...PASSEND.R5, crisis: true, langdurigNodig: true }, leesRegels(rauw));
    expect(variantIn(antwoord, 'R6')).toMatchObject({ past: 'nee', vormen: [{ id: 'lang', past: 'ja' }] });
    expect(variantIn(antwoord, 'R5')).toMatchObject({ past: 'nee', contraIndicaties: [{ id: 'R6' }] });
  });

  it('given a form for which one attribute no longer decides, then no criterium that looks at it does', () => {
    const rauw = rauweRegels();
    const bron = 'Werkagenda (2020), 2.1';
    rauw.versies[0].varianten[5].vormen = [{ id: 'rust', naam: 'zonder crisis', vervalt: ['crisis'], bron }];
    const feiten = { crisis: false, externeDreiging: false, langdurigNodig: false };
    const rij = variantIn(vraag(feiten, leesRegels(rauw)), 'R6');
    expect(rij).toMatchObject({ past: 'nee', vormen: [{ id: 'rust', past: 'ja' }] });
    expect(variantIn(vraag({ ...feiten, langdurigNodig: true }, leesRegels(rauw)), 'R6').vormen[0]!.past).toBe('nee');
  });

  it('given two variants of one weight, then neither is lighter than the other', () => {
    const rauw = rauweRegels();
    rauw.versies[0].varianten[5].trede = rauw.versies[0].varianten[6].trede;
    const antwoord = vraag({ ...PASSEND.R5, ...PASSEND.R6, gekozen: 'R5' }, leesRegels(rauw));
    expect(antwoord.voorstel.map(({ id }) => id)).toEqual(['R6', 'R5']);
    expect(antwoord.gekozen!.lichtereVarianten.map(({ variant }) => variant)).not.toContain('R6');
    expect(antwoord.signalen).toEqual([]);
  });

  it('given a choice that the table of that day does not have yet, then nothing is said of its weight', () => {
    const rauw = rauweRegels();
    const later = structuredClone({ ...rauw.versies[0], versie: 'later', geldigVanaf: '2030-01-01' });
    later.varianten.splice(1, 0, { ...later.varianten[0], id: 'R9' });
    rauw.versies.push(later);
    const antwoord = vraag({ ...PASSEND.R1, gekozen: 'R9', datum: '2029-12-31' }, leesRegels(rauw));
    expect(antwoord.gekozen).toEqual({ id: 'R9', lichtereVarianten: [] });
    expect(antwoord.signalen.filter(({ veld }) => veld !== null)).toEqual([]);
  });

  it('given a signal at one reading, then it is raised at that reading only', () => {
    const rauw = rauweRegels();
    rauw.versies[0].signalen[0].bijLezing = { C1: 'onder_12' };
    const codes = (instellingen: object) =>
      vraag({ leeftijd: 12, instellingen }, leesRegels(rauw)).signalen.map(({ code }) => code);
    expect(codes({})).toEqual([]);
    expect(codes({ C1: 'onder_12' })).toEqual(['TWAALF_JAAR']);
  });
});

describe('the free plekken', () => {
  it('given no store, then 0, never confirmed', () => {
    const { varianten } = vraag({});
    expect(varianten.map(({ vrijePlekken, plekkenBevestigdOp }) => [vrijePlekken, plekkenBevestigdOp])).toEqual(
      VOLGORDE.map(() => [0, null]),
    );
  });
});
