import { describe, expect, it } from '@jest/globals';
import { fold } from '@regielijn/kern';
import { given, past } from '../../../kern/src/scenario.kit.js';
import { actieIdVan } from './bespreken.js';
import type { ReviewCommand } from './commands.js';
import { reviewDecider } from './decide.js';
import { reviewFeiten as feit } from './events.js';
import {
  afw,
  afwijking,
  besproken,
  bijeen,
  concludeer,
  deelnemers,
  facts,
  geagendeerd,
  geopend,
  gesloten,
  jeugdigeId,
  leeslijst,
  lichtToe,
  motiveer,
  neemOver,
  rondAf,
  REVIEW,
  sluit,
  spreekAf,
  traject,
  vergader,
  vergaderd,
  verschoon,
  verval,
  voegToe,
  zetOpAgenda,
} from './review.kit.js';

const als = (subject: string) => ({ actor: { subject, organisatie: 'gi-jb-west', rol: 'reviewer' } });
const verschoond = (account: string, n: number, reden: 'uit_eigen_beweging' | 'handelde_in_zaak') =>
  feit.verschoond.of({ review: REVIEW, trajectId: traject(n), account, reden });
const geopendEnBemand = [geopend, geagendeerd(1), geagendeerd(2), geagendeerd(3), ...deelnemers];

describe('who takes part', () => {
  it('is added by account, for a discipline of this review; once is enough', () => {
    given(reviewDecider, [geopend]).when(voegToe('gw', 'gedragswetenschapper'), facts()).then(deelnemers[0]!);
    given(reviewDecider, [geopend, deelnemers[0]!])
      .when(voegToe('gw', 'gedragswetenschapper'), facts())
      .thenNothingHappened();
    given(reviewDecider, [geopend]).when(voegToe('gw', 'notaris'), facts()).thenRefused('DISCIPLINE_ONBEKEND');
  });

  it('stands back from a case of their own accord, once', () => {
    given(reviewDecider, bijeen)
      .when(verschoon('jb', 1), facts())
      .then(verschoond('jb', 1, 'uit_eigen_beweging'));
    given(reviewDecider, [...bijeen, verschoond('jb', 1, 'handelde_in_zaak')])
      .when(verschoon('jb', 1), facts())
      .thenNothingHappened();
    given(reviewDecider, bijeen).when(verschoon('vreemde', 1), facts()).thenRefused('DEELNEMER_ONBEKEND');
    given(reviewDecider, bijeen).when(verschoon('jb', 9), facts()).thenRefused('ZAAK_NIET_OP_AGENDA');
  });

  it('reads beforehand what is on the agenda', () => {
    const lijst = feit.leeslijstVastgesteld.of({ review: REVIEW, trajecten: [traject(1), traject(3)] });
    given(reviewDecider, bijeen)
      .when(leeslijst(1, 2, 3), facts())
      .then(lijst);
    given(reviewDecider, [...bijeen, lijst])
      .when(leeslijst(1, 3), facts())
      .thenNothingHappened();
    given(reviewDecider, bijeen).when(leeslijst(1, 9), facts()).thenRefused('ZAAK_NIET_OP_AGENDA');
  });

  it('was there or not: only participants, not before the review opened and not before the meeting before', () => {
    given(reviewDecider, geopendEnBemand)
      .when(vergader(['gw', 'jb', 'gw']), facts())
      .then(vergaderd('gw', 'jb'));
    given(reviewDecider, geopendEnBemand)
      .when(vergader(['gw', 'vreemde']), facts())
      .thenRefused('DEELNEMER_ONBEKEND');
    const vroeger = { geldigOp: '2026-02-28T10:00:00.000Z' };
    given(reviewDecider, geopendEnBemand)
      .when(vergader(['gw'], vroeger), facts())
      .thenRefused('DATUM_VOLGORDE');
    const zelfde = { geldigOp: '2026-03-01T09:00:00.000Z' };
    given(reviewDecider, [...geopendEnBemand, vergaderd('gw')])
      .when(vergader(['gw'], zelfde), facts())
      .thenNothingHappened();
  });
});

