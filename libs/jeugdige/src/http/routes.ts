import { controllerFor } from '@regielijn/poort';
import { ZoekOpBsn, ZoekresultaatSchema } from '../application/zoek-op-bsn.query.js';
import {
  AanvaardRegieoverdracht,
  BiedRegieoverdrachtAan,
  HeropenDossier,
  jeugdigeCorrectieCommands,
  KomVoorwaardeNa,
  LaatRegieoverdrachtVerlopen,
  LegAfstemmingVast,
  MaakSamenvoegingOngedaan,
  MeldGiWissel,
  MeldVerhuizing,
  RegistreerJeugdige,
  SluitDossier,
  StelRegieregelVast,
  TrekRegieoverdrachtIn,
  VernietigDossier,
  VoegDossiersSamen,
  WeigerRegieoverdracht,
  WijsMedewerkerAan,
} from '../domain/commands.js';
import { nieuwJeugdigeId } from '../domain/decide.js';
import { overdrachtIdVan } from '../domain/regie/overdracht.js';

const een = 'jeugdigen/:jeugdigeId';
const overdracht = `${een}/regieoverdrachten/:overdrachtId`;
/** Who answers an offer answers for the own organisation. */
const uitActor = ({ organisatie }: { organisatie: string }) => ({ organisatie });

export const JeugdigeController = controllerFor('jeugdigen', [
  { pad: 'jeugdigen', opdracht: RegistreerJeugdige, nieuwId: nieuwJeugdigeId },
  { pad: 'jeugdigen/zoekopdrachten', vraag: ZoekOpBsn, antwoord: ZoekresultaatSchema, inInhoud: true },
  { pad: `${een}/regieoverdrachten`, opdracht: BiedRegieoverdrachtAan, nieuwId: overdrachtIdVan },
  { pad: `${overdracht}/aanvaarding`, opdracht: AanvaardRegieoverdracht, uitActor },
  { pad: `${overdracht}/weigering`, opdracht: WeigerRegieoverdracht, uitActor },
  { pad: `${overdracht}/intrekking`, opdracht: TrekRegieoverdrachtIn },
  { pad: `${overdracht}/verstrijking`, opdracht: LaatRegieoverdrachtVerlopen },
  { pad: `${overdracht}/nagekomen-voorwaarden`, opdracht: KomVoorwaardeNa },
  { pad: `${een}/medewerkers`, opdracht: WijsMedewerkerAan },
  { pad: `${een}/regieregel`, opdracht: StelRegieregelVast },
  { pad: `${een}/afstemmingen`, opdracht: LegAfstemmingVast },
  { pad: `${een}/verhuizingen`, opdracht: MeldVerhuizing },
  { pad: `${een}/gi-wissels`, opdracht: MeldGiWissel },
  { pad: `${een}/samenvoegingen`, opdracht: VoegDossiersSamen },
  { pad: `${een}/samenvoegingen/ongedaanmaking`, opdracht: MaakSamenvoegingOngedaan },
  { pad: `${een}/sluiting`, opdracht: SluitDossier },
  { pad: `${een}/heropening`, opdracht: HeropenDossier },
  { pad: `${een}/vernietiging`, opdracht: VernietigDossier },
  { pad: `${een}/correcties`, opdracht: jeugdigeCorrectieCommands.Corrigeer },
  { pad: `${een}/intrekkingen`, opdracht: jeugdigeCorrectieCommands.TrekFeitIn },
]);
