import { controllerFor } from '@regielijn/poort';
import { NormtoetsenSchema, VraagNormtoetsen } from '../read-model/normtoetsen.query.js';

export const NormenkaderController = controllerFor('normenkader', [
  { pad: 'trajecten/:trajectId/normtoetsen', vraag: VraagNormtoetsen, antwoord: NormtoetsenSchema },
]);
