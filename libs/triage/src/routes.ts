import { type Datum, uniek } from '@regielijn/kern';
import { alle, type Uitkomst } from './kleene.js';
import { type Feiten, oordeel } from './toets.js';
import type { Route, TriageVersie } from './triage-regels.js';
import { geldtBij, type Lezingen } from './variant.js';

/** A route to try or consider before JeugdhulpPlus. `status` is null where the region does not have it on that day. */
export interface RouteOordeel {
  readonly id: string;
  readonly naam: string;
  readonly geldt: Uitkomst;
  readonly status: Gebied['status'] | null;
  readonly ontbreekt: readonly string[];
  readonly toelichting: string;
  readonly bron: readonly string[];
}

type Gebied = Route['gebieden'][number];

/** Every route with whether it is there for this jeugdige, in this region, on this day. */
export const routesVan = (
  { routes }: TriageVersie,
  feiten: Feiten,
  lezingen: Lezingen,
  { regio, datum }: { readonly regio: string | null; readonly datum: Datum },
): readonly RouteOordeel[] =>
  routes.map(({ id, naam, toelichting, bron, voorwaarden, gebieden }) => {
    const opDeDag = gebieden.filter((gebied) => geldtOp(gebied, datum));
    const gebied = opDeDag.find(({ regios }) => regios === null || (regio !== null && regios.includes(regio)));
    const regioTelt = !gebied && regio === null && opDeDag.length > 0;
    const delen = voorwaarden.filter(geldtBij(lezingen)).map(({ toets }) => oordeel(toets, feiten));
    const hier = gebied ? zekerheid[gebied.status] : regioTelt ? 'onbekend' : 'nee';
    const geldt = alle([hier, ...delen.map(({ uitkomst }) => uitkomst)]);
    const open = delen.filter(({ uitkomst }) => uitkomst === 'onbekend').flatMap(({ beslissers }) => beslissers);
    return {
      ...{ id, naam, geldt, toelichting },
      status: gebied?.status ?? null,
      ontbreekt: geldt === 'onbekend' ? uniek([...(regioTelt ? ['regio'] : []), ...open]) : [],
      bron: uniek(gebied ? [bron, gebied.bron] : [bron]),
    };
  });

/** What is only planned, or only an idea, may be there or not. */
const zekerheid: Readonly<Record<Gebied['status'], Uitkomst>> = {
  in_gebruik: 'ja',
  voorgenomen: 'onbekend',
  concept: 'onbekend',
};

const geldtOp = ({ geldigVanaf, geldigTot }: Gebied, datum: Datum): boolean =>
  (geldigVanaf === null || geldigVanaf <= datum) && (geldigTot === null || datum < geldigTot);
