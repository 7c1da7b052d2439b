import { controllerFor } from '@regielijn/poort';
import {
  DienVerzoekIn,
  LegBeschikkingVast,
  LegEindeVast,
  LegGebeurtenisVast,
  LegMeldingVast,
  LegVerzoekVast,
  machtigingCorrectieCommands,
  NeemBesluit,
  NeemOpnamebeslissing,
  WijzigHulpverleningsplan,
} from '../domain/commands.js';
import { nieuwMachtigingId } from '../domain/ids.js';

const een = 'machtigingen/:machtigingId';

export const MachtigingController = controllerFor('machtigingen', [
  { pad: 'machtigingen', opdracht: DienVerzoekIn, nieuwId: nieuwMachtigingId },
  { pad: 'machtigingen/ingediende-verzoeken', opdracht: LegVerzoekVast, nieuwId: nieuwMachtigingId },
  { pad: `${een}/beschikking`, opdracht: LegBeschikkingVast },
  { pad: `${een}/gebeurtenissen`, opdracht: LegGebeurtenisVast },
  { pad: `${een}/besluiten`, opdracht: NeemBesluit },
  { pad: `${een}/hulpverleningsplan`, opdracht: WijzigHulpverleningsplan },
  { pad: `${een}/opnamebeslissing`, opdracht: NeemOpnamebeslissing },
  { pad: `${een}/meldingen`, opdracht: LegMeldingVast },
  { pad: `${een}/einde`, opdracht: LegEindeVast },
  { pad: `${een}/correcties`, opdracht: machtigingCorrectieCommands.Corrigeer },
  { pad: `${een}/intrekkingen`, opdracht: machtigingCorrectieCommands.TrekFeitIn },
]);
