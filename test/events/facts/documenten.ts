import { documentId, type Fact, idOf, jeugdigeId, trajectId } from './common.js';

export const document: readonly Fact[] = [
  [
    'document.vastgelegd@1',
    '2026-02-10T09:00:00.000Z',
    {
      ...{ documentId, jeugdigeId, hoortBij: { soort: 'traject', id: trajectId }, soort: 'verslag', versie: 1 },
      ...{ titel: 'Verslag van het gesprek van 9 februari', mediatype: 'application/pdf', omvang: 48_213 },
      sha256: '5d0f7c1e2b3a49685746352413021f0e9d8c7b6a594837261504f3e2d1c0b9a8',
    },
  ],
  [
    'document.gecorrigeerd@1',
    '2026-02-10T11:00:00.000Z',
    {
      ...{ jeugdigeId, vervangt: idOf('document.vastgelegd@1'), vervangtType: 'document.vastgelegd@1' },
      ...{ velden: { titel: 'Plan na het gesprek van 9 februari', soort: 'plan' }, gebeurdOp: null },
      reden: 'Dit is het plan, het verslag volgt nog.',
    },
  ],
  [
    'document.ingetrokken@1',
    '2026-02-11T09:00:00.000Z',
    { documentId, jeugdigeId, versie: 1, reden: 'Er stonden gegevens van een andere jeugdige in.' },
  ],
];
