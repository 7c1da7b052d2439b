import { controllerFor } from '@regielijn/poort';
import { DienVerzoekIn, LegBeschikkingVast, LegEindeVast, machtigingCorrectieCommands } from '../domain/commands.js';
import { nieuwMachtigingId } from '../domain/decide.js';

const een = 'machtigingen/:machtigingId';

export const MachtigingController = controllerFor('machtigingen', [
  { pad: 'machtigingen', opdracht: DienVerzoekIn, nieuwId: nieuwMachtigingId },
  { pad: `${een}/beschikking`, opdracht: LegBeschikkingVast },
  { pad: `${een}/einde`, opdracht: LegEindeVast },
  { pad: `${een}/correcties`, opdracht: machtigingCorrectieCommands.Corrigeer },
  { pad: `${een}/intrekkingen`, opdracht: machtigingCorrectieCommands.TrekFeitIn },
]);
