import type { Instant } from '@regielijn/kern';
import type { RegieSoort } from './events.js';
import { opTijd, type Regie, type Regielijn, type Regieperiode } from './state.js';

/** Who holds a regie at this moment. Before registration nobody does; the first holder answers for that too. */
const op = (lijn: Regielijn, moment: Instant): Regieperiode => lijn.findLast(({ vanaf }) => vanaf <= moment) ?? lijn[0];

export const casusregieOp = ({ casusregie }: Regie, moment: Instant): Regieperiode => op(casusregie, moment);

/** Who holds casusregie now. */
export const casusregieNu = ({ casusregie }: Regie): Regieperiode => casusregie.at(-1)!;

/** Who holds systeemregie now; a return of casusregie goes there. */
export const systeemregieNu = ({ systeemregie }: Regie): Regieperiode => systeemregie.at(-1)!;

/** Changes of worker in the order in which they happened. */
export const wisselsVan = ({ medewerkerwissels }: Regie, soort: RegieSoort) =>
  medewerkerwissels.filter(({ regie }) => regie === soort).sort(opTijd(({ vanaf }) => vanaf));

/** Holder and worker since when: each holder's period, divided where another worker took over or left. */
export const metMedewerkers = (regie: Regie, soort: 'casusregie' | 'systeemregie'): Regielijn => {
  const houders = regie[soort];
  const wissels = wisselsVan(regie, soort);
  const [eerste, ...rest] = houders.flatMap((periode, index) => {
    const tot = houders[index + 1]?.vanaf;
    const binnen = wissels.filter(({ vanaf }) => periode.vanaf <= vanaf && (tot === undefined || vanaf < tot));
    return [periode, ...binnen.map(({ medewerker, vanaf }) => ({ houder: periode.houder, medewerker, vanaf }))];
  });
  return [eerste!, ...rest];
};

/** Who of the holder carries it at this moment; null when nobody is named. */
export const medewerkerOp = (regie: Regie, soort: 'casusregie' | 'systeemregie', moment: Instant): string | null =>
  op(metMedewerkers(regie, soort), moment).medewerker;

/** Since when nobody is named who carries this regie; null when somebody is. */
export const zonderMedewerkerSinds = (lijn: Regielijn): Instant | null =>
  lijn.at(-1)!.medewerker !== null
    ? null
    : lijn.slice(lijn.findLastIndex(({ medewerker }) => medewerker !== null) + 1)[0]!.vanaf;

/**
 * How often one named worker of a holder followed another. A time without anybody in between does not add to it, and a
 * new holder always brings its own.
 */
export const aantalWisselingen = (
  lijn: readonly { readonly houder: { readonly organisatie: string }; readonly medewerker: string | null }[],
): number => {
  const benoemd = lijn.filter(({ medewerker }) => medewerker !== null);
  return benoemd.filter((periode, index) => {
    const vorige = benoemd[index - 1];
    return vorige?.houder.organisatie === periode.houder.organisatie && vorige.medewerker !== periode.medewerker;
  }).length;
};

/** The same jeugdige as somebody who belongs where that was at this moment; before registration, where it began. */
export const metWoonplaatsOp = <R extends Regie>(regie: R, moment: Instant): R => {
  const { woonplaatsen } = regie;
  const { gemeentecode, regio } = woonplaatsen.findLast(({ vanaf }) => vanaf <= moment) ?? woonplaatsen[0]!;
  return { ...regie, gemeentecode, regio };
};
