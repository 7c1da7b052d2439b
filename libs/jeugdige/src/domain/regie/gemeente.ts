import { GemeentecodeSchema, ongeldig, OrganisatieSchema, OVERIG } from '@regielijn/kern';
import { z } from 'zod';
import { type Houder, OverigRedenSchema } from './events.js';

/** A gemeente, or the reason why there is none in the landsdeel. */
export const GemeenteKeuzeSchema = z.union([
  z.strictObject({ code: GemeentecodeSchema }),
  z.strictObject({ overig: OverigRedenSchema, regiehouder: OrganisatieSchema }),
]);

/** Where a jeugdige belongs, and which gemeente answers for that. `regio` is null when the code is not valid on the day. */
export const woonplaats = (keuze: z.output<typeof GemeenteKeuzeSchema>, regio: string | null) => {
  const houder = (organisatie: string): Houder => ({ soort: 'gemeente', organisatie });
  if ('overig' in keuze)
    return { gemeentecode: null, overigReden: keuze.overig, regio: OVERIG, gemeente: houder(keuze.regiehouder) };
  if (regio === null)
    throw ongeldig(
      'GEMEENTE_NIET_GELDIG',
      'Deze gemeente hoort op deze dag niet bij het landsdeel. Kies "overig" en geef de reden.',
      { gemeentecode: keuze.code },
    );
  return { gemeentecode: keuze.code, overigReden: null, regio, gemeente: houder(`gemeente-${keuze.code}`) };
};
