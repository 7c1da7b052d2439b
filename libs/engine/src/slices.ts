import { EventCatalogue } from '@regielijn/event-store';
import { DossierModule, VraagDossier, VraagTijdlijn } from '@regielijn/dossier';
import { jeugdigeCommands, jeugdigeEvents, JeugdigeModule, jeugdigeReadModel } from '@regielijn/jeugdige';
import { machtigingCommands, machtigingEvents, MachtigingModule, machtigingReadModel } from '@regielijn/machtiging';
import { MonitorModule, VraagBezetting, VraagPlaatsingen } from '@regielijn/monitor';
import { normenkaderEvents, NormenkaderModule, ToetsNorm, VraagNormtoetsen } from '@regielijn/normenkader';
import type { ReadModel } from '@regielijn/projecties';
import type { Handeling } from '@regielijn/toegang';
import { trajectCommands, trajectEvents, TrajectModule, trajectReadModel } from '@regielijn/traject';
import {
  voorzieningCommands,
  voorzieningEvents,
  VoorzieningModule,
  voorzieningReadModel,
  VraagVoorzieningen,
} from '@regielijn/voorziening';

/** Everything the slices bring. A new slice is added here and nowhere else. */
export const sliceModules = [
  VoorzieningModule,
  JeugdigeModule,
  MachtigingModule,
  TrajectModule,
  NormenkaderModule,
  DossierModule,
  MonitorModule,
];

export const commands = [
  ...voorzieningCommands,
  ...jeugdigeCommands,
  ...machtigingCommands,
  ...trajectCommands,
  ToetsNorm,
];

export const queries = [
  VraagVoorzieningen,
  VraagDossier,
  VraagTijdlijn,
  VraagNormtoetsen,
  VraagPlaatsingen,
  VraagBezetting,
];

export const readModels = [
  voorzieningReadModel,
  jeugdigeReadModel,
  machtigingReadModel,
  trajectReadModel,
] as readonly ReadModel[];

export const createCatalogue = (): EventCatalogue =>
  new EventCatalogue([
    ...voorzieningEvents,
    ...jeugdigeEvents,
    ...machtigingEvents,
    ...trajectEvents,
    ...normenkaderEvents,
  ]);

/** What the engine can be asked, for the check that the policy forgets nothing. */
export const handelingen: readonly Handeling[] = [
  ...commands.map(({ definition }) => ({ soort: 'opdracht' as const, naam: definition.naam })),
  ...queries.map(({ definition }) => ({ soort: 'vraag' as const, naam: definition.naam })),
];
