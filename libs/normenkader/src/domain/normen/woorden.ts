import { levensgebiedInWoorden, uniek } from '@regielijn/kern';
import type { GebeurtenisType } from './feiten.js';
import { EIGEN_DATUM } from './tijd.js';

/** What a caseworker calls each kind of fact. */
const SOORTEN: Readonly<Record<GebeurtenisType, string>> = {
  PlaatsingVerzocht: 'het verzoek om plaatsing',
  BeschikkingGegeven: 'de beschikking van de kinderrechter',
  AanmeldingIngetrokken: 'het intrekken van de aanmelding',
  CivielTrajectberaadGehouden: 'het civiel trajectberaad',
  TriageUitkomst: 'de uitkomst van de triage',
  PlekBeoordeeld: 'de beoordeling van de plek',
  PlekGeweigerd: 'de weigering van een plek',
  BloedspoedBeoordeeld: 'de beoordeling van bloedspoed',
  PlaatsingToegewezen: 'de toewijzing van een plek',
  WachtlijstGeplaatst: 'de plaatsing op een wachtlijst',
  OverbruggingGestart: 'de overbrugging',
  AndereIndicatieVastgesteld: 'het besluit dat een andere wet geldt',
  OpnameGestart: 'de opname',
  VariantGestart: 'het begin van hulp zonder opname',
  VerblijfplekGewijzigd: 'de overplaatsing',
  TerugkeerNaOnttrekking: 'de terugkeer na onttrekking',
  MedewerkerIngezet: 'de inzet van een medewerker',
  IncidentGemeld: 'het incident',
  WachtendOpUitstroomVastgesteld: 'het wachten op uitstroom',
  HulpBeeindigd: 'het einde van de hulp',
  PerspectiefVastgesteld: 'het perspectief',
  PlanVastgesteld: 'het hulpverleningsplan',
  PlanBesproken: 'de bespreking van het plan',
  PlanInstemming: 'de instemming met het plan',
  PlanBezwaar: 'het bezwaar tegen het plan',
  PlanGeevalueerd: 'de evaluatie van het plan',
  OnderwijsVoorafVastgelegd: 'het onderwijs van voorheen',
  OnderwijsGestart: 'het begin van onderwijs of dagbesteding',
  OnderwijsGestopt: 'het einde van onderwijs of dagbesteding',
  SchoolVanHerkomstUitgeschreven: 'de uitschrijving bij de school van herkomst',
  DagprogrammaVastgesteld: 'het dagprogramma',
  VeiligheidsplanVastgesteld: 'het veiligheidsplan',
  UitstroomGerealiseerd: 'de uitstroom',
  NazorgplanVastgesteld: 'het nazorgplan',
  LokalePartnerToegezegd: 'de toezegging van een lokale partner',
  LokalePartnerOpgepakt: 'het oppakken van de nazorg door een lokale partner',
};

