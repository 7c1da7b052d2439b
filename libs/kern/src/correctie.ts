import { isDeepStrictEqual } from 'node:util';
import { z } from 'zod';
import { type CodedError, dossierVernietigd, weiger } from './coded-error.js';
import {
  defineEvent,
  type DomainEvent,
  type EventDefinition,
  type Past,
  persoonsgegeven,
  VERNIETIGD,
} from './event.js';
import type { Vervanging } from './gevolgen.js';
import { IdSchema } from './ids.js';
import { type JsonObject, JsonSchema } from './json.js';
import { InstantSchema, StoredInstantSchema } from './tijd.js';
import { TekstSchema } from './tekst.js';
import { zinOverInvoer } from './zin-over-invoer.js';

/**
 * A wrong fact is never changed: a new event in the same stream replaces fields of it or withdraws it, with a reason.
 * The old event stays. Every slice has the same two events, made here.
 *
 * `sleutelVan` is the id field whose key encrypts the reason and whatever personal fields are replaced.
 */
export const correctieEvents = <const Slice extends string, const Sleutel extends string>(
  slice: Slice,
  sleutelVan: Sleutel,
) => ({
  gecorrigeerd: defineEvent(`${slice}.gecorrigeerd@1`, {
    omschrijving: 'Een eerder vastgelegd feit is verbeterd; het oude blijft zichtbaar.',
    data: {
      ...({ [sleutelVan]: IdSchema } as Record<Sleutel, typeof IdSchema>),
      vervangt: IdSchema,
      vervangtType: z.string(),
      velden: z.record(z.string(), JsonSchema),
      gebeurdOp: StoredInstantSchema.nullable(),
      reden: persoonsgegeven(TekstSchema, sleutelVan),
    },
  }),
  feitIngetrokken: defineEvent(`${slice}.feit-ingetrokken@1`, {
    omschrijving: 'Een eerder vastgelegd feit is ingetrokken: het is niet gebeurd. Het oude blijft zichtbaar.',
    data: {
      ...({ [sleutelVan]: IdSchema } as Record<Sleutel, typeof IdSchema>),
      vervangt: IdSchema,
      vervangtType: z.string(),
      reden: persoonsgegeven(TekstSchema, sleutelVan),
    },
  }),
});

/** The input of a correction, the same for every slice. `velden` holds only what changes, `gebeurdOp` another moment. */
export const CorrectieSchema = z.strictObject({
  vervangt: IdSchema,
  velden: z.record(z.string(), JsonSchema),
  gebeurdOp: InstantSchema.nullable().default(null),
  reden: TekstSchema,
});
export const IntrekkingSchema = z.strictObject({ vervangt: IdSchema, reden: TekstSchema });

interface Correctie {
  readonly vervangt: string;
  readonly velden: JsonObject;
  readonly gebeurdOp: string | null;
}

const isGecorrigeerd = (type: string): boolean => /\.gecorrigeerd@\d+$/.test(type);
const isIngetrokken = (type: string): boolean => /\.feit-ingetrokken@\d+$/.test(type);

/** True for the two events that replace or withdraw another one. */
export const isCorrectieType = (type: string): boolean => isGecorrigeerd(type) || isIngetrokken(type);

/**
 * A history as it should be read today: corrected facts carry their new fields at their old place, withdrawn facts and
 * the corrections themselves are gone. The last correction of a fact wins field by field.
 */
export const withCorrections = <E extends DomainEvent>(history: readonly Past<E>[]): readonly Past<E>[] => {
  if (!history.some((event) => isCorrectieType(event.type))) return history;
  const ingetrokken = new Set<string>();
  const velden = new Map<string, JsonObject>();
  const momenten = new Map<string, string>();
  for (const event of history) {
    const correctie = event.data as Correctie;
    if (isIngetrokken(event.type)) ingetrokken.add(correctie.vervangt);
    if (!isGecorrigeerd(event.type)) continue;
    velden.set(correctie.vervangt, { ...velden.get(correctie.vervangt), ...correctie.velden });
    if (correctie.gebeurdOp !== null) momenten.set(correctie.vervangt, correctie.gebeurdOp);
  }
  return history
    .filter((event) => !isCorrectieType(event.type) && !ingetrokken.has(event.id))
    .map((event) => ({
      ...event,
      geldigOp: momenten.get(event.id) ?? event.geldigOp,
      data: { ...event.data, ...velden.get(event.id) },
    }));
};

interface TeVervangen {
  readonly huidig: Past<DomainEvent>;
  readonly definition: EventDefinition;
}

