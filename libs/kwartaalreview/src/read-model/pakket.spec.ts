import { describe, expect, it } from '@jest/globals';
import { fold } from '@regielijn/kern';
import { past } from '../../../kern/src/scenario.kit.js';
import { kwartaalreview } from '../../../../test/events/facts/kwartaalreview.js';
import { zegelVan } from '../application/zegel.js';
import { pakketVan } from './pakket.js';
import { PakketSchema } from './pakket-schema.js';
import { reviewDecider } from '../domain/decide.js';
import { reviewFeiten as feit, type ReviewEvent } from '../domain/events.js';
import { cijfersVan, trendVan } from '../domain/pakket.js';
import {
  afw,
  besproken,
  bijeen,
  geagendeerd,
  geopend,
  gesloten,
  jeugdigeId,
  REVIEW,
  traject,
  VORIGE,
} from '../domain/review.kit.js';
import type { Review } from '../domain/state.js';

const stand = (...events: ReviewEvent[]): Review => fold(reviewDecider, past(events))!;
const waarom = { gemotiveerd: true, redencodes: ['wachtlijst', 'anders'] };
const toegelicht = feit.toegelicht.of({
  review: REVIEW,
  trajectId: traject(1),
  jeugdigeId,
  toelichting: 'Over Sanne.',
});
const afgevoerd = (n: number) => feit.afgevoerd.of({ review: REVIEW, afwijkingId: afw(n) });

/** Three cases: two deviations, of which one is discussed; one that was taken over; one that lapsed. */
const gemengd = [
  ...[
    geopend,
    geagendeerd(1, waarom),
    geagendeerd(2),
    geagendeerd(3, { regio: 'haaglanden', aanbieder: null }, VORIGE),
  ],
  ...[geagendeerd(5), afgevoerd(5), besproken(afw(1))],
];

describe('the figures of a review', () => {
  it('count cases and deviations, and what lapsed apart', () => {
    expect(cijfersVan(stand(...gemengd))).toEqual({
      ...{ zaken: 2, afwijkingen: 3, meegenomen: 1, gemotiveerd: 1, besproken: 1, vervallen: 1 },
      perNorm: [
        { code: 'B3', aantal: 1 },
        { code: 'O1', aantal: 2 },
      ],
      perRegio: [
        { code: 'haaglanden', aantal: 1 },
        { code: 'rijnmond', aantal: 2 },
      ],
      perAanbieder: [
        { code: 'aanbieder-demo', aantal: 2 },
        { code: 'geen_aanbieder', aantal: 1 },
      ],
      perOorzaak: [
        { code: 'anders', aantal: 1 },
        { code: 'niet_gemotiveerd', aantal: 2 },
        { code: 'wachtlijst', aantal: 1 },
      ],
      perConclusie: [{ code: 'te_voorkomen', aantal: 1 }],
      perOpschaling: [{ code: 'geen', aantal: 1 }],
    });
  });

  it('given a cluster, then its conclusion counts for each deviation in it', () => {
    const { perConclusie } = cijfersVan(stand(...bijeen, besproken(afw(1), afw(2), afw(3))));
    expect(perConclusie).toEqual([{ code: 'te_voorkomen', aantal: 3 }]);
  });

  it('given what came from an earlier quarter, then the trend leaves it there', () => {
    expect(trendVan(stand(...gemengd))).toEqual({
      ...{ kwartaal: '2026-K1', zaken: 1, afwijkingen: 2, gemotiveerd: 1, besproken: 1, perNorm: { B3: 1, O1: 1 } },
    });
  });
});

