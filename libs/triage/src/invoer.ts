import { uniek } from '@regielijn/kern';
import { z } from 'zod';
import { keuze, ProfielSchema } from './profiel.js';
import type { TriageRegels } from './triage-regels.js';

/** "Holland-Rijnland" and "Zuid-Holland Zuid" as people write them; the table knows one spelling. */
const alsRegio = (tekst: string): string => tekst.trim().toLowerCase().replaceAll(' ', '-');

/**
 * One question to the triage: the profile, and what decides beside it. Which variants, regions and settings may be named
 * follows from the table. `gekozen`: the variant somebody means to choose. `instellingen`: another reading than the default.
 */
export const triageInvoerSchema = ({ versies }: TriageRegels) => {
  const variant = keuze(uniek(versies.flatMap(({ varianten }) => varianten.map(({ id }) => id)))).nullish();
  const regios = uniek(versies.flatMap((versie) => versie.regios));
  const instellingen = versies.flatMap((versie) =>
    versie.instellingen.map(({ id, lezingen }) => [id, keuze(lezingen.map((lezing) => lezing.id)).nullish()] as const),
  );
  return ProfielSchema.extend({
    verblijftAlIn: variant,
    gekozen: variant,
    regio: z
      .string()
      .meta({ description: `Een van: ${regios.join(', ')}` })
      .transform(alsRegio)
      .pipe(keuze(regios))
      .nullish(),
    instellingen: z.strictObject(Object.fromEntries(instellingen)).nullish(),
  });
};

export type TriageInvoer = z.output<ReturnType<typeof triageInvoerSchema>>;
