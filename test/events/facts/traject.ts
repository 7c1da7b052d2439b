import {
  andereVoorzieningId,
  type Fact,
  idOf,
  jeugdigeId,
  machtigingId,
  reserveringId,
  traject,
  voorzieningId,
} from './common.js';
import { plannen } from './plannen.js';

const aanmelding = {
  ...{ ...traject, urgentie: 'urgent', kader: 'gedwongen', herkomst: 'thuis', aanmelder: 'gi-jb-west' },
  ...{ gemeentecode: '0599', regio: 'rijnmond' },
};
const opname = { ...traject, voorzieningId, variant: 'crisisgroep', machtigingId, leeftijd: 15, vlaggen: [] };

export const verloop: readonly Fact[] = [
  ['traject.aangemeld@1', '2026-01-08T13:00:00.000Z', aanmelding],
  ['traject.opname-gestart@1', '2026-01-09T21:15:00.000Z', opname],
  [
    'traject.aangemeld@2',
    '2026-01-08T13:00:00.000Z',
    { ...aanmelding, hernieuwd: true, vorigTrajectId: '0d6f3a52-5a0e-4f0c-9b1d-6f4f0c8e1b01' },
  ],
  [
    'traject.plek-toegewezen@1',
    '2026-01-08T15:00:00.000Z',
    { ...traject, voorzieningId, reserveringId, variant: 'crisisgroep', geldigTot: '2026-01-11T15:00:00.000Z' },
  ],
  ['traject.opname-gestart@2', '2026-01-09T21:15:00.000Z', { ...opname, redencodes: ['wachtlijst'] }],
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
  ...plannen,
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
