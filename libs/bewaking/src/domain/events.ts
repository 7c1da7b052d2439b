import {
  DatumSchema,
  defineEvent,
  type EventOf,
  IdSchema,
  JsonSchema,
  OrganisatieSchema,
  persoonsgegeven,
  StoredInstantSchema,
  TekstSchema,
} from '@regielijn/kern';
import { MOMENT_SOORTEN } from '@regielijn/termijnen';
import { z } from 'zod';

export const MomentSoortSchema = z.enum(MOMENT_SOORTEN);

/** A command that a moment asks for. Its input holds ids, codes and moments only. */
const OpdrachtSchema = z.strictObject({
  naam: z.string(),
  invoer: z.record(z.string(), JsonSchema),
  geldigOp: StoredInstantSchema,
});

/** What is said of a term whose moment has come, in command and event alike. */
export const melding = {
  termijnId: IdSchema,
  /** Whose term it is: `machtiging-<id>` and so on. */
  stream: z.string(),
  /** null: the term is about no jeugdige. */
  jeugdigeId: IdSchema.nullable(),
  /** The rule (`D5`) or agreement (`AFSTEMMING`). */
  regel: z.string(),
  naam: z.string(),
  moment: MomentSoortSchema,
  /** When this moment came, pauses included: what a term is recognised by that moved. */
  wektOp: StoredInstantSchema,
  eind: DatumSchema,
  /** The organisations that must hear of it, as it stood then. */
  voor: z.array(OrganisatieSchema),
  opdracht: OpdrachtSchema.nullable(),
};

/** What was done about a command that a moment asked for. */
export const UitkomstSchema = z.enum(['uitgevoerd', 'niets_te_doen', 'geweigerd']);

const pauze = { termijnId: IdSchema, jeugdigeId: IdSchema };

/** The storage contract of the watch over one term. The term itself is nowhere written down: it follows from the slices. */
export const bewakingFeiten = {
  gemeld: defineEvent('bewaking.termijn-gemeld@1', {
    omschrijving:
      'Van een termijn is een moment gekomen: vooraf, verstreken of opgeschaald. Dit wordt één keer gemeld.',
    onherroepelijk: true,
    data: melding,
  }),
  gevolgVastgelegd: defineEvent('bewaking.gevolg-vastgelegd@1', {
    omschrijving:
      'Wat bij een gemelde termijn vanzelf moest gebeuren is gebeurd, was niet meer nodig, of werd geweigerd.',
    onherroepelijk: true,
    data: {
      termijnId: IdSchema,
      /** The event that asked for it. */
      gemeldId: IdSchema,
      uitkomst: UitkomstSchema,
      /** Why it was refused. */
      code: z.string().nullable(),
    },
  }),
  gepauzeerd: defineEvent('bewaking.termijn-gepauzeerd@1', {
    omschrijving: 'Een termijn die geen wet stelt, is stilgezet, met een reden.',
    onherroepelijk: true,
    data: { ...pauze, reden: persoonsgegeven(TekstSchema) },
  }),
  hervat: defineEvent('bewaking.termijn-hervat@1', {
    omschrijving: 'Een stilgezette termijn loopt weer. Het einde schuift zoveel dagen op als zij stilstond.',
    onherroepelijk: true,
    data: { ...pauze, dagen: z.int().nonnegative() },
  }),
};

export const bewakingEvents = Object.values(bewakingFeiten);
export type BewakingEvent = EventOf<typeof bewakingFeiten>;

const PREFIX = 'proces-termijn-';
export const termijnStream = (termijnId: string): string => `${PREFIX}${termijnId}`;
export const isTermijnStream = (stream: string): boolean => stream.startsWith(PREFIX);
