import { ongeldig } from './coded-error.js';
import type { Datum } from './tijd.js';

/** The region of whoever belongs to no gemeente of the landsdeel. */
export const OVERIG = 'overig';

/** Which gemeente belongs to which region on a day. Made from `config/regios.json` where the program is put together. */
export interface RegioIndeling {
  /** The regions of the landsdeel in the order of the publications, without `overig`. */
  readonly regios: readonly { readonly id: string; readonly naam: string }[];
  /** The region's id, or null when the gemeente does not exist on that day or lies outside the landsdeel. */
  regioVan(gemeentecode: string, op: Datum): string | null;
  /** The gemeenten of the landsdeel that exist on a day. */
  gemeentenOp(op: Datum): readonly { readonly code: string; readonly naam: string }[];
}

/**
 * Refuses a region that is not there, when one was asked for.
 * @throws CodedError `REGIO_ONBEKEND` (invalid): an empty list would say that nothing is there
 */
export const vereisRegio = (regio: string | undefined, indeling: RegioIndeling): void => {
  if (regio === undefined) return;
  const regios = [...indeling.regios.map(({ id }) => id), OVERIG];
  if (!regios.includes(regio))
    throw ongeldig('REGIO_ONBEKEND', `Deze regio is er niet. Kies uit ${regios.join(', ')}.`, { regios });
};
