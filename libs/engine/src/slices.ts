import {
  bewakingCommands,
  bewakingEvents,
  BewakingModule,
  bewakingReadModel,
  grootboek,
  VraagKlokcontrole,
  VraagTermijnen,
} from '@regielijn/bewaking';
import {
  berichtCommands,
  BerichtenModule,
  berichtEvents,
  berichtReadModel,
  VraagBerichten,
  VraagMijnBerichten,
} from '@regielijn/berichten';
import { EventCatalogue } from '@regielijn/event-store';
import {
  documentCommands,
  DocumentenModule,
  documentEvents,
  documentReadModel,
  VraagDocumenten,
  VraagInhoud,
} from '@regielijn/documenten';
import { BiedAanVolgensRegel, DossierModule, VraagDossier, VraagDossiers, VraagTijdlijn } from '@regielijn/dossier';
import {
  jeugdigeBewaking,
  jeugdigeCommands,
  jeugdigeEvents,
  JeugdigeModule,
  jeugdigeReadModel,
  jeugdigeUpcasters,
  VraagBesluit,
  ZoekOpBsn,
} from '@regielijn/jeugdige';
import {
  KwartaalreviewModule,
  reviewBewaking,
  reviewCommands,
  reviewEvents,
  reviewReadModel,
  VraagBesprekingen,
  VraagKwartaalreviews,
  VraagPakket,
  VraagReviewacties,
} from '@regielijn/kwartaalreview';
import {
  machtigingBewaking,
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
  normtoetsBewaking,
  normtoetsReadModel,
  VraagNormafwijkingen,
  VraagNormtoetsen,
  VraagTrajectafwijkingen,
} from '@regielijn/normenkader';
import {
  opschalingBewaking,
  opschalingCommands,
  opschalingEvents,
  OpschalingModule,
  opschalingReadModel,
  VraagOpschalingen,
  VraagOpschalingverloop,
} from '@regielijn/opschaling';
import type { ReadModel } from '@regielijn/projecties';
import type { Bewaking, Bewakingsregels } from '@regielijn/termijnen';
import {
  terugkeerBewaking,
  terugkeerCommands,
  terugkeerEvents,
  TerugkeerModule,
  terugkeerReadModel,
  VraagTerugkeeroverzicht,
  VraagTerugkeerverloop,
  VraagTerugkeren,
} from '@regielijn/terugkeer';
import type { Handeling } from '@regielijn/toegang';
import {
  trajectBewaking,
  trajectCommands,
  trajectEvents,
  TrajectModule,
  trajectReadModel,
  trajectUpcasters,
  VraagTriage,
} from '@regielijn/traject';
import {
  voorzieningBewaking,
  voorzieningCommands,
  voorzieningEvents,
  VoorzieningModule,
  voorzieningReadModel,
  VraagVoorzieningen,
} from '@regielijn/voorziening';
import { VraagWerklijst, WerklijstModule } from '@regielijn/werklijst';

/** Everything the slices bring. A new slice is added here and nowhere else. */
export const sliceModules = [
  VoorzieningModule,
  JeugdigeModule,
  MachtigingModule,
  DocumentenModule,
  OpschalingModule,
  TrajectModule,
  NormenkaderModule,
  TerugkeerModule,
  KwartaalreviewModule,
  DossierModule,
  MonitorModule,
  WerklijstModule,
  BewakingModule,
  BerichtenModule,
];

export const commands = [
  ...voorzieningCommands,
  ...jeugdigeCommands,
  ...machtigingCommands,
  ...documentCommands,
  ...opschalingCommands,
  ...trajectCommands,
  ...normenkaderCommands,
  ...terugkeerCommands,
  ...reviewCommands,
  ...bewakingCommands,
  BiedAanVolgensRegel,
  ...berichtCommands,
];

export const queries = [
  VraagVoorzieningen,
  VraagTriage,
  VraagDossier,
  VraagDossiers,
  VraagTijdlijn,
  VraagBesluit,
  ZoekOpBsn,
  VraagDocumenten,
  VraagInhoud,
  VraagOpschalingen,
  VraagOpschalingverloop,
  VraagNormtoetsen,
  VraagNormafwijkingen,
  VraagTrajectafwijkingen,
  VraagTerugkeren,
  VraagTerugkeeroverzicht,
  VraagTerugkeerverloop,
  VraagKwartaalreviews,
  VraagPakket,
  VraagReviewacties,
  VraagBesprekingen,
  VraagPlaatsingen,
  VraagBezetting,
  VraagTermijnen,
  VraagKlokcontrole,
  VraagBerichten,
  VraagMijnBerichten,
  VraagWerklijst,
];

export const readModels = [
  voorzieningReadModel,
  jeugdigeReadModel,
  machtigingReadModel,
  documentReadModel,
  opschalingReadModel,
  trajectReadModel,
  normtoetsReadModel,
  terugkeerReadModel,
  reviewReadModel,
  bewakingReadModel,
  berichtReadModel,
] as readonly ReadModel[];

/** Which terms each slice has. */
export const bewakingen = [
  machtigingBewaking,
  jeugdigeBewaking,
  opschalingBewaking,
  trajectBewaking,
  normtoetsBewaking,
  terugkeerBewaking,
  voorzieningBewaking,
  reviewBewaking,
] as readonly Bewaking[];

/** All read models, with the ledger of terms by the rules of now. */
export const readModelsBij = (regels: Bewakingsregels): readonly ReadModel[] => [
  ...readModels,
  grootboek(bewakingen, regels) as unknown as ReadModel,
];

export const createCatalogue = (): EventCatalogue =>
  new EventCatalogue(
    [
      ...voorzieningEvents,
      ...jeugdigeEvents,
      ...machtigingEvents,
      ...documentEvents,
      ...opschalingEvents,
      ...trajectEvents,
      ...normenkaderEvents,
      ...terugkeerEvents,
      ...reviewEvents,
      ...bewakingEvents,
      ...berichtEvents,
    ],
    [...jeugdigeUpcasters, ...machtigingUpcasters, ...trajectUpcasters, ...normenkaderUpcasters],
  );

/** What may be followed as it changes: the kinds of streams that there is a read model of. */
export const wijzigingsoorten: readonly string[] = [...new Set(readModels.flatMap(({ categories }) => categories))];

/** What the engine can be asked, for the check that the policy forgets nothing. */
export const handelingen: readonly Handeling[] = [
  ...commands.map(({ definition }) => ({ soort: 'opdracht' as const, naam: definition.naam })),
  ...queries.map(({ definition }) => ({ soort: 'vraag' as const, naam: definition.naam })),
  ...wijzigingsoorten.map((soort) => ({ soort: 'vraag' as const, naam: `wijziging.${soort}` })),
];
