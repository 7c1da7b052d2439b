import { defineCommand, IdSchema, invoer } from '@regielijn/kern';
import { z } from 'zod';
import { andereWet, antwoord, gereedheid, vraag, vraagId, woonsituatie } from './velden.js';

const trajectId = IdSchema;

export class MeldKlaarVoorUitstroom extends defineCommand({
  naam: 'traject.meld-klaar-voor-uitstroom',
  soort: 'feit',
  omschrijving: 'Legt vast dat de jeugdige klaar is voor uitstroom en op een vervolgplek wacht.',
  schema: z.strictObject({ trajectId, ...invoer(gereedheid) }),
}) {}

export class VraagVervolgplek extends defineCommand({
  naam: 'traject.vraag-vervolgplek',
  soort: 'feit',
  omschrijving: 'Legt vast dat bij een aanbieder een vervolgplek is gevraagd.',
  schema: z.strictObject({ trajectId, ...invoer(vraag) }),
}) {}

export class LegAntwoordVervolgplekVast extends defineCommand({
  naam: 'traject.leg-antwoord-vervolgplek-vast',
  soort: 'feit',
  omschrijving: 'Legt vast wat een aanbieder antwoordde op de vraag naar een vervolgplek.',
  schema: z.strictObject({ trajectId, vraagId, ...invoer(antwoord) }),
}) {}

export class LegAndereWetVast extends defineCommand({
  naam: 'traject.leg-andere-wet-vast',
  soort: 'feit',
  omschrijving: 'Legt vast dat zorg uit een andere wet is aangevraagd, of wat daarop is beslist.',
  schema: z.strictObject({ trajectId, ...invoer(andereWet) }),
}) {}

export class LegWoonsituatieVast extends defineCommand({
  naam: 'traject.leg-woonsituatie-vast',
  soort: 'feit',
  omschrijving: 'Legt vast waar de jeugdige een jaar na de opname woont.',
  schema: z.strictObject({ trajectId, ...invoer(woonsituatie) }),
}) {}

export type UitstroomCommand =
  MeldKlaarVoorUitstroom | VraagVervolgplek | LegAntwoordVervolgplekVast | LegAndereWetVast | LegWoonsituatieVast;

export const uitstroomCommands = [
  ...[MeldKlaarVoorUitstroom, VraagVervolgplek, LegAntwoordVervolgplekVast],
  ...[LegAndereWetVast, LegWoonsituatieVast],
];
