import {
  aantalWisselingen,
  afstemmingTeLaatSinds,
  type Jeugdige,
  metMedewerkers,
  regiekloof,
  systeemregieNu,
  wisselsVan,
  zonderMedewerkerSinds,
} from '@regielijn/jeugdige';
import { beginVan, type Datum, datumVan, IdSchema, VariantSchema } from '@regielijn/kern';
import { laatsteDag, type Regieregels } from '@regielijn/regie';
import { z } from 'zod';
import type { Behandeling } from './regiefeiten.js';

const houder = z.strictObject({ soort: z.enum(['gemeente', 'GI']), organisatie: z.string() });
const medewerker = z.string().nullable().meta({ description: 'Accountnummer; null: nu niemand benoemd' });
const wisselingen = z.int().meta({ description: 'Hoe vaak de ene benoemde medewerker de andere opvolgde' });
const LijnSchema = z.strictObject({
  houder,
  ...{ medewerker, wisselingen },
  zonderMedewerkerSinds: z.string().nullable(),
  lijn: z.array(z.strictObject({ houder, medewerker, vanaf: z.string() })),
});

/** Who holds which regie on the day that is asked about, and what somebody should look at. */
export const RegiestandSchema = z
  .strictObject({
    casusregie: LijnSchema,
    systeemregie: LijnSchema,
    behandelregie: z.array(
      z.strictObject({
        trajectId: IdSchema,
        variant: VariantSchema,
        ...{ vanaf: z.string(), tot: z.string().nullable(), medewerker, wisselingen },
      }),
    ),
    terugNaar: z.string().meta({ description: 'De gemeente die de casusregie terugkrijgt' }),
    regiekloof: z.array(
      z.strictObject({
        hoort: z
          .enum(['gemeente', 'GI'])
          .meta({ description: 'Wie de casusregie volgens de regieregel hoort te voeren' }),
        vanaf: z.iso.date(),
        tot: z.iso.date().nullable().meta({ description: 'null: nog niet opgelost' }),
        dagen: z.int(),
      }),
    ),
    overdrachtWachtSinds: z.iso
      .date()
      .nullable()
      .meta({ description: 'Gever en ontvanger moeten kijken naar een aanbod dat te lang open staat' }),
    afstemming: z.strictObject({
      laatsteOp: z.string().nullable(),
      volgendeOp: z.string().nullable(),
      teLaatSinds: z.iso.date().nullable(),
    }),
  })
  .meta({ id: 'Regiestand' });

const lijn = (jeugdige: Jeugdige, soort: 'casusregie' | 'systeemregie'): z.output<typeof LijnSchema> => {
  const perioden = metMedewerkers(jeugdige, soort);
  const nu = perioden.at(-1)!;
  return {
    houder: nu.houder,
    medewerker: nu.medewerker,
    wisselingen: aantalWisselingen(perioden),
    zonderMedewerkerSinds: zonderMedewerkerSinds(perioden),
    lijn: [...perioden],
  };
};

/** The behandelaar holds behandelregie while a variant runs. Source: Houtskoolschets Jeugdhulp Plus Zuidwest (2020). */
const behandelregie = (jeugdige: Jeugdige, { trajectId, variant, vanaf, tot }: Behandeling) => {
  const wissels = wisselsVan(jeugdige, 'behandelregie')
    .filter((wissel) => vanaf <= wissel.vanaf && (tot === null || wissel.vanaf < tot))
    .map((wissel) => ({ houder: { organisatie: trajectId }, medewerker: wissel.medewerker }));
  const benoemd = wissels.at(-1)?.medewerker ?? null;
  return { trajectId, variant, vanaf, tot, medewerker: benoemd, wisselingen: aantalWisselingen(wissels) };
};

/**
 * The last day on which an offer should have been answered, when that has passed. Null again from the first day on which
 * the offer no longer holds, settled or not: nobody can answer it any more.
 */
const overdrachtWachtSinds = ({ overdracht }: Jeugdige, op: Datum, regels: Regieregels): Datum | null => {
  if (overdracht === null || overdracht.geldigTot <= beginVan(op)) return null;
  const uiterlijk = laatsteDag(datumVan(overdracht.aangebodenOp), regels.termijnen.signaalNietAanvaard, regels);
  return uiterlijk < op ? uiterlijk : null;
};

export const regiestandVan = (
  jeugdige: Jeugdige,
  behandelingen: readonly Behandeling[],
  op: Datum,
  regels: Regieregels,
): z.output<typeof RegiestandSchema> => ({
  casusregie: lijn(jeugdige, 'casusregie'),
  systeemregie: lijn(jeugdige, 'systeemregie'),
  behandelregie: behandelingen.map((behandeling) => behandelregie(jeugdige, behandeling)),
  terugNaar: systeemregieNu(jeugdige).houder.organisatie,
  regiekloof: [...regiekloof(jeugdige, op)],
  overdrachtWachtSinds: overdrachtWachtSinds(jeugdige, op, regels),
  afstemming: {
    laatsteOp: jeugdige.afstemming?.op ?? null,
    volgendeOp: jeugdige.afstemming?.volgendeOp ?? null,
    teLaatSinds: afstemmingTeLaatSinds(jeugdige, op, (vanaf) =>
      laatsteDag(vanaf, regels.termijnen.afstemmingGiGemeente, regels),
    ),
  },
});
