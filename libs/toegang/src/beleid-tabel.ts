import type { Rol } from './rollen.js';

/** What somebody may do: names of handelingen, or the beginning of a name followed by `*`. Anything else is denied. */
export interface Rechten {
  readonly opdrachten: readonly string[];
  readonly vragen: readonly string[];
}

export const correctie = (slice: string): readonly string[] => [`${slice}.corrigeer`, `${slice}.trek-feit-in`];

/** Messages about dossiers: for whoever may open one. */
export const berichtInstellen = 'bericht.stel-voorkeur-in';
const mijnBerichten = 'bericht.mijn';
/** That something was recorded about these, without what: for whoever may ask what it is. */
const wijziging = (...soorten: readonly string[]): readonly string[] => soorten.map((soort) => `wijziging.${soort}`);

/** The norms of one traject, and what the review concluded about it; those of all of them together are for the review. */
const normen: readonly string[] = [
  'normenkader.toetsen',
  'normenkader.afwijkingen-van-traject',
  'kwartaalreview.besprekingen-van-traject',
];

/** What is said of a deviation by who deviated. */
const overAfwijking: readonly string[] = ['normenkader.motiveer-afwijking', 'normenkader.rond-herstel-af'];

/** The terms of a dossier: to see them, and to let those stand still that no law sets. */
const termijnen: readonly string[] = ['bewaking.pauzeer-termijn', 'bewaking.hervat-termijn'];

/** Plans and onderwijs: for whoever holds casusregie and for the behandelaar. */
const plannen: readonly string[] = [
  'traject.stel-perspectief-vast',
  'traject.stel-plan-vast',
  'traject.leg-planbespreking-vast',
  'traject.leg-planinstemming-vast',
  'traject.leg-planbezwaar-vast',
  'traject.evalueer-plan',
  'traject.stel-veiligheidsplan-vast',
  'traject.leg-onderwijs-vooraf-vast',
  'traject.start-onderwijs',
  'traject.stop-onderwijs',
  'traject.leg-uitschrijving-school-vast',
  'traject.stel-dagprogramma-vast',
  'traject.stem-opp-af',
];

/** The search for a plek: for whoever holds casusregie and for the plaatsingscoördinator. */
const plekZoeken: readonly string[] = [
  'traject.meld-aan-bij-aanbieder',
  'traject.leg-antwoord-aanbieder-vast',
  'traject.beoordeel-plek',
  'traject.kies-variant',
];

/** A question that goes up a ladder, but for what the clock does. */
const opschalen: readonly string[] = [
  'opschaling.open',
  'opschaling.neem-aan',
  'opschaling.geef-terug',
  'opschaling.beantwoord',
  'opschaling.schaal-op',
  'opschaling.sluit-af',
];

/** The return after the help: who takes up what. That the lokale team takes part, it says itself. */
const terugkeer: readonly string[] = [
  'terugkeer.leg-verwacht-einde-vast',
  'terugkeer.leg-levensgebied-vast',
  ...correctie('terugkeer'),
];

/** The people around a jeugdige as a behandelaar meets them; the rest of it belongs to casusregie. */
const contact: readonly string[] = [
  'jeugdige.leg-netwerkpersoon-vast',
  'jeugdige.wijzig-netwerkpersoon',
  'jeugdige.bied-jim-support',
  'jeugdige.leg-contactmoment-vast',
];

/** The people around a jeugdige, what came before, and what is written down about it. */
const omgeving: readonly string[] = [
  ...contact,
  'jeugdige.laat-netwerkpersoon-vervallen',
  'jeugdige.bied-familiegroepsplan-aan',
  'jeugdige.stel-familiegroepsplan-vast',
  'jeugdige.start-jim-zoektocht',
  'jeugdige.leg-jim-zoekstap-vast',
  'jeugdige.vraag-jim',
  'jeugdige.voer-levinasgesprek',
  'jeugdige.vind-jim',
  'jeugdige.leg-jim-afspraak-vast',
  'jeugdige.leg-jim-weigering-vast',
  'jeugdige.stop-jim',
  'jeugdige.leg-opvoedbesluit-vast',
  'jeugdige.vraag-hulp-ouders',
  'jeugdige.start-hulp-ouders',
  'jeugdige.stop-hulp-ouders',
  'jeugdige.leg-eerdere-hulp-vast',
  'jeugdige.leg-eerdere-woonplek-vast',
  'jeugdige.stel-toekomstplan-vast',
  'jeugdige.wijs-casusregisseur-18-aan',
  'jeugdige.leg-woonplek-na-achttien-vast',
  'jeugdige.leg-besluit-vast',
  'jeugdige.vraag-advies',
  'jeugdige.geef-advies',
];

