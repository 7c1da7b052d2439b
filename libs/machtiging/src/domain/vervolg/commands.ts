import { defineCommand, IdSchema } from '@regielijn/kern';
import { z } from 'zod';

/** Sent by the follower of machtigingen: the machtiging that is to follow knows of the spoedmachtiging, not the other way round. */
export class LegMgjVerzoekVast extends defineCommand({
  naam: 'machtiging.leg-mgj-verzoek-vast',
  soort: 'feit',
  omschrijving: 'Legt bij een spoedmachtiging vast dat om een machtiging gesloten jeugdhulp is verzocht.',
  bron: 'Jeugdwet art. 6.1.12 lid 2',
  schema: z.strictObject({ machtigingId: IdSchema, mgjId: IdSchema }),
}) {}
