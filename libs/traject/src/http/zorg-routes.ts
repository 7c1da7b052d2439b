import type { Route } from '@regielijn/poort';
import {
  BeeindigMaatregel,
  GeefMaatregelToestemming,
  HandelIncidentAf,
  LegAndereWetVast,
  LegAntwoordVervolgplekVast,
  LegNazorgVoortgangVast,
  LegToezeggingVast,
  LegWoonsituatieVast,
  LegOverzichtMaatregelenVast,
  LegSpoedbesprekingVast,
  MeldIncident,
  MeldKlaarVoorUitstroom,
  PasMaatregelToe,
  TrekVerlofIn,
  VerleenVerlof,
  VerlengMaatregel,
  VraagVervolgplek,
  ZetMedewerkerIn,
} from '../domain/commands.js';
import { nieuwVraagId } from '../domain/uitstroom/decide.js';
import { nieuwIncidentId, nieuwMaatregelId, nieuwVerlofId } from '../domain/zorg/decide.js';

const een = 'trajecten/:trajectId';
const maatregel = `${een}/maatregelen/:maatregelId`;

export const zorgRoutes: readonly Route[] = [
  { pad: `${een}/maatregelen`, opdracht: PasMaatregelToe, nieuwId: nieuwMaatregelId },
  { pad: `${maatregel}/verlengingen`, opdracht: VerlengMaatregel },
  { pad: `${maatregel}/toestemmingen`, opdracht: GeefMaatregelToestemming },
  { pad: `${maatregel}/einde`, opdracht: BeeindigMaatregel },
  { pad: `${een}/verloven`, opdracht: VerleenVerlof, nieuwId: nieuwVerlofId },
  { pad: `${een}/verloven/:verlofId/intrekking`, opdracht: TrekVerlofIn },
  { pad: `${een}/incidenten`, opdracht: MeldIncident, nieuwId: nieuwIncidentId },
  { pad: `${een}/incidenten/:incidentId/afhandeling`, opdracht: HandelIncidentAf },
  { pad: `${een}/medewerkers`, opdracht: ZetMedewerkerIn },
  { pad: `${een}/maatregeloverzichten`, opdracht: LegOverzichtMaatregelenVast },
  { pad: `${een}/spoedbesprekingen`, opdracht: LegSpoedbesprekingVast },
];

export const uitstroomRoutes: readonly Route[] = [
  { pad: `${een}/gereedmelding`, opdracht: MeldKlaarVoorUitstroom },
  { pad: `${een}/vervolgplekken`, opdracht: VraagVervolgplek, nieuwId: nieuwVraagId },
  { pad: `${een}/vervolgplekken/:vraagId/antwoorden`, opdracht: LegAntwoordVervolgplekVast },
  { pad: `${een}/andere-wetten`, opdracht: LegAndereWetVast },
  { pad: `${een}/woonsituatie-na-een-jaar`, opdracht: LegWoonsituatieVast },
  { pad: `${een}/lokale-partners/toezeggingen`, opdracht: LegToezeggingVast },
  { pad: `${een}/nazorg-voortgang`, opdracht: LegNazorgVoortgangVast },
];
