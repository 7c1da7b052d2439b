import type { TestApi } from './engine.js';
import type { Sentinels } from './sentinels.js';

/** What stands in the personal fields about terms. */
export const inTermijn = { redenPauze: 'Haar begeleider wacht op het bericht van dokter Kuifmees' } satisfies Sentinels;

/** Lets the first term of a dossier that may wait stand still. */
export const vulTermijn = async (api: TestApi, jeugdigeId: string): Promise<void> => {
  await api.settle();
  const gi = api.as('jeugdbeschermer');
  const { body } = await gi.get(`/v1/termijnen?jeugdigeId=${jeugdigeId}&regel=AFSTEMMING`);
  const { status } = await gi.post(`/v1/termijnen/${body.termijnen[0].termijnId}/pauzes`, {
    reden: inTermijn.redenPauze,
  });
  if (status !== 200) throw new Error(`the term does not stand still: ${status}`);
};
