import { afwijkingId, type Fact, idOf, jeugdigeId, toets, trajectId } from './common.js';

export const normtoets: readonly Fact[] = [
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
  [
    'normenkader.afwijking-vastgesteld@2',
    '2026-01-09T21:36:00.000Z',
    { ...toets, afwijkingId, peilmoment: '2026-01-09T21:15:00.000Z', geval: idOf('traject.opname-gestart@2') },
  ],
  [
    'normenkader.afwijking-gemotiveerd@1',
    '2026-01-12T09:00:00.000Z',
    {
      ...{ trajectId, jeugdigeId, norm: 'O1', afwijkingId, functie: 'jeugdbeschermer', redencodes: ['bloedspoed'] },
      toelichting: 'Thuis was het niet langer veilig; wachten tot de ochtend kon niet.',
      alternatievenOverwogen: ['Een nacht bij oma.', 'De crisisopvang van de gemeente.'],
      ...{ herstelactie: 'Het veiligheidsplan alsnog bespreken.', herstelUiterlijk: '2026-01-16' },
    },
  ],
  [
    'normenkader.herstel-afgerond@1',
    '2026-01-15T15:00:00.000Z',
    {
      ...{ trajectId, jeugdigeId, norm: 'O1', afwijkingId },
      toelichting: 'Het veiligheidsplan is met haar en haar oma besproken.',
    },
  ],
  [
    'normenkader.afwijking-besproken@1',
    '2026-03-24T14:00:00.000Z',
    {
      ...{ trajectId, jeugdigeId, norm: 'O1', afwijkingId, review: 'zuidwest-2026-K1' },
      ...{ conclusie: 'te_voorkomen', opschaling: 'regio' },
    },
  ],
  ['normenkader.afwijking-vervallen@1', '2026-01-12T10:00:00.000Z', { ...toets, afwijkingId }],
];
