import type { NewEvent } from '@regielijn/event-store';
import { deriveId, type Instant, type JsonObject } from '@regielijn/kern';

/** An event of a made-up jeugdige, as the domain offered it: personal fields still readable. */
export interface Example extends NewEvent {
  readonly stream: string;
}

const jeugdigeId = '0d6f3a52-5a0e-4f0c-9b1d-6f4f0c8e1a01';
const machtigingId = '0d6f3a52-5a0e-4f0c-9b1d-6f4f0c8e1a02';
const trajectId = '0d6f3a52-5a0e-4f0c-9b1d-6f4f0c8e1a03';
const voorzieningId = '0d6f3a52-5a0e-4f0c-9b1d-6f4f0c8e1a04';
const andereVoorzieningId = '0d6f3a52-5a0e-4f0c-9b1d-6f4f0c8e1a05';
const reserveringId = '0d6f3a52-5a0e-4f0c-9b1d-6f4f0c8e1a06';
const andereReservering = {
  reserveringId: '0d6f3a52-5a0e-4f0c-9b1d-6f4f0c8e1a10',
  trajectId: '0d6f3a52-5a0e-4f0c-9b1d-6f4f0c8e1a11',
};
const overdrachtId = '0d6f3a52-5a0e-4f0c-9b1d-6f4f0c8e1a07';
const tweedeOverdrachtId = '0d6f3a52-5a0e-4f0c-9b1d-6f4f0c8e1a08';
/** Of a registration that was never finished. */
const vervallenId = '0d6f3a52-5a0e-4f0c-9b1d-6f4f0c8e1a12';
const afwijkingId = '0d6f3a52-5a0e-4f0c-9b1d-6f4f0c8e1a09';

const gemeente = { soort: 'gemeente', organisatie: 'gemeente-0599' };
const gi = { soort: 'GI', organisatie: 'gi-jb-west' };
const traject = { trajectId, jeugdigeId };
const toets = { ...traject, norm: 'O1', regelversie: '2020-10-12' };

const idOf = (type: string): string => deriveId('voorbeeld', type);
const MINUTES_UNTIL_RECORDED = 20;

const jeugdbeschermer = { subject: 'jb-017', organisatie: 'gi-jb-west', rol: 'jeugdbeschermer' };
const follower = { subject: 'dienst-follower', organisatie: 'regielijn', rol: 'dienst' };

type Fact = readonly [type: string, geldigOp: Instant, data: JsonObject];

const inStream = (stream: string, facts: readonly Fact[], actor = jeugdbeschermer): readonly Example[] =>
  facts.map(([type, geldigOp, data]) => {
    const commandId = deriveId('voorbeeldopdracht', type);
    const vastgelegdOp = new Date(Date.parse(geldigOp) + MINUTES_UNTIL_RECORDED * 60_000).toISOString();
    const metadata = { actor, commandId, correlationId: commandId, causationId: commandId };
    return { stream, id: idOf(type), type, geldigOp, vastgelegdOp, metadata, data };
  });

const jeugdige: readonly Fact[] = [
  [
    'jeugdige.geregistreerd@1',
    '2026-01-05T09:00:00.000Z',
    {
      ...{ jeugdigeId, bsn: '999970136', naam: 'Noor de Voorbeeld', geboortedatum: '2010-05-04', geslacht: 'vrouw' },
      ...{ gemeentecode: '0599', overigReden: null, regio: 'rijnmond', casusregie: gemeente },
    },
  ],
  [
    'jeugdige.gecorrigeerd@1',
    '2026-01-05T13:00:00.000Z',
    {
      ...{ jeugdigeId, vervangt: idOf('jeugdige.geregistreerd@1'), vervangtType: 'jeugdige.geregistreerd@1' },
      ...{ velden: { naam: 'Noor van Voorbeeld', geboortedatum: '2010-04-05' }, gebeurdOp: null },
      reden: 'De naam en de geboortedatum waren verkeerd overgenomen uit de aanmelding.',
    },
  ],
  [
    'jeugdige.regieoverdracht-aangeboden@1',
    '2026-01-06T10:00:00.000Z',
    {
      ...{ jeugdigeId, overdrachtId, van: gemeente, aan: gi, geldigTot: '2026-01-20T10:00:00.000Z' },
      toelichting: 'De ondertoezichtstelling is uitgesproken. Graag overnemen voor de opname.',
    },
  ],
  [
    'jeugdige.regieoverdracht-ingetrokken@1',
    '2026-01-06T11:00:00.000Z',
    { jeugdigeId, overdrachtId, reden: 'Wij dachten dat een andere instelling de maatregel uitvoert.' },
  ],
  [
    'jeugdige.feit-ingetrokken@1',
    '2026-01-06T12:00:00.000Z',
    {
      ...{ jeugdigeId, vervangt: idOf('jeugdige.regieoverdracht-ingetrokken@1') },
      vervangtType: 'jeugdige.regieoverdracht-ingetrokken@1',
      reden: 'Het aanbod was toch aan de juiste instelling.',
    },
  ],
  [
    'jeugdige.regieoverdracht-geweigerd@1',
    '2026-01-07T09:30:00.000Z',
    { jeugdigeId, overdrachtId, reden: 'De beschikking ontbreekt nog. Bied opnieuw aan als die er is.' },
  ],
  [
    'jeugdige.regieoverdracht-aanvaard@1',
    '2026-01-09T08:30:00.000Z',
    { jeugdigeId, overdrachtId: tweedeOverdrachtId, door: gi, medewerker: 'jb-017' },
  ],
  ['jeugdige.dossier-gesloten@1', '2026-10-01T08:00:00.000Z', { jeugdigeId }],
  ['jeugdige.dossier-heropend@1', '2026-10-05T08:00:00.000Z', { jeugdigeId }],
  ['jeugdige.dossier-vernietigd@1', '2046-10-06T08:00:00.000Z', { jeugdigeId, grond: 'bewaartermijn_verstreken' }],
];