describe('the pack', () => {
  const pakket = (...events: ReviewEvent[]) => {
    const review = stand(...events);
    return pakketVan(review, [], zegelVan(review, []));
  };

  it('shows cases by number, each with what became of its deviations, and is as the API says', () => {
    const { zaken, ...rest } = pakket(...gemengd);
    expect(PakketSchema.safeParse({ zaken, ...rest }).error).toBeUndefined();
    expect(zaken.map(({ zaak, afwijkingen }) => [zaak, afwijkingen.map((een) => een.stand)])).toEqual([
      [1, ['besproken', 'open']],
      [2, ['open']],
      [3, ['afgevoerd']],
    ]);
    expect(zaken[0]!.afwijkingen[0]!.bespreking).toMatchObject({ conclusie: 'te_voorkomen', lessen: ['scholing'] });
    expect(zaken[1]!.afwijkingen[0]!.uitReview).toBe(VORIGE);
  });

  it('puts together what is alike and not discussed: one norm, region, provider and cause; the largest group first', () => {
    const alleen = { regio: 'haaglanden' };
    const { teBespreken } = pakket(
      ...[geopend, geagendeerd(1), geagendeerd(3), geagendeerd(4), geagendeerd(5, alleen), geagendeerd(7, waarom)],
      ...[geagendeerd(9), besproken(afw(9)), geagendeerd(11), afgevoerd(11)],
    );
    const groep = { norm: 'O1', regio: 'rijnmond', aanbieder: 'aanbieder-demo', oorzaken: [] };
    expect(teBespreken).toEqual([
      { ...groep, zaken: [1, 2], afwijkingen: [afw(1), afw(3)] },
      { ...groep, norm: 'B3', zaken: [2], afwijkingen: [afw(4)] },
      { ...groep, ...alleen, zaken: [3], afwijkingen: [afw(5)] },
      { ...groep, oorzaken: ['anders', 'wachtlijst'], zaken: [4], afwijkingen: [afw(7)] },
    ]);
  });

  it('given a closed review, then what was not discussed went to the next', () => {
    const { zaken } = pakket(...gemengd, gesloten([afw(2), afw(3)]));
    expect(zaken.flatMap(({ afwijkingen }) => afwijkingen.map((een) => een.stand))).toEqual([
      ...['besproken', 'doorgeschoven', 'doorgeschoven', 'afgevoerd'],
    ]);
  });

  it('holds nothing that was written about a person', () => {
    const tekst = JSON.stringify(pakket(...bijeen, toegelicht));
    for (const woord of ['Sanne', jeugdigeId]) expect(tekst).not.toContain(woord);
  });
});

describe('the seal of a review', () => {
  const zegel = (...events: ReviewEvent[]) => zegelVan(stand(...events), []);

  it('is the same before and after closing, and when what was written can no longer be read', () => {
    const open = zegel(...bijeen, toegelicht);
    expect(zegel(...bijeen, toegelicht, gesloten([]))).toBe(open);
    expect(zegel(...bijeen, feit.toegelicht.of({ ...toegelicht.data, toelichting: '(vernietigd)' }))).toBe(open);
  });

  it.each<[string, ReviewEvent]>([
    ['a deviation', geagendeerd(9)],
    ['a motivation', feit.motiveringBekend.of({ review: REVIEW, afwijkingId: afw(1), ...waarom })],
    ['a lapse', afgevoerd(1)],
    ['a conclusion', besproken(afw(1))],
    ['a participant', feit.deelnemerToegevoegd.of({ review: REVIEW, account: 'x', discipline: 'onderwijs' })],
    [
      'somebody who stood back',
      feit.verschoond.of({ review: REVIEW, trajectId: traject(1), account: 'jb', reden: 'handelde_in_zaak' }),
    ],
    ['a meeting', feit.vergaderd.of({ review: REVIEW, aanwezig: ['gw'] })],
    ['a reading list', feit.leeslijstVastgesteld.of({ review: REVIEW, trajecten: [traject(1)] })],
  ])('is another one with %s more', (_, event) => {
    expect(zegel(...bijeen, event)).not.toBe(zegel(...bijeen));
  });

  it('given the review of the stored examples, then it is what it was when sealing began: another would break every seal', () => {
    const history = kwartaalreview.map(([type, op, data], n) => ({
      ...{ id: String(n), type, data, geldigOp: op, vastgelegdOp: op },
    }));
    const review = fold(reviewDecider, history)!;
    expect(zegelVan(review, review.gesloten!.trend)).toBe(
      '22c824b014f00c5a7243a92d3aa275f211d5a4f905118ea0153a878313a3859f',
    );
  });

  it('is another one with other figures of earlier quarters', () => {
    const review = stand(...bijeen);
    expect(zegelVan(review, [trendVan(review)])).not.toBe(zegelVan(review, []));
  });
});
