import type { Route } from '@regielijn/poort';
import {
  BeeindigVariant,
  BeoordeelBloedspoed,
  BeoordeelPlek,
  KiesVariant,
  LegAntwoordAanbiederVast,
  LegRouteVast,
  LegTrajectberaadVast,
  LegVeiligheidswegingVast,
  MeldAanBijAanbieder,
  StartOverbrugging,
  StartVariant,
  StelAndereIndicatieVast,
  TrekAanmeldingIn,
} from '../domain/commands.js';
import { nieuwAanmeldingId } from '../domain/toeleiding/decide.js';
import { TriageAdviesSchema, VraagTriage } from '../read-model/triage.query.js';

const een = 'trajecten/:trajectId';

/** Everything before an opname, and what comes instead of one. */
export const toeleidingRoutes: readonly Route[] = [
  { pad: 'triage-adviezen', vraag: VraagTriage, antwoord: TriageAdviesSchema, inInhoud: true },
  { pad: `${een}/aanmeldingen`, opdracht: MeldAanBijAanbieder, nieuwId: nieuwAanmeldingId },
  { pad: `${een}/aanmeldingen/:aanmeldingId/antwoorden`, opdracht: LegAntwoordAanbiederVast },
  { pad: `${een}/trajectberaden`, opdracht: LegTrajectberaadVast },
  { pad: `${een}/bloedspoedbeoordelingen`, opdracht: BeoordeelBloedspoed },
  { pad: `${een}/plekbeoordelingen`, opdracht: BeoordeelPlek },
  { pad: `${een}/veiligheidswegingen`, opdracht: LegVeiligheidswegingVast },
  { pad: `${een}/andere-indicaties`, opdracht: StelAndereIndicatieVast },
  { pad: `${een}/overbruggingen`, opdracht: StartOverbrugging },
  { pad: `${een}/routes-voor-jhp`, opdracht: LegRouteVast },
  { pad: `${een}/variantkeuzes`, opdracht: KiesVariant },
  { pad: `${een}/varianten`, opdracht: StartVariant },
  { pad: `${een}/einde-variant`, opdracht: BeeindigVariant },
  { pad: `${een}/ingetrokken-aanmelding`, opdracht: TrekAanmeldingIn },
];
