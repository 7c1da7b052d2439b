import {
  DatumSchema,
  defineEvent,
  type EventOf,
  IdSchema,
  type JsonObject,
  persoonsgegeven,
  StoredInstantSchema,
  TekstSchema,
} from '@regielijn/kern';
import { z } from 'zod';
import { GEHEEL, UitkomstSchema } from './normen/uitkomst.js';

const toets = {
  trajectId: IdSchema,
  jeugdigeId: IdSchema,
  norm: z.string(),
  regelversie: z.string(),
};

const CodeSchema = z.string().regex(/^[a-z][a-z0-9_-]{1,60}$/, 'kleine letters, cijfers en streepjes');

const afwijking = { ...toets, afwijkingId: IdSchema, peilmoment: StoredInstantSchema };

/** A deviation as it was recorded before it said at which fact. */
const afwijkingVastgesteld1 = defineEvent('normenkader.afwijking-vastgesteld@1', {
  omschrijving: 'Zoals versie 2, zonder bij welk feit is afgeweken.',
  data: afwijking,
});

/** What a motivation says, in command and event alike. */
export const motivering = {
  /** What the one who motivates is to the case, as a code such as `jeugdbeschermer`: never a name. */
  functie: CodeSchema,
  redencodes: z.array(CodeSchema).min(1),
  toelichting: persoonsgegeven(TekstSchema),
  alternatievenOverwogen: persoonsgegeven(z.array(TekstSchema)),
  herstelactie: persoonsgegeven(TekstSchema.nullable()),
  herstelUiterlijk: DatumSchema.nullable(),
};

/** How what was promised was done, in command and event alike. */
export const herstel = { toelichting: persoonsgegeven(TekstSchema.nullable()) };

/** What came of the discussion of a deviation, in codes: why, the review itself keeps. */
export const bespreking = {
  /** Which review, as `zuidwest-2026-K3`. */
  review: z.string(),
  conclusie: CodeSchema,
  opschaling: CodeSchema,
};

/** The storage contract of the norm assessments of one traject. */
export const normenkaderFeiten = {
  getoetst: defineEvent('normenkader.norm-getoetst@1', {
    omschrijving: 'Een norm is getoetst, met de feiten, de regelversie en de uitleg van toen.',
    bron: 'Normenkader Jeugdhulp Plus Zuidwest (2020)',
    data: {
      ...toets,
      /** The event that gave reason to assess, or the command where only time went by; one assessment per trigger, norm and rule version. */
      aanleiding: IdSchema,
      peilmoment: StoredInstantSchema,
      /** The events whose facts decided. */
      feiten: z.array(IdSchema),
      uitkomst: UitkomstSchema,
      uitleg: z.string(),
      bron: z.array(z.string()),
    },
  }),
  afwijkingVastgesteld: defineEvent('normenkader.afwijking-vastgesteld@2', {
    omschrijving: 'Van een norm is afgeweken. Een norm houdt niets tegen; de afwijking wordt gemotiveerd en besproken.',
    bron: 'Werkagenda doorontwikkeling Jeugdhulp Plus Zuidwest (2020)',
    data: {
      ...afwijking,
      /** The event at which was deviated, such as one incident, or that it was the traject as a whole; null: not known. */
      geval: z.union([IdSchema, z.literal(GEHEEL)]).nullable(),
    },
  }),
  afwijkingVervallen: defineEvent('normenkader.afwijking-vervallen@1', {
    omschrijving: 'Na een correctie of late aanvulling van de feiten is er geen afwijking meer.',
    data: { ...toets, afwijkingId: IdSchema },
  }),
  afwijkingGemotiveerd: defineEvent('normenkader.afwijking-gemotiveerd@1', {
    omschrijving: 'Er is uitgelegd waarom van een norm is afgeweken en wat eraan wordt gedaan.',
    bron: 'Werkagenda doorontwikkeling Jeugdhulp Plus Zuidwest (2020)',
    data: { trajectId: IdSchema, jeugdigeId: IdSchema, norm: z.string(), afwijkingId: IdSchema, ...motivering },
  }),
  herstelAfgerond: defineEvent('normenkader.herstel-afgerond@1', {
    omschrijving: 'Wat bij de motivering van een afwijking als herstel is beloofd, is gedaan.',
    bron: 'Werkagenda doorontwikkeling Jeugdhulp Plus Zuidwest (2020)',
    data: { trajectId: IdSchema, jeugdigeId: IdSchema, norm: z.string(), afwijkingId: IdSchema, ...herstel },
  }),
  afwijkingBesproken: defineEvent('normenkader.afwijking-besproken@1', {
    omschrijving: 'De kwartaalreview heeft een conclusie getrokken over een afwijking.',
    bron: 'Werkagenda doorontwikkeling Jeugdhulp Plus Zuidwest (2020)',
    data: { trajectId: IdSchema, jeugdigeId: IdSchema, norm: z.string(), afwijkingId: IdSchema, ...bespreking },
  }),
};

export const normenkaderEvents = [afwijkingVastgesteld1, ...Object.values(normenkaderFeiten)];
export const normenkaderUpcasters = [
  {
    ...{ from: afwijkingVastgesteld1.type, to: normenkaderFeiten.afwijkingVastgesteld.type },
    up: (data: JsonObject): JsonObject => ({ ...data, geval: null }),
  },
];
export type NormenkaderEvent = EventOf<typeof normenkaderFeiten>;

export const normtoetsStream = (trajectId: string): string => `normtoets-${trajectId}`;
