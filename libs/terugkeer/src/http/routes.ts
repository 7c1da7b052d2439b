import { controllerFor } from '@regielijn/poort';
import {
  AanvaardDeelname,
  LegLevensgebiedVast,
  LegVerwachtEindeVast,
  terugkeerCorrectieCommands,
} from '../domain/commands.js';
import { TerugkeeroverzichtSchema, VraagTerugkeeroverzicht } from '../read-model/overzicht.query.js';
import { TerugkerenSchema, VraagTerugkeren } from '../read-model/terugkeren.query.js';
import { TerugkeerverloopSchema, VraagTerugkeerverloop } from '../read-model/verloop.query.js';

const een = 'terugkeren/:trajectId';

export const TerugkeerController = controllerFor('terugkeren', [
  { pad: 'terugkeren', vraag: VraagTerugkeren, antwoord: TerugkerenSchema },
  { pad: 'terugkeeroverzicht', vraag: VraagTerugkeeroverzicht, antwoord: TerugkeeroverzichtSchema },
  { pad: een, vraag: VraagTerugkeerverloop, antwoord: TerugkeerverloopSchema },
  { pad: `${een}/verwachtingen`, opdracht: LegVerwachtEindeVast },
  // Who takes part does so for the own gemeente.
  { pad: `${een}/deelnames`, opdracht: AanvaardDeelname, uitActor: ({ organisatie }) => ({ organisatie }) },
  { pad: `${een}/levensgebieden`, opdracht: LegLevensgebiedVast },
  { pad: `${een}/correcties`, opdracht: terugkeerCorrectieCommands.Corrigeer },
  { pad: `${een}/intrekkingen`, opdracht: terugkeerCorrectieCommands.TrekFeitIn },
]);
