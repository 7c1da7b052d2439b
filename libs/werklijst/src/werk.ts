import type { Handeling } from '@regielijn/toegang';

export const WERKSOORTEN = ['termijn', 'overdracht', 'advies', 'opschaling', 'actie', 'terugkeer'] as const;
export type Werksoort = (typeof WERKSOORTEN)[number];

/** Who is at turn with a term: who holds a regie, or whoever the term names. */
export type AanZet = 'casusregie' | 'systeemregie' | 'genoemd';

/** Something that somebody must do: what it is in a sentence, and what whoever gets it must be allowed. */
export interface Werk extends Handeling {
  /** The rule of a term, or `ACTIE`. */
  readonly regel: string;
  readonly groep: Werksoort;
  readonly wat: string;
  readonly aanZet: readonly AanZet[];
}

const IEDER: readonly AanZet[] = ['casusregie', 'systeemregie', 'genoemd'];

const doe = (
  naam: string,
  wat: string,
  regels: readonly string[],
  { groep = 'termijn', aanZet = IEDER }: { groep?: Werksoort; aanZet?: readonly AanZet[] } = {},
): readonly Werk[] => regels.map((regel) => ({ soort: 'opdracht', naam, regel, wat, groep, aanZet }));

/** Where nobody of whoever holds regie records anything: for who may see terms. */
const kijk = (wat: string, ...regels: readonly string[]): readonly Werk[] =>
  regels.map((regel) => ({ soort: 'vraag', naam: 'bewaking.termijnen', regel, wat, groep: 'termijn', aanZet: IEDER }));

