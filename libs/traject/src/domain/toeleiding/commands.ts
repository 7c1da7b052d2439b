import { defineCommand, IdSchema, invoer } from '@regielijn/kern';
import { z } from 'zod';
import { toeleidingVelden as velden } from './velden.js';

const trajectId = IdSchema;

export class MeldAanBijAanbieder extends defineCommand({
  naam: 'traject.meld-aan-bij-aanbieder',
  soort: 'feit',
  omschrijving: 'Legt vast dat bij een aanbieder om hulp of onderzoek is gevraagd.',
  schema: z.strictObject({ trajectId, ...invoer(velden.aanmelding) }),
}) {}

export class LegAntwoordAanbiederVast extends defineCommand({
  naam: 'traject.leg-antwoord-aanbieder-vast',
  soort: 'feit',
  omschrijving: 'Legt vast wat de aanbieder heeft geantwoord. Het laatste antwoord telt.',
  schema: z.strictObject({ trajectId, ...invoer(velden.antwoord) }),
}) {}

export class LegTrajectberaadVast extends defineCommand({
  naam: 'traject.leg-trajectberaad-vast',
  soort: 'feit',
  omschrijving: 'Legt een civiel trajectberaad vast, ook zonder de jeugdige of de ouders: dan met een vlag.',
  bron: 'Houtskoolschets Jeugdhulp Plus Zuidwest (2020), civiel trajectberaad in Zeeland en West-Brabant',
  schema: z.strictObject({ trajectId, ...invoer(velden.beraad) }),
}) {}

export class BeoordeelBloedspoed extends defineCommand({
  naam: 'traject.beoordeel-bloedspoed',
  soort: 'feit',
  omschrijving: 'Legt vast of er bloedspoed is, op welke gronden en wie dat heeft beoordeeld.',
  bron: 'Normenkader O4',
  schema: z.strictObject({ trajectId, ...invoer(velden.bloedspoed) }),
}) {}

export class BeoordeelPlek extends defineCommand({
  naam: 'traject.beoordeel-plek',
  soort: 'feit',
  omschrijving: 'Legt vast of een plek past bij de jeugdige, per criterium.',
  bron: 'Normenkader O2',
  schema: z.strictObject({ trajectId, ...invoer(velden.plek) }),
}) {}

export class LegVeiligheidswegingVast extends defineCommand({
  naam: 'traject.leg-veiligheidsweging-vast',
  soort: 'feit',
  omschrijving: 'Legt vast hoe is gewogen of hulp buiten de instelling veilig kan.',
  bron: 'Houtskoolschets Jeugdhulp Plus Zuidwest (2020), veiligheid bij alternatieven',
  schema: z.strictObject({ trajectId, ...invoer(velden.weging) }),
}) {}

export class StelAndereIndicatieVast extends defineCommand({
  naam: 'traject.stel-andere-indicatie-vast',
  soort: 'feit',
  omschrijving: 'Legt vast dat de jeugdige onder een andere wet hulp hoort te krijgen.',
  bron: 'Normenkader O2',
  schema: z.strictObject({ trajectId, ...invoer(velden.andereIndicatie) }),
}) {}

export class StartOverbrugging extends defineCommand({
  naam: 'traject.start-overbrugging',
  soort: 'feit',
  omschrijving: 'Legt vast welke hulp er is zolang de jeugdige op de passende hulp wacht.',
  bron: 'Normenkader B4',
  schema: z.strictObject({ trajectId, ...invoer(velden.overbrugging) }),
}) {}

export class LegRouteVast extends defineCommand({
  naam: 'traject.leg-route-voor-jhp-vast',
  soort: 'feit',
  omschrijving: 'Legt vast wat een route vóór jeugdhulpPlus heeft opgeleverd, zoals InVerbinding met een JIM.',
  schema: z.strictObject({ trajectId, ...invoer(velden.route) }),
}) {}

export class KiesVariant extends defineCommand({
  naam: 'traject.kies-variant',
  soort: 'besluit',
  omschrijving:
    'Legt na de triage de keuze vast. Wie een lichtere variant die past niet kiest, geeft daarvoor een reden.',
  bron: 'Normenkader B1',
  schema: z.strictObject({ trajectId, ...invoer(velden.variantkeuze) }),
}) {}

/** Need the rules of the triage, or a voorziening, beside the traject itself. */
export type MetTriageCommand = BeoordeelPlek | LegRouteVast | KiesVariant;

export type ToeleidingCommand =
  | MeldAanBijAanbieder
  | LegAntwoordAanbiederVast
  | LegTrajectberaadVast
  | BeoordeelBloedspoed
  | LegVeiligheidswegingVast
  | StelAndereIndicatieVast
  | StartOverbrugging
  | MetTriageCommand;

/** Those that need nothing but the traject itself. */
export const toeleidingCommands = [
  MeldAanBijAanbieder,
  LegAntwoordAanbiederVast,
  LegTrajectberaadVast,
  BeoordeelBloedspoed,
  LegVeiligheidswegingVast,
  StelAndereIndicatieVast,
  StartOverbrugging,
];