/** What happens in a verblijf that whoever holds casusregie reports too: incidents, and the way out of it. */
const uitstroom: readonly string[] = [
  'traject.meld-incident',
  'traject.handel-incident-af',
  'traject.leg-overzicht-maatregelen-vast',
  'traject.leg-spoedbespreking-vast',
  'traject.meld-klaar-voor-uitstroom',
  'traject.vraag-vervolgplek',
  'traject.leg-antwoord-vervolgplek-vast',
  'traject.leg-andere-wet-vast',
  'traject.meld-uitstroom',
];

/** What happens to casusregie, systeemregie and behandelregie beside the handover itself. */
const regieverloop: readonly string[] = [
  'jeugdige.laat-regieoverdracht-verlopen',
  'jeugdige.kom-overdrachtsvoorwaarde-na',
  'jeugdige.wijs-medewerker-aan',
  'jeugdige.leg-afstemming-vast',
  'jeugdige.meld-verhuizing',
  'jeugdige.meld-gi-wissel',
];

/** Whether two dossiers are of one jeugdige is no decision of one worker alone. */
const samenvoegen: readonly string[] = ['jeugdige.voeg-samen', 'jeugdige.maak-samenvoeging-ongedaan'];

/** What waits for whoever asks: it answers only what this role may do. */
const werklijst = 'werklijst.mijn';

/** A review somebody takes part in, and the acties of one's own organisation; the rest the answer itself refuses. */
const reviewDeelname = {
  opdrachten: ['kwartaalreview.rond-actie-af'],
  vragen: ['kwartaalreview.lijst', 'kwartaalreview.pakket', 'kwartaalreview.acties'],
};

/** Whoever holds casusregie: the gemeente or the gecertificeerde instelling. Which of the two, the dossier decides. */
const casusregie: Rechten = {
  opdrachten: [
    'jeugdige.registreer',
    'jeugdige.bied-regieoverdracht-aan',
    'jeugdige.aanvaard-regieoverdracht',
    'jeugdige.weiger-regieoverdracht',
    'jeugdige.trek-regieoverdracht-in',
    ...regieverloop,
    'jeugdige.sluit-dossier',
    'jeugdige.heropen-dossier',
    ...omgeving,
    ...correctie('jeugdige'),
    ...termijnen,
    'machtiging.dien-verzoek-in',
    'machtiging.leg-verzoek-vast',
    'machtiging.leg-beschikking-vast',
    'machtiging.leg-einde-vast',
    'machtiging.leg-gebeurtenis-vast',
    'machtiging.leg-melding-vast',
    ...correctie('machtiging'),
    'traject.meld-aan',
    ...plekZoeken,
    'traject.trek-aanmelding-in',
    'traject.leg-trajectberaad-vast',
    'traject.beoordeel-bloedspoed',
    'traject.leg-veiligheidsweging-vast',
    'traject.stel-andere-indicatie-vast',
    'traject.start-overbrugging',
    'traject.leg-route-voor-jhp-vast',
    'traject.start-variant',
    'traject.beeindig-variant',
    ...plannen,
    ...uitstroom,
    'traject.leg-woonsituatie-vast',
    'traject.leg-toezegging-vast',
    'traject.leg-nazorg-voortgang-vast',
    'traject.stel-nazorgplan-vast',
    'traject.leg-lokale-partner-vast',
    'traject.sluit-af',
    ...correctie('traject'),
    ...terugkeer,
    'terugkeer.aanvaard-deelname',
    'document.*',
    ...opschalen,
    ...correctie('opschaling'),
    ...overAfwijking,
    berichtInstellen,
    ...reviewDeelname.opdrachten,
  ],
  vragen: [
    ...['jeugdige.*', 'document.*', 'opschaling.*', 'traject.triage', 'voorziening.plekken', 'bewaking.termijnen'],
    ...['terugkeer.*', ...normen, ...reviewDeelname.vragen, mijnBerichten, werklijst],
    ...wijziging('jeugdige', 'machtiging', 'traject', 'document', 'opschaling', 'normtoets', 'voorziening', 'proces'),
    ...wijziging('terugkeer'),
  ],
};

