import { gelukt } from './dossier-met-tekst.js';
import type { TestApi } from './engine.js';
import type { Sentinels } from './sentinels.js';

/** What a kwartaalreview wrote about a case; it is no part of the timeline of the dossier. */
export const inReview = {
  toelichtingReview: 'Met opa Evert was een rustige opname gelukt',
} satisfies Sentinels;

/** Writes about this traject in the review on whose agenda it stands. */
export const vulReview = async (api: TestApi, traject: string): Promise<void> => {
  await api.settle();
  const reviewer = api.as('reviewer');
  const [{ review }] = await gelukt(reviewer.get('/v1/kwartaalreviews'));
  const trajectId = traject.split('/').at(-1)!;
  const toelichting = { trajectId, toelichting: inReview.toelichtingReview };
  await gelukt(reviewer.post(`/v1/kwartaalreviews/${review}/toelichtingen`, toelichting));
};
