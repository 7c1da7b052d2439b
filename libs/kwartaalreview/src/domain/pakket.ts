import { uniek } from '@regielijn/kern';
import type { Trend } from './events.js';
import type { Agendapunt, Review } from './state.js';

/** How often a code occurs. */
export type Telling = readonly { readonly code: string; readonly aantal: number }[];

/** The figures of one review. What lapsed before it was discussed is counted apart, and nowhere else. */
export interface Cijfers {
  readonly zaken: number;
  readonly afwijkingen: number;
  /** Of those: taken over from an earlier review. */
  readonly meegenomen: number;
  readonly gemotiveerd: number;
  readonly besproken: number;
  readonly vervallen: number;
  readonly perNorm: Telling;
  readonly perRegio: Telling;
  readonly perAanbieder: Telling;
  /** By the reasons of the motivation; one deviation may have several. */
  readonly perOorzaak: Telling;
  readonly perConclusie: Telling;
  readonly perOpschaling: Telling;
}

const NIET_GEMOTIVEERD = 'niet_gemotiveerd';
const GEEN_AANBIEDER = 'geen_aanbieder';

const tel = (codes: readonly string[]): Telling =>
  uniek(codes)
    .sort()
    .map((code) => ({ code, aantal: codes.filter((ander) => ander === code).length }));

/** The agenda without what lapsed. */
const staand = ({ agenda }: Review): readonly Agendapunt[] =>
  Object.values(agenda).filter(({ stand }) => stand !== 'afgevoerd');

export const cijfersVan = (review: Review): Cijfers => {
  const punten = staand(review);
  const conclusies = review.besprekingen.flatMap((bespreking) => bespreking.afwijkingen.map(() => bespreking));
  return {
    zaken: uniek(punten.map(({ trajectId }) => trajectId)).length,
    afwijkingen: punten.length,
    meegenomen: punten.filter(({ uitReview }) => uitReview !== null).length,
    gemotiveerd: punten.filter(({ gemotiveerd }) => gemotiveerd).length,
    besproken: punten.filter(({ stand }) => stand === 'besproken').length,
    vervallen: Object.keys(review.agenda).length - punten.length,
    perNorm: tel(punten.map(({ norm }) => norm)),
    perRegio: tel(punten.map(({ regio }) => regio)),
    perAanbieder: tel(punten.map(({ aanbieder }) => aanbieder ?? GEEN_AANBIEDER)),
    perOorzaak: tel(punten.flatMap(({ gemotiveerd, redencodes }) => (gemotiveerd ? redencodes : [NIET_GEMOTIVEERD]))),
    perConclusie: tel(conclusies.map(({ conclusie }) => conclusie)),
    perOpschaling: tel(conclusies.map(({ opschaling }) => opschaling)),
  };
};

/** What the next reviews compare themselves with: only what was found in this quarter itself, so that nothing counts twice. */
export const trendVan = (review: Review): Trend => {
  const eigen = staand(review).filter(({ uitReview }) => uitReview === null);
  return {
    kwartaal: review.kwartaal,
    zaken: uniek(eigen.map(({ trajectId }) => trajectId)).length,
    afwijkingen: eigen.length,
    gemotiveerd: eigen.filter(({ gemotiveerd }) => gemotiveerd).length,
    besproken: eigen.filter(({ stand }) => stand === 'besproken').length,
    perNorm: Object.fromEntries(tel(eigen.map(({ norm }) => norm)).map(({ code, aantal }) => [code, aantal])),
  };
};

/**
 * What the seal of a closed review is over: all that its pack says, and nothing that a destroyed key would change. The
 * same before and after closing, so that the seal can be held against it for ever: named field by field, since whatever is
 * added here, or to what is named, breaks every seal there is.
 */
export const teVerzegelen = (review: Review, trend: readonly Trend[]): object => {
  const { landsdeel, kwartaal, geopendOp, regelversie, disciplines, quorum, agenda, acties } = review;
  const { deelnemers, verschoningen, leeslijst, vergaderingen, besprekingen } = review;
  return {
    ...{ review: review.review, landsdeel, kwartaal, geopendOp, regelversie, disciplines, quorum, agenda, acties },
    ...{ deelnemers, verschoningen, leeslijst, vergaderingen, besprekingen, trend },
  };
};
