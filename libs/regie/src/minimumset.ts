import type { Minimumset } from '@regielijn/kern';
import type { Regieregels } from './regels.js';

export interface Gemis {
  readonly onderdeel: string;
  /** Where in the offer: `plan`, or `machtigingen.0.geldigTot`. */
  readonly veld: string;
}

/** The parts of the minimum handover set, in order. Source: the setting `minimumset` of the rules. */
export const minimumset = ({ minimumset: { onderdelen } }: Regieregels): Regieregels['minimumset']['onderdelen'] =>
  onderdelen;

/** What an offer lacks of the minimum handover set; empty when it is complete. */
export const ontbreekt = (aanbod: Minimumset, regels: Regieregels): readonly Gemis[] =>
  minimumset(regels).flatMap(({ naam, velden, leegMag }) =>
    velden.flatMap((veld) => lacunes(aanbod[veld], veld, leegMag).map((pad) => ({ onderdeel: naam, veld: pad }))),
  );

const lacunes = (waarde: unknown, pad: string, leegMag: boolean): readonly string[] => {
  if (waarde === null || waarde === undefined) return [pad];
  if (typeof waarde !== 'object') return [];
  const delen = Object.entries(waarde);
  if (delen.length === 0) return leegMag ? [] : [pad];
  return delen.flatMap(([sleutel, deel]) => lacunes(deel, `${pad}.${sleutel}`, false));
};
