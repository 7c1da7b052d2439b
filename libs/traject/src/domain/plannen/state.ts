import type { Instant, Levensgebied, Vouwers } from '@regielijn/kern';
import type { PlannenEvent } from './events.js';

type Data<T extends PlannenEvent['type']> = Extract<PlannenEvent, { type: T }>['data'];
type Door = Data<'traject.plan-instemming-gegeven@1'>['door'];

/** One version of the hulpverleningsplan. It may be discussed before it is vastgesteld. */
export interface Planversie {
  readonly versie: number;
  readonly vastgesteldOp: Instant | null;
  readonly besprokenOp: Instant | null;
  /** Who agrees and who objects; what somebody said last counts. */
  readonly standpunten: Readonly<Partial<Record<Door, 'instemming' | 'bezwaar'>>>;
}

export interface Plannen {
  /** When the perspectief on a levensgebied was first there. */
  readonly perspectieven: Readonly<Partial<Record<Levensgebied, Instant>>>;
  readonly versies: readonly Planversie[];
  readonly evaluaties: readonly { readonly versie: number; readonly geevalueerdOp: Instant }[];
  /** The last one. */
  readonly veiligheidsplan: {
    readonly vastgesteldOp: Instant;
    readonly onderdelen: Data<'traject.veiligheidsplan-vastgesteld@1'>['onderdelen'];
  } | null;
}

export const geenPlannen: Plannen = { perspectieven: {}, versies: [], evaluaties: [], veiligheidsplan: null };

export const versieMet = ({ versies }: Plannen, versie: number): Planversie | undefined =>
  versies.find((bekend) => bekend.versie === versie);

const metVersie = (plannen: Plannen, versie: number, wijziging: Partial<Planversie>): Plannen => {
  const nieuw = { versie, vastgesteldOp: null, besprokenOp: null, standpunten: {} };
  const andere = plannen.versies.filter((bekend) => bekend.versie !== versie);
  const versies = [...andere, { ...(versieMet(plannen, versie) ?? nieuw), ...wijziging }];
  return { ...plannen, versies: versies.sort((a, b) => a.versie - b.versie) };
};

/** A standpunt about a version that nobody knows changes nothing. */
const metStandpunt = (
  plannen: Plannen,
  { versie, door }: { versie: number; door: Door },
  standpunt: 'instemming' | 'bezwaar',
): Plannen => {
  const bekend = versieMet(plannen, versie);
  return bekend ? metVersie(plannen, versie, { standpunten: { ...bekend.standpunten, [door]: standpunt } }) : plannen;
};

export const plannenVouwers: Vouwers<PlannenEvent, Plannen> = {
  'traject.perspectief-vastgesteld@1': (plannen, { data: { levensgebied }, geldigOp }) => {
    const eerder = plannen.perspectieven[levensgebied] ?? geldigOp;
    return {
      ...plannen,
      perspectieven: { ...plannen.perspectieven, [levensgebied]: eerder < geldigOp ? eerder : geldigOp },
    };
  },
  'traject.plan-vastgesteld@1': (plannen, { data, geldigOp }) =>
    metVersie(plannen, data.versie, { vastgesteldOp: geldigOp }),
  'traject.plan-besproken@1': (plannen, { data, geldigOp }) =>
    metVersie(plannen, data.versie, { besprokenOp: geldigOp }),
  'traject.plan-instemming-gegeven@1': (plannen, { data }) => metStandpunt(plannen, data, 'instemming'),
  'traject.plan-bezwaar-gemaakt@1': (plannen, { data }) => metStandpunt(plannen, data, 'bezwaar'),
  'traject.plan-geevalueerd@1': (plannen, { data: { versie }, geldigOp }) =>
    // A version that was never vastgesteld cannot have been evaluated.
    (versieMet(plannen, versie)?.vastgesteldOp ?? null) === null
      ? plannen
      : { ...plannen, evaluaties: [...plannen.evaluaties, { versie, geevalueerdOp: geldigOp }] },
  'traject.veiligheidsplan-vastgesteld@1': (plannen, { data: { onderdelen }, geldigOp }) => ({
    ...plannen,
    veiligheidsplan: { vastgesteldOp: geldigOp, onderdelen },
  }),
};
