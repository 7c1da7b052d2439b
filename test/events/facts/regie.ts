import { type Fact, gemeente, gi, idOf, overdrachtId, tweedeOverdrachtId } from './common.js';

/** Of a jeugdige who was registered twice: this dossier is the one that stays. */
export const regieJeugdigeId = '0d6f3a52-5a0e-4f0c-9b1d-6f4f0c8e1a31';
/** The one that went into it, and came back. */
export const dubbeleJeugdigeId = '0d6f3a52-5a0e-4f0c-9b1d-6f4f0c8e1a32';
const derdeOverdrachtId = '0d6f3a52-5a0e-4f0c-9b1d-6f4f0c8e1a33';

const jeugdigeId = regieJeugdigeId;
const aanleiding = idOf('machtiging.verleend@1');

export const regie: readonly Fact[] = [
  [
    'jeugdige.geregistreerd@2',
    '2026-01-05T09:00:00.000Z',
    {
      ...{ jeugdigeId, bsn: '999970148', naam: 'Jip Voorbeeld', geboortedatum: '2010-09-12', geslacht: 'x' },
      ...{ gemeentecode: '0599', overigReden: null, regio: 'rijnmond', casusregie: gemeente },
    },
  ],
  [
    'jeugdige.regieregel-vastgesteld@1',
    '2026-01-08T15:00:00.000Z',
    {
      ...{ jeugdigeId, aanleiding, regelversie: 'regie-1' },
      perioden: [{ vanaf: '2026-01-08', houder: 'GI', regel: 'gedwongen_kader' }],
      bron: ['Werkagenda doorontwikkeling Jeugdhulp Plus Zuidwest, bijlage 1 Impactanalyse (VNG Realisatie, 2020)'],
    },
  ],
  [
    'jeugdige.regieoverdracht-aangeboden@2',
    '2026-01-09T10:00:00.000Z',
    {
      ...{ jeugdigeId, overdrachtId, van: gemeente, aan: gi, geldigTot: '2026-01-12T10:00:00.000Z' },
      toelichting: 'De machtiging is verleend. Graag overnemen voor de opname.',
      richting: 'heen',
      minimumset: {
        casusId: jeugdigeId,
        machtigingen: [{ machtigingId: aanleiding, geldigTot: '2026-07-08' }],
        betrokkenen: ['Moeder, Robin Voorbeeld', 'Opa van vaderskant'],
        plan: 'Rust, een vaste begeleider en weer naar school.',
        doelen: { wonen: 'Terug naar huis voor de zomer.' },
        netwerk: [],
        contactpersoon: 'lt-004',
        volgendOverlegOp: '2026-01-20',
      },
      ontbreekt: ['gezag', 'veiligheidsplan', 'onderwijs', 'schoolVanHerkomst'],
    },
  ],
  ['jeugdige.regieoverdracht-verlopen@1', '2026-01-12T10:00:00.000Z', { jeugdigeId, overdrachtId, escalatie: true }],
  [
    'jeugdige.regieoverdracht-geweigerd@2',
    '2026-01-13T09:00:00.000Z',
    { jeugdigeId, overdrachtId: tweedeOverdrachtId, reden: 'Het veiligheidsplan ontbreekt nog.', escalatie: true },
  ],
  [
    'jeugdige.regieoverdracht-aanvaard@2',
    '2026-01-15T09:00:00.000Z',
    {
      ...{ jeugdigeId, overdrachtId: derdeOverdrachtId, door: gi, medewerker: 'jb-017' },
      voorwaarden: ['De gemeente meldt Jip af bij de oude school.'],
      aantalVoorwaarden: 1,
    },
  ],
  [
    'jeugdige.overdrachtsvoorwaarde-nagekomen@1',
    '2026-01-22T09:00:00.000Z',
    { jeugdigeId, overdrachtId: derdeOverdrachtId, nummer: 1 },
  ],
  [
    'jeugdige.afstemming-vastgelegd@1',
    '2026-02-20T13:00:00.000Z',
    {
      ...{ jeugdigeId, organisaties: ['gi-jb-west', 'gemeente-0599'], volgendeOp: '2026-04-03' },
      afspraken: 'De gemeente zoekt een plek op een school dichtbij opa.',
    },
  ],
  [
    'jeugdige.medewerker-gewisseld@1',
    '2026-03-01T09:00:00.000Z',
    { jeugdigeId, regie: 'casusregie', medewerker: 'jb-021' },
  ],
  [
    'jeugdige.gi-gewisseld@1',
    '2026-04-01T09:00:00.000Z',
    { jeugdigeId, naar: 'gi-ander', medewerker: null, vervallenOverdrachtId: null },
  ],
  [
    'jeugdige.verhuisd@1',
    '2026-05-01T09:00:00.000Z',
    {
      ...{ jeugdigeId, gemeentecode: '0518', overigReden: null, regio: 'haaglanden' },
      gemeente: { soort: 'gemeente', organisatie: 'gemeente-0518' },
      vervallenOverdrachtId: null,
    },
  ],
  [
    'jeugdige.samengevoegd@1',
    '2026-06-01T09:00:00.000Z',
    { jeugdigeId, metJeugdigeId: dubbeleJeugdigeId, reden: 'Dezelfde jeugdige, aangemeld met een verkeerd nummer.' },
  ],
  [
    'jeugdige.samenvoeging-ongedaan-gemaakt@1',
    '2026-06-03T09:00:00.000Z',
    { jeugdigeId, anderJeugdigeId: dubbeleJeugdigeId, reden: 'Het bleek een nicht met bijna dezelfde naam.' },
  ],
];

export const dubbel: readonly Fact[] = [
  [
    'jeugdige.opgegaan-in@1',
    '2026-06-01T09:00:00.000Z',
    {
      ...{ jeugdigeId: dubbeleJeugdigeId, inJeugdigeId: regieJeugdigeId },
      reden: 'Dezelfde jeugdige, aangemeld met een verkeerd nummer.',
    },
  ],
];
