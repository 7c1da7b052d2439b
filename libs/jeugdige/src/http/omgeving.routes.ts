import { controllerFor } from '@regielijn/poort';
import { BesluitSchema, VraagBesluit } from '../application/besluit.query.js';
import {
  BiedFamiliegroepsplanAan,
  BiedJimSupport,
  GeefAdvies,
  LaatNetwerkpersoonVervallen,
  LegBesluitVast,
  LegContactmomentVast,
  LegEerdereHulpVast,
  LegEerdereWoonplekVast,
  LegJimAfspraakVast,
  LegJimWeigeringVast,
  LegJimZoekstapVast,
  LegNetwerkpersoonVast,
  LegOpvoedbesluitVast,
  LegWoonplekNaAchttienVast,
  StartHulpOuders,
  StartJimZoektocht,
  StelFamiliegroepsplanVast,
  StelToekomstplanVast,
  StopHulpOuders,
  StopJim,
  VindJim,
  VoerLevinasgesprek,
  VraagAdvies,
  VraagHulpOuders,
  VraagJim,
  WijsCasusregisseur18Aan,
  WijzigNetwerkpersoon,
} from '../domain/commands.js';
import { nieuwHulpOudersId } from '../domain/gezin/decide.js';
import { nieuwEerdereHulpId, nieuwWoonplekId } from '../domain/hulpgeschiedenis/decide.js';
import { nieuwPersoonId } from '../domain/netwerk/decide.js';
import { nieuwAdviesId, nieuwBesluitId } from '../domain/verslag/decide.js';

const een = 'jeugdigen/:jeugdigeId';
const persoon = `${een}/netwerkpersonen/:persoonId`;
const jim = `${een}/jim`;
const hulp = `${een}/hulp-ouders/:hulpId`;

/** The people around the jeugdige, what came before, and what is written down about it. */
export const OmgevingController = controllerFor('jeugdigen', [
  { pad: `${een}/netwerkpersonen`, opdracht: LegNetwerkpersoonVast, nieuwId: nieuwPersoonId },
  { pad: `${persoon}/wijziging`, opdracht: WijzigNetwerkpersoon },
  { pad: `${persoon}/verval`, opdracht: LaatNetwerkpersoonVervallen },
  { pad: `${een}/familiegroepsplan/aanbod`, opdracht: BiedFamiliegroepsplanAan },
  { pad: `${een}/familiegroepsplan/versies`, opdracht: StelFamiliegroepsplanVast },
  { pad: `${jim}/zoektocht`, opdracht: StartJimZoektocht },
  { pad: `${jim}/zoekstappen`, opdracht: LegJimZoekstapVast },
  { pad: `${jim}/vraag`, opdracht: VraagJim },
  { pad: `${jim}/levinasgesprek`, opdracht: VoerLevinasgesprek },
  { pad: `${jim}/vondst`, opdracht: VindJim },
  { pad: `${jim}/afspraak`, opdracht: LegJimAfspraakVast },
  { pad: `${jim}/support`, opdracht: BiedJimSupport },
  { pad: `${jim}/weigering`, opdracht: LegJimWeigeringVast },
  { pad: `${jim}/einde`, opdracht: StopJim },
  { pad: `${een}/opvoedbesluiten`, opdracht: LegOpvoedbesluitVast },
  { pad: `${een}/hulp-ouders`, opdracht: VraagHulpOuders, nieuwId: nieuwHulpOudersId },
  { pad: `${hulp}/start`, opdracht: StartHulpOuders },
  { pad: `${hulp}/einde`, opdracht: StopHulpOuders },
  { pad: `${een}/eerdere-hulp`, opdracht: LegEerdereHulpVast, nieuwId: nieuwEerdereHulpId },
  { pad: `${een}/eerdere-woonplekken`, opdracht: LegEerdereWoonplekVast, nieuwId: nieuwWoonplekId },
  { pad: `${een}/toekomstplannen`, opdracht: StelToekomstplanVast },
  { pad: `${een}/casusregisseur-achttienplus`, opdracht: WijsCasusregisseur18Aan },
  { pad: `${een}/woonplek-na-achttien`, opdracht: LegWoonplekNaAchttienVast },
  { pad: `${een}/contactmomenten`, opdracht: LegContactmomentVast },
  { pad: `${een}/besluiten`, opdracht: LegBesluitVast, nieuwId: nieuwBesluitId },
  { pad: `${een}/besluiten/:besluitId`, vraag: VraagBesluit, antwoord: BesluitSchema },
  { pad: `${een}/adviezen`, opdracht: VraagAdvies, nieuwId: nieuwAdviesId },
  { pad: `${een}/adviezen/:adviesId/antwoord`, opdracht: GeefAdvies },
]);
