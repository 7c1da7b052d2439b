import { aantalVerplaatsingen, type Jeugdige } from '@regielijn/jeugdige';
import type { DomainEvent, Past } from '@regielijn/kern';

const VERPLAATST = /^traject\.(opname-gestart|overgeplaatst|uitstroom-gerealiseerd)@\d+$/;

/**
 * How often a jeugdige moved: between the places of before, and in each traject at opname, overplaatsing and uitstroom.
 * A stay in a traject that is also told as an earlier place counts twice; who tells it should leave it out.
 */
export const verplaatsingenVan = (
  { hulpgeschiedenis }: Pick<Jeugdige, 'hulpgeschiedenis'>,
  trajecten: readonly (readonly Past<DomainEvent>[])[],
): number =>
  aantalVerplaatsingen(hulpgeschiedenis) + trajecten.flat().filter(({ type }) => VERPLAATST.test(type)).length;
