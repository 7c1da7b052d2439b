import { type Fact, idOf, jeugdigeId, overdrachtId } from './common.js';

export const opschalingId = '0d6f3a52-5a0e-4f0c-9b1d-6f4f0c8e1a60';
const wie = { opschalingId, jeugdigeId, sleutelId: jeugdigeId };

export const opschaling: readonly Fact[] = [
  [
    'opschaling.geopend@1',
    '2026-02-02T09:00:00.000Z',
    {
      ...{ ...wie, ladder: 'casus', betreft: { soort: 'overdracht', id: overdrachtId }, reden: 'overdracht_geweigerd' },
      ...{ vraagsteller: 'gemeente-0599', trede: 'lokaal_team' },
      vraag: 'De overdracht voor Noor is geweigerd. Wie neemt de casusregie over?',
    },
  ],
  [
    'opschaling.aangenomen@1',
    '2026-02-03T09:00:00.000Z',
    { ...wie, trede: 'lokaal_team', organisatie: 'gemeente-0599', medewerker: 'lt-4' },
  ],
  [
    'opschaling.beantwoord@1',
    '2026-02-05T09:00:00.000Z',
    {
      ...{ ...wie, trede: 'lokaal_team', organisatie: 'gemeente-0599', strekking: 'geen_oplossing' },
      antwoord: 'Wij kunnen Noor niet zelf begeleiden.',
    },
  ],
  [
    'opschaling.opgeschaald@1',
    '2026-02-06T09:00:00.000Z',
    {
      ...{ ...wie, vanTrede: 'lokaal_team', naarTrede: 'expertteam', aanleiding: 'verzoek' },
      toelichting: 'Zonder regie blijft Noor wachten.',
    },
  ],
  [
    'opschaling.teruggegeven@1',
    '2026-02-09T09:00:00.000Z',
    {
      ...{ ...wie, trede: 'expertteam', organisatie: 'expertteam-rijnmond', reden: 'informatie_ontbreekt' },
      toelichting: 'Het plan van Noor zit er niet bij.',
    },
  ],
  [
    'opschaling.afgesloten@1',
    '2026-02-10T09:00:00.000Z',
    { ...wie, uitkomst: 'opgelost', toelichting: 'De gecertificeerde instelling van haar broer neemt Noor erbij.' },
  ],
  [
    'opschaling.gecorrigeerd@1',
    '2026-02-11T09:00:00.000Z',
    {
      ...{ sleutelId: jeugdigeId, vervangt: idOf('opschaling.geopend@1'), vervangtType: 'opschaling.geopend@1' },
      ...{ velden: { reden: 'overdracht_verlopen' }, gebeurdOp: null },
      reden: 'Er kwam geen weigering, het aanbod voor Noor verliep.',
    },
  ],
  [
    'opschaling.feit-ingetrokken@1',
    '2026-02-12T09:00:00.000Z',
    {
      ...{ sleutelId: jeugdigeId, vervangt: idOf('opschaling.afgesloten@1'), vervangtType: 'opschaling.afgesloten@1' },
      reden: 'De instelling van haar broer heeft toch nee gezegd.',
    },
  ],
];
