import type { Route } from '@regielijn/poort';
import {
  EvalueerPlan,
  LegPlanbesprekingVast,
  LegPlanbezwaarVast,
  LegPlaninstemmingVast,
  LegOnderwijsVoorafVast,
  LegUitschrijvingSchoolVast,
  StartOnderwijs,
  StelDagprogrammaVast,
  StelPerspectiefVast,
  StelPlanVast,
  StelVeiligheidsplanVast,
  StemOppAf,
  StopOnderwijs,
} from '../domain/commands.js';

const een = 'trajecten/:trajectId';

export const plannenRoutes: readonly Route[] = [
  { pad: `${een}/perspectieven`, opdracht: StelPerspectiefVast },
  { pad: `${een}/plannen`, opdracht: StelPlanVast },
  { pad: `${een}/planbesprekingen`, opdracht: LegPlanbesprekingVast },
  { pad: `${een}/planinstemmingen`, opdracht: LegPlaninstemmingVast },
  { pad: `${een}/planbezwaren`, opdracht: LegPlanbezwaarVast },
  { pad: `${een}/planevaluaties`, opdracht: EvalueerPlan },
  { pad: `${een}/veiligheidsplannen`, opdracht: StelVeiligheidsplanVast },
  { pad: `${een}/onderwijs-vooraf`, opdracht: LegOnderwijsVoorafVast },
  { pad: `${een}/onderwijs`, opdracht: StartOnderwijs },
  { pad: `${een}/einde-onderwijs`, opdracht: StopOnderwijs },
  { pad: `${een}/uitschrijving-school-van-herkomst`, opdracht: LegUitschrijvingSchoolVast },
  { pad: `${een}/dagprogrammas`, opdracht: StelDagprogrammaVast },
  { pad: `${een}/afgestemde-opps`, opdracht: StemOppAf },
];
