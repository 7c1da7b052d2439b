import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { antwoordNormToets, bevindingen, type NormAntwoord } from '../norm-antwoord.js';
import { normenkaderVanHetProject } from '../normenkader.kit.js';
import { NORM_IDS, type NormVraag, NormVraagSchema } from './feiten.js';
import { CODENAAM, scenariosVan } from './scenarios.kit.js';
import { gelezenDoor } from './toets.js';

const normenkader = normenkaderVanHetProject();
const vandaag = '2026-12-31';

const antwoordenOp = (vraag: NormVraag): readonly NormAntwoord[] =>
  antwoordNormToets(vraag, normenkader, vandaag) as readonly NormAntwoord[];

const toets = (vraag: object): readonly NormAntwoord[] => antwoordenOp(NormVraagSchema.parse(vraag));

const uit = <T>(...waarden: T[]) => fc.constantFrom(...waarden);
const ofNiets = <T>(waarde: fc.Arbitrary<T>) => fc.option(waarde, { nil: undefined, freq: 6 });
const dag = uit(
  '2025-11-30',
  '2026-01-05',
  '2026-01-10',
  '2026-01-12',
  '2026-01-13',
  '2026-02-09',
  '2026-04-12',
  '2026-05-01',
);
const ogenblik = fc.tuple(dag, uit('00:30', '09:00', '10:00', '16:59', '22:30')).map(([d, t]) => `${d}T${t}:00+01:00`);
const variant = uit('R2', 'R1', 'R4a', 'R5', 'KV', 'crisisgroep', 'R8', 'onbekend');
const jaNee = uit<unknown>(true, false, 'ja', 'nee', 'onbekend', null);
const gebied = uit('support', 'wonen', 'school_werk', 'inkomen', 'welzijn');
const persoon = uit('jb-1', 'gw-2', 'gl-3', '');
const tekst = uit('reden', '', ' ');

const velden: Record<string, Record<string, fc.Arbitrary<unknown>>> = {
  PlaatsingVerzocht: {
    urgentie: uit('regulier', 'urgent', 'bloedspoed'),
    machtigingSoort: uit('MGJ', 'SPOED', 'geen'),
    verzoeker: persoon,
  },
  BeschikkingGegeven: { uitkomst: uit('verleend', 'afgewezen') },
  AanmeldingIngetrokken: {},
  CivielTrajectberaadGehouden: { gekozen: uit('buiten_jhp', 'R5') },
  TriageUitkomst: {
    variant,
    gekozen: uit('buiten_jhp', 'geen_passend', null),
    lichtereVarianten: fc.array(fc.record({ variant, passend: jaNee, reden: tekst }), { maxLength: 6 }),
  },
  PlekBeoordeeld: { plekId: uit('p1', 'p2'), passend: jaNee },
  BloedspoedBeoordeeld: {
    uitkomst: uit('positief', 'negatief'),
    gronden: uit([], ['gevaar']),
    beoordelaar: persoon,
    functie: uit('gedragswetenschapper', 'jeugdbeschermer', 'groepsleider'),
    vastgelegdOp: fc.oneof(dag, ogenblik),
  },
  PlaatsingToegewezen: {},
  WachtlijstGeplaatst: {},
  AndereIndicatieVastgesteld: {},
  OpnameGestart: { variant, plekId: uit('p1', 'p2'), redencodes: uit([], ['wachtlijst']) },
  VariantGestart: { variant },
  VerblijfplekGewijzigd: { reden: tekst },
  MedewerkerIngezet: { registratie: uit('SKJ', 'geen'), geldigTot: dag, scholingJhp: jaNee, inzetTot: dag },
  IncidentGemeld: {},
  WachtendOpUitstroomVastgesteld: {},
  PerspectiefVastgesteld: { levensgebied: gebied, vastgesteldOp: dag },
  PlanVastgesteld: { versie: uit(1, 2) },
  PlanBesproken: {
    versie: uit(1, 2),
    met: fc.record({ jeugdige: uit('aanwezig', 'afwezig', null), netwerk: uit([], ['oom'], null) }),
  },
  PlanGeevalueerd: {},
  OnderwijsGestopt: {},
  HulpBeeindigd: {},
  OnderwijsVoorafVastgelegd: { niveau: uit('havo', 'vmbo-t', 'mbo-2') },
  OnderwijsGestart: { vorm: uit('onderwijs', 'dagbesteding'), niveau: uit('havo', 'vmbo-t', 'mbo-2') },
  SchoolVanHerkomstUitgeschreven: { nieuweInschrijving: jaNee },
  DagprogrammaVastgesteld: { plan: jaNee, dagprogramma: jaNee },
  VeiligheidsplanVastgesteld: {
    onderdelen: fc.record({ jongere: jaNee, gezin: jaNee, professionals: uit(true), omgeving: uit(true) }),
  },
  UitstroomGerealiseerd: { datum: dag },
  NazorgplanVastgesteld: { levensgebieden: fc.dictionary(gebied, fc.record({ nodig: jaNee })) },
  LokalePartnerOpgepakt: { levensgebied: gebied, datum: dag },
};

