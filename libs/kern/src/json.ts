import { z } from 'zod';

/** A value that survives JSON unchanged: what events and metadata are made of. */
export type Json = string | number | boolean | null | readonly Json[] | JsonObject;
export interface JsonObject {
  readonly [key: string]: Json | undefined;
}

const json = z.json();

/** Any JSON value. Unlike zod's own it has no recursive schema, which an API description cannot place. */
export const JsonSchema = z.unknown().refine((value) => json.safeParse(value).success, 'geen JSON') as z.ZodType<Json>;