/** What a caseworker calls what a fact says; `*` stands for whatever it is about. */
const VELDEN: Readonly<Record<string, string>> = {
  'jeugdige.geboortedatum': 'de geboortedatum van de jeugdige',
  'jeugdige.onderwijsniveauVoor': 'het onderwijsniveau van voorheen',
  variant: 'de variant van de hulp',
  'PlaatsingVerzocht.urgentie': 'de urgentie van het verzoek om plaatsing',
  'PlaatsingVerzocht.machtigingSoort': 'de soort machtiging waarop is geplaatst',
  'PlaatsingVerzocht.verzoeker': 'wie om plaatsing vroeg',
  'BloedspoedBeoordeeld.uitkomst': 'de uitkomst van de beoordeling van bloedspoed',
  'BloedspoedBeoordeeld.gronden': 'de gronden voor bloedspoed',
  'BloedspoedBeoordeeld.beoordelaar': 'wie de bloedspoed beoordeelde',
  'BloedspoedBeoordeeld.functie': 'de functie van wie de bloedspoed beoordeelde',
  'BloedspoedBeoordeeld.vastgelegdOp': 'het tijdstip waarop de beoordeling van bloedspoed is vastgelegd',
  'TriageUitkomst.variant': 'de variant die bij de triage is gekozen',
  'TriageUitkomst.lichtereVarianten': 'de lichtere varianten die bij de triage zijn overwogen',
  'TriageUitkomst.lichtereVarianten.variant': 'welke lichtere variant bij de triage is overwogen',
  'TriageUitkomst.lichtereVarianten.*.passend': 'of een lichtere variant past: *',
  'TriageUitkomst.lichtereVarianten.*.reden': 'waarom een lichtere variant niet past: *',
  'PlekBeoordeeld.plekId': 'welke plek is beoordeeld',
  'PlekBeoordeeld.passend': 'of de plek past',
  'OpnameGestart.plekId': 'de plek van de opname',
  'OpnameGestart.variant': 'de variant van de opname',
  'PerspectiefVastgesteld.levensgebied': 'over welk levensgebied een perspectief gaat',
  'PlanVastgesteld.versie': 'de versie van het hulpverleningsplan',
  'PlanBesproken.versie': 'welke versie van het plan is besproken',
  'PlanBesproken.met.jeugdige': 'of de jeugdige bij de bespreking van het plan was of is gehoord',
  'PlanBesproken.met.netwerk': 'wie uit het eigen netwerk bij de bespreking van het plan was',
  'OnderwijsVoorafVastgelegd.niveau': 'het onderwijsniveau van voorheen',
  'OnderwijsGestart.niveau': 'het niveau van het onderwijs',
  'SchoolVanHerkomstUitgeschreven.nieuweInschrijving': 'of er een nieuwe inschrijving bij een school is',
  'DagprogrammaVastgesteld.plan': 'of er bij het dagprogramma een plan is',
  'DagprogrammaVastgesteld.dagprogramma': 'of er bij het plan een dagprogramma is',
  'MedewerkerIngezet.registratie': 'het register van een medewerker',
  'MedewerkerIngezet.geldigTot': 'tot wanneer de registratie van een medewerker geldt',
  'MedewerkerIngezet.scholingJhp': 'of een medewerker scholing voor Jeugdhulp Plus heeft',
  'VeiligheidsplanVastgesteld.onderdelen': 'de onderdelen van het veiligheidsplan',
  'VeiligheidsplanVastgesteld.onderdelen.*': 'of het veiligheidsplan over * gaat',
  'NazorgplanVastgesteld.levensgebieden.*.nodig': 'of nazorg nodig is voor *',
  'LokalePartnerOpgepakt.levensgebied': 'voor welk levensgebied een lokale partner nazorg oppakte',
};

const en = new Intl.ListFormat('nl-NL', { type: 'conjunction' });
const of = new Intl.ListFormat('nl-NL', { type: 'disjunction' });

/** `wonen, school en werk en welzijn` */
const opsomming = (woorden: readonly string[]): string => en.format(woorden);

/** Any of these kinds of fact: `de toewijzing van een plek of de opname`. */
export const soortenInWoorden = (soorten: readonly GebeurtenisType[]): string =>
  of.format(soorten.map((soort) => SOORTEN[soort]));

/** The words for a name, and what stands at its `*`. */
const gelezen = (naam: string): { readonly woorden: string; readonly waarover?: string } => {
  const [soort, ...rest] = naam.split('.') as [GebeurtenisType, ...string[]];
  const veld = rest.join('.');
  if (VELDEN[naam]) return { woorden: VELDEN[naam] };
  if (veld === 'tijdstip') return { woorden: `het tijdstip van ${SOORTEN[soort]}` };
  if (veld === EIGEN_DATUM.get(soort)) return { woorden: `de datum van ${SOORTEN[soort]}` };
  const [lijst, deel, ...onder] = rest;
  const woorden = VELDEN[[soort, lijst, '*', ...onder].join('.')];
  return woorden ? { woorden, waarover: levensgebiedInWoorden(deel!) } : { woorden: SOORTEN[soort] };
};

/** What is missing, as a caseworker says it: names with the same words but for what they are about are told at once. */
export const ontbrekendInWoorden = (namen: readonly string[]): string => {
  const alle = namen.map(gelezen);
  const waarover = (zin: string): readonly string[] =>
    alle.flatMap((deel) => (deel.woorden === zin ? (deel.waarover ?? []) : []));
  return uniek(alle.map(({ woorden }) => woorden))
    .map((zin) => zin.replace('*', opsomming(waarover(zin))))
    .join('; ');
};
