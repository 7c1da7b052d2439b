import { controllerFor } from '@regielijn/poort';
import {
  AanvaardRegieoverdracht,
  BiedRegieoverdrachtAan,
  HeropenDossier,
  jeugdigeCorrectieCommands,
  RegistreerJeugdige,
  SluitDossier,
  TrekRegieoverdrachtIn,
  VernietigDossier,
  WeigerRegieoverdracht,
} from '../domain/commands.js';
import { nieuwJeugdigeId, overdrachtIdVan } from '../domain/decide.js';

const een = 'jeugdigen/:jeugdigeId';
const overdracht = `${een}/regieoverdrachten/:overdrachtId`;
/** Who answers an offer answers for the own organisation. */
const uitActor = ({ organisatie }: { organisatie: string }) => ({ organisatie });

export const JeugdigeController = controllerFor('jeugdigen', [
  { pad: 'jeugdigen', opdracht: RegistreerJeugdige, nieuwId: nieuwJeugdigeId },
  { pad: `${een}/regieoverdrachten`, opdracht: BiedRegieoverdrachtAan, nieuwId: overdrachtIdVan },
  { pad: `${overdracht}/aanvaarding`, opdracht: AanvaardRegieoverdracht, uitActor },
  { pad: `${overdracht}/weigering`, opdracht: WeigerRegieoverdracht, uitActor },
  { pad: `${overdracht}/intrekking`, opdracht: TrekRegieoverdrachtIn },
  { pad: `${een}/sluiting`, opdracht: SluitDossier },
  { pad: `${een}/heropening`, opdracht: HeropenDossier },
  { pad: `${een}/vernietiging`, opdracht: VernietigDossier },
  { pad: `${een}/correcties`, opdracht: jeugdigeCorrectieCommands.Corrigeer },
  { pad: `${een}/intrekkingen`, opdracht: jeugdigeCorrectieCommands.TrekFeitIn },
]);
