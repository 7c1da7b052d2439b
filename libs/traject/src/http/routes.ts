import { controllerFor } from '@regielijn/poort';
import {
  EindigNaOnttrekking,
  LegLokalePartnerVast,
  MeldAan,
  MeldOnttrekking,
  MeldTerugkeer,
  MeldUitstroom,
  PlaatsOver,
  SluitTrajectAf,
  StartOpname,
  StelNazorgplanVast,
  trajectCorrectieCommands,
  WijsPlekToe,
} from '../domain/commands.js';
import { nieuwTrajectId } from '../domain/decide.js';
import { plannenRoutes } from './plannen-routes.js';
import { toeleidingRoutes } from './toeleiding-routes.js';
import { uitstroomRoutes, zorgRoutes } from './zorg-routes.js';

const een = 'trajecten/:trajectId';

export const TrajectController = controllerFor('trajecten', [
  { pad: 'trajecten', opdracht: MeldAan, nieuwId: nieuwTrajectId },
  ...toeleidingRoutes,
  ...plannenRoutes,
  ...zorgRoutes,
  ...uitstroomRoutes,
  { pad: `${een}/toewijzing`, opdracht: WijsPlekToe },
  { pad: `${een}/opname`, opdracht: StartOpname },
  { pad: `${een}/overplaatsingen`, opdracht: PlaatsOver },
  { pad: `${een}/onttrekkingen`, opdracht: MeldOnttrekking },
  { pad: `${een}/terugkeer`, opdracht: MeldTerugkeer },
  { pad: `${een}/einde-na-onttrekking`, opdracht: EindigNaOnttrekking },
  { pad: `${een}/uitstroom`, opdracht: MeldUitstroom },
  { pad: `${een}/nazorgplan`, opdracht: StelNazorgplanVast },
  { pad: `${een}/lokale-partners`, opdracht: LegLokalePartnerVast },
  { pad: `${een}/afsluiting`, opdracht: SluitTrajectAf },
  { pad: `${een}/correcties`, opdracht: trajectCorrectieCommands.Corrigeer },
  { pad: `${een}/intrekkingen`, opdracht: trajectCorrectieCommands.TrekFeitIn },
]);