const gebeurtenis = fc.constantFrom(...Object.keys(velden)).chain((type) =>
  fc.record({
    type: fc.constant(type),
    tijdstip: fc.oneof(
      { weight: 6, arbitrary: ogenblik },
      { weight: 2, arbitrary: dag },
      { weight: 1, arbitrary: uit(null) },
    ),
    ...Object.fromEntries(Object.entries(velden[type]!).map(([naam, waarde]) => [naam, ofNiets(waarde)])),
  }),
);

const vraag = fc.record({
  peilmoment: uit('2026-06-30', '2026-02-09', '2026-12-31', '2027-12-31'),
  jeugdige: fc.record({ geboortedatum: uit('2009-05-01', '2012-01-01', null), onderwijsniveauVoor: uit('havo', null) }),
  gebeurtenissen: fc.array(gebeurtenis, { maxLength: 25 }),
});
const runs = { numRuns: 30 };

const OMGEKEERD: Partial<Record<string, string>> = { VOLDAAN: 'AFWIJKING', AFWIJKING: 'VOLDAAN' };

/** Knowing less may leave a norm open; it never makes a yes of a no, nor a no of a yes: those at which it did. */
const omgeklapt = (meer: readonly NormAntwoord[], minder: readonly NormAntwoord[]): readonly string[] =>
  meer.flatMap(({ norm, uitkomst }, i) =>
    minder[i]!.uitkomst === OMGEKEERD[uitkomst] ? [`${norm}: ${uitkomst} became ${minder[i]!.uitkomst}`] : [],
  );

