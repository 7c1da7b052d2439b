import { defineCommand, IdSchema, invoer } from '@regielijn/kern';
import { z } from 'zod';
import { zonderOpnameVelden as velden } from './events.js';

const trajectId = IdSchema;

export class TrekAanmeldingIn extends defineCommand({
  naam: 'traject.trek-aanmelding-in',
  soort: 'feit',
  omschrijving: 'Legt vast dat de aanmelding is ingetrokken. Het traject eindigt dan zonder opname.',
  schema: z.strictObject({ trajectId, ...invoer(velden.intrekking) }),
}) {}

export class StartVariant extends defineCommand({
  naam: 'traject.start-variant',
  soort: 'feit',
  omschrijving: 'Legt vast dat hulp zonder opname is begonnen, ook zonder veiligheidsweging: dan met een vlag.',
  bron: 'Houtskoolschets Jeugdhulp Plus Zuidwest (2020), alternatieven',
  schema: z.strictObject({ trajectId, ...invoer(velden.start) }),
}) {}

export class BeeindigVariant extends defineCommand({
  naam: 'traject.beeindig-variant',
  soort: 'feit',
  omschrijving: 'Legt vast dat de hulp zonder opname is geëindigd.',
  schema: z.strictObject({ trajectId, ...invoer(velden.einde) }),
}) {}

export type ZonderOpnameCommand = TrekAanmeldingIn | StartVariant | BeeindigVariant;

export const zonderOpnameCommands = [TrekAanmeldingIn, StartVariant, BeeindigVariant];
