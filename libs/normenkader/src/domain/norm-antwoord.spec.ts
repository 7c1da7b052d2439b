import { describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { antwoordNormToets, bevindingen, type NormAntwoord } from './norm-antwoord.js';
import { normenkaderVanHetProject } from './normenkader.kit.js';
import { GEBEURTENIS_TYPES, NORM_IDS, NormVraagSchema } from './normen/feiten.js';
import { NORMEN } from './normen/toets.js';

const project = normenkaderVanHetProject();
const vandaag = '2026-11-22';
const elf = (vraag: object, normenkader = project) =>
  antwoordNormToets(NormVraagSchema.parse(vraag), normenkader, vandaag) as readonly NormAntwoord[];
const een = (norm: string, gebeurtenissen: object[], rest = {}, normenkader = project) =>
  antwoordNormToets(NormVraagSchema.parse({ norm, gebeurtenissen, ...rest }), normenkader, vandaag) as NormAntwoord;
const opname = (tijdstip: string, rest = {}) => ({ type: 'OpnameGestart', tijdstip, ...rest });

describe('the answer about one norm', () => {
  it('has the norm, the outcome, the version, the peilmoment, why, the sources and what is missing', () => {
    const antwoord = een('O1', [opname('2026-01-12')], { peilmoment: '2026-02-01T12:00:00+01:00' });
    expect(antwoord).toEqual({
      norm: 'O1',
      uitkomst: 'NIET_TE_BEPALEN',
      regelversie: '2020-10-12',
      peilmoment: '2026-02-01T12:00:00+01:00',
      uitleg: 'De opname was op werkdag 12 januari 2026, maar de tijd is niet bekend.',
      bron: [
        'Werkagenda doorontwikkeling Jeugdhulp Plus Zuidwest (2020), normen organisatie',
        'Houtskoolschets Jeugdhulp Plus landsdeel Zuidwest (12 oktober 2020), normenkader',
        expect.stringMatching(/^Aanname: .*kantoortijden/),
      ],
      ontbreekt: ['OpnameGestart.tijdstip'],
    });
  });

  it('given no peilmoment, then today counts to its end, and tomorrow does not', () => {
    expect(een('O1', [opname('2026-11-22T23:59:00+01:00')])).toMatchObject({
      peilmoment: vandaag,
      uitkomst: 'AFWIJKING',
    });
    expect(een('O1', [opname('2026-11-23T00:00:00+01:00')])).toMatchObject({ uitkomst: 'NIET_VAN_TOEPASSING' });
  });

  it('given a peilmoment of null, then it is today', () => {
    expect(een('O1', [], { peilmoment: null }).peilmoment).toBe(vandaag);
  });

  it('names what the norm would have been checked at when that did not happen', () => {
    expect(een('O4', []).uitleg).toContain('(de toewijzing van een plek of de opname)');
  });

  it('names the feestdag', () => {
    expect(een('O1', [opname('2025-12-25T10:00:00+01:00')]).uitleg).toContain('eerste Kerstdag');
  });

  it.each([
    [
      'a positive judgement before an opname at night',
      'positief',
      '2026-01-10T02:00:00+01:00',
      '2026-01-10T03:00:00+01:00',
      true,
    ],
    ['a negative one', 'negatief', '2026-01-10T02:00:00+01:00', '2026-01-10T03:00:00+01:00', false],
    ['a positive one after the opname', 'positief', '2026-01-10T04:00:00+01:00', '2026-01-10T03:00:00+01:00', false],
    ['an opname within kantoortijd', 'positief', '2026-01-12T09:00:00+01:00', '2026-01-12T10:00:00+01:00', false],
  ])('given %s, then O1 says so or not', (_, uitkomst, tijdstip, op, genoemd) => {
    const beoordeeld = { type: 'BloedspoedBeoordeeld', uitkomst, tijdstip };
    const anders = { type: 'BloedspoedBeoordeeld', uitkomst: 'negatief', tijdstip: '2026-01-01' };
    expect(een('O1', [anders, beoordeeld, opname(op)]).uitleg.includes('norm O4')).toBe(genoemd);
  });

  it('warns when the three months of O3 are almost over, from ten weeks on', () => {
    const uitleg = (peilmoment: string) => een('O3', [opname('2026-01-12')], { peilmoment }).uitleg;
    expect(uitleg('2026-03-22')).toBe('De termijn loopt tot en met 12 april 2026.');
    expect(uitleg('2026-03-23')).toBe('De termijn loopt tot en met 12 april 2026. Let op: die is bijna om.');
  });

  it.each([
    ['2026-04-30', '30 april 2026'],
    ['2026-05-01', '31 juli 2026'],
    ['2026-08-01', '31 oktober 2026'],
  ])('given %s, then the next look at the nazorg of B7 is on %s', (peilmoment, voortgang) => {
    const uitstroom = { type: 'UitstroomGerealiseerd', datum: '2026-01-31' };
    expect(een('B7', [uitstroom], { peilmoment }).uitleg).toBe(
      `De termijn loopt tot en met 31 januari 2027. Bekijk de voortgang op ${voortgang}. Nog niet bekend: het nazorgplan.`,
    );
  });

  it('given the last look at the nazorg is over, then no other is named', () => {
    const uitstroom = { type: 'UitstroomGerealiseerd', datum: '2026-01-31' };
    expect(een('B7', [uitstroom], { peilmoment: '2026-11-01' }).uitleg).toBe(
      'De termijn loopt tot en met 31 januari 2027. Nog niet bekend: het nazorgplan.',
    );
  });
});

describe('the facts at which a norm is deviated from', () => {
  const gevallen = (norm: (typeof NORM_IDS)[number], ...gebeurtenissen: object[]) =>
    bevindingen(NormVraagSchema.parse({ gebeurtenissen }), [norm], project, vandaag)[0]!.gevallen;
  const nacht = opname('2026-01-12T03:00:00+01:00');
  const overdag = opname('2026-01-12T10:00:00+01:00');
  const verplaatst = (reden: string | null) => ({ type: 'VerblijfplekGewijzigd', tijdstip: '2026-03-02', reden });

  it('given a norm that is checked at each fact, then those that deviate are named by their place', () => {
    expect(gevallen('O1', overdag, nacht, overdag, nacht)).toEqual([1, 3]);
    expect(gevallen('B1', verplaatst('Dichter bij huis.'), verplaatst(null))).toEqual([1]);
  });

  it('given a norm that looks at the whole traject, then the deviation is at no fact of its own', () => {
    expect(gevallen('B3', opname('2026-01-12T10:00:00+01:00'))).toEqual(['geheel']);
    const tweeNiveaus = ['havo', 'vmbo-t'].map((niveau) => ({
      type: 'OnderwijsGestart',
      tijdstip: '2026-01-20',
      niveau,
    }));
    expect(
      gevallen('B3', overdag, ...tweeNiveaus, {
        type: 'SchoolVanHerkomstUitgeschreven',
        tijdstip: '2026-01-20',
        nieuweInschrijving: 'nee',
      }),
    ).toEqual(['geheel']);
  });

  it('given no deviation, then none is named', () => {
    expect(gevallen('O1', overdag)).toEqual([]);
    expect(gevallen('B3')).toEqual([]);
  });
});

describe('a question without a norm', () => {
  it('is answered with all eleven, in their order', () => {
    expect(elf({ gebeurtenissen: [] }).map(({ norm }) => norm)).toEqual(NORM_IDS);
    expect(elf({ norm: null, gebeurtenissen: [] })).toHaveLength(11);
  });

  it('given nothing happened, then none of them applies', () => {
    expect(new Set(elf({ gebeurtenissen: [] }).map(({ uitkomst }) => uitkomst))).toEqual(
      new Set(['NIET_VAN_TOEPASSING']),
    );
  });

  it('has the answer that each norm alone has', () => {
    const gebeurtenissen = [opname('2026-01-12T10:00:00+01:00')];
    expect(elf({ gebeurtenissen })).toEqual(NORM_IDS.map((norm) => een(norm, gebeurtenissen)));
  });
});

describe('the time before the normenkader', () => {
  it.each([
    ['2019-06-03T10:00:00+02:00', true],
    ['2020-10-11T10:00:00+02:00', true],
    ['2020-10-12T10:00:00+02:00', undefined],
  ])('given an opname on %s, then terugblik: %s', (tijdstip, terugblik) => {
    expect(een('O1', [opname(tijdstip)]).terugblik).toBe(terugblik);
  });

  it('given nothing to check at, then the peilmoment decides', () => {
    expect(een('O1', [], { peilmoment: '2019-06-03' })).toMatchObject({ terugblik: true, regelversie: '2020-10-12' });
    expect(een('O1', [])).not.toHaveProperty('terugblik');
  });

  it('given several opnames, then the first decides', () => {
    expect(een('O1', [opname('2026-01-12'), opname('2019-06-03')]).terugblik).toBe(true);
  });

  it('given an opname without a known day, then the peilmoment decides', () => {
    expect(een('O1', [{ type: 'OpnameGestart' }], { peilmoment: '2019-06-03' }).terugblik).toBe(true);
  });
});

describe('the version of the day', () => {
  const [eerste] = project.versies;
  const tweede = {
    ...structuredClone(eerste!),
    ...{ versie: '2024-01-01', geldigVanaf: '2024-01-01' },
    normen: eerste!.normen.filter(({ id }) => id !== 'O2'),
  };
  tweede.instellingen.kantoortijd = { van: '08:00', tot: '18:00' };
  const normenkader = { ...project, versies: [eerste!, tweede] };

  it.each([
    ['2023-12-29T17:30:00+01:00', '2020-10-12', 'AFWIJKING'],
    ['2024-01-02T17:30:00+01:00', '2024-01-01', 'VOLDAAN'],
  ])('given an opname on %s, then version %s decides: %s', (tijdstip, regelversie, uitkomst) => {
    expect(een('O1', [opname(tijdstip)], {}, normenkader)).toMatchObject({ regelversie, uitkomst });
  });

  it('given a norm that the version does not have, then it does not apply', () => {
    expect(een('O2', [opname('2024-01-02')], {}, normenkader)).toMatchObject({
      uitkomst: 'NIET_VAN_TOEPASSING',
      uitleg: 'Norm O2 staat niet in versie 2024-01-01 van het normenkader.',
      bron: [eerste!.bron],
    });
  });
});

describe('the kalender and kantoortijd of an accommodatie', () => {
  const normenkader = structuredClone(project);
  normenkader.versies[0]!.instellingen.perAccommodatie = {
    noord: { kantoortijd: { van: '08:00', tot: '18:00' }, kalender: 'atw_zonder_goedevrijdag_5mei' },
  };
  const uitkomst = (tijdstip: string, accommodatie: string | null, instellingen = {}) =>
    een('O1', [opname(tijdstip, { accommodatie })], { instellingen }, normenkader).uitkomst;

  it.each([
    ['2026-01-12T17:30:00+01:00', 'noord', 'VOLDAAN'],
    ['2026-01-12T17:30:00+01:00', 'zuid', 'AFWIJKING'],
    ['2026-01-12T17:30:00+01:00', 'constructor', 'AFWIJKING'],
    ['2026-01-12T17:30:00+01:00', null, 'AFWIJKING'],
    ['2026-04-03T10:00:00+02:00', 'noord', 'VOLDAAN'],
    ['2026-04-03T10:00:00+02:00', 'zuid', 'AFWIJKING'],
  ])('given an opname on %s at %s, then %s', (tijdstip, accommodatie, verwacht) => {
    expect(uitkomst(tijdstip, accommodatie)).toBe(verwacht);
  });

  it('what the question sets goes first', () => {
    expect(uitkomst('2026-01-12T17:30:00+01:00', 'noord', { kantoortijd: '09:00-17:00' })).toBe('AFWIJKING');
    expect(uitkomst('2026-01-12T17:30:00+01:00', 'noord', { kantoortijd: null })).toBe('VOLDAAN');
  });
});

describe('a day that a royal decree made a feestdag', () => {
  const normenkader = { ...project, gelijkgesteldeDagen: [{ datum: '2026-01-02', naam: 'dag na Nieuwjaarsdag' }] };

  it('is no werkdag for O1, and is named', () => {
    const feiten = [opname('2026-01-02T10:00:00+01:00')];
    expect(een('O1', feiten, {}, normenkader)).toMatchObject({
      uitkomst: 'AFWIJKING',
      uitleg: expect.stringContaining('dag na Nieuwjaarsdag'),
    });
    expect(een('O1', feiten)).toMatchObject({ uitkomst: 'VOLDAAN' });
  });

  it('does not count for the werkdagen of B4', () => {
    const feiten = [
      { type: 'TriageUitkomst', tijdstip: '2025-12-31', variant: 'R2' },
      { type: 'VariantGestart', tijdstip: '2026-01-09', variant: 'R2' },
    ];
    expect(een('B4', feiten, {}, normenkader).uitkomst).toBe('VOLDAAN');
    expect(een('B4', feiten).uitkomst).toBe('AFWIJKING');
  });
});

describe('the question', () => {
  const fout = (vraag: object): string | undefined => {
    const issue = NormVraagSchema.safeParse(vraag).error?.issues[0];
    return issue && [...issue.path, ...(issue.code === 'unrecognized_keys' ? issue.keys : [])].join('.');
  };

  it.each<[string, object, string]>([
    ['no gebeurtenissen', {}, 'gebeurtenissen'],
    ['a norm that does not exist', { norm: 'O5', gebeurtenissen: [] }, 'norm'],
    ['a word that does not exist', { gebeurtenissen: [], naam: 'x' }, 'naam'],
    ['a gebeurtenis that does not exist', { gebeurtenissen: [{ type: 'Opname' }] }, 'gebeurtenissen.0.type'],
    [
      'a word too many in a gebeurtenis',
      { gebeurtenissen: [{ type: 'PlekGeweigerd', plek: 1 }] },
      'gebeurtenissen.0.plek',
    ],
    ['a moment without a zone', { gebeurtenissen: [opname('2026-01-12T10:00:00')] }, 'gebeurtenissen.0.tijdstip'],
    ['a day that does not exist', { gebeurtenissen: [opname('2026-02-30')] }, 'gebeurtenissen.0.tijdstip'],
    ['a year that cannot be', { gebeurtenissen: [opname('0026-01-12T10:00:00Z')] }, 'gebeurtenissen.0.tijdstip'],
    ['a peilmoment in words', { peilmoment: 'gisteren', gebeurtenissen: [] }, 'peilmoment'],
    [
      'a kantoortijd that ends before it begins',
      { instellingen: { kantoortijd: '17:00-09:00' }, gebeurtenissen: [] },
      'instellingen.kantoortijd',
    ],
    [
      'a kantoortijd of no time',
      { instellingen: { kantoortijd: '09:00-09:00' }, gebeurtenissen: [] },
      'instellingen.kantoortijd',
    ],
    [
      'a kantoortijd without an end',
      { instellingen: { kantoortijd: '09:00' }, gebeurtenissen: [] },
      'instellingen.kantoortijd',
    ],
    [
      'an hour that does not exist',
      { instellingen: { kantoortijd: '09:00-25:00' }, gebeurtenissen: [] },
      'instellingen.kantoortijd.tot',
    ],
    [
      'a kalender that does not exist',
      { instellingen: { kalender: 'juliaans' }, gebeurtenissen: [] },
      'instellingen.kalender',
    ],
    [
      'a negative number of werkdagen',
      { instellingen: { directWerkdagen: -1 }, gebeurtenissen: [] },
      'instellingen.directWerkdagen',
    ],
    ['half a werkdag', { instellingen: { directWerkdagen: 2.5 }, gebeurtenissen: [] }, 'instellingen.directWerkdagen'],
    ['no levensgebieden', { instellingen: { levensgebieden: [] }, gebeurtenissen: [] }, 'instellingen.levensgebieden'],
    [
      'a setting that a question may not set',
      { instellingen: { nazorgMaanden: 1 }, gebeurtenissen: [] },
      'instellingen.nazorgMaanden',
    ],
  ])('given %s, then it is refused by name', (_, vraag, pad) => {
    expect(fout(vraag)).toBe(pad);
  });

  it.each(['2026-01-12', '2026-01-12T10:00+01:00', '2026-01-12T10:00:00+01:00', '2026-01-12T09:00:00.000Z', null])(
    'takes %s as a tijdstip',
    (tijdstip) => {
      expect(fout({ peilmoment: tijdstip, gebeurtenissen: [{ type: 'OpnameGestart', tijdstip }] })).toBeUndefined();
    },
  );

  it.each([
    ['2026-01-12T08:59+01:00', 'AFWIJKING'],
    ['2026-01-12T09:00+01:00', 'VOLDAAN'],
  ])('reads %s to the minute: %s', (tijdstip, uitkomst) => {
    expect(een('O1', [opname(tijdstip)]).uitkomst).toBe(uitkomst);
  });

  it('can be printed as a JSON schema that names every gebeurtenis', () => {
    const schema = JSON.stringify(z.toJSONSchema(NormVraagSchema, { io: 'input' }));
    for (const type of GEBEURTENIS_TYPES) expect(schema).toContain(`"const":"${type}"`);
  });

  it('knows each gebeurtenis at which a norm is checked', () => {
    const momenten = NORM_IDS.flatMap((norm) => NORMEN[norm].toetsmomenten);
    expect(GEBEURTENIS_TYPES).toEqual(expect.arrayContaining(momenten));
  });
});
