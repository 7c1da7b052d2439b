import { defineCommand, IdSchema } from '@regielijn/kern';
import { z } from 'zod';
import { OntvangerSchema } from './events.js';

export class LegMeldingVast extends defineCommand({
  naam: 'machtiging.leg-melding-vast',
  soort: 'feit',
  omschrijving: 'Legt vast dat een melding is gedaan die de wet vraagt, en aan wie.',
  bron: 'Jeugdwet art. 6.1.6 lid 6, 6.1.12 lid 6 en 6.1.13 lid 2',
  schema: z.strictObject({
    machtigingId: IdSchema,
    /** The event that the notice is about. */
    gebeurtenisId: IdSchema,
    aan: OntvangerSchema,
  }),
}) {}
