import { describe, expect, it } from '@jest/globals';
import { deriveId } from '@regielijn/kern';
import { past } from '../../../kern/src/scenario.kit.js';
import { enige, vereisSamenhang, wekt } from '../../../termijnen/src/bewaking.kit.js';
import { reviewFeiten as feit, type ReviewEvent } from '../domain/events.js';
import { afw, bijeen, geopend, gesloten, OP, REVIEW, traject, VORIGE } from '../domain/review.kit.js';
import { reviewBewaking } from './termijnen.js';

const actieId = deriveId('actie');
const actie = {
  ...{ review: REVIEW, actieId, soort: 'werkafspraak_maken', eigenaar: 'gi-jb-west', uiterlijk: '2026-06-01' },
  ...{ afwijkingen: [afw(1)], trajecten: [traject(1)] },
};
const afgesproken = feit.actieAfgesproken.of(actie);
const afgerond = feit.actieAfgerond.of({ review: REVIEW, actieId });
const na = (...events: readonly ReviewEvent[]) => vereisSamenhang(reviewBewaking, past(events, OP));

describe('an actie of a review (ACTIE)', () => {
  it('given one, then its owner hears when the day is over', () => {
    const termijn = enige(na(...bijeen, afgesproken), 'ACTIE');
    expect(termijn).toMatchObject({
      ...{ begin: '2026-03-02', eind: '2026-06-01', voor: [{ organisatie: 'gi-jb-west' }], pauzeerbaar: false },
    });
    expect(wekt(termijn)).toEqual(['verstreken 2026-06-02']);
  });

  it('given that it is done, then it is closed, also after the review', () => {
    expect(enige(na(...bijeen, afgesproken, afgerond), 'ACTIE')).toMatchObject({ geslotenOp: OP, momenten: [] });
    expect(enige(na(...bijeen, afgesproken, afgerond, gesloten([])), 'ACTIE').geslotenOp).toBe(OP);
  });

  it('given that it is not done when the review closes, then it is the same term of the next one', () => {
    const eerst = enige(na(...bijeen, afgesproken), 'ACTIE');
    expect(na(...bijeen, afgesproken, gesloten([], [actieId]))).toEqual([]);
    const meegenomen = feit.actieMeegenomen.of({ ...actie, uiterlijk: '2026-02-01', uitReview: VORIGE });
    expect(enige(na(geopend, meegenomen), 'ACTIE')).toMatchObject({ id: eerst.id, begin: '2026-02-01' });
  });

  it('given no review, then nothing', () => expect(na()).toEqual([]));
});