/** The fact as it holds now, if it may be replaced at all. */
const teVervangen = (
  definitions: readonly EventDefinition[],
  history: readonly Past<DomainEvent>[],
  vervangt: string,
): TeVervangen => {
  const origineel = history.find((event) => event.id === vervangt);
  if (!origineel) throw weiger('FEIT_ONBEKEND', 'Dit feit staat niet in dit dossier.', { vervangt });
  if (isCorrectieType(origineel.type))
    throw weiger(
      'CORRECTIE_VAN_CORRECTIE',
      'Een correctie kunt u niet corrigeren. Corrigeer het oorspronkelijke feit opnieuw.',
      { vervangt },
    );
  const huidig = withCorrections(history).find((event) => event.id === vervangt);
  if (!huidig) throw weiger('FEIT_AL_INGETROKKEN', 'Dit feit is al ingetrokken.', { vervangt });
  const definition = definitions.find(({ type }) => type === huidig.type);
  if (!definition || definition.onherroepelijk)
    throw weiger('FEIT_ONHERROEPELIJK', 'Dit feit kunt u niet corrigeren of intrekken.', { type: huidig.type });
  return { huidig, definition };
};

/** What ties a fact to its stream stays; an id that only points elsewhere may have been the wrong one. */
const ligtVast = ({ verwijzingen, vasteVelden }: EventDefinition, veld: string): boolean =>
  vasteVelden?.includes(veld) || (/Id$/.test(veld) && !verwijzingen?.includes(veld));

/** Names each wrong field and what is wrong with it, never the value. */
const ongeldigeCorrectie = (issues: readonly z.core.$ZodIssue[]): CodedError => {
  const fouten = issues.map(({ path, message }) => (path.length > 0 ? `${path.join('.')}: ${message}` : message));
  return weiger(
    'CORRECTIE_ONGELDIG',
    `Na deze correctie klopt het feit niet meer: ${fouten.join('; ')}. Kijk na wat u invulde.`,
    {
      velden: issues.flatMap((issue) =>
        issue.code === 'unrecognized_keys'
          ? issue.keys.map((veld) => [...issue.path, veld].join('.'))
          : issue.path.join('.'),
      ),
    },
  );
};

/**
 * Decides a correction: the fact must stand in this history, what ties it to others stays as it is, and the outcome
 * must be a valid fact of its type. Answers what to record, or `null` when nothing would change.
 */
export const beslisCorrectie = (
  definitions: readonly EventDefinition[],
  history: readonly Past<DomainEvent>[],
  correctie: z.output<typeof CorrectieSchema>,
): Vervanging | null => {
  const { huidig, definition } = teVervangen(definitions, history, correctie.vervangt);
  const gevraagd = Object.keys(correctie.velden);
  const vast = gevraagd.filter((veld) => ligtVast(definition, veld));
  if (vast.length > 0)
    throw weiger(
      'VELD_LIGT_VAST',
      'Waar een feit bij hoort, kunt u niet corrigeren. Trek het feit in en leg het opnieuw vast.',
      { velden: vast },
    );
  if (Object.values(huidig.data).includes(VERNIETIGD)) throw dossierVernietigd();
  const uitkomst = definition.schema.safeParse({ ...huidig.data, ...correctie.velden }, { error: zinOverInvoer });
  if (!uitkomst.success) throw ongeldigeCorrectie(uitkomst.error.issues);
  const [oud, nieuw] = [huidig.data as JsonObject, uitkomst.data as JsonObject];
  const veranderd = gevraagd.filter((veld) => !isDeepStrictEqual(oud[veld], nieuw[veld]));
  const ander = correctie.gebeurdOp !== null && correctie.gebeurdOp !== huidig.geldigOp;
  if (veranderd.length === 0 && !ander) return null;
  const velden = Object.fromEntries(veranderd.map((veld) => [veld, nieuw[veld]!]));
  return { vervangt: correctie.vervangt, vervangtType: huidig.type, velden };
};

/** Decides a withdrawal. The first fact of a stream is its existence and cannot be withdrawn. */
export const beslisIntrekking = (
  definitions: readonly EventDefinition[],
  history: readonly Past<DomainEvent>[],
  vervangt: string,
): { vervangtType: string } => {
  const { huidig } = teVervangen(definitions, history, vervangt);
  if (history[0]?.id === vervangt)
    throw weiger('EERSTE_FEIT_BLIJFT', 'Het eerste feit van een dossier kunt u corrigeren, niet intrekken.', {
      vervangt,
    });
  return { vervangtType: huidig.type };
};