/** Per role. The relation between asker and dossier is no part of this table. */
export const rolBeleid: Readonly<Record<Exclude<Rol, 'dienst'>, Rechten>> = {
  'lokaal-team': casusregie,
  jeugdbeschermer: casusregie,
  teamleider: {
    opdrachten: [...casusregie.opdrachten, ...samenvoegen],
    vragen: [...casusregie.vragen, 'normenkader.afwijkingen', 'monitor.*'],
  },
  plaatsingscoordinator: {
    opdrachten: [
      ...plekZoeken,
      'traject.wijs-plek-toe',
      'traject.plaats-over',
      'traject.eindig-na-onttrekking',
      'voorziening.open',
      'voorziening.open-plekken',
      'voorziening.sluit-plekken',
      'voorziening.bevestig-plekken',
      'voorziening.reserveer-plek',
      'voorziening.geef-reservering-vrij',
      ...correctie('voorziening'),
      ...overAfwijking,
      berichtInstellen,
      ...reviewDeelname.opdrachten,
    ],
    vragen: [
      ...['jeugdige.dossier', 'jeugdige.dossiers', 'traject.triage', 'voorziening.plekken', 'bewaking.termijnen'],
      ...['terugkeer.*', ...normen, 'monitor.*', ...reviewDeelname.vragen, mijnBerichten, werklijst],
      ...wijziging('jeugdige', 'machtiging', 'traject', 'normtoets', 'voorziening', 'proces', 'terugkeer'),
    ],
  },
  behandelaar: {
    opdrachten: [
      ...contact,
      'machtiging.leg-gebeurtenis-vast',
      'machtiging.neem-besluit',
      'machtiging.wijzig-hulpverleningsplan',
      'machtiging.neem-opnamebeslissing',
      'machtiging.leg-melding-vast',
      'machtiging.leg-einde-vast',
      ...correctie('machtiging'),
      'traject.start-opname',
      'traject.plaats-over',
      'traject.meld-onttrekking',
      'traject.meld-terugkeer',
      'traject.start-variant',
      'traject.beeindig-variant',
      ...plannen,
      'traject.pas-maatregel-toe',
      'traject.beeindig-maatregel',
      'traject.verleen-verlof',
      'traject.trek-verlof-in',
      'traject.zet-medewerker-in',
      ...uitstroom,
      ...correctie('traject'),
      ...terugkeer,
      'voorziening.open-plekken',
      'voorziening.sluit-plekken',
      'voorziening.bevestig-plekken',
      'voorziening.bezet-plek',
      'voorziening.geef-plek-vrij',
      ...correctie('voorziening'),
      'document.*',
      ...overAfwijking,
      berichtInstellen,
      ...reviewDeelname.opdrachten,
    ],
    vragen: [
      ...['jeugdige.*', 'document.*', 'traject.triage', 'voorziening.plekken', ...normen],
      ...['terugkeer.lijst', 'terugkeer.verloop', ...reviewDeelname.vragen, mijnBerichten, werklijst],
      ...wijziging('jeugdige', 'machtiging', 'traject', 'document', 'normtoets', 'voorziening', 'terugkeer'),
    ],
  },
  gedragswetenschapper: {
    opdrachten: [
      'document.*',
      'traject.beoordeel-bloedspoed',
      'traject.geef-maatregel-toestemming',
      'traject.verleng-maatregel',
      'traject.verleen-verlof',
      berichtInstellen,
      ...reviewDeelname.opdrachten,
    ],
    vragen: [
      ...['jeugdige.*', 'document.*', 'traject.triage', ...reviewDeelname.vragen, mijnBerichten, werklijst],
      ...wijziging('jeugdige', 'machtiging', 'traject', 'document'),
    ],
  },
  reviewer: {
    opdrachten: [
      'kwartaalreview.voeg-deelnemer-toe',
      'kwartaalreview.verschoon',
      'kwartaalreview.stel-leeslijst-vast',
      'kwartaalreview.leg-vergadering-vast',
      'kwartaalreview.concludeer',
      'kwartaalreview.licht-zaak-toe',
      'kwartaalreview.spreek-actie-af',
      'kwartaalreview.sluit',
      ...[...reviewDeelname.opdrachten, ...opschalen],
    ],
    vragen: [
      ...['normenkader.toetsen', 'normenkader.afwijkingen', 'kwartaalreview.*', 'opschaling.*', 'monitor.*', werklijst],
      ...wijziging('normtoets', 'kwartaalreview', 'opschaling'),
    ],
  },
  regiosturing: { opdrachten: [], vragen: ['voorziening.plekken', 'monitor.*', ...wijziging('voorziening')] },
  // Destroys on request or after the retention period (Jeugdwet art. 7.3.8 and 7.3.9), without seeing the dossier.
  beheer: {
    opdrachten: ['jeugdige.vernietig-dossier', 'bericht.stel-postbus-in'],
    vragen: ['bericht.lijst', 'bewaking.controle'],
  },
  'functionaris-gegevensbescherming': { opdrachten: [], vragen: [] },
};
