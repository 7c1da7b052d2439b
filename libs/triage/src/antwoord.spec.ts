import { describe, expect, it } from '@jest/globals';
import { PASSEND, regels, variantIn, vraag } from './triage.kit.js';

const kib = 'Projectplan KIB (2020), ';

describe('the answer of the triage', () => {
  it('given a profile, then a variant is answered whole: outcome, criteria, contra-indications, what is missing, plekken', () => {
    const feiten = { ...PASSEND.R4a, openVoorVerblijfKib: null, extreemGedragOfWeglopenMetRisico: true };
    const bron = `${kib}Doelgroep`;
    expect(variantIn(vraag(feiten), 'R4a')).toEqual({
      id: 'R4a',
      naam: 'Kleinschalige Intensieve Behandelgroep (KIB)',
      variant: 'kib',
      soort: 'variant',
      past: 'nee',
      criteria: [
        { id: 'datum', uitkomst: 'ja', bron: 'Impactanalyse (2020), Pilots (najaar 2020)' },
        { id: 'leeftijd', uitkomst: 'ja', bron },
        { id: 'kanBlijvenOpWoonplek', uitkomst: 'ja', bron },
        { id: 'intensieveSpecialistischeZorgbehoefte', uitkomst: 'ja', bron },
        { id: 'openVoorVerblijfKib', uitkomst: 'onbekend', bron },
        { id: 'kanDagbestedingVolgen', uitkomst: 'ja', bron },
      ],
      contraIndicaties: [
        {
          id: 'extreemGedragOfWeglopenMetRisico',
          tekst: 'extreem gedrag, of telkens weglopen met risico',
          bron: `${kib}Contra-indicatie`,
        },
      ],
      ontbreekt: ['openVoorVerblijfKib'],
      vormen: [],
      kenmerken: [
        {
          id: 'juridischeGrondslag',
          waarde: 'open voorziening: vrijwillig of voorwaardelijke machtiging',
          bron: `${kib}Juridische grondslag verblijf`,
        },
        { id: 'groepsgrootte', waarde: 8, bron: `${kib}Beperkt aantal groepsgenoten` },
        expect.objectContaining({ id: 'veiligheid' }),
      ],
      vrijePlekken: 0,
      plekkenBevestigdOp: null,
    });
  });

  it('given what fits, then the proposal has the source of its order, and of the form when only a form fits', () => {
    expect(vraag(PASSEND.R1!).voorstel).toEqual([
      { id: 'R1', vorm: null, bron: 'Normenkader, norm B1 (zo thuis mogelijk)' },
    ]);
    expect(vraag({ ...PASSEND.R1, opvoedsituatie: 'onveilig' }).voorstel).toEqual([
      { id: 'R1', vorm: 'met_bed', bron: 'Houtskoolschets (2020), 2.4, School2Care met een bed' },
    ]);
  });

  it('given a lighter variant that would fit in another form only if it does not as it is, then a heavier one is not too heavy yet', () => {
    const feiten = {
      ...{ leeftijd: 12, motivatieJeugdige: 'aanwezig', motivatieGezin: 'aanwezig', externeDreiging: true },
      ...{ langdurigNodig: false, schoolThuisVrijeTijdErnstigeProblemen: true },
    };
    const { voorstel, signalen, gekozen } = vraag({ ...feiten, gekozen: 'R6' });
    expect(voorstel.map(({ id }) => id)).toEqual(['R6']);
    expect(signalen.map(({ code }) => code)).not.toContain('TE_ZWAAR');
    expect(gekozen!.lichtereVarianten.find(({ variant }) => variant === 'R1')).toMatchObject({ passend: 'onbekend' });
    const onveilig = vraag({ ...feiten, opvoedsituatie: 'onveilig', gekozen: 'R6' });
    expect(onveilig.signalen.map(({ code }) => code)).toContain('TE_ZWAAR');
  });

  it('given a choice, then per lighter variant whether it fits, and the criterium or contra-indication that fails', () => {
    const feiten = { ...PASSEND.R3, leeftijd: 12, brusjesGetuigeVanMaatregelen: true, machtiging: 'MGJ' };
    expect(vraag({ ...feiten, gekozen: 'R4' }).gekozen).toEqual({
      id: 'R4',
      lichtereVarianten: [
        { variant: 'R2', passend: 'nee', criterium: 'machtiging' },
        { variant: 'R1', passend: 'onbekend', criterium: null },
        { variant: 'R3', passend: 'nee', criterium: 'brusjesGetuigeVanMaatregelen' },
      ],
    });
  });

  it('given a lighter variant that fits in a form only, then no criterium fails', () => {
    const { gekozen } = vraag({ ...PASSEND.R1, opvoedsituatie: 'onveilig', gekozen: 'R3' });
    expect(gekozen!.lichtereVarianten).toContainEqual({ variant: 'R1', passend: 'ja', criterium: null });
  });

  it('given no choice, then nothing is said of one', () => expect(vraag(PASSEND.R2!).gekozen).toBeNull());

  it('given a signal, then it has its sentence and its source', () => {
    expect(vraag({ ...PASSEND.R2, leeftijd: 13, verblijftAlIn: 'R5' }).signalen[0]).toEqual({
      code: 'TE_ZWAAR',
      over: 'R5',
      veld: 'verblijftAlIn',
      tekst: 'Een lichtere variant past. Leg vast waarom die niet wordt gekozen.',
      bron: 'Normenkader, norm B1 (zo thuis mogelijk)',
    });
    expect(vraag({ trauma_hechting: true }).signalen).toEqual([
      {
        code: 'WOONPLEK_BESTENDIGEN',
        over: null,
        veld: null,
        tekst: 'Bij (een risico op) trauma of hechtingsproblemen past het om op dezelfde woonplek te blijven.',
        bron: 'Houtskoolschets (2020), 4.1, tabel alternatieven: Pilot 1',
      },
    ]);
    expect(vraag({ zikosGevraagd: true }).signalen[0]).toMatchObject({ code: 'ZIKOS', over: 'R7', veld: null });
  });

  it('given a route, then it has its status, its explanation and the sources of the route and of the region', () => {
    const { routes } = vraag({ leeftijd: 15, regio: 'noord-limburg', datum: '2019-01-01' });
    expect(routes[0]).toEqual({
      id: 'inverbinding_jim',
      naam: 'InVerbinding met een JIM',
      geldt: 'ja',
      status: 'in_gebruik',
      ontbreekt: [],
      toelichting: expect.stringContaining('zelfgekozen mentor'),
      bron: [
        'JIM-plan van jeugdhulporganisaties (2022), ketenaanpak',
        'Transformatieplan Jeugd Noord-Limburg, Inverbindingsteam (2019 Venlo, 2020 overige gemeenten)',
      ],
    });
    expect(routes[1]).toMatchObject({ id: 'back_on_track', geldt: 'nee', status: null });
    expect(routes[1]!.bron).toEqual(['Transformatieplan Jeugd Noord-Limburg, Back on Track']);
    const inloophuis = routes.find(({ id }) => id === 'inloophuis')!;
    expect(inloophuis).toMatchObject({ status: 'concept', bron: ['Werkagenda (2020), 2.1, voetnoot 4'] });
  });

  it('given any profile, then it says by which table, what makes a plek passend, and which readings were used', () => {
    const antwoord = vraag({ instellingen: { C1: 'onder_12' } });
    expect(antwoord.bron).toBe(regels.versies[0]!.bron);
    expect(antwoord.plekcriteria.map(({ id }) => id)).toEqual([
      ...['variant', 'groepssamenstelling', 'leeftijden', 'afstand_huis', 'afstand_school', 'onderwijsplek'],
    ]);
    expect(antwoord.instellingen).toMatchObject({ C1: 'onder_12', C2: 'tot_23' });
    expect(Object.keys(antwoord.instellingen)).toEqual(regels.versies[0]!.instellingen.map(({ id }) => id));
  });
});
