import { DatumSchema, IdSchema, MedewerkerSchema, persoonsgegeven, TekstSchema } from '@regielijn/kern';
import { z } from 'zod';
import { MaatregelcodeSchema } from './maatregelen.js';

export const maatregelId = IdSchema;
export const verlofId = IdSchema;
export const incidentId = IdSchema;

export const maatregel = {
  maatregel: MaatregelcodeSchema,
  /** The machtiging on which it rests; null: none. */
  machtigingId: IdSchema.nullable(),
  inPlan: z.boolean(),
  noodsituatie: z.boolean(),
  minderBezwarendGeprobeerd: persoonsgegeven(TekstSchema.nullable()),
  reden: persoonsgegeven(TekstSchema),
  beslotenDoor: MedewerkerSchema,
};

export const verlenging = {
  door: z.enum(['gedragswetenschapper', 'jeugdhulpverantwoordelijke', 'groepsleider', 'anders']),
  /** Whether that gedragswetenschapper finds it still needed and suitable. */
  instemmingGedragswetenschapper: z.boolean(),
};

export const toestemming = { gedragswetenschapper: MedewerkerSchema };

export const verlof = { instemmingGedragswetenschapper: z.boolean() };
export const verlofIntrekking = { reden: persoonsgegeven(TekstSchema) };

/** Who was told, and on which day. */
const gemeldAan = z.array(
  z.strictObject({ wie: z.enum(['ouders', 'GI', 'inspectie', 'politie', 'gemeente']), op: DatumSchema }),
);

export const incident = {
  soort: z.enum(['agressie', 'zelfbeschadiging', 'suicidepoging', 'vermissing', 'overig']),
  ernst: z.enum(['licht', 'matig', 'ernstig']).nullable(),
  omschrijving: persoonsgegeven(TekstSchema),
  gemeldAan,
  veiligheidsplanHerzien: z.boolean(),
};

export const afhandeling = {
  geleerd: persoonsgegeven(TekstSchema),
  /** Who was told since the incident was reported. */
  gemeldAan,
  veiligheidsplanHerzien: z.boolean(),
};

export const inzet = {
  medewerker: MedewerkerSchema,
  registratie: z.enum(['SKJ', 'BIG', 'NIP', 'anders', 'geen']),
  /** The day on which somebody looked it up in the register; the number itself is not kept. Null: nobody did. */
  registratieGecontroleerdOp: DatumSchema.nullable(),
  geldigTot: DatumSchema.nullable(),
  scholingJhp: z.boolean(),
  scholingGeldigTot: DatumSchema.nullable(),
  inzetTot: DatumSchema.nullable(),
};

/** To whom the half-yearly overview of the measures goes. Source: Jeugdwet art. 6.7.1 lid 3. */
export const overzicht = { aan: z.array(z.enum(['ouders', 'GI'])).min(1) };

export const spoedbespreking = { toelichting: persoonsgegeven(TekstSchema.nullable()) };
