import { controllerFor } from '@regielijn/poort';
import {
  BeantwoordOpschaling,
  GeefOpschalingTerug,
  NeemOpschalingAan,
  OpenOpschaling,
  opschalingCorrectieCommands,
  SchaalOp,
  SluitOpschalingAf,
} from '../domain/commands.js';
import { nieuwOpschalingId } from '../domain/decide.js';
import { OpschalingenSchema, VraagOpschalingen } from '../read-model/opschalingen.query.js';
import { OpschalingverloopSchema, VraagOpschalingverloop } from '../read-model/verloop.query.js';

const een = 'opschalingen/:opschalingId';
/** Who asks, takes on or answers does so for the own organisation. */
const uitActor = ({ organisatie }: { organisatie: string }) => ({ organisatie });

export const OpschalingController = controllerFor('opschalingen', [
  { pad: 'opschalingen', vraag: VraagOpschalingen, antwoord: OpschalingenSchema },
  {
    ...{ pad: 'opschalingen', opdracht: OpenOpschaling, nieuwId: nieuwOpschalingId },
    uitActor: ({ organisatie }) => ({ vraagsteller: organisatie }),
  },
  { pad: een, vraag: VraagOpschalingverloop, antwoord: OpschalingverloopSchema },
  { pad: `${een}/aannemingen`, opdracht: NeemOpschalingAan, uitActor },
  { pad: `${een}/teruggaven`, opdracht: GeefOpschalingTerug, uitActor },
  { pad: `${een}/antwoorden`, opdracht: BeantwoordOpschaling, uitActor },
  { pad: `${een}/treden`, opdracht: SchaalOp },
  { pad: `${een}/afsluiting`, opdracht: SluitOpschalingAf },
  { pad: `${een}/correcties`, opdracht: opschalingCorrectieCommands.Corrigeer },
  { pad: `${een}/intrekkingen`, opdracht: opschalingCorrectieCommands.TrekFeitIn },
]);
