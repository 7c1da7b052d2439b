import { type Fact, idOf, reserveringId, trajectId, voorzieningId } from './common.js';

const andereReservering = {
  reserveringId: '0d6f3a52-5a0e-4f0c-9b1d-6f4f0c8e1a10',
  trajectId: '0d6f3a52-5a0e-4f0c-9b1d-6f4f0c8e1a11',
};

export const voorziening: readonly Fact[] = [
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
  ['voorziening.plekken-bevestigd@1', '2026-01-05T09:00:00.000Z', { voorzieningId }],
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
