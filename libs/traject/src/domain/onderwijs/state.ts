import { type Datum, datumVan, type Instant, plusDagen, type Vouwers } from '@regielijn/kern';
import type { Traject } from '../state.js';
import type { OnderwijsEvent } from './events.js';

type Data<T extends OnderwijsEvent['type']> = Extract<OnderwijsEvent, { type: T }>['data'];

/** Onderwijs or dagbesteding in one form; `tot` null: it goes on. */
export interface Onderwijsperiode extends Omit<
  Data<'traject.onderwijs-gestart@1'>,
  'trajectId' | 'jeugdigeId' | 'redenNiveau'
> {
  readonly vanaf: Instant;
  readonly tot: Instant | null;
}

export interface Onderwijs {
  /** What was followed before help began; null: nobody told. */
  readonly vooraf: Pick<Data<'traject.onderwijs-vooraf-vastgelegd@1'>, 'niveau' | 'school'> | null;
  readonly perioden: readonly Onderwijsperiode[];
  readonly uitgeschreven: { readonly op: Instant; readonly nieuweInschrijving: boolean } | null;
  readonly dagprogramma: { readonly op: Instant; readonly plan: boolean; readonly dagprogramma: boolean } | null;
  readonly oppAfgestemd: { readonly op: Instant; readonly school: string; readonly versie: number } | null;
}

export const geenOnderwijs: Onderwijs = {
  vooraf: null,
  perioden: [],
  uitgeschreven: null,
  dagprogramma: null,
  oppAfgestemd: null,
};

/** What goes on now; undefined: nothing. */
export const lopendOnderwijs = ({ perioden }: Onderwijs): Onderwijsperiode | undefined =>
  perioden.find(({ tot }) => tot === null);

const gestopt = (perioden: readonly Onderwijsperiode[], op: Instant): readonly Onderwijsperiode[] =>
  perioden.map((periode) => (periode.tot === null ? { ...periode, tot: op } : periode));

export const onderwijsVouwers: Vouwers<OnderwijsEvent, Onderwijs> = {
  'traject.onderwijs-vooraf-vastgelegd@1': (onderwijs, { data: { niveau, school } }) => ({
    ...onderwijs,
    vooraf: { niveau, school },
  }),
  'traject.onderwijs-gestart@1': (onderwijs, { data: { vorm, niveau, school }, geldigOp }) => ({
    ...onderwijs,
    perioden: [...gestopt(onderwijs.perioden, geldigOp), { vorm, niveau, school, vanaf: geldigOp, tot: null }],
  }),
  'traject.onderwijs-gestopt@1': (onderwijs, { geldigOp }) =>
    lopendOnderwijs(onderwijs) ? { ...onderwijs, perioden: gestopt(onderwijs.perioden, geldigOp) } : onderwijs,
  'traject.school-van-herkomst-uitgeschreven@1': (onderwijs, { data: { nieuweInschrijving }, geldigOp }) => ({
    ...onderwijs,
    uitgeschreven: { op: geldigOp, nieuweInschrijving },
  }),
  'traject.dagprogramma-vastgesteld@1': (onderwijs, { data: { plan, dagprogramma }, geldigOp }) => ({
    ...onderwijs,
    dagprogramma: { op: geldigOp, plan, dagprogramma },
  }),
  'traject.opp-afgestemd@1': (onderwijs, { data: { school, versie }, geldigOp }) => ({
    ...onderwijs,
    oppAfgestemd: { op: geldigOp, school, versie },
  }),
};

/** When help began: the opname, or help without one; null: not yet. */
const beginVanHulp = (traject: Traject): Instant | null => {
  if ('opnameOp' in traject) return traject.opnameOp;
  return 'hulp' in traject ? traject.hulp.vanaf : null;
};

/**
 * Calendar days without onderwijs from the day on which help began until this day or the end of the help, whichever is
 * first; that last day itself does not count. Dagbesteding is no onderwijs. null: help has not begun.
 */
export const dagenZonderOnderwijs = (traject: Traject, op: Datum): number | null => {
  const begin = beginVanHulp(traject);
  if (begin === null) return null;
  const einde = 'eindeOp' in traject && datumVan(traject.eindeOp) < op ? datumVan(traject.eindeOp) : op;
  const perioden = traject.onderwijs.perioden
    .filter(({ vorm }) => vorm === 'onderwijs')
    .map(({ vanaf, tot }) => ({ van: datumVan(vanaf), tot: tot === null ? null : datumVan(tot) }));
  let zonder = 0;
  for (let dag = datumVan(begin); dag < einde; dag = plusDagen(dag, 1))
    if (!perioden.some(({ van, tot }) => van <= dag && (tot === null || dag < tot))) zonder += 1;
  return zonder;
};
