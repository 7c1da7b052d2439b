import type { Datum } from '@regielijn/kern';
import { z } from 'zod';

/** Which ladder: of a case for which no solution comes, or of a norm from which people keep deviating. */
export const LadderIdSchema = z.enum(['casus', 'norm']);
export type LadderId = z.output<typeof LadderIdSchema>;

/** The id of a trede in `config/ladders.json`. */
export const TredeIdSchema = z.string().regex(/^[a-z][a-z_]{1,40}$/, 'kleine letters en onderstrepingstekens');

interface Trede {
  readonly id: string;
  /** First day; null: always was so. */
  readonly geldigVan: Datum | null;
  /** First day on which it no longer holds; null: no end known. */
  readonly geldigTot: Datum | null;
}

/** The treden of one ladder from low to high, those of other days among them. */
export interface Ladder {
  readonly id: LadderId;
  readonly treden: readonly Trede[];
}
export type Ladders = readonly Ladder[];

/** Whether a trede holds on a day. */
export const geldtOp = ({ geldigVan, geldigTot }: Trede, dag: Datum): boolean =>
  (geldigVan === null || geldigVan <= dag) && (geldigTot === null || dag < geldigTot);

const tredenVan = (ladders: Ladders, ladder: LadderId): readonly Trede[] =>
  ladders.find(({ id }) => id === ladder)!.treden;

/** The treden that hold on a day, from low to high. */
export const tredenOp = (ladders: Ladders, ladder: LadderId, dag: Datum): readonly string[] =>
  tredenVan(ladders, ladder)
    .filter((trede) => geldtOp(trede, dag))
    .map(({ id }) => id);

/** Those of them above this one, which itself may hold no more. */
export const hogerDan = (ladders: Ladders, ladder: LadderId, trede: string, dag: Datum): readonly string[] => {
  const alle = tredenVan(ladders, ladder);
  return alle
    .slice(alle.findIndex(({ id }) => id === trede) + 1)
    .filter((hoger) => geldtOp(hoger, dag))
    .map(({ id }) => id);
};
