import { z } from 'zod';
import { ongeldig } from './coded-error.js';
import type { Datum } from './tijd.js';

/** Dated versions of a rule: each begins later than the one before, so that exactly one holds on a day. */
export const isOplopend = (dagen: readonly Datum[]): boolean => dagen.every((dag, i) => i === 0 || dagen[i - 1]! < dag);
export const NIET_OPLOPEND = 'elke versie moet later ingaan dan de vorige';

/**
 * Reads a JSON text and holds it against its schema.
 * Throws `CONFIG_ONLEESBAAR` when it is no JSON and `CONFIG_ONGELDIG` naming the file, the first wrong key and the reason.
 */
export function parseConfig<Schema extends z.ZodType>(schema: Schema, text: string, file: string): z.output<Schema> {
  const result = schema.safeParse(parseJson(text, file), { error: z.locales.nl().localeError });
  if (result.success) return result.data;
  const issue = result.error.issues[0];
  const sleutel = issue?.path.map(String).join('.') || '(het hele bestand)';
  const reden = issue?.message ?? 'onbekend';
  throw ongeldig('CONFIG_ONGELDIG', `In ${file} klopt "${sleutel}" niet: ${reden}.`, { bestand: file, sleutel, reden });
}

function parseJson(text: string, file: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    const reden = error instanceof Error ? error.message : String(error);
    throw ongeldig('CONFIG_ONLEESBAAR', `${file} is geen geldige JSON: ${reden}.`, { bestand: file, reden });
  }
}
