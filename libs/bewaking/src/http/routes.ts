import { controllerFor } from '@regielijn/poort';
import { HervatTermijn, PauzeerTermijn } from '../domain/commands.js';
import {
  KlokcontroleSchema,
  TermijnenSchema,
  VraagKlokcontrole,
  VraagTermijnen,
} from '../read-model/termijnen.query.js';

const een = 'termijnen/:termijnId';

export const TermijnController = controllerFor('termijnen', [
  { pad: 'termijnen', vraag: VraagTermijnen, antwoord: TermijnenSchema },
  { pad: 'klokcontrole', vraag: VraagKlokcontrole, antwoord: KlokcontroleSchema },
  { pad: `${een}/pauzes`, opdracht: PauzeerTermijn },
  { pad: `${een}/hervattingen`, opdracht: HervatTermijn },
]);
