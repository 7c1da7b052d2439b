import { EventCatalogue } from '@regielijn/event-store';
import {
  documentCommands,
  DocumentenModule,
  documentEvents,
  documentReadModel,
  VraagDocumenten,
  VraagInhoud,
} from '@regielijn/documenten';
import { DossierModule, VraagDossier, VraagDossiers, VraagTijdlijn } from '@regielijn/dossier';
import {
  jeugdigeCommands,
  jeugdigeEvents,
  JeugdigeModule,
  jeugdigeReadModel,
  jeugdigeUpcasters,
  VraagBesluit,
} from '@regielijn/jeugdige';
import {
  KwartaalreviewModule,
  reviewCommands,
  reviewEvents,
  reviewReadModel,
  VraagBesprekingen,
  VraagKwartaalreviews,
  VraagPakket,
  VraagReviewacties,
} from '@regielijn/kwartaalreview';
import {
  machtigingCommands,
  machtigingEvents,
  MachtigingModule,
  machtigingReadModel,
  machtigingUpcasters,
} from '@regielijn/machtiging';
import { MonitorModule, VraagBezetting, VraagPlaatsingen } from '@regielijn/monitor';
import {
  normenkaderCommands,
  normenkaderEvents,
  normenkaderUpcasters,
  NormenkaderModule,
  normtoetsReadModel,
  VraagNormafwijkingen,
  VraagNormtoetsen,
  VraagTrajectafwijkingen,
} from '@regielijn/normenkader';
import type { ReadModel } from '@regielijn/projecties';
import type { Handeling } from '@regielijn/toegang';
import {
  trajectCommands,
  trajectEvents,
  TrajectModule,
  trajectReadModel,
  trajectUpcasters,
  VraagTriage,
} from '@regielijn/traject';
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
  DocumentenModule,
  TrajectModule,
  NormenkaderModule,
  KwartaalreviewModule,
  DossierModule,
  MonitorModule,
];

export const commands = [
  ...voorzieningCommands,
  ...jeugdigeCommands,
  ...machtigingCommands,
  ...documentCommands,
  ...trajectCommands,
  ...normenkaderCommands,
  ...reviewCommands,
];

export const queries = [
  VraagVoorzieningen,
  VraagTriage,
  VraagDossier,
  VraagDossiers,
  VraagTijdlijn,
  VraagBesluit,
  VraagDocumenten,
  VraagInhoud,
  VraagNormtoetsen,
  VraagNormafwijkingen,
  VraagTrajectafwijkingen,
  VraagKwartaalreviews,
  VraagPakket,
  VraagReviewacties,
  VraagBesprekingen,
  VraagPlaatsingen,
  VraagBezetting,
];

export const readModels = [
  voorzieningReadModel,
  jeugdigeReadModel,
  machtigingReadModel,
  documentReadModel,
  trajectReadModel,
  normtoetsReadModel,
  reviewReadModel,
] as readonly ReadModel[];

export const createCatalogue = (): EventCatalogue =>
  new EventCatalogue(
    [
      ...voorzieningEvents,
      ...jeugdigeEvents,
      ...machtigingEvents,
      ...documentEvents,
      ...trajectEvents,
      ...normenkaderEvents,
      ...reviewEvents,
    ],
    [...jeugdigeUpcasters, ...machtigingUpcasters, ...trajectUpcasters, ...normenkaderUpcasters],
  );

/** What the engine can be asked, for the check that the policy forgets nothing. */
export const handelingen: readonly Handeling[] = [
  ...commands.map(({ definition }) => ({ soort: 'opdracht' as const, naam: definition.naam })),
  ...queries.map(({ definition }) => ({ soort: 'vraag' as const, naam: definition.naam })),
];
