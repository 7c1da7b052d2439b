import { type Fact, idOf, jeugdigeId, machtigingId } from './common.js';

/** The term of a machtiging that is paused in none but an example. */
export const termijnId = idOf('een termijn');

export const bewaking: readonly Fact[] = [
  [
    'bewaking.termijn-gepauzeerd@1',
    '2026-04-01T08:00:00.000Z',
    { termijnId, jeugdigeId, reden: 'De moeder van Noor ligt in het ziekenhuis; wij wachten een week.' },
  ],
  ['bewaking.termijn-hervat@1', '2026-04-08T08:00:00.000Z', { termijnId, jeugdigeId, dagen: 7 }],
  [
    'bewaking.termijn-gemeld@1',
    '2026-05-01T22:00:00.000Z',
    {
      ...{ termijnId, stream: `machtiging-${machtigingId}`, jeugdigeId, regel: 'D1' },
      ...{ naam: 'Geldigheid van een machtiging gesloten jeugdhulp', moment: 'verstreken' },
      ...{ wektOp: '2026-05-01T22:00:00.000Z', eind: '2026-05-02', voor: ['gi-jb-west'] },
      opdracht: {
        naam: 'machtiging.leg-einde-vast',
        invoer: { machtigingId, grond: 'verlopen' },
        geldigOp: '2026-05-01T22:00:00.000Z',
      },
    },
  ],
  [
    'bewaking.gevolg-vastgelegd@1',
    '2026-05-01T22:00:00.000Z',
    { termijnId, gemeldId: idOf('bewaking.termijn-gemeld@1'), uitkomst: 'geweigerd', code: 'AL_GEEINDIGD' },
  ],
];
