import { DatumSchema, defineCommand, IdSchema, InstantSchema, invoer, TekstSchema } from '@regielijn/kern';
import { z } from 'zod';
import { bespreking, herstel, motivering } from './events.js';
import { NORM_IDS } from './normen/feiten.js';

/**
 * Holds the facts of a traject against norms. Sent by the follower of the log for what happened, and for what falls due
 * by time alone by whoever keeps the time. Never by the traject's own decider.
 */
export class ToetsNormen extends defineCommand({
  naam: 'normenkader.toets',
  soort: 'feit',
  omschrijving: 'Toetst de feiten van een traject aan normen, zoals ze op een moment waren.',
  bron: 'Normenkader Jeugdhulp Plus Zuidwest (2020)',
  schema: z.strictObject({
    trajectId: IdSchema,
    /** What happened later does not count. */
    peilmoment: InstantSchema,
    /** Absent: all of them. */
    normen: z
      .array(z.enum(NORM_IDS))
      .min(1)
      .default([...NORM_IDS]),
    /** The event that gave reason; null when only time went by. */
    aanleiding: IdSchema.nullable().default(null),
  }),
}) {}

/**
 * What somebody who motivates can be to a case: the roles that may motivate, and whoever speaks for them. A list, so that
 * no name gets into a field that stays readable when a dossier is destroyed. A proposal of this project.
 */
const FUNCTIES = [
  'casusregisseur',
  'jeugdbeschermer',
  'teamleider',
  'plaatsingscoordinator',
  'behandelaar',
  'gedragswetenschapper',
  'andere_functie',
] as const;

/**
 * Why was deviated, in codes that can be counted. The seeds name a want of places, waiting lists and bloedspoed; the
 * others are a proposal of this project.
 */
const REDENCODES = [
  'bloedspoed',
  'wachtlijst',
  'bij_gebrek_aan_beter',
  'geen_personeel',
  'wens_jeugdige_of_ouders',
  'veiligheid',
  'niet_op_tijd_vastgelegd',
  'afhankelijk_van_ander',
  'anders',
] as const;

/**
 * Says why a norm was deviated from, what else was considered and what is done about it. The norm stays deviated from;
 * whether the reason convinces is for the review.
 */
export class MotiveerAfwijking extends defineCommand({
  naam: 'normenkader.motiveer-afwijking',
  soort: 'besluit',
  omschrijving: 'Legt uit waarom van een norm is afgeweken en wat eraan wordt gedaan.',
  bron: 'Werkagenda doorontwikkeling Jeugdhulp Plus Zuidwest (2020)',
  schema: z.strictObject({
    trajectId: IdSchema,
    afwijkingId: IdSchema,
    ...invoer(motivering),
    functie: z.enum(FUNCTIES),
    redencodes: z.array(z.enum(REDENCODES)).min(1),
    alternatievenOverwogen: z.array(TekstSchema).default([]),
    herstelUiterlijk: DatumSchema.nullable().default(null),
  }),
}) {}

/** Says that what was promised with the motivation is done: it closes the term of that promise. */
export class RondHerstelAf extends defineCommand({
  naam: 'normenkader.rond-herstel-af',
  soort: 'feit',
  omschrijving: 'Legt vast dat is gedaan wat bij de motivering van een afwijking als herstel is beloofd.',
  bron: 'Werkagenda doorontwikkeling Jeugdhulp Plus Zuidwest (2020)',
  schema: z.strictObject({ trajectId: IdSchema, afwijkingId: IdSchema, ...invoer(herstel) }),
}) {}

/** Brings what the kwartaalreview concluded back to the traject. Sent by the follower of the reviews. */
export class LegBesprekingVast extends defineCommand({
  naam: 'normenkader.leg-bespreking-vast',
  soort: 'feit',
  omschrijving: 'Legt bij een afwijking vast wat de kwartaalreview erover concludeerde.',
  schema: z.strictObject({ trajectId: IdSchema, afwijkingId: IdSchema, ...bespreking }),
}) {}

export type NormenkaderCommand = ToetsNormen | MotiveerAfwijking | RondHerstelAf | LegBesprekingVast;
export const normenkaderCommands = [ToetsNormen, MotiveerAfwijking, RondHerstelAf, LegBesprekingVast];
