import {
  DatumSchema,
  defineEvent,
  type EventOf,
  IdSchema,
  KwartaalSchema,
  MedewerkerSchema,
  OrganisatieSchema,
  persoonsgegeven,
  StoredInstantSchema,
  TekstSchema,
} from '@regielijn/kern';
import { z } from 'zod';
import { LandsdeelSchema, ReviewSchema } from './review.js';

export const CodeSchema = z.string().regex(/^[a-z][a-z0-9_-]{1,60}$/, 'kleine letters, cijfers en streepjes');

/** When enough disciplines are there to judge. */
export const QuorumSchema = z.strictObject({
  /** How many different ones, at least. */
  minimaalDisciplines: z.int().min(1),
  /** Those without which nothing is decided. */
  verplicht: z.array(CodeSchema),
});

/** The figures of an earlier review as they were known when this one closed. */
const TrendSchema = z.strictObject({
  kwartaal: KwartaalSchema,
  zaken: z.int().min(0),
  afwijkingen: z.int().min(0),
  gemotiveerd: z.int().min(0),
  besproken: z.int().min(0),
  perNorm: z.record(z.string(), z.int().min(0)),
});
export type Trend = z.output<typeof TrendSchema>;

const BRON = 'Werkagenda doorontwikkeling Jeugdhulp Plus Zuidwest (2020): elke drie maanden, met meer disciplines';
const review = { review: ReviewSchema };
const motivering = { gemotiveerd: z.boolean(), redencodes: z.array(CodeSchema) };

const actie = {
  actieId: IdSchema,
  soort: CodeSchema,
  /** The organisation that sees to it: never a person. */
  eigenaar: OrganisatieSchema,
  uiterlijk: DatumSchema,
  /** What it is about: the deviations, and the trajecten in which those were found. */
  afwijkingen: z.array(IdSchema).min(1),
  trajecten: z.array(IdSchema).min(1),
};

/** The storage contract of the review of one landsdeel over one quarter. Who takes part is an account id, never a name. */
export const reviewFeiten = {
  geopend: defineEvent('kwartaalreview.geopend@1', {
    omschrijving:
      'De kwartaalreview van een landsdeel is geopend, met wie erbij hoort te zijn volgens de regels van toen.',
    bron: BRON,
    data: {
      ...{ ...review, landsdeel: LandsdeelSchema, kwartaal: KwartaalSchema, regelversie: z.string() },
      ...{ disciplines: z.array(CodeSchema).min(1), quorum: QuorumSchema },
    },
  }),
  geagendeerd: defineEvent('kwartaalreview.afwijking-geagendeerd@1', {
    omschrijving: 'Een afwijking staat op de agenda, gemotiveerd of niet: vastgesteld in dit kwartaal, of meegenomen.',
    bron: BRON,
    data: {
      ...{ ...review, trajectId: IdSchema, afwijkingId: IdSchema, norm: z.string(), regio: z.string() },
      /** Of the voorziening where the jeugdige was; null: in none. */
      aanbieder: OrganisatieSchema.nullable(),
      vastgesteldOp: StoredInstantSchema,
      ...motivering,
      /** The review that did not come to discuss it; null: it was found in this quarter. */
      uitReview: ReviewSchema.nullable(),
    },
  }),
  motiveringBekend: defineEvent('kwartaalreview.motivering-bekend@1', {
    omschrijving: 'Een afwijking op de agenda is gemotiveerd, of anders gemotiveerd dan eerst.',
    data: { ...review, afwijkingId: IdSchema, ...motivering },
  }),
  afgevoerd: defineEvent('kwartaalreview.afwijking-afgevoerd@1', {
    omschrijving: 'Een afwijking is voor de bespreking van de agenda gehaald: zij is vervallen.',
    data: { ...review, afwijkingId: IdSchema },
  }),
  deelnemerToegevoegd: defineEvent('kwartaalreview.deelnemer-toegevoegd@1', {
    omschrijving: 'Iemand neemt deel aan de review, voor een discipline.',
    data: { ...review, account: MedewerkerSchema, discipline: CodeSchema },
  }),
  verschoond: defineEvent('kwartaalreview.verschoond@1', {
    omschrijving: 'Een deelnemer oordeelt niet over een zaak: uit eigen beweging, of omdat die er zelf in handelde.',
    data: {
      ...{ ...review, trajectId: IdSchema, account: MedewerkerSchema },
      reden: z.enum(['uit_eigen_beweging', 'handelde_in_zaak']),
    },
  }),
  leeslijstVastgesteld: defineEvent('kwartaalreview.leeslijst-vastgesteld@1', {
    omschrijving: 'Er staat vast welke zaken de deelnemers vooraf lezen.',
    data: { ...review, trajecten: z.array(IdSchema).min(1) },
  }),
  vergaderd: defineEvent('kwartaalreview.vergaderd@1', {
    omschrijving: 'De review is bijeengekomen, met wie er waren.',
    data: { ...review, aanwezig: z.array(MedewerkerSchema).min(1) },
  }),
  besproken: defineEvent('kwartaalreview.besproken@1', {
    omschrijving: 'Over een of meer afwijkingen is een conclusie getrokken: over een zaak, of over een groep zaken.',
    bron: BRON,
    data: {
      ...{ ...review, afwijkingen: z.array(IdSchema).min(1), conclusie: CodeSchema, lessen: z.array(CodeSchema) },
      opschaling: z.enum(['geen', 'regio', 'landsdeel', 'landelijk']),
    },
  }),
  toegelicht: defineEvent('kwartaalreview.zaak-toegelicht@1', {
    omschrijving: 'Bij een zaak is in woorden opgeschreven wat de bespreking opleverde.',
    data: { ...review, trajectId: IdSchema, jeugdigeId: IdSchema, toelichting: persoonsgegeven(TekstSchema) },
  }),
  actieAfgesproken: defineEvent('kwartaalreview.actie-afgesproken@1', {
    omschrijving: 'Een organisatie doet iets naar aanleiding van afwijkingen, voor een dag.',
    data: { ...review, ...actie },
  }),
  actieMeegenomen: defineEvent('kwartaalreview.actie-meegenomen@1', {
    omschrijving: 'Een actie van een eerdere review is nog niet klaar; de volgende begint ermee.',
    data: { ...review, ...actie, uitReview: ReviewSchema },
  }),
  actieAfgerond: defineEvent('kwartaalreview.actie-afgerond@1', {
    omschrijving: 'Een actie van de review is klaar.',
    data: { ...review, actieId: IdSchema },
  }),
  gesloten: defineEvent('kwartaalreview.gesloten@1', {
    omschrijving:
      'De review is gesloten en verzegeld met wat toen bekend was. Wat niet is besproken, gaat naar de volgende.',
    onherroepelijk: true,
    data: {
      ...review,
      /** SHA-256, in hexadecimals, over the canonical content of the pack; what was written about people is no part of it. */
      zegel: z.string().regex(/^[0-9a-f]{64}$/),
      trend: z.array(TrendSchema),
      /** What was not discussed, and the acties that are not done. */
      doorgeschoven: z.array(IdSchema),
      openActies: z.array(IdSchema),
    },
  }),
};

export const reviewEvents = Object.values(reviewFeiten);
export type ReviewEvent = EventOf<typeof reviewFeiten>;
