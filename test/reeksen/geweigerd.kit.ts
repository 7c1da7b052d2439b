/** The same reason for each of these codes. */
const omdat = (reden: string, ...codes: readonly string[]): Readonly<Record<string, string>> =>
  Object.fromEntries(codes.map((code) => [code, reden]));

/**
 * What a feit that is well-formed may still be refused with, and why: never for what it says, only because it cannot stand.
 * A new code in this list is a decision.
 */
export const KAN_NIET_STAAN: Readonly<Record<string, string>> = {
  ...omdat(
    'it would lie before what it must follow, or has not happened yet',
    ...['DATUM_VOLGORDE', 'TIJDSTIP_IN_TOEKOMST', 'BEGIN_IN_TOEKOMST', 'EINDE_VOOR_BEGIN', 'VOLGENDE_DATUM_TE_VROEG'],
    ...['OVERDRACHT_NOG_GELDIG', 'DREMPEL_NIET_BEREIKT'],
  ),
  ...omdat(
    'there is nothing to happen to',
    ...['NIET_GEVONDEN', 'PAST_NIET_BIJ_TRAJECT', 'NIET_VERLEEND', 'NIET_ONTTROKKEN', 'GEEN_ONDERWIJS', 'GEEN_JIM'],
    ...['GEEN_ZOEKTOCHT', 'NIEMAND_GEVRAAGD', 'GEEN_GI_VOERT_REGIE', 'OVERDRACHT_NIET_OPEN', 'VOORWAARDE_ONBEKEND'],
    ...['PLANVERSIE_ONBEKEND', 'VORIG_TRAJECT_KLOPT_NIET', 'NIET_OP_AGENDA', 'ZAAK_NIET_OP_AGENDA'],
    ...['DEELNEMER_ONBEKEND', 'REVIEW_NOG_OPEN'],
    ...['GEEN_HULP_OP_MACHTIGING', 'EINDE_NIET_IN_ZICHT', 'HULP_LOOPT_NIET', 'GEEN_HERSTEL_AFGESPROKEN'],
  ),
  ...omdat(
    'it is over or told already, and another telling would say something else: that is what a correction is for',
    ...['AL_BESLIST', 'AL_GEEINDIGD', 'VERZOEK_INGETROKKEN', 'MAATREGEL_VOORBIJ', 'HULP_IS_GESTOPT', 'JIM_IS_ER_AL'],
    ...['ZOEKTOCHT_LOOPT_AL', 'ADVIES_IS_AL_GEGEVEN', 'AANMELDING_LOOPT_AL', 'PLANVERSIE_BESTAAT_AL'],
    ...['VERSIE_NIET_NIEUWER', 'TERUGKEER_IS_GESLOTEN'],
  ),
  ...omdat('the dossier takes nothing', ...['DOSSIER_GESLOTEN', 'DOSSIER_OPGEGAAN', 'DOSSIER_VERNIETIGD']),
  ...omdat('the review is sealed: it belongs to the next one', 'REVIEW_GESLOTEN'),
  ...omdat('another command is busy with it at this moment: given again, it is taken', 'BSN_IN_BEHANDELING'),
  ...omdat(
    'it says nothing, or names what is in no list: there is nothing to register',
    ...['CONTACTMOMENT_IS_LEEG', 'VEILIGHEIDSPLAN_LEEG', 'GELDIGHEID_ONTBREEKT', 'GEMEENTE_NIET_GELDIG'],
    ...['MAATREGEL_ONBEKEND', 'PLEKCRITERIUM_ONBEKEND', 'ROUTE_ONBEKEND', 'LEEFTIJD_KLOPT_NIET'],
    ...['BESTANDSTYPE_MAG_NIET', 'BESTANDSTYPE_ONWAAR', 'PARTNER_PAST_NIET'],
  ),
  ...omdat(
    'facts could not stand together after this correction, or there is nothing to correct',
    ...['FEITEN_IN_STRIJD', 'FEIT_ONBEKEND', 'FEIT_AL_INGETROKKEN', 'FEIT_ONHERROEPELIJK', 'EERSTE_FEIT_BLIJFT'],
    ...['CORRECTIE_VAN_CORRECTIE', 'CORRECTIE_ONGELDIG', 'VELD_LIGT_VAST', 'VELD_VOLGT', 'BSN_AL_BEKEND'],
  ),
};
