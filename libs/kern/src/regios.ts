import { z } from 'zod';
import { GemeentecodeSchema } from './begrippen.js';
import { ongeldig } from './coded-error.js';
import { parseConfig } from './config-tekst.js';
import type { RegioIndeling } from './regio-indeling.js';
import { type Datum, DatumSchema } from './tijd.js';

const KEBAB_CASE = /^[a-z]+(-[a-z]+)*$/;

const GemeenteSchema = z.strictObject({
  code: GemeentecodeSchema,
  naam: z.string().min(1),
  /** First day the gemeente exists; absent when it existed before anything the engine looks at. */
  geldigVan: DatumSchema.optional(),
  /** First day the gemeente no longer exists. */
  geldigTot: DatumSchema.optional(),
});

const LandsdeelSchema = z.strictObject({
  id: z.string().regex(KEBAB_CASE),
  naam: z.string().min(1),
  bronIndeling: z.string(),
  bronCodes: z.string(),
  /** The extra region value for jeugdigen whose gemeente of herkomst lies outside the landsdeel. */
  overig: z.strictObject({
    naam: z.string().min(1),
    bron: z.string(),
    toelichting: z.string(),
    redenen: z.array(z.string().min(1)).min(1),
  }),
  regios: z
    .array(
      z.strictObject({
        id: z.string().regex(KEBAB_CASE),
        naam: z.string().min(1),
        /** From many to few inhabitants: the demo puts the most plaatsingen in the first. */
        gemeenten: z.array(GemeenteSchema).min(1),
      }),
    )
    .min(1),
});

const RegiosSchema = z
  .strictObject({
    bronnen: z.record(z.string(), z.strictObject({ titel: z.string().min(1), toelichting: z.string().optional() })),
    landsdelen: z.array(LandsdeelSchema).min(1),
  })
  .superRefine(({ bronnen, landsdelen }, context) => {
    for (const [index, { bronIndeling, bronCodes, overig }] of landsdelen.entries()) {
      for (const [sleutel, bron] of Object.entries({ bronIndeling, bronCodes, overig: overig.bron })) {
        if (bron in bronnen) continue;
        const message = `bron "${bron}" staat niet bij de bronnen`;
        context.addIssue({ code: 'custom', path: ['landsdelen', index, sleutel], message });
      }
    }
  });

export type Gemeente = z.output<typeof GemeenteSchema>;
export type Landsdeel = z.output<typeof LandsdeelSchema>;
export type Regios = z.output<typeof RegiosSchema>;

/** Reads `config/regios.json`. Errors name `file`, the key and the reason. */
export const parseRegios = (text: string, file: string): Regios => parseConfig(RegiosSchema, text, file);

/** The landsdeel with this id, or `LANDSDEEL_ONBEKEND`. */
export function landsdeelVan(regios: Regios, id: string): Landsdeel {
  const landsdeel = regios.landsdelen.find((kandidaat) => kandidaat.id === id);
  if (landsdeel) return landsdeel;
  throw ongeldig('LANDSDEEL_ONBEKEND', `Landsdeel "${id}" staat niet in de lijst met regio's.`, {
    landsdeel: id,
    bekend: regios.landsdelen.map((bekend) => bekend.id),
  });
}

/** The gemeenten of a region that exist on `datum`, in the order of the config. None for the `overig` value. */
export function gemeentenOp(landsdeel: Landsdeel, regioId: string, datum: Datum): readonly Gemeente[] {
  const regio = landsdeel.regios.find((kandidaat) => kandidaat.id === regioId);
  return (regio?.gemeenten ?? []).filter(
    ({ geldigVan, geldigTot }) =>
      (geldigVan === undefined || geldigVan <= datum) && (geldigTot === undefined || datum < geldigTot),
  );
}

/** The division as the engine asks for it: one landsdeel, by day. */
export function indelingVan(landsdeel: Landsdeel): RegioIndeling {
  return {
    regios: landsdeel.regios.map(({ id, naam }) => ({ id, naam })),
    regioVan: (code, op) =>
      landsdeel.regios.find(({ id }) => gemeentenOp(landsdeel, id, op).some((gemeente) => gemeente.code === code))
        ?.id ?? null,
    gemeentenOp: (op) => landsdeel.regios.flatMap(({ id }) => gemeentenOp(landsdeel, id, op)),
  };
}
