import type { Minimumset } from '@regielijn/kern';
import type { Regieregels } from './regels.js';

interface Gemis {
  readonly onderdeel: string;
  /** Where in the offer: `plan`, or `machtigingen.0.geldigTot`. */
  readonly veld: string;
}

/** What an offer lacks of the minimum handover set, in the order of the setting; empty when it is complete. */
export const ontbreekt = (aanbod: Minimumset, { minimumset }: Regieregels): readonly Gemis[] =>
  minimumset.onderdelen.flatMap(({ naam, velden, leegMag }) =>
    velden.flatMap((veld) => lacunes(aanbod[veld], veld, leegMag).map((pad) => ({ onderdeel: naam, veld: pad }))),
  );

const lacunes = (waarde: unknown, pad: string, leegMag: boolean): readonly string[] => {
  if (waarde === null || waarde === undefined) return [pad];
  if (typeof waarde !== 'object') return [];
  const delen = Object.entries(waarde);
  if (delen.length === 0) return leegMag ? [] : [pad];
  return delen.flatMap(([sleutel, deel]) => lacunes(deel, `${pad}.${sleutel}`, false));
};
