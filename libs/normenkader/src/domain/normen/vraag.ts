import { type Datum, leeftijdsfout } from '@regielijn/kern';
import { dossierOp, isBekend } from './dossier.js';
import { type NormVraag, NormVraagSchema } from './feiten.js';

/** Why the birth date cannot be right on the first day of what counts at the peilmoment; undefined where nothing is wrong. */
const foutInLeeftijd = (vraag: NormVraag, vandaag: Datum): string | undefined => {
  const geboortedatum = vraag.jeugdige?.geboortedatum;
  if (!isBekend(geboortedatum)) return undefined;
  const { peildag, feiten } = dossierOp(vraag, vandaag);
  const [eerste] = [peildag, ...feiten.flatMap(({ op }) => op.dag ?? [])].sort();
  return leeftijdsfout(geboortedatum, eerste!)?.reden;
};

/** The input of `norm toets`: one question, about today where it names no peilmoment. */
export const normVraagSchema = (vandaag: Datum) =>
  NormVraagSchema.superRefine((vraag, context) => {
    const reden = foutInLeeftijd(vraag, vandaag);
    if (reden === undefined) return;
    context.addIssue({
      code: 'custom',
      path: ['jeugdige', 'geboortedatum'],
      message: `${reden}; kijk de datums na`,
    });
  });
