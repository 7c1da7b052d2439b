import { type Fact, idOf, jeugdigeId, machtigingId } from './common.js';

export const machtiging: readonly Fact[] = [
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
