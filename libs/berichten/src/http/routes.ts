import { controllerFor } from '@regielijn/poort';
import { StelPostbusIn, StelVoorkeurIn } from '../domain/commands.js';
import {
  BerichtenSchema,
  MijnBerichtenSchema,
  VraagBerichten,
  VraagMijnBerichten,
} from '../read-model/berichten.query.js';

export const BerichtController = controllerFor('berichten', [
  { pad: 'mijn-berichten', vraag: VraagMijnBerichten, antwoord: MijnBerichtenSchema },
  {
    pad: 'mijn-berichten/voorkeur',
    opdracht: StelVoorkeurIn,
    uitActor: ({ subject, organisatie }) => ({ account: subject, organisatie }),
  },
  { pad: 'berichten', vraag: VraagBerichten, antwoord: BerichtenSchema },
  { pad: 'organisaties/:organisatie/postbus', opdracht: StelPostbusIn },
]);
