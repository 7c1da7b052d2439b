import { inWoorden, leeftijdOp, plusMaanden, verjaardag } from './kalender.js';
import type { Datum } from './tijd.js';

/**
 * The oldest age, in whole years, that anybody in a dossier can have. Jeugdhulp ends at 23 at the very latest (Jeugdwet
 * art. 1.1, jeugdige); the years above that are for a dossier that is taken in long afterwards. Older is a slip of the pen.
 */
export const OUDSTE_LEEFTIJD = 30;

/** The day on which somebody reaches an age in months: the last birthday, and the months that are left from there. */
export const dagVanLeeftijd = (geboortedatum: Datum, maanden: number): Datum =>
  plusMaanden(verjaardag(geboortedatum, Math.floor(maanden / 12)), maanden % 12);

/** Why a birth date cannot be right. `reden` goes on after "De geboortedatum klopt niet: ". */
export interface Leeftijdsfout {
  readonly code: 'GEBOORTEDATUM_IN_TOEKOMST' | 'LEEFTIJD_KLOPT_NIET';
  readonly reden: string;
}

/** What is wrong with a birth date, of somebody who was there on this day; null: it can be. Never names the birth date. */
export const leeftijdsfout = (geboortedatum: Datum, op: Datum): Leeftijdsfout | null => {
  if (geboortedatum > op) return { code: 'GEBOORTEDATUM_IN_TOEKOMST', reden: `die ligt na ${inWoorden(op)}` };
  // A birth date that was destroyed gives no number, and so no finding.
  if (leeftijdOp(geboortedatum, op) > OUDSTE_LEEFTIJD)
    return {
      code: 'LEEFTIJD_KLOPT_NIET',
      reden: `dan is de jeugdige op ${inWoorden(op)} ouder dan ${OUDSTE_LEEFTIJD} jaar`,
    };
  return null;
};

/** The same as a sentence that says what to do. */
export const zinOverLeeftijd = ({ reden }: Leeftijdsfout): string =>
  `De geboortedatum klopt niet: ${reden}. Kijk de datums na.`;
