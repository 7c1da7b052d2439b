import { type Fact, jeugdigeId } from './common.js';

const persoonId = '0d6f3a52-5a0e-4f0c-9b1d-6f4f0c8e1a31';
const zusId = '0d6f3a52-5a0e-4f0c-9b1d-6f4f0c8e1a32';
const hulpId = '0d6f3a52-5a0e-4f0c-9b1d-6f4f0c8e1a33';
const adviesId = '0d6f3a52-5a0e-4f0c-9b1d-6f4f0c8e1a34';

/** The people around a jeugdige, what came before, and what is written down about it. */
export const omgeving: readonly Fact[] = [
  [
    'jeugdige.netwerkpersoon-vastgelegd@1',
    '2026-01-12T10:00:00.000Z',
    {
      ...{ jeugdigeId, persoonId, naam: 'Gerda van Voorbeeld', contact: '06 00 00 00 00', relatie: 'tante' },
      gezag: false,
    },
  ],
  [
    'jeugdige.eerdere-hulp-vastgelegd@1',
    '2026-01-12T10:30:00.000Z',
    {
      ...{ jeugdigeId, hulpId: '0d6f3a52-5a0e-4f0c-9b1d-6f4f0c8e1a35', vorm: 'ambulant', aanbieder: 'aanbieder-demo' },
      ...{ van: '2023-02-01', tot: '2023-12-01', bron: 'ouders' },
    },
  ],
  [
    'jeugdige.eerdere-woonplek-vastgelegd@1',
    '2026-01-12T10:40:00.000Z',
    {
      ...{ jeugdigeId, woonplekId: '0d6f3a52-5a0e-4f0c-9b1d-6f4f0c8e1a36', soort: 'pleegzorg' },
      ...{ van: '2024-01-15', tot: null, bron: 'eerder_dossier' },
    },
  ],
  ['jeugdige.familiegroepsplan-aangeboden@1', '2026-01-13T10:00:00.000Z', { jeugdigeId, uitkomst: 'aanvaard' }],
  ['jeugdige.jim-zoektocht-gestart@1', '2026-01-13T11:00:00.000Z', { jeugdigeId, volgendeOp: '2026-01-20' }],
  [
    'jeugdige.jim-zoekstap-vastgelegd@1',
    '2026-01-20T10:00:00.000Z',
    { jeugdigeId, uitkomst: 'kandidaat_in_beeld', volgendeOp: '2026-01-27' },
  ],
  [
    'jeugdige.jim-afspraak-vastgelegd@1',
    '2026-01-21T10:00:00.000Z',
    {
      ...{ jeugdigeId, blijftBijJim: 'Wat zij over school vertelt.', vlaggen: ['wat_voor_wie'] },
      jimWordtGebeldAls: 'Zij niet op tijd thuis is.',
    },
  ],
  ['jeugdige.jim-geweigerd-door-ouders@1', '2026-01-22T10:00:00.000Z', { jeugdigeId, tot: '2026-02-10' }],
  ['jeugdige.jim-gevraagd@1', '2026-02-10T10:00:00.000Z', { jeugdigeId, persoonId }],
  ['jeugdige.levinasgesprek-gevoerd@1', '2026-02-12T10:00:00.000Z', { jeugdigeId }],
  ['jeugdige.jim-gevonden@1', '2026-02-13T10:00:00.000Z', { jeugdigeId, persoonId }],
  ['jeugdige.jim-support-geboden@1', '2026-03-01T10:00:00.000Z', { jeugdigeId, vorm: 'overleg_met_andere_jims' }],
  [
    'jeugdige.jim-gestopt@1',
    '2026-06-01T10:00:00.000Z',
    { jeugdigeId, reden: 'jim_kan_niet_meer', toelichting: 'Haar tante zorgt nu voor haar eigen vader.' },
  ],
  ['jeugdige.netwerkpersoon-vervallen@1', '2026-06-02T10:00:00.000Z', { jeugdigeId, persoonId }],
  [
    'jeugdige.familiegroepsplan-vastgesteld@1',
    '2026-06-03T10:00:00.000Z',
    { jeugdigeId, versie: 1, inhoud: 'Haar vader haalt haar op vrijdag op; haar zus helpt met school.' },
  ],
  [
    'jeugdige.opvoedbesluit-vastgelegd@1',
    '2026-06-10T10:00:00.000Z',
    {
      ...{ jeugdigeId, uitkomst: 'bij_ouders', meeOpgenomen: [zusId] },
      toelichting: 'De gezinsopname liet zien dat het thuis weer kan.',
    },
  ],
  ['jeugdige.hulp-ouders-gevraagd@1', '2026-06-11T10:00:00.000Z', { jeugdigeId, hulpId, soort: 'schulden' }],
  ['jeugdige.hulp-ouders-gestart@1', '2026-07-01T10:00:00.000Z', { jeugdigeId, hulpId }],
  ['jeugdige.hulp-ouders-gestopt@1', '2026-08-01T10:00:00.000Z', { jeugdigeId, hulpId }],
  [
    'jeugdige.contactmoment-vastgelegd@1',
    '2026-08-02T10:00:00.000Z',
    {
      ...{ jeugdigeId, soort: 'huisbezoek', met: ['jeugdige', 'ouders'], feiten: 'Zij gaat drie dagen naar school.' },
      ...{ visieJeugdige: 'Zij wil vijf dagen.', visieOuders: 'Haar vader vindt drie genoeg.' },
      oordeel: 'Vier dagen past bij wat zij aankan.',
    },
  ],
  [
    'jeugdige.advies-gevraagd@1',
    '2026-08-03T10:00:00.000Z',
    { jeugdigeId, adviesId, bij: 'expertteam', vraag: 'Welke school past bij haar?' },
  ],
  [
    'jeugdige.advies-gevraagd@2',
    '2026-08-04T10:00:00.000Z',
    {
      ...{ jeugdigeId, adviesId: '0d6f3a52-5a0e-4f0c-9b1d-6f4f0c8e1a38', bij: 'maatwerkregisseur' },
      ...{ organisatie: 'aanbieder-demo', uiterlijk: '2026-08-18', vraag: 'Wie gaat met haar mee naar school?' },
    },
  ],
  [
    'jeugdige.advies-gegeven@1',
    '2026-08-10T10:00:00.000Z',
    { jeugdigeId, adviesId, advies: 'Laat haar eerst een dag meelopen.' },
  ],
  [
    'jeugdige.besluit-vastgelegd@1',
    '2026-08-12T10:00:00.000Z',
    {
      ...{ jeugdigeId, besluitId: '0d6f3a52-5a0e-4f0c-9b1d-6f4f0c8e1a37', onderwerp: 'onderwijs' },
      ...{ besluit: 'Zij gaat vier dagen naar school.', stappen: 'Gesprek met haar, haar vader en de school.' },
      ...{ argumenten: 'Zij wil het zelf en de school kan het bieden.', afgewogenRisico: 'Dat zij zich overvraagt.' },
      ...{ alternatieven: 'Drie dagen, of thuisonderwijs.', geraadpleegd: ['gw-3', 'gemeente-0599'] },
      ...{ mandaat: 'teamleider', gedragenDoor: 'tl-4' },
    },
  ],
  [
    'jeugdige.toekomstplan-vastgesteld@1',
    '2026-09-01T10:00:00.000Z',
    {
      ...{ jeugdigeId, levensgebieden: ['support', 'wonen', 'school_werk', 'inkomen', 'welzijn'], metJeugdige: true },
      plan: 'Zij woont op kamers bij haar zus en doet de opleiding tot kapper.',
    },
  ],
  [
    'jeugdige.casusregisseur-achttienplus-aangewezen@1',
    '2026-09-02T10:00:00.000Z',
    { jeugdigeId, organisatie: 'gemeente-0599', medewerker: 'cr-7' },
  ],
  [
    'jeugdige.woonplek-na-achttien-vastgelegd@1',
    '2026-09-03T10:00:00.000Z',
    { jeugdigeId, woont: 'thuis_of_netwerk', toelichting: 'Haar zus heeft een kamer vrij.' },
  ],
];
