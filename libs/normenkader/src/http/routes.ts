import { controllerFor } from '@regielijn/poort';
import { z } from 'zod';
import { MotiveerAfwijking, RondHerstelAf } from '../domain/commands.js';
import {
  AfwijkingSchema,
  NormafwijkingenSchema,
  VraagNormafwijkingen,
  VraagTrajectafwijkingen,
} from '../read-model/normafwijkingen.query.js';
import { NormtoetsenSchema, VraagNormtoetsen } from '../read-model/normtoetsen.query.js';

export const NormenkaderController = controllerFor('normenkader', [
  { pad: 'trajecten/:trajectId/normtoetsen', vraag: VraagNormtoetsen, antwoord: NormtoetsenSchema },
  {
    pad: 'trajecten/:trajectId/normafwijkingen',
    vraag: VraagTrajectafwijkingen,
    antwoord: z.array(AfwijkingSchema),
  },
  { pad: 'trajecten/:trajectId/normafwijkingen/:afwijkingId/motivering', opdracht: MotiveerAfwijking },
  { pad: 'trajecten/:trajectId/normafwijkingen/:afwijkingId/herstel', opdracht: RondHerstelAf },
  { pad: 'normafwijkingen', vraag: VraagNormafwijkingen, antwoord: NormafwijkingenSchema },
]);
