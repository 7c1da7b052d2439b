import { describe, it } from '@jest/globals';
import { given } from '../../../kern/src/scenario.kit.js';
import { reviewDecider } from './decide.js';
import { reviewFeiten as feit } from './events.js';
import {
  afw,
  afwijking,
  besproken,
  bijeen,
  facts,
  geagendeerd,
  geopend,
  gesloten,
  motiveer,
  neemOver,
  open,
  REVIEW,
  traject,
  VORIGE,
  verval,
  zetOpAgenda,
} from './review.kit.js';

const afgevoerd = (n: number) => feit.afgevoerd.of({ review: REVIEW, afwijkingId: afw(n) });

describe('the opening of a review', () => {
  it('given none, when its quarter begins, then it opens with the disciplines and quorum of that day', () => {
    given(reviewDecider, []).when(open(), facts()).then(geopend);
  });

  it('given one, open or closed, when it is opened once more, then nothing happens', () => {
    given(reviewDecider, [geopend]).when(open(), facts()).thenNothingHappened();
    given(reviewDecider, [...bijeen, gesloten([])])
      .when(open(), facts())
      .thenNothingHappened();
  });
});

describe('the agenda', () => {
  const een = facts({ afwijkingen: [afwijking(1)] });

  it('given no review yet, when a deviation belongs to it, then it opens with that on its agenda', () => {
    given(reviewDecider, []).when(zetOpAgenda(1), een).then(geopend, geagendeerd(1));
  });

  it('given a review, when a deviation is found, then it is on the agenda; whether it is motivated is told after that', () => {
    const waarom = { gemotiveerd: true, redencodes: ['wachtlijst'] };
    given(reviewDecider, [geopend]).when(zetOpAgenda(1), een).then(geagendeerd(1));
    given(reviewDecider, [geopend])
      .when(zetOpAgenda(1), facts({ afwijkingen: [afwijking(1, waarom)] }))
      .then(geagendeerd(1));
  });

  it('given several that one assessment found, then each that is not there yet comes on the agenda', () => {
    given(reviewDecider, [geopend, geagendeerd(1)])
      .when(zetOpAgenda(1), facts({ afwijkingen: [afwijking(1), afwijking(2), afwijking(3)] }))
      .then(geagendeerd(2), geagendeerd(3));
  });

  it('given a deviation on the agenda, when it comes again, then nothing happens', () => {
    given(reviewDecider, [geopend, geagendeerd(1)])
      .when(zetOpAgenda(1), een)
      .thenNothingHappened();
  });

  it('given a closed review, when a deviation comes, then it is sent on', () => {
    given(reviewDecider, [...bijeen, gesloten([])])
      .when(zetOpAgenda(9), facts({ afwijkingen: [afwijking(9)] }))
      .thenRefused('REVIEW_GESLOTEN');
  });

  it('given a deviation, when it lapses before it is discussed, then it leaves the agenda, once', () => {
    given(reviewDecider, [geopend, geagendeerd(1)])
      .when(verval(1), facts())
      .then(afgevoerd(1));
    given(reviewDecider, [geopend, geagendeerd(1), afgevoerd(1)])
      .when(verval(1), facts())
      .thenNothingHappened();
  });

  it('given a deviation that was discussed, when it lapses, then the review keeps what it knew', () => {
    given(reviewDecider, [...bijeen, besproken(afw(1))])
      .when(verval(1), facts())
      .thenNothingHappened();
  });

  it('given a deviation, when it is motivated, or motivated otherwise, then its reasons are known', () => {
    const bekend = (...redencodes: string[]) =>
      feit.motiveringBekend.of({ review: REVIEW, afwijkingId: afw(1), gemotiveerd: true, redencodes });
    given(reviewDecider, [geopend, geagendeerd(1)])
      .when(motiveer(1, ['wachtlijst']), facts())
      .then(bekend('wachtlijst'));
    given(reviewDecider, [geopend, geagendeerd(1), bekend('wachtlijst')])
      .when(motiveer(1, ['wachtlijst']), facts())
      .thenNothingHappened();
    given(reviewDecider, [geopend, geagendeerd(1), bekend('wachtlijst')])
      .when(motiveer(1, ['anders']), facts())
      .then(bekend('anders'));
  });

  it('given another agenda, when something happens to a deviation, then it is not here', () => {
    given(reviewDecider, [geopend]).when(verval(1), facts()).thenRefused('NIET_OP_AGENDA');
    given(reviewDecider, []).when(verval(1), facts()).thenRefused('NIET_GEVONDEN');
  });
});

describe('what an earlier review did not come to', () => {
  const acties = {
    [afw(99)]: {
      ...{ soort: 'scholing_regelen', eigenaar: 'gi-jb-west', uiterlijk: '2026-05-01', uitReview: null },
      ...{ afwijkingen: [afw(1)], trajecten: [traject(1)], afgerondOp: null },
    },
  };
  const meegenomen = feit.actieMeegenomen.of({
    ...{ review: REVIEW, actieId: afw(99), soort: 'scholing_regelen', eigenaar: 'gi-jb-west' },
    ...{ uiterlijk: '2026-05-01', afwijkingen: [afw(1)], trajecten: [traject(1)], uitReview: VORIGE },
  });

  it('given no review yet, then it opens with it, and with the acties that are not done', () => {
    given(reviewDecider, [])
      .when(neemOver(), facts({ afwijkingen: [afwijking(1)], acties }))
      .then(geopend, geagendeerd(1, {}, VORIGE), meegenomen);
  });

  it('given what was motivated meanwhile, then its reasons are known at once', () => {
    const waarom = { gemotiveerd: true, redencodes: ['wachtlijst'] };
    given(reviewDecider, [geopend])
      .when(neemOver(), facts({ afwijkingen: [afwijking(1, waarom)] }))
      .then(geagendeerd(1, waarom, VORIGE));
  });

  it('given what lapsed meanwhile, then it is seen to come and to leave', () => {
    given(reviewDecider, [geopend])
      .when(neemOver(), facts({ afwijkingen: [afwijking(1, { isVervallen: true })] }))
      .then(geagendeerd(1, {}, VORIGE), afgevoerd(1));
  });

  it('given what was taken over already, then nothing happens', () => {
    given(reviewDecider, [geopend, geagendeerd(1, {}, VORIGE), meegenomen])
      .when(neemOver(), facts({ afwijkingen: [afwijking(1)], acties }))
      .thenNothingHappened();
  });

  it('given a review that is closed too, then it is sent on', () => {
    given(reviewDecider, [...bijeen, gesloten([])])
      .when(neemOver(), facts({ afwijkingen: [afwijking(9)] }))
      .thenRefused('REVIEW_GESLOTEN');
  });
});