describe('whatever the facts', () => {
  it('each of the eleven norms answers, and names what is missing exactly when it cannot say', () => {
    fc.assert(
      fc.property(vraag, (feiten) => {
        const antwoorden = toets(feiten);
        expect(antwoorden.map(({ norm }) => norm)).toEqual(NORM_IDS);
        for (const { uitkomst, ontbreekt, uitleg } of antwoorden) {
          expect(uitleg).not.toBe('');
          expect(uitleg).not.toMatch(CODENAAM);
          if (uitkomst === 'NIET_TE_BEPALEN') expect(ontbreekt).not.toEqual([]);
          if (uitkomst === 'VOLDAAN' || uitkomst === 'NIET_VAN_TOEPASSING') expect(ontbreekt).toEqual([]);
          expect(new Set(ontbreekt).size).toBe(ontbreekt.length);
        }
      }),
      runs,
    );
  });

  it('events of a kind that a norm does not read make no difference to it', () => {
    fc.assert(
      fc.property(vraag, (feiten) => {
        const alles = toets(feiten);
        NORM_IDS.forEach((norm, i) => {
          const gelezen: readonly string[] = gelezenDoor(norm);
          const gebeurtenissen = feiten.gebeurtenissen.filter(({ type }) => gelezen.includes(type));
          expect(toets({ ...feiten, gebeurtenissen })[i]).toEqual(alles[i]);
        });
      }),
      runs,
    );
  });

  it('what happened after the peilmoment makes no difference', () => {
    fc.assert(
      fc.property(vraag, fc.array(gebeurtenis), (feiten, later) => {
        const naPeil = later.map((feit) => ({ ...feit, tijdstip: '2028-01-03T10:00:00+01:00' }));
        expect(toets({ ...feiten, gebeurtenissen: [...feiten.gebeurtenissen, ...naPeil] })).toEqual(toets(feiten));
      }),
      runs,
    );
  });

  it('the order in which they are told makes no difference', () => {
    const kern = (antwoorden: readonly NormAntwoord[]) =>
      antwoorden.map(({ norm, uitkomst, ontbreekt }) => [norm, uitkomst, [...ontbreekt].sort()]);
    fc.assert(
      fc.property(vraag, (feiten) => {
        const omgekeerd = { ...feiten, gebeurtenissen: feiten.gebeurtenissen.toReversed() };
        expect(kern(toets(omgekeerd))).toEqual(kern(toets(feiten)));
      }),
      runs,
    );
  });

  it('knowing the day and not the time never turns a yes into a no', () => {
    fc.assert(
      fc.property(vraag, (feiten) => {
        const alleenDagen = feiten.gebeurtenissen.map((feit) => ({ ...feit, tijdstip: feit.tijdstip?.slice(0, 10) }));
        expect(omgeklapt(toets(feiten), toets({ ...feiten, gebeurtenissen: alleenDagen }))).toEqual([]);
      }),
      runs,
    );
  });

  it('not knowing when one of them happened never turns a yes into a no', () => {
    fc.assert(
      fc.property(vraag, fc.nat(24), (feiten, welke) => {
        const vergeten = feiten.gebeurtenissen.map((feit, i) => (i === welke ? { ...feit, tijdstip: null } : feit));
        const bekend = { ...feiten, peilmoment: '2027-12-31' };
        expect(omgeklapt(toets(bekend), toets({ ...bekend, gebeurtenissen: vergeten }))).toEqual([]);
      }),
      runs,
    );
  });
});

describe('whatever the scenario', () => {
  const scenarios = NORM_IDS.flatMap((norm) => scenariosVan(norm).map(({ feiten }) => feiten));
  const vergeet: Record<string, (tijdstip: string | null | undefined) => string | null | undefined> = {
    'the time of day': (tijdstip) => tijdstip?.slice(0, 10),
    'the day': () => null,
  };

  it.each(Object.keys(vergeet))('forgetting %s of one fact never turns a yes into a no', (wat) => {
    const scenario = fc.property(fc.constantFrom(...scenarios), ({ gebeurtenissen, ...rest }) => {
      const vraag = NormVraagSchema.parse({ ...rest, gebeurtenissen, peilmoment: '2029-12-31' });
      const alles = antwoordenOp(vraag);
      const anders = vraag.gebeurtenissen.flatMap((feit, welke) => {
        const tijdstip = vergeet[wat]!(feit.tijdstip);
        if (tijdstip === feit.tijdstip) return [];
        // The others see no difference: that is a property of its own above.
        const normen = NORM_IDS.filter((norm) => (gelezenDoor(norm) as readonly string[]).includes(feit.type));
        const gebeurtenissen = vraag.gebeurtenissen.with(welke, { ...feit, tijdstip });
        const minder = bevindingen({ ...vraag, gebeurtenissen }, normen, normenkader, vandaag);
        const meer = alles.filter(({ norm }) => normen.includes(norm));
        const om = omgeklapt(
          meer,
          minder.map(({ antwoord }) => antwoord),
        );
        return om.map((norm) => `${norm}, forgetting ${wat} of ${feit.type} (${welke})`);
      });
      expect(anders).toEqual([]);
    });
    // Each of them once. Not a loop: the mutation campaign, which runs this at every mutant, bounds the time of a property.
    fc.assert(scenario, { examples: scenarios.map((een) => [een]), numRuns: scenarios.length });
  });
});
