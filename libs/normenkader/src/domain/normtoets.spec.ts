import { describe, it } from '@jest/globals';
import { deriveId } from '@regielijn/kern';
import { given, testContext } from '../../../kern/src/scenario.kit.js';
import { normtoetsDecider, type ToetsFacts, ToetsNorm } from './decide.js';
import { normenkaderFeiten as feit } from './events.js';

const [trajectId, jeugdigeId] = [deriveId('traject'), deriveId('jeugdige')];
const aanleiding = (n: number): string => deriveId('aanleiding', n);
const toets = { trajectId, jeugdigeId, norm: 'O1', regelversie: '2020-10-12' };
const facts = (uitkomst: ToetsFacts['uitkomst']): ToetsFacts => ({
  ...{ jeugdigeId, regelversie: '2020-10-12', peilmoment: '2026-01-09T21:15:00.000Z', feiten: [aanleiding(1)] },
  ...{ uitkomst, uitleg: 'uitleg', bron: ['bron'] },
});
const getoetst = (n: number, uitkomst: ToetsFacts['uitkomst']) => {
  const { peilmoment, feiten, uitleg, bron } = facts(uitkomst);
  return feit.getoetst.of({
    ...toets,
    aanleiding: aanleiding(n),
    peilmoment,
    feiten: [...feiten],
    uitkomst,
    uitleg,
    bron: [...bron],
  });
};
const afwijkingId = deriveId('afwijking', trajectId, 'O1', aanleiding(1));
const afwijking = feit.afwijkingVastgesteld.of({ ...toets, afwijkingId, peilmoment: facts('AFWIJKING').peilmoment });
const vraag = (n: number) => new ToetsNorm({ trajectId, norm: 'O1', aanleiding: aanleiding(n) }, testContext());

describe('the norm assessments of a traject', () => {
  it('given nothing, when a norm is met, then only the assessment is recorded', () => {
    given(normtoetsDecider, []).when(vraag(1), facts('VOLDAAN')).then(getoetst(1, 'VOLDAAN'));
  });

  it('given nothing, when a norm is deviated from, then the assessment and the deviation are recorded: a norm never blocks', () => {
    given(normtoetsDecider, []).when(vraag(1), facts('AFWIJKING')).then(getoetst(1, 'AFWIJKING'), afwijking);
  });

  it('given an assessment, when the same trigger comes again, then nothing happens', () => {
    given(normtoetsDecider, [getoetst(1, 'VOLDAAN')])
      .when(vraag(1), facts('VOLDAAN'))
      .thenNothingHappened();
  });

  it('given a deviation, when a correction shows there is none, then the deviation ends and the old assessment stays', () => {
    given(normtoetsDecider, [getoetst(1, 'AFWIJKING'), afwijking])
      .when(vraag(2), facts('VOLDAAN'))
      .then(getoetst(2, 'VOLDAAN'), feit.afwijkingVervallen.of({ ...toets, afwijkingId }));
  });

  it('given a deviation, when a correction still shows one, then it stays the same deviation', () => {
    given(normtoetsDecider, [getoetst(1, 'AFWIJKING'), afwijking])
      .when(vraag(2), facts('AFWIJKING'))
      .then(getoetst(2, 'AFWIJKING'));
  });
});
