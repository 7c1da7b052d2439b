import { z } from 'zod';
import type { Instant } from './tijd.js';

/** What a decider decides: a fact by type and data. When, by whom and under which id is added outside the domain. */
export interface DomainEvent<T extends string = string, D = object> {
  readonly type: T;
  readonly data: D;
}

/** A fact as `evolve` sees it: already in the log. */
export type Past<E extends DomainEvent> = E & {
  readonly id: string;
  readonly geldigOp: Instant;
  readonly vastgelegdOp: Instant;
};

export interface EventDefinition<T extends string = string, S extends z.ZodObject = z.ZodObject> {
  /** `<slice>.<voltooid-deelwoord>@<versie>`: the storage contract. Renaming one is a migration. */
  readonly type: T;
  /** One Dutch sentence for the event catalogue. */
  readonly omschrijving: string;
  readonly bron?: string;
  /** Cannot be corrected or withdrawn: what it says was done outside the log as well. */
  readonly onherroepelijk?: boolean;
  /** Fields that a correction cannot change, beside the ids: other streams or something outside the log took them over. */
  readonly vasteVelden?: readonly string[];
  /** Id fields that a correction may change, since they only point at something elsewhere. */
  readonly verwijzingen?: readonly string[];
  readonly schema: S;
  /** Makes the event; `decide` uses this. */
  of(data: z.output<S>): DomainEvent<T, z.output<S>>;
}

/** Declares an event type once. The schema is strict: an unknown field is a mistake, not a surprise for later. */
export const defineEvent = <const T extends string, S extends z.ZodRawShape>(
  type: T,
  {
    data,
    ...definition
  }: Pick<EventDefinition, 'omschrijving' | 'bron' | 'onherroepelijk' | 'vasteVelden' | 'verwijzingen'> & { data: S },
): EventDefinition<T, z.ZodObject<S, z.core.$strict>> => ({
  type,
  ...definition,
  schema: z.strictObject(data),
  of: (eventData) => ({ type, data: eventData }),
});

/** The union of the events of a slice: `EventOf<typeof jeugdigeEvents>`. */
export type EventOf<Definitions extends Record<string, EventDefinition>> = {
  [K in keyof Definitions]: DomainEvent<Definitions[K]['type'], z.output<Definitions[K]['schema']>>;
}[keyof Definitions];

/** The field that names whom a fact is about. */
export const JEUGDIGE_VELD = 'jeugdigeId';

/** What a reader finds in the place of a personal field whose key was destroyed. */
export const VERNIETIGD = '(vernietigd)';

/**
 * Marks a field as personal data: it is encrypted before it reaches any store, with the key of the id that stands in
 * the field `sleutelVan` of the same event. After that key is destroyed a reader finds `VERNIETIGD` here.
 */
export const persoonsgegeven = <S extends z.ZodType>(schema: S, sleutelVan: string = JEUGDIGE_VELD): S =>
  schema.meta({ ...schema.meta(), persoonsgegeven: sleutelVan });

/**
 * The personal fields of an event schema, each with the field that names whose key it takes. The mark must be the
 * outermost thing of a field; the event catalogue refuses one that lies deeper.
 */
export const persoonsgegevensVan = (schema: z.ZodObject): ReadonlyMap<string, string> => {
  const velden = new Map<string, string>();
  for (const [veld, fieldSchema] of Object.entries(schema.shape)) {
    const sleutelVan = (fieldSchema as z.ZodType).meta()?.['persoonsgegeven'];
    if (typeof sleutelVan === 'string') velden.set(veld, sleutelVan);
  }
  return velden;
};
