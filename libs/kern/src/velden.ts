import { z } from 'zod';

type Invoer<V extends z.ZodRawShape> = {
  readonly [K in keyof V]: V[K] extends z.ZodNullable ? z.ZodDefault<V[K]> : V[K];
};

/**
 * The fields of a fact as a command takes them: what may be null may also be left out. Command and event so share one
 * list of fields; that the event's shape cannot change by accident, its frozen schema guards.
 */
export const invoer = <V extends z.ZodRawShape>(velden: V): Invoer<V> =>
  Object.fromEntries(
    Object.entries(velden).map(([naam, schema]) => [
      naam,
      schema instanceof z.ZodNullable ? schema.default(null) : schema,
    ]),
  ) as Invoer<V>;

/** A yes or no in a question, also as the text that an address has; no when it is left out. */
export const jaOfNee = (description: string) =>
  z.union([z.boolean(), z.stringbool()]).default(false).meta({ description });