describe('a conclusion', () => {
  it('given a meeting with enough disciplines, then it is drawn over a case, or over a cluster of cases', () => {
    given(reviewDecider, bijeen)
      .when(concludeer([afw(1), afw(2)]), facts())
      .then(besproken(afw(1), afw(2)));
    given(reviewDecider, bijeen)
      .when(concludeer([afw(1), afw(3)]), facts())
      .then(besproken(afw(1), afw(3)));
  });

  it.each<[string, string[]]>([
    ['nobody met', []],
    ['there was one discipline', ['gw']],
    ['the gedragswetenschapper was not there', ['jb', 'school']],
  ])('given that %s, then it is refused', (_, aanwezig) => {
    const history = aanwezig.length > 0 ? [...geopendEnBemand, vergaderd(...aanwezig)] : geopendEnBemand;
    given(reviewDecider, history)
      .when(concludeer([afw(1)]), facts())
      .thenRefused('GEEN_QUORUM');
  });

  it('given a fuller meeting before, then only the last one counts', () => {
    given(reviewDecider, [...bijeen, vergaderd('gw')])
      .when(concludeer([afw(1)]), facts())
      .thenRefused('GEEN_QUORUM');
  });

  it('before the meeting is refused', () => {
    given(reviewDecider, bijeen)
      .when(concludeer([afw(1)], { geldigOp: '2026-02-28T10:00:00.000Z' }), facts())
      .thenRefused('DATUM_VOLGORDE');
  });

  it('given somebody who acted in the case, or stood back from it, when they conclude, then that is refused', () => {
    given(reviewDecider, bijeen)
      .when(concludeer([afw(1)], als('jb')), facts({ betrokken: { [traject(1)]: ['jb'] } }))
      .thenRefused('EIGEN_ZAAK');
    given(reviewDecider, [...bijeen, verschoond('jb', 1, 'uit_eigen_beweging')])
      .when(concludeer([afw(1)], als('jb')), facts())
      .thenRefused('EIGEN_ZAAK');
    given(reviewDecider, bijeen)
      .when(concludeer([afw(3)], als('jb')), facts({ betrokken: { [traject(1)]: ['jb'] } }))
      .then(besproken(afw(3)));
  });

  it('given a cluster with one case of their own in it, then that is refused as a whole', () => {
    given(reviewDecider, bijeen)
      .when(concludeer([afw(1), afw(3)], als('jb')), facts({ betrokken: { [traject(3)]: ['jb'] } }))
      .thenRefused('EIGEN_ZAAK');
  });

  it('given somebody at the table who acted in the case, then they stand back visibly and do not count', () => {
    const betrokken = { [traject(1)]: ['jb', 'niet-aan-tafel'] };
    given(reviewDecider, bijeen)
      .when(concludeer([afw(1)]), facts({ betrokken }))
      .then(verschoond('jb', 1, 'handelde_in_zaak'), besproken(afw(1)));
    given(reviewDecider, [...geopendEnBemand, vergaderd('gw', 'jb')])
      .when(concludeer([afw(1)]), facts({ betrokken }))
      .thenRefused('GEEN_QUORUM');
    given(reviewDecider, [...geopendEnBemand, vergaderd('gw', 'jb')])
      .when(concludeer([afw(3)]), facts({ betrokken }))
      .then(besproken(afw(3)));
  });

  it('is drawn once: the same again is nothing, another is refused', () => {
    const na = [...bijeen, besproken(afw(1), afw(2))];
    given(reviewDecider, na)
      .when(concludeer([afw(2), afw(1)]), facts())
      .thenNothingHappened();
    given(reviewDecider, na)
      .when(concludeer([afw(1)]), facts())
      .thenRefused('AL_BESPROKEN');
    given(reviewDecider, na)
      .when(concludeer([afw(2), afw(1)], {}, { opschaling: 'regio' }), facts())
      .thenRefused('AL_BESPROKEN');
  });

  it('over what lapsed, or is on no agenda here, is refused', () => {
    given(reviewDecider, [...bijeen, feit.afgevoerd.of({ review: REVIEW, afwijkingId: afw(1) })])
      .when(concludeer([afw(1)]), facts())
      .thenRefused('AFWIJKING_VERVALLEN');
    given(reviewDecider, bijeen)
      .when(concludeer([afw(9)]), facts())
      .thenRefused('NIET_OP_AGENDA');
  });

  it('in words is about one case, with the key of that jeugdige, and not by somebody who acted in it', () => {
    const woorden = { review: REVIEW, trajectId: traject(1), jeugdigeId, toelichting: 'Te laat aan school gedacht.' };
    given(reviewDecider, bijeen).when(lichtToe(1), facts()).then(feit.toegelicht.of(woorden));
    given(reviewDecider, [...bijeen, feit.toegelicht.of(woorden)])
      .when(lichtToe(1), facts())
      .thenNothingHappened();
    given(reviewDecider, bijeen).when(lichtToe(9), facts()).thenRefused('ZAAK_NIET_OP_AGENDA');
    given(reviewDecider, bijeen)
      .when(lichtToe(1, 'x', als('jb')), facts({ betrokken: { [traject(1)]: ['jb'] } }))
      .thenRefused('EIGEN_ZAAK');
  });
});

