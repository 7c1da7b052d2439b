import { deriveId } from '@regielijn/kern';
import { type Fact, machtigingId, traject } from './common.js';

const [maatregelId, verlofId, incidentId, vraagId] = ['maatregel', 'verlof', 'incident', 'vervolgplek'].map((soort) =>
  deriveId('voorbeeld', soort),
) as [string, string, string, string];

/** Care during the verblijf, the way out of it, and how it went afterwards. */
export const zorgEnUitstroom: readonly Fact[] = [
  [
    'traject.medewerker-ingezet@1',
    '2026-01-10T08:00:00.000Z',
    {
      ...{ ...traject, medewerker: 'behandelaar-3', registratie: 'SKJ', registratieGecontroleerdOp: '2026-01-08' },
      ...{ geldigTot: '2028-01-01', scholingJhp: true, scholingGeldigTot: '2027-06-30', inzetTot: null },
    },
  ],
  [
    'traject.incident-gemeld@1',
    '2026-01-20T19:10:00.000Z',
    {
      ...{ ...traject, incidentId, soort: 'agressie', ernst: 'matig' },
      omschrijving: 'Zij sloeg een groepsgenoot na een ruzie over een telefoon.',
      ...{ gemeldAan: [{ wie: 'ouders', op: '2026-01-20' }], veiligheidsplanHerzien: false },
    },
  ],
  [
    'traject.maatregel-toegepast@1',
    '2026-01-20T19:15:00.000Z',
    {
      ...{ ...traject, maatregelId, maatregel: 'insluiting', machtigingId, inPlan: false, noodsituatie: true },
      ...{ minderBezwarendGeprobeerd: 'Praten en apart zitten hielp niet.', reden: 'Zij bleef anderen slaan.' },
      ...{ beslotenDoor: 'behandelaar-3', leeftijd: 15, vlaggen: [] },
    },
  ],
  [
    'traject.maatregel-toestemming-gegeven@1',
    '2026-01-20T22:00:00.000Z',
    { ...traject, maatregelId, gedragswetenschapper: 'gedragswetenschapper-1' },
  ],
  [
    'traject.maatregel-verlengd@1',
    '2026-01-21T18:00:00.000Z',
    { ...traject, maatregelId, door: 'gedragswetenschapper', instemmingGedragswetenschapper: true },
  ],
  [
    'traject.maatregel-beeindigd@1',
    '2026-01-22T20:00:00.000Z',
    { ...traject, maatregelId, vlaggen: ['insluiting_langer_dan_toegestaan'] },
  ],
  [
    'traject.incident-afgehandeld@1',
    '2026-01-26T10:00:00.000Z',
    {
      ...{ ...traject, incidentId, geleerd: 'Telefoons gaan voortaan voor het eten in het kluisje.' },
      ...{ gemeldAan: [{ wie: 'GI', op: '2026-01-21' }], veiligheidsplanHerzien: true },
    },
  ],
  [
    'traject.verlof-verleend@1',
    '2026-02-10T10:00:00.000Z',
    {
      ...{ ...traject, verlofId, van: '2026-02-13T16:00:00.000Z', tot: '2026-02-15T17:00:00.000Z' },
      instemmingGedragswetenschapper: true,
    },
  ],
  [
    'traject.verlof-ingetrokken@1',
    '2026-02-12T15:00:00.000Z',
    { ...traject, verlofId, reden: 'Haar vader kan haar dit weekend niet ontvangen.' },
  ],
  [
    'traject.spoedplaatsing-besproken@1',
    '2026-03-24T09:00:00.000Z',
    { ...traject, toelichting: 'Met haar voogd en de crisisdienst.' },
  ],
  ['traject.overzicht-maatregelen-verstrekt@1', '2026-03-25T09:00:00.000Z', { ...traject, aan: ['ouders', 'GI'] }],
  [
    'traject.klaar-voor-uitstroom@1',
    '2026-04-01T09:00:00.000Z',
    { ...traject, reden: 'behandeling_klaar', toelichting: 'De doelen van het plan zijn gehaald.' },
  ],
  [
    'traject.vervolgplek-gevraagd@1',
    '2026-04-02T09:00:00.000Z',
    { ...traject, vraagId, aanbieder: 'gezinshuis-demo', bestemming: 'gezinshuis' },
  ],
  [
    'traject.vervolgplek-antwoord@1',
    '2026-04-09T09:00:00.000Z',
    { ...traject, vraagId, antwoord: 'afgewezen', reden: 'Er is geen kamer vrij voor een meisje.', verwachtOp: null },
  ],
  ['traject.andere-wet-aangevraagd@1', '2026-04-14T09:00:00.000Z', { ...traject, wet: 'Wlz', uitkomst: 'aangevraagd' }],
  [
    'traject.lokale-partner-toegezegd@1',
    '2026-05-22T09:00:00.000Z',
    { ...traject, levensgebied: 'wonen', partner: 'wijkteam-zuid', datum: '2026-05-28' },
  ],
  [
    'traject.nazorg-voortgang@1',
    '2026-08-19T09:00:00.000Z',
    { ...traject, maand: 3, stand: 'Zij woont bij haar vader en gaat naar school.' },
  ],
  ['traject.woonsituatie-na-een-jaar@1', '2027-01-11T09:00:00.000Z', { ...traject, woont: 'thuis_of_netwerk' }],
];
