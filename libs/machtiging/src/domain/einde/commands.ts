import { defineCommand, IdSchema } from '@regielijn/kern';
import { z } from 'zod';
import { EindegrondSchema } from './events.js';

export class LegEindeVast extends defineCommand({
  naam: 'machtiging.leg-einde-vast',
  soort: 'feit',
  omschrijving: 'Legt vast dat een machtiging is geëindigd of vervalt; de dag die de wet noemt, wordt berekend.',
  bron: 'Jeugdwet art. 6.1.2, 6.1.6, 6.1.7 en 6.1.12',
  schema: z.strictObject({ machtigingId: IdSchema, grond: EindegrondSchema }),
}) {}
