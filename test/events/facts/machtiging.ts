import { type Fact, idOf, jeugdigeId, machtigingId } from './common.js';

const ids = { machtigingId, jeugdigeId };
const hulpverleningsplan = {
  ...{ voorwaardenEnToezicht: true, jeugdhulp: true, bevoegdeMedewerker: 'behandelaar-12' },
  ...{ aanbiederVoorwaarden: 'aanbieder-ambulant', aanbiederOpname: 'aanbieder-gesloten' },
  maatregelen: ['onderzoek_urine'],
};
const toestemming = {
  ...{ register: 'BIG_GEZONDHEIDSZORGPSYCHOLOOG', registratieGeldigTot: '2028-01-01', gegevenOp: '2026-01-05' },
};
const besluit = { ...ids, instemming: toestemming };
const gebeurtenis = { ...ids, vlaggen: [] };

export const machtiging: readonly Fact[] = [
  [
    'machtiging.verzoek-ingediend@1',
    '2026-01-06T09:00:00.000Z',
    {
      ...{ machtigingId, jeugdigeId, soort: 'MGJ', grondslag: 'OTS', kader: 'gedwongen' },
      verzoeker: 'gi-jb-west',
    },
  ],
  [
    'machtiging.verzoek-ingediend@2',
    '2026-01-06T10:00:00.000Z',
    {
      ...{ ...ids, soort: 'VMGJ', grondslag: 'INSTEMMING_WV', kader: 'vrijwillig', verzoeker: 'gemeente-0599' },
      ...{ verzoekerSoort: 'college', verlenging: false, verlengtMachtigingId: null, volledig: true },
      bevoegdheid: { kinderbeschermingsmaatregel: 'geen', collegeVanWoonplaats: 'gemeente-0599' },
      instemming: { ...toestemming, onderzoekOp: '2025-12-10', persoonlijkOnderzocht: false },
      redenGeenOnderzoek: 'Zij kwam twee keer niet opdagen bij de gedragswetenschapper.',
      hulpverleningsplan,
      achttienPlus: {
        ...{ behandelingBegonnenOp: '2025-06-01', planVastgesteldOp: '2025-07-01', naarAndereJeugdhulp: true },
        ...{ gevraagdTot: '2026-06-01', machtigingOpVerjaardag: null },
      },
      vlaggen: [{ code: 'NIET_PERSOONLIJK_ONDERZOCHT', artikel: 'Jeugdwet art. 6.1.4 lid 3' }],
    },
  ],
  [
    'machtiging.verzoek-ingetrokken@1',
    '2026-01-07T09:00:00.000Z',
    { ...ids, vlaggen: ['buiten_volgorde'], toelichting: 'Moeder wilde het verzoek niet meer, en later toch wel.' },
  ],
  ['machtiging.afgewezen@1', '2026-01-08T10:00:00.000Z', { machtigingId, jeugdigeId, beschikkingOp: '2026-01-08' }],
  [
    'machtiging.feit-ingetrokken@1',
    '2026-01-08T11:00:00.000Z',
    {
      ...{ jeugdigeId, vervangt: idOf('machtiging.afgewezen@1'), vervangtType: 'machtiging.afgewezen@1' },
      reden: 'Dit was de beschikking van een andere jeugdige.',
    },
  ],
  [
    'machtiging.verleend@2',
    '2026-01-08T11:15:00.000Z',
    {
      ...{ machtigingId, jeugdigeId, beschikkingOp: '2026-01-08', geldigVan: '2026-01-08', geldigTot: '2026-07-08' },
      ...{ wettelijkUiterlijk: '2026-07-08', langerDanWet: false, bereidheid: 'bereidverklaring' },
    },
  ],
  [
    'machtiging.verleend@1',
    '2026-01-08T12:00:00.000Z',
    {
      ...{ machtigingId, jeugdigeId, beschikkingOp: '2026-01-08', geldigVan: '2026-01-08', geldigTot: '2026-07-08' },
      ...{ wettelijkUiterlijk: '2027-01-08', langerDanWet: false },
    },
  ],
  [
    'machtiging.gecorrigeerd@1',
    '2026-01-12T09:00:00.000Z',
    {
      ...{ jeugdigeId, vervangt: idOf('machtiging.verleend@1'), vervangtType: 'machtiging.verleend@1' },
      ...{ velden: { geldigTot: '2026-06-08' }, gebeurdOp: '2026-01-08T11:30:00.000Z' },
      reden: 'De beschikking noemt vijf maanden, geen zes.',
    },
  ],
  [
    'machtiging.toezicht-gestart@1',
    '2026-01-13T09:00:00.000Z',
    { ...gebeurtenis, toelichting: 'Haar begeleider komt elke week langs.' },
  ],
  ['machtiging.hulpverleningsplan-gewijzigd@1', '2026-01-20T09:00:00.000Z', { ...ids, hulpverleningsplan }],
  [
    'machtiging.opname-bevoegd-vastgesteld@1',
    '2026-02-02T09:00:00.000Z',
    { ...besluit, toelichting: 'Zij houdt zich niet aan de afspraken over de avond.' },
  ],
  [
    'machtiging.opname-verplicht-vastgesteld@1',
    '2026-02-02T15:00:00.000Z',
    { ...besluit, toelichting: 'Zij trekt zich terug en thuis is het niet meer veilig.' },
  ],
  [
    'machtiging.opnamebeslissing-genomen@1',
    '2026-02-03T09:00:00.000Z',
    {
      ...{ ...ids, door: 'behandelaar-12', geldigTot: '2026-06-08', meldingUiterlijk: '2026-02-07' },
      redenen: 'Buiten de accommodatie is haar veiligheid niet te bewaken.',
    },
  ],
  [
    'machtiging.melding-gedaan@1',
    '2026-02-04T09:00:00.000Z',
    { ...ids, gebeurtenisId: idOf('machtiging.opnamebeslissing-genomen@1'), aan: 'jeugdige', vlaggen: [] },
  ],
  [
    'machtiging.opname-gestart@1',
    '2026-02-04T12:00:00.000Z',
    { ...ids, vlaggen: ['buiten_volgorde'], toelichting: 'Zij kwam met haar moeder.' },
  ],
  [
    'machtiging.verblijf-voortgezet@1',
    '2026-02-05T00:00:00.000Z',
    { ...ids, vlaggen: [], toelichting: 'Zij bleef bij haar zus op de groep.' },
  ],
  [
    'machtiging.overgeplaatst@1',
    '2026-02-20T09:00:00.000Z',
    { ...gebeurtenis, toelichting: 'De andere groep ligt dichter bij haar school.' },
  ],
  [
    'machtiging.verlof-verleend@1',
    '2026-03-01T09:00:00.000Z',
    { ...besluit, toelichting: 'Een weekend naar haar oma.' },
  ],
  [
    'machtiging.verlof-ingetrokken@1',
    '2026-03-02T09:00:00.000Z',
    { ...besluit, instemming: null, toelichting: 'Haar oma is ziek geworden.' },
  ],
  [
    'machtiging.onttrekking-geconstateerd@1',
    '2026-03-10T20:00:00.000Z',
    { ...gebeurtenis, toelichting: 'Zij kwam niet terug van school.' },
  ],
  [
    'machtiging.teruggekeerd@1',
    '2026-03-11T08:00:00.000Z',
    { ...gebeurtenis, toelichting: 'Haar vader bracht haar terug.' },
  ],
  [
    'machtiging.schorsing-verleend@1',
    '2026-04-01T09:00:00.000Z',
    { ...besluit, toelichting: 'Zij oefent vier weken thuis.' },
  ],
  [
    'machtiging.schorsing-ingetrokken@1',
    '2026-04-20T09:00:00.000Z',
    { ...besluit, instemming: null, toelichting: 'Thuis liep het vast.' },
  ],
  [
    'machtiging.geeindigd@2',
    '2026-05-01T09:00:00.000Z',
    { ...ids, grond: 'niet_ten_uitvoer_gelegd', berekendOp: '2026-07-20', vlaggen: ['eerder_dan_berekend'] },
  ],
  ['machtiging.geeindigd@1', '2026-05-20T09:00:00.000Z', { machtigingId, jeugdigeId, grond: 'uitstroom' }],
  ['machtiging.mgj-verzocht@1', '2026-01-30T09:00:00.000Z', { ...ids, mgjId: idOf('een andere machtiging') }],
];
