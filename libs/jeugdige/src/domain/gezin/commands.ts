import { defineCommand, IdSchema, invoer } from '@regielijn/kern';
import { z } from 'zod';
import { HulpOudersSoortSchema, opvoedbesluitVelden } from './events.js';

const jeugdigeId = IdSchema;
const bron = 'Werkagenda (2020)';

export class LegOpvoedbesluitVast extends defineCommand({
  naam: 'jeugdige.leg-opvoedbesluit-vast',
  soort: 'feit',
  omschrijving: 'Legt vast waar het kind na een gezinsopname opgroeit, en wie er mee was opgenomen.',
  bron: 'Pilotbeschrijving Gezinsopname (2020)',
  schema: z.strictObject({ jeugdigeId, ...invoer(opvoedbesluitVelden) }),
}) {}

export class VraagHulpOuders extends defineCommand({
  naam: 'jeugdige.vraag-hulp-ouders',
  soort: 'feit',
  omschrijving: 'Legt vast dat voor de ouders zelf hulp is gevraagd.',
  bron,
  schema: z.strictObject({ jeugdigeId, soort: HulpOudersSoortSchema }),
}) {}

export class StartHulpOuders extends defineCommand({
  naam: 'jeugdige.start-hulp-ouders',
  soort: 'feit',
  omschrijving: 'Legt vast dat de hulp voor de ouders is begonnen.',
  bron,
  schema: z.strictObject({ jeugdigeId, hulpId: IdSchema }),
}) {}

export class StopHulpOuders extends defineCommand({
  naam: 'jeugdige.stop-hulp-ouders',
  soort: 'feit',
  omschrijving: 'Legt vast dat de hulp voor de ouders is gestopt, of er niet komt.',
  bron,
  schema: z.strictObject({ jeugdigeId, hulpId: IdSchema }),
}) {}

export const gezinCommands = [LegOpvoedbesluitVast, VraagHulpOuders, StartHulpOuders, StopHulpOuders];
export type GezinCommand = InstanceType<(typeof gezinCommands)[number]>;