/** What to do about each term, and which command does it. A term that is not named here is shown by its own name. */
export const WERK: readonly Werk[] = [
  ...doe(
    'machtiging.dien-verzoek-in',
    'De machtiging loopt af. Vraag een verlenging aan, of bereid de terugkeer voor.',
    [...['D1', 'D3', 'D4', 'D9']],
  ),
  ...doe(
    'machtiging.dien-verzoek-in',
    'De spoedmachtiging loopt af. Vraag een machtiging aan als de hulp door moet gaan.',
    [...['D2', 'SPOED_MGJ']],
  ),
  ...doe('machtiging.leg-gebeurtenis-vast', 'Niemand voert de machtiging uit. Regel de opname, anders vervalt zij.', [
    'D5',
  ]),
  ...doe('machtiging.leg-melding-vast', 'Doe de melding die de wet vraagt, en leg dat vast.', ['D10', 'MELDING']),
  ...doe('machtiging.leg-beschikking-vast', 'De kinderrechter beslist. Leg de beschikking vast zodra die er is.', [
    'D12',
  ]),
  ...doe('traject.stel-plan-vast', 'Stel het hulpverleningsplan vast.', ['D14']),
  ...doe('traject.evalueer-plan', 'Evalueer het hulpverleningsplan met de jeugdige.', ['D15']),
  ...kijk('Er loopt een maatregel. Vraag de aanbieder of die kan stoppen.', 'D16', 'D17'),
  ...doe('traject.leg-overzicht-maatregelen-vast', 'Zorg dat het overzicht van de maatregelen er komt.', ['D21']),
  ...doe('traject.stel-perspectief-vast', 'Stel met de jeugdige het perspectief vast voor elk levensgebied.', ['O3']),
  ...doe('traject.leg-spoedbespreking-vast', 'Bespreek of deze spoedplaatsing nodig was.', ['O4']),
  ...doe('traject.start-onderwijs', 'Zorg voor onderwijs of dagbesteding.', ['B3', 'ZONDER_ONDERWIJS']),
  ...doe('traject.start-overbrugging', 'De jeugdige wacht op hulp. Zoek een plek, of regel hulp tot die er is.', [
    'B4',
  ]),
  ...kijk('Een registratie of scholing loopt af. Vraag de aanbieder of er een nieuwe is.', 'B5'),
  ...doe('traject.leg-lokale-partner-vast', 'Leg vast of lokale partners de nazorg hebben opgepakt.', ['B7']),
  ...doe(
    'traject.leg-uitschrijving-school-vast',
    'De school van herkomst mag uitschrijven. Spreek af wat er gebeurt.',
    ['UITSCHRIJVING'],
  ),
  ...doe('traject.vraag-vervolgplek', 'De jeugdige is klaar en wacht. Vraag een vervolgplek.', ['KLAAR']),
  ...doe('traject.leg-woonsituatie-vast', 'Leg vast waar de jeugdige een jaar na de opname woont.', ['WOONT']),
  ...doe('normenkader.motiveer-afwijking', 'Leg uit waarom van de norm is afgeweken.', ['MOT']),
  ...doe('normenkader.rond-herstel-af', 'Doe wat na de afwijking van de norm is afgesproken.', ['HERSTEL']),
  ...doe(
    'jeugdige.aanvaard-regieoverdracht',
    'De casusregie is u aangeboden. Neem haar over, of weiger met een reden.',
    ['OVD'],
    {
      groep: 'overdracht',
      // Who offered it waits; to whom it was offered, the dossier says.
      aanZet: [],
    },
  ),
  ...doe('jeugdige.bied-regieoverdracht-aan', 'Bied de casusregie aan wie haar hoort te voeren.', ['REGIEKLOOF'], {
    groep: 'overdracht',
    aanZet: ['casusregie'],
  }),
  ...doe('jeugdige.wijs-medewerker-aan', 'Wijs een medewerker aan voor de casusregie.', ['NIEMAND']),
  ...doe('jeugdige.leg-afstemming-vast', 'Stem af met de ander die regie voert, en leg de afspraken vast.', [
    'AFSTEMMING',
  ]),
  ...doe('jeugdige.leg-jim-zoekstap-vast', 'Doe de volgende stap in het zoeken naar een JIM.', ['JIM']),
  ...doe('jeugdige.stel-toekomstplan-vast', 'Maak met de jeugdige een toekomstplan, of kijk of het nog klopt.', [
    'TOEKOMSTPLAN',
  ]),
  ...doe('jeugdige.wijs-casusregisseur-18-aan', 'De jeugdige wordt achttien. Wijs een casusregisseur 18+ aan.', [
    'CASUSREGISSEUR_18',
  ]),
  ...doe('jeugdige.leg-woonplek-na-achttien-vast', 'De jeugdige wordt achttien. Leg vast waar die dan woont.', [
    'ACHTTIEN',
  ]),
  ...kijk('De jeugdige is achttien geworden. Kijk of er nog een machtiging geldt, en tot wanneer.', 'D13'),
  ...kijk('De geboortedatum is niet te lezen. Vraag de beheerder naar de sleutels.', 'GEBOORTEDATUM'),
  ...doe('voorziening.open-plekken', 'Er wonen meer jeugdigen dan er plekken zijn. Open een plek, of zoek er een.', [
    'ZONDER_PLEK',
  ]),
  ...doe('jeugdige.geef-advies', 'Geef antwoord op de vraag om advies.', ['ADVIES'], {
    groep: 'advies',
    aanZet: ['genoemd'],
  }),
  ...doe(
    'terugkeer.aanvaard-deelname',
    'Een jeugdige keert terug naar uw gemeente. Noem wie van het lokale team meedoet.',
    ['TERUGKEER_DEELNAME'],
    { groep: 'terugkeer', aanZet: ['systeemregie'] },
  ),
  ...doe(
    'terugkeer.leg-levensgebied-vast',
    'Vraag voor elk levensgebied wie het oppakt na de terugkeer.',
    ['TERUGKEER_PARTNERS'],
    { groep: 'terugkeer' },
  ),
];

/** Not by who a term names, but by where the question lies. */
export const OPSCHALINGEN: readonly Werk[] = [
  ...doe('opschaling.neem-aan', 'Er ligt een vraag bij u. Neem haar aan, of geef haar terug met een reden.', [
    'gevraagd',
  ]),
  ...doe('opschaling.schaal-op', 'Niemand heeft uw vraag aangenomen. Vraag het na bij deze trede, of schaal op.', [
    'wacht',
  ]),
  ...doe('opschaling.beantwoord', 'Beantwoord de vraag die u hebt aangenomen.', ['aangenomen']),
  ...doe('opschaling.sluit-af', 'Uw vraag is terug. Sluit haar af, of schaal op.', ['teruggegeven', 'beantwoord']),
].map((werk) => ({ ...werk, groep: 'opschaling' as const }));

/** What a kwartaalreview agreed with an organisation. */
export const [ACTIE] = doe(
  'kwartaalreview.rond-actie-af',
  'Doe de actie uit de kwartaalreview, en rond haar af.',
  ['ACTIE'],
  {
    groep: 'actie',
  },
) as [Werk];

/** Terms that nobody wrote a sentence for: for who may see terms. */
export const OVERIG: Handeling = { soort: 'vraag', naam: 'bewaking.termijnen' };
