import { controllerFor } from '@regielijn/poort';
import {
  BevestigPlekken,
  BezetPlek,
  GeefPlekVrij,
  GeefReserveringVrij,
  OpenPlekken,
  OpenVoorziening,
  ReserveerPlek,
  SluitPlekken,
  voorzieningCorrectieCommands,
} from '../domain/commands.js';
import { nieuwVoorzieningId, reserveringIdVan } from '../domain/decide.js';
import { VoorzieningenSchema, VraagVoorzieningen } from '../read-model/voorzieningen.query.js';

const een = 'voorzieningen/:voorzieningId';

export const VoorzieningController = controllerFor('voorzieningen', [
  { pad: 'voorzieningen', vraag: VraagVoorzieningen, antwoord: VoorzieningenSchema },
  { pad: 'voorzieningen', opdracht: OpenVoorziening, nieuwId: nieuwVoorzieningId },
  { pad: `${een}/openingen`, opdracht: OpenPlekken },
  { pad: `${een}/sluitingen`, opdracht: SluitPlekken },
  { pad: `${een}/bevestigingen`, opdracht: BevestigPlekken },
  { pad: `${een}/reserveringen`, opdracht: ReserveerPlek, nieuwId: reserveringIdVan },
  { pad: `${een}/reserveringen/:reserveringId/vrijgave`, opdracht: GeefReserveringVrij },
  { pad: `${een}/bezettingen`, opdracht: BezetPlek },
  { pad: `${een}/vrijgekomen-plekken`, opdracht: GeefPlekVrij },
  { pad: `${een}/correcties`, opdracht: voorzieningCorrectieCommands.Corrigeer },
  { pad: `${een}/intrekkingen`, opdracht: voorzieningCorrectieCommands.TrekFeitIn },
]);
