import { type Fact, gemeente, gi, idOf, jeugdigeId, overdrachtId, tweedeOverdrachtId } from './common.js';
import { omgeving } from './omgeving.js';

/** Of a registration that was never finished. */
export const vervallenId = '0d6f3a52-5a0e-4f0c-9b1d-6f4f0c8e1a12';

export const jeugdige: readonly Fact[] = [
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
  ['jeugdige.regieoverdracht-stilgezet@1', '2026-01-06T13:00:00.000Z', { jeugdigeId, overdrachtId }],
  ['jeugdige.regieoverdracht-hervat@1', '2026-01-07T09:00:00.000Z', { jeugdigeId, overdrachtId, dagen: 1 }],
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
  ...omgeving,
  ['jeugdige.dossier-gesloten@1', '2026-10-01T08:00:00.000Z', { jeugdigeId }],
  ['jeugdige.dossier-heropend@1', '2026-10-05T08:00:00.000Z', { jeugdigeId }],
  ['jeugdige.dossier-vernietigd@1', '2046-10-06T08:00:00.000Z', { jeugdigeId, grond: 'bewaartermijn_verstreken' }],
];

export const vervallen: readonly Fact[] = [
  ['jeugdige.registratie-vervallen@1', '2026-01-05T08:59:00.000Z', { jeugdigeId: vervallenId }],
];
