import { type Fact, gemeente, idOf, jeugdigeId, traject } from './common.js';

export const terugkeer: readonly Fact[] = [
  [
    'terugkeer.geopend@1',
    '2026-03-02T23:00:00.000Z',
    {
      ...{ ...traject, eindeOp: '2026-06-03', grond: 'machtiging', gemeente: gemeente.organisatie },
      levensgebieden: ['support', 'wonen', 'school_werk', 'inkomen', 'welzijn'],
    },
  ],
  [
    'terugkeer.deelname-aanvaard@1',
    '2026-03-05T09:00:00.000Z',
    { ...traject, organisatie: gemeente.organisatie, medewerker: 'lt-4' },
  ],
  [
    'terugkeer.levensgebied-vastgelegd@1',
    '2026-03-10T09:00:00.000Z',
    {
      ...{ ...traject, levensgebied: 'wonen', stand: 'gevraagd', partner: 'woonstichting-maas' },
      toelichting: 'Noor wil dicht bij haar oma wonen.',
    },
  ],
  ['terugkeer.einde-verwacht@1', '2026-03-12T09:00:00.000Z', { ...traject, verwachtOp: '2026-05-15' }],
  [
    'terugkeer.einde-verschoven@1',
    '2026-03-12T09:00:00.000Z',
    { ...traject, eindeOp: '2026-05-15', grond: 'verwacht' },
  ],
  ['terugkeer.gemeente-gewisseld@1', '2026-04-01T09:00:00.000Z', { ...traject, gemeente: 'gemeente-0518' }],
  ['terugkeer.ingetrokken@1', '2026-04-07T09:00:00.000Z', traject],
  [
    'terugkeer.gesloten@1',
    '2026-05-15T12:00:00.000Z',
    {
      ...{ ...traject, eindeOp: '2026-05-15', nietGeregeld: ['wonen', 'inkomen'] },
      vlaggen: ['niet_alles_geregeld', 'lokaal_team_deed_niet_mee'],
    },
  ],
  [
    'terugkeer.gecorrigeerd@1',
    '2026-05-16T09:00:00.000Z',
    {
      ...{ jeugdigeId, vervangt: idOf('terugkeer.levensgebied-vastgelegd@1') },
      ...{ vervangtType: 'terugkeer.levensgebied-vastgelegd@1', velden: { stand: 'geregeld' }, gebeurdOp: null },
      reden: 'De woning voor Noor was al toegezegd.',
    },
  ],
  [
    'terugkeer.feit-ingetrokken@1',
    '2026-05-17T09:00:00.000Z',
    {
      ...{ jeugdigeId, vervangt: idOf('terugkeer.levensgebied-vastgelegd@1') },
      vervangtType: 'terugkeer.levensgebied-vastgelegd@1',
      reden: 'De woning was voor de broer van Noor.',
    },
  ],
];
