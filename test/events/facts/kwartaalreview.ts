import { afwijkingId, type Fact, jeugdigeId, trajectId } from './common.js';

const review = { review: 'zuidwest-2026-K1' };
const tweedeAfwijkingId = '0d6f3a52-5a0e-4f0c-9b1d-6f4f0c8e1a30';
const derdeAfwijkingId = '0d6f3a52-5a0e-4f0c-9b1d-6f4f0c8e1a31';
const [actieId, eerdereActieId] = ['0d6f3a52-5a0e-4f0c-9b1d-6f4f0c8e1a32', '0d6f3a52-5a0e-4f0c-9b1d-6f4f0c8e1a33'];
const punt = { ...review, trajectId, regio: 'rijnmond', aanbieder: 'aanbieder-demo' };

export const kwartaalreview: readonly Fact[] = [
  [
    'kwartaalreview.geopend@1',
    '2026-01-01T00:00:00.000Z',
    {
      ...{ ...review, landsdeel: 'zuidwest', kwartaal: '2026-K1', regelversie: '2020-10-12' },
      disciplines: ['gedragswetenschapper', 'jeugdbeschermer', 'onderwijs'],
      quorum: { minimaalDisciplines: 3, verplicht: ['gedragswetenschapper'] },
    },
  ],
  [
    'kwartaalreview.afwijking-geagendeerd@1',
    '2026-01-09T21:36:00.000Z',
    {
      ...{ ...punt, afwijkingId, norm: 'O1', vastgesteldOp: '2026-01-09T21:36:00.000Z' },
      ...{ gemotiveerd: false, redencodes: [], uitReview: 'zuidwest-2025-K4' },
    },
  ],
  [
    'kwartaalreview.motivering-bekend@1',
    '2026-01-12T09:00:00.000Z',
    { ...review, afwijkingId, gemotiveerd: true, redencodes: ['bloedspoed'] },
  ],
  ['kwartaalreview.afwijking-afgevoerd@1', '2026-01-12T10:00:00.000Z', { ...review, afwijkingId: tweedeAfwijkingId }],
  [
    'kwartaalreview.actie-meegenomen@1',
    '2026-01-13T10:00:00.000Z',
    {
      ...{ ...review, actieId: eerdereActieId, soort: 'scholing_regelen', eigenaar: 'aanbieder-demo' },
      ...{ uiterlijk: '2026-03-31', afwijkingen: [derdeAfwijkingId], trajecten: [trajectId] },
      uitReview: 'zuidwest-2025-K4',
    },
  ],
  [
    'kwartaalreview.deelnemer-toegevoegd@1',
    '2026-03-02T10:00:00.000Z',
    { ...review, account: 'gw-004', discipline: 'gedragswetenschapper' },
  ],
  ['kwartaalreview.leeslijst-vastgesteld@1', '2026-03-03T10:00:00.000Z', { ...review, trajecten: [trajectId] }],
  [
    'kwartaalreview.verschoond@1',
    '2026-03-10T10:00:00.000Z',
    { ...review, trajectId, account: 'jb-017', reden: 'handelde_in_zaak' },
  ],
  ['kwartaalreview.vergaderd@1', '2026-03-24T13:00:00.000Z', { ...review, aanwezig: ['gw-004', 'jb-017', 'ow-001'] }],
  [
    'kwartaalreview.besproken@1',
    '2026-03-24T13:30:00.000Z',
    {
      ...{ ...review, afwijkingen: [afwijkingId], conclusie: 'te_voorkomen', lessen: ['eerder_afstemmen'] },
      opschaling: 'regio',
    },
  ],
  [
    'kwartaalreview.zaak-toegelicht@1',
    '2026-03-24T13:40:00.000Z',
    { ...review, trajectId, jeugdigeId, toelichting: 'Met een telefoontje die middag had hij overdag kunnen komen.' },
  ],
  [
    'kwartaalreview.actie-afgesproken@1',
    '2026-03-24T13:50:00.000Z',
    {
      ...{ ...review, actieId, soort: 'werkafspraak_maken', eigenaar: 'gi-jb-west', uiterlijk: '2026-06-01' },
      ...{ afwijkingen: [afwijkingId], trajecten: [trajectId] },
    },
  ],
  ['kwartaalreview.actie-afgerond@1', '2026-03-25T10:00:00.000Z', { ...review, actieId: eerdereActieId }],
  [
    'kwartaalreview.gesloten@1',
    '2026-04-02T10:00:00.000Z',
    {
      ...{ ...review, zegel: '5d0f7c1e2b3a49685746352413021f0e9d8c7b6a594837261504f3e2d1c0b9a8' },
      trend: [
        {
          ...{ kwartaal: '2025-K4', zaken: 7, afwijkingen: 9, gemotiveerd: 8, besproken: 9 },
          perNorm: { O1: 4, B3: 5 },
        },
      ],
      ...{ doorgeschoven: [tweedeAfwijkingId], openActies: [actieId] },
    },
  ],
];