const vervallen: readonly Fact[] = [
  ['jeugdige.registratie-vervallen@1', '2026-01-05T08:59:00.000Z', { jeugdigeId: vervallenId }],
];

const machtiging: readonly Fact[] = [
  [
    'machtiging.verzoek-ingediend@1',
    '2026-01-06T09:00:00.000Z',
    {
      ...{ machtigingId, jeugdigeId, soort: 'MGJ', grondslag: 'OTS', kader: 'gedwongen' },
      verzoeker: 'gi-jb-west',
    },
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
  ['machtiging.geeindigd@1', '2026-05-20T09:00:00.000Z', { machtigingId, jeugdigeId, grond: 'uitstroom' }],
];

const verloop: readonly Fact[] = [
  [
    'traject.aangemeld@1',
    '2026-01-08T13:00:00.000Z',
    {
      ...{ ...traject, urgentie: 'urgent', kader: 'gedwongen', herkomst: 'thuis', aanmelder: 'gi-jb-west' },
      ...{ gemeentecode: '0599', regio: 'rijnmond' },
    },
  ],
  [
    'traject.plek-toegewezen@1',
    '2026-01-08T15:00:00.000Z',
    { ...traject, voorzieningId, reserveringId, variant: 'crisisgroep', geldigTot: '2026-01-11T15:00:00.000Z' },
  ],
  [
    'traject.opname-gestart@1',
    '2026-01-09T21:15:00.000Z',
    { ...traject, voorzieningId, variant: 'crisisgroep', machtigingId, leeftijd: 15, vlaggen: [] },
  ],
  [
    'traject.perspectief-vastgesteld@1',
    '2026-01-16T13:00:00.000Z',
    { ...traject, levensgebied: 'wonen', perspectief: 'Na de groep bij haar vader wonen.', metJeugdige: true },
  ],
  [
    'traject.gecorrigeerd@1',
    '2026-01-19T13:00:00.000Z',
    {
      jeugdigeId,
      vervangt: idOf('traject.perspectief-vastgesteld@1'),
      vervangtType: 'traject.perspectief-vastgesteld@1',
      ...{ velden: { levensgebied: 'support', perspectief: 'Haar tante helpt haar na de groep.' }, gebeurdOp: null },
      reden: 'In het gesprek ging het over steun, niet over wonen.',
    },
  ],
  [
    'traject.overgeplaatst@1',
    '2026-02-02T09:00:00.000Z',
    {
      ...{ ...traject, vanVoorzieningId: voorzieningId, voorzieningId: andereVoorzieningId, variant: 'kleinschalig' },
      reden: 'Zij komt tot rust in een kleinere groep.',
    },
  ],
  ['traject.onttrekking-gemeld@1', '2026-03-02T20:00:00.000Z', traject],
  ['traject.geeindigd-na-onttrekking@1', '2026-03-16T20:00:00.000Z', { ...traject, drempelDagen: 14 }],
  [
    'traject.feit-ingetrokken@1',
    '2026-03-17T09:00:00.000Z',
    {
      jeugdigeId,
      vervangt: idOf('traject.geeindigd-na-onttrekking@1'),
      vervangtType: 'traject.geeindigd-na-onttrekking@1',
      reden: 'Zij bleek de dag ervoor al terug te zijn.',
    },
  ],
  ['traject.teruggekeerd@1', '2026-03-17T10:00:00.000Z', traject],
  ['traject.uitstroom-gerealiseerd@1', '2026-05-20T08:00:00.000Z', { ...traject, bestemming: 'thuis_of_netwerk' }],
  [
    'traject.nazorgplan-vastgesteld@1',
    '2026-05-21T08:00:00.000Z',
    {
      ...traject,
      levensgebieden: [
        { levensgebied: 'wonen', nodig: true, lokalePartner: 'wijkteam-zuid' },
        { levensgebied: 'school_werk', nodig: false, lokalePartner: null },
      ],
    },
  ],
  [
    'traject.lokale-partner-opgepakt@1',
    '2026-05-28T08:00:00.000Z',
    { ...traject, levensgebied: 'wonen', partner: 'wijkteam-zuid' },
  ],
  ['traject.afgesloten@1', '2026-08-20T08:00:00.000Z', traject],
];

const normtoets: readonly Fact[] = [
  [
    'normenkader.norm-getoetst@1',
    '2026-01-09T21:36:00.000Z',
    {
      ...{ ...toets, aanleiding: idOf('traject.opname-gestart@1'), peilmoment: '2026-01-09T21:15:00.000Z' },
      ...{ feiten: [idOf('traject.opname-gestart@1')], uitkomst: 'AFWIJKING' },
      uitleg: 'De opname was op werkdag 2026-01-09 om 22:15 uur, buiten kantoortijd (09:00 tot 17:00 uur).',
      bron: ['Werkagenda doorontwikkeling Jeugdhulp Plus Zuidwest (2020), normen organisatie'],
    },
  ],
  [
    'normenkader.afwijking-vastgesteld@1',
    '2026-01-09T21:36:00.000Z',
    { ...toets, afwijkingId, peilmoment: '2026-01-09T21:15:00.000Z' },
  ],
  ['normenkader.afwijking-vervallen@1', '2026-01-12T10:00:00.000Z', { ...toets, afwijkingId }],
];

const voorziening: readonly Fact[] = [
  [
    'voorziening.geopend@1',
    '2025-12-01T09:00:00.000Z',
    {
      ...{ voorzieningId, naam: 'Groep De Eik', aanbieder: 'aanbieder-demo', gemeentecode: '0599' },
      variant: 'crisisgroep',
    },
  ],
  ['voorziening.plekken-geopend@1', '2025-12-01T09:30:00.000Z', { voorzieningId, aantal: 8, vanaf: '2026-01-01' }],
  [
    'voorziening.gecorrigeerd@1',
    '2025-12-02T09:00:00.000Z',
    {
      ...{ voorzieningId, vervangt: idOf('voorziening.plekken-geopend@1') },
      vervangtType: 'voorziening.plekken-geopend@1',
      ...{ velden: { aantal: 6 }, gebeurdOp: null },
      reden: 'Twee kamers zijn nog niet klaar.',
    },
  ],
  [
    'voorziening.plek-gereserveerd@1',
    '2026-01-08T14:00:00.000Z',
    { voorzieningId, ...andereReservering, geldigTot: '2026-01-11T15:00:00.000Z' },
  ],
  ['voorziening.reservering-vrijgegeven@1', '2026-01-09T10:00:00.000Z', { voorzieningId, ...andereReservering }],
  [
    'voorziening.plek-bezet@1',
    '2026-01-09T21:15:00.000Z',
    { voorzieningId, trajectId, reserveringId, bovenCapaciteit: false },
  ],
  ['voorziening.plek-vrijgekomen@1', '2026-02-02T09:00:00.000Z', { voorzieningId, trajectId }],
  ['voorziening.plekken-gesloten@1', '2026-02-10T09:00:00.000Z', { voorzieningId, aantal: 2, vanaf: '2026-04-01' }],
  [
    'voorziening.feit-ingetrokken@1',
    '2026-02-11T09:00:00.000Z',
    {
      ...{ voorzieningId, vervangt: idOf('voorziening.plekken-gesloten@1') },
      vervangtType: 'voorziening.plekken-gesloten@1',
      reden: 'De verbouwing gaat niet door.',
    },
  ],
];

/**
 * What the stored examples must open to, stream by stream in the order of the log. A new event type gets its example
 * here first; it is an excerpt of a stream, so an event that others refer to need not be among them.
 */
export const examples: readonly Example[] = [
  ...inStream(`jeugdige-${jeugdigeId}`, jeugdige),
  ...inStream(`jeugdige-${vervallenId}`, vervallen),
  ...inStream(`machtiging-${machtigingId}`, machtiging),
  ...inStream(`traject-${trajectId}`, verloop),
  ...inStream(`normtoets-${trajectId}`, normtoets, follower),
  ...inStream(`voorziening-${voorzieningId}`, voorziening),
];
