import {
  DatumSchema,
  defineCommand,
  IdSchema,
  KwartaalSchema,
  MedewerkerSchema,
  OrganisatieSchema,
  TekstSchema,
} from '@regielijn/kern';
import { z } from 'zod';
import { CodeSchema, reviewFeiten } from './events.js';
import { LandsdeelSchema, ReviewSchema } from './review.js';

const review = { review: ReviewSchema };

/** What a discussion can conclude. The sources name none: a proposal of this project. */
export const CONCLUSIES = [
  'terecht_afgeweken',
  'te_voorkomen',
  'niet_te_voorkomen',
  'norm_past_niet',
  'gegevens_kloppen_niet',
] as const;

/** What is learned from it, in codes that can be counted. A proposal of this project. */
export const LESSEN = [
  'werkwijze_aanpassen',
  'eerder_afstemmen',
  'eerder_motiveren',
  'meer_passende_plekken',
  'scholing',
  'norm_verduidelijken',
  'registratie_verbeteren',
] as const;

/** What an organisation can be asked to do about it. A proposal of this project. */
export const ACTIESOORTEN = [
  'werkafspraak_maken',
  'plekken_regelen',
  'scholing_regelen',
  'casusoverleg_houden',
  'oorzaak_onderzoeken',
  'registratie_herstellen',
  'norm_voorleggen',
] as const;

/** Opens a review by itself, when its quarter begins. */
export class OpenReview extends defineCommand({
  naam: 'kwartaalreview.open',
  soort: 'besluit',
  omschrijving: 'Opent de kwartaalreview van een landsdeel.',
  schema: z.strictObject({ landsdeel: LandsdeelSchema, kwartaal: KwartaalSchema }),
}) {}

/** Sent by the follower of the norm assessments: what one assessment found. */
export class ZetOpAgenda extends defineCommand({
  naam: 'kwartaalreview.zet-op-agenda',
  soort: 'feit',
  omschrijving: 'Zet afwijkingen in een zaak op de agenda van een review, en opent die als dat nog niet is gebeurd.',
  schema: z.strictObject({ ...review, trajectId: IdSchema, afwijkingen: z.array(IdSchema).min(1) }),
}) {}

/** Sent by the follower when a deviation is motivated or lapses. */
export class WerkAgendaBij extends defineCommand({
  naam: 'kwartaalreview.werk-agenda-bij',
  soort: 'feit',
  omschrijving: 'Brengt de agenda in lijn met wat er met een afwijking gebeurde.',
  schema: z.strictObject({
    ...{ ...review, afwijkingId: IdSchema },
    /** Why was deviated; null: the deviation lapsed. */
    redencodes: z.array(CodeSchema).nullable(),
  }),
}) {}

/** Sent by the follower when a review closes. */
export class NeemOver extends defineCommand({
  naam: 'kwartaalreview.neem-over',
  soort: 'feit',
  omschrijving: 'Neemt over wat een gesloten review niet besprak, en de acties die nog niet klaar zijn.',
  schema: z.strictObject({ ...review, uit: ReviewSchema }),
}) {}

export class VoegDeelnemerToe extends defineCommand({
  naam: 'kwartaalreview.voeg-deelnemer-toe',
  soort: 'besluit',
  omschrijving: 'Laat iemand deelnemen aan de review, voor een discipline.',
  schema: z.strictObject({ ...review, account: MedewerkerSchema, discipline: CodeSchema }),
}) {}

export class Verschoon extends defineCommand({
  naam: 'kwartaalreview.verschoon',
  soort: 'feit',
  omschrijving: 'Legt vast dat een deelnemer niet over een zaak oordeelt.',
  schema: z.strictObject({ ...review, trajectId: IdSchema, account: MedewerkerSchema }),
}) {}

export class StelLeeslijstVast extends defineCommand({
  naam: 'kwartaalreview.stel-leeslijst-vast',
  soort: 'besluit',
  omschrijving: 'Zegt welke zaken op de agenda de deelnemers vooraf lezen.',
  schema: z.strictObject({ ...review, trajecten: z.array(IdSchema).min(1).max(500) }),
}) {}

export class LegVergaderingVast extends defineCommand({
  naam: 'kwartaalreview.leg-vergadering-vast',
  soort: 'feit',
  omschrijving: 'Legt vast dat de review bijeenkwam, en wie er waren.',
  schema: z.strictObject({ ...review, aanwezig: z.array(MedewerkerSchema).min(1).max(100) }),
}) {}

/** Over one case, or over a cluster: whatever deviations the meeting took together. */
export class Concludeer extends defineCommand({
  naam: 'kwartaalreview.concludeer',
  soort: 'besluit',
  omschrijving: 'Trekt een conclusie over een of meer afwijkingen op de agenda: van een zaak, of van een groep zaken.',
  bron: 'Werkagenda doorontwikkeling Jeugdhulp Plus Zuidwest (2020)',
  schema: z.strictObject({
    ...{ ...review, afwijkingen: z.array(IdSchema).min(1).max(500), conclusie: z.enum(CONCLUSIES) },
    lessen: z.array(z.enum(LESSEN)).default([]),
    opschaling: reviewFeiten.besproken.schema.shape.opschaling.default('geen'),
  }),
}) {}

/** In words, and so always about one case: it takes the key of that jeugdige. */
export class LichtZaakToe extends defineCommand({
  naam: 'kwartaalreview.licht-zaak-toe',
  soort: 'besluit',
  omschrijving: 'Schrijft bij één zaak in woorden op wat de bespreking opleverde.',
  schema: z.strictObject({ ...review, trajectId: IdSchema, toelichting: TekstSchema }),
}) {}

export class SpreekActieAf extends defineCommand({
  naam: 'kwartaalreview.spreek-actie-af',
  soort: 'besluit',
  omschrijving: 'Spreekt af dat een organisatie voor een dag iets doet naar aanleiding van afwijkingen.',
  schema: z.strictObject({
    ...{ ...review, afwijkingen: z.array(IdSchema).min(1).max(500), soort: z.enum(ACTIESOORTEN) },
    ...{ eigenaar: OrganisatieSchema, uiterlijk: DatumSchema },
  }),
}) {}

export class RondActieAf extends defineCommand({
  naam: 'kwartaalreview.rond-actie-af',
  soort: 'besluit',
  omschrijving: 'Verklaart een actie klaar, bij de review waar zij nu openstaat.',
  schema: z.strictObject({ ...review, actieId: IdSchema }),
}) {}

export class SluitReview extends defineCommand({
  naam: 'kwartaalreview.sluit',
  soort: 'besluit',
  omschrijving: 'Sluit en verzegelt de review. Wat niet is besproken, gaat zichtbaar naar de volgende.',
  schema: z.strictObject(review),
}) {}

export const reviewCommands = [
  ...[OpenReview, ZetOpAgenda, WerkAgendaBij, NeemOver, VoegDeelnemerToe, Verschoon, StelLeeslijstVast],
  ...[LegVergaderingVast, Concludeer, LichtZaakToe, SpreekActieAf, RondActieAf, SluitReview],
];
export type ReviewCommand = InstanceType<(typeof reviewCommands)[number]>;
