import { type Fact, idOf, jeugdigeId } from './common.js';

export const berichtId = '0d6f3a52-5a0e-4f0c-9b1d-6f4f0c8e1a30';
export const mislukteId = '0d6f3a52-5a0e-4f0c-9b1d-6f4f0c8e1a31';

const kenmerk = '0d6f3a52-5a0e-4f0c-9b1d-6f4f0c8e1a32';
const levering = { berichtId, ontvanger: 'jb-017' };

/** An offer that is sent, repeated and answered. */
export const bericht: readonly Fact[] = [
  [
    'bericht.opgesteld@1',
    '2026-01-09T10:20:00.000Z',
    {
      ...{ berichtId, soort: 'overdracht_aangeboden', organisatie: 'gi-jb-west', termijn: null },
      ...{ aanleiding: idOf('jeugdige.regieoverdracht-aangeboden@2'), over: `jeugdige-${jeugdigeId}` },
      ...{ dossierId: jeugdigeId, uiterlijk: '2026-01-23', escalatie: false },
    },
  ],
  ['bericht.geadresseerd@1', '2026-01-09T10:20:05.000Z', { berichtId, ontvangers: ['jb-017', 'postbus:gi-jb-west'] }],
  [
    'bericht.niet-verzonden@1',
    '2026-01-09T10:20:06.000Z',
    { ...levering, code: 'SERVER_ONBEREIKBAAR', poging: 1, volgendeOp: '2026-01-09T10:21:06.000Z' },
  ],
  ['bericht.verzonden@1', '2026-01-09T10:21:10.000Z', { ...levering, kenmerk }],
  [
    'bericht.in-overzicht-verzonden@1',
    '2026-01-10T07:00:03.000Z',
    { berichtId, ontvanger: 'postbus:gi-jb-west', kenmerk },
  ],
  ['bericht.herinnerd@1', '2026-01-13T23:00:05.000Z', { berichtId, aanleiding: idOf('bericht.herinnerd@1') }],
  [
    'bericht.afgehandeld@1',
    '2026-01-15T09:20:00.000Z',
    { berichtId, aanleiding: idOf('jeugdige.regieoverdracht-aanvaard@2') },
  ],
];

/** One that never arrived. */
export const mislukt: readonly Fact[] = [
  [
    'bericht.opgegeven@1',
    '2026-01-10T07:00:05.000Z',
    { berichtId: mislukteId, ontvanger: 'jb-017', code: 'ADRES_GEWEIGERD', poging: 1 },
  ],
];
