import {
  type Beslissers,
  type Instant,
  type JsonObject,
  ongeldig,
  type Past,
  type CodedError,
  volgorde,
  weiger,
} from '@regielijn/kern';
import type { Traject } from '../state.js';
import type {
  EvalueerPlan,
  LegPlanbezwaarVast,
  LegPlaninstemmingVast,
  PlannenCommand,
  StelPlanVast,
  StelVeiligheidsplanVast,
} from './commands.js';
import { ONDERDELEN, type PlannenEvent, plannenFeiten as feit } from './events.js';
import { versieMet } from './state.js';

const stelPlanVast = ({ data, context }: StelPlanVast, { jeugdigeId, plannen }: Traject): readonly PlannenEvent[] => {
  const { versie } = data;
  const vastgesteldOp = versieMet(plannen, versie)?.vastgesteldOp ?? null;
  if (vastgesteldOp === context.geldigOp) return [];
  if (vastgesteldOp !== null)
    throw weiger(
      'PLANVERSIE_BESTAAT_AL',
      `Versie ${versie} van dit plan is al vastgesteld. Kies een volgend nummer, of corrigeer de versie die er staat.`,
      { versie },
    );
  return [feit.planVastgesteld.of({ jeugdigeId, ...data })];
};

const onbekendeVersie = (versie: number): CodedError =>
  weiger('PLANVERSIE_ONBEKEND', `Versie ${versie} van dit plan is niet bekend. Leg die eerst vast.`, { versie });

const geefStandpunt = (
  command: LegPlaninstemmingVast | LegPlanbezwaarVast,
  { jeugdigeId, plannen }: Traject,
): readonly PlannenEvent[] => {
  const { versie, door } = command.data;
  const bekend = versieMet(plannen, versie);
  if (!bekend) throw onbekendeVersie(versie);
  if (command.naam === 'traject.leg-planbezwaar-vast')
    return [feit.planBezwaarGemaakt.of({ jeugdigeId, ...command.data })];
  return bekend.standpunten[door] === 'instemming'
    ? []
    : [feit.planInstemmingGegeven.of({ jeugdigeId, ...command.data })];
};

const evalueer = ({ data, context }: EvalueerPlan, { jeugdigeId, plannen }: Traject): readonly PlannenEvent[] => {
  const { versie } = data;
  const vastgesteldOp = versieMet(plannen, versie)?.vastgesteldOp ?? null;
  if (vastgesteldOp === null) throw onbekendeVersie(versie);
  volgorde(vastgesteldOp, context.geldigOp, 'de vaststelling van het plan');
  const isBekend = plannen.evaluaties.some(
    (ander) => ander.versie === versie && ander.geevalueerdOp === context.geldigOp,
  );
  return isBekend ? [] : [feit.planGeevalueerd.of({ jeugdigeId, ...data, nr: plannen.evaluaties.length + 1 })];
};

type Delen = Pick<StelVeiligheidsplanVast['data'], (typeof ONDERDELEN)[number]>;

const onderdelenVan = (delen: Delen): (typeof ONDERDELEN)[number][] =>
  ONDERDELEN.filter((deel) => delen[deel] !== null);

const stelVeiligheidsplanVast = (
  { data }: StelVeiligheidsplanVast,
  { jeugdigeId }: Traject,
): readonly PlannenEvent[] => {
  const onderdelen = onderdelenVan(data);
  if (onderdelen.length === 0)
    throw ongeldig('VEILIGHEIDSPLAN_LEEG', 'Vul ten minste één onderdeel van het veiligheidsplan in.');
  return [feit.veiligheidsplanVastgesteld.of({ jeugdigeId, ...data, onderdelen })];
};

export const plannenBesluiten: Beslissers<PlannenCommand, Traject, PlannenEvent, unknown> = {
  'traject.stel-perspectief-vast': ({ data }, { jeugdigeId }) => [
    feit.perspectiefVastgesteld.of({ jeugdigeId, ...data }),
  ],
  'traject.stel-plan-vast': stelPlanVast,
  'traject.leg-planbespreking-vast': ({ data }, { jeugdigeId }) => [feit.planBesproken.of({ jeugdigeId, ...data })],
  'traject.leg-planinstemming-vast': geefStandpunt,
  'traject.leg-planbezwaar-vast': geefStandpunt,
  'traject.evalueer-plan': evalueer,
  'traject.stel-veiligheidsplan-vast': stelVeiligheidsplanVast,
};

/** The fields of a fact about a plan that follow from its other fields, or from the facts before it. */
export const plannenVolgt = (feit: Past<PlannenEvent>, { plannen }: Traject): JsonObject | null => {
  if (feit.type === 'traject.veiligheidsplan-vastgesteld@1') return { onderdelen: onderdelenVan(feit.data) };
  if (feit.type === 'traject.plan-geevalueerd@1') return { nr: plannen.evaluaties.length + 1 };
  return null;
};

/** The earliest moment at which this fact can have happened; null: any. */
export const plannenNietVoor = (feit: Past<PlannenEvent>, { plannen }: Traject): Instant | null =>
  feit.type === 'traject.plan-geevalueerd@1' ? (versieMet(plannen, feit.data.versie)?.vastgesteldOp ?? null) : null;