describe('an actie', () => {
  const command = spreekAf([afw(1), afw(2), afw(3)]);
  const actieId = actieIdVan(command.context.commandId);
  const afgesproken = feit.actieAfgesproken.of({
    ...{ review: REVIEW, actieId, soort: 'werkafspraak_maken', eigenaar: 'gi-jb-west', uiterlijk: '2026-06-01' },
    ...{ afwijkingen: [afw(1), afw(2), afw(3)], trajecten: [traject(1), traject(3)] },
  });
  const afgerond = feit.actieAfgerond.of({ review: REVIEW, actieId });

  it('is agreed over deviations on the agenda, for today or a later day', () => {
    given(reviewDecider, bijeen).when(command, facts()).then(afgesproken);
    given(reviewDecider, bijeen)
      .when(spreekAf([afw(9)]), facts())
      .thenRefused('NIET_OP_AGENDA');
    given(reviewDecider, bijeen)
      .when(spreekAf([afw(1)], '2026-03-01'), facts())
      .thenRefused('UITERLIJK_VOORBIJ');
    const vandaag = reviewDecider.decide(spreekAf([afw(1)], '2026-03-02'), fold(reviewDecider, past(bijeen)), facts());
    expect(vandaag).toHaveLength(1);
  });

  it('is done when its owner says so, or who prepares the review; once', () => {
    const na = [...bijeen, afgesproken];
    const van = (organisatie: string) => ({ actor: { subject: 'een', organisatie, rol: 'teamleider' } });
    given(reviewDecider, na)
      .when(rondAf(actieId, van('gi-jb-west')), facts())
      .then(afgerond);
    given(reviewDecider, na).when(rondAf(actieId), facts()).then(afgerond);
    given(reviewDecider, na)
      .when(rondAf(actieId, van('gi-elders')), facts())
      .thenRefused('ACTIE_VAN_ANDER');
    given(reviewDecider, [...na, afgerond])
      .when(rondAf(actieId), facts())
      .thenNothingHappened();
    given(reviewDecider, bijeen).when(rondAf(actieId), facts()).thenRefused('NIET_GEVONDEN');
  });

  it('that is not done stands in what the closing hands over', () => {
    given(reviewDecider, [...bijeen, afgesproken])
      .when(sluit(), facts())
      .then(gesloten([afw(1), afw(2), afw(3), afw(4)].sort(), [actieId]));
    given(reviewDecider, [...bijeen, afgesproken, afgerond])
      .when(sluit(), facts())
      .then(gesloten([afw(1), afw(2), afw(3), afw(4)].sort(), []));
  });
});

describe('the closing', () => {
  it('given a meeting with enough disciplines, then it seals, and says what moves on', () => {
    given(reviewDecider, [...bijeen, besproken(afw(1), afw(2), afw(4))])
      .when(sluit(), facts())
      .then(gesloten([afw(3)]));
  });

  it('given too few disciplines at the last meeting, then it is refused', () => {
    given(reviewDecider, geopendEnBemand).when(sluit(), facts()).thenRefused('GEEN_QUORUM');
    given(reviewDecider, [...geopendEnBemand, vergaderd('jb', 'school')])
      .when(sluit(), facts())
      .thenRefused('GEEN_QUORUM');
  });

  it.each<[string, ReviewCommand]>([
    ['a deviation', zetOpAgenda(9)],
    ['a motivation', motiveer(3, ['anders'])],
    ['a lapse', verval(3)],
    ['what another hands over', neemOver()],
    ['a participant', voegToe('nieuw', 'onderwijs')],
    ['somebody who stands back', verschoon('jb', 1)],
    ['a reading list', leeslijst(1)],
    ['a meeting', vergader(['gw', 'jb'])],
    ['a conclusion', concludeer([afw(3)])],
    ['words', lichtToe(1)],
    ['an actie', spreekAf([afw(1)])],
    ['an actie that is done', rondAf(afw(1))],
    ['another closing', sluit()],
  ])('given a closed review, when %s comes after, then it is refused', (_, command) => {
    given(reviewDecider, [...bijeen, gesloten([])])
      .when(command, facts({ afwijkingen: [afwijking(9)] }))
      .thenRefused('REVIEW_GESLOTEN');
  });
});
