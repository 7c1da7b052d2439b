import {
  DatumSchema,
  defineEvent,
  type EventOf,
  IdSchema,
  persoonsgegeven,
  StoredInstantSchema,
  TekstSchema,
} from '@regielijn/kern';
import { z } from 'zod';
import { UitkomstSchema } from './normen/uitkomst.js';

const toets = {
  trajectId: IdSchema,
  jeugdigeId: IdSchema,
  norm: z.string(),
  regelversie: z.string(),
};

const CodeSchema = z.string().regex(/^[a-z][a-z0-9_-]{1,60}$/, 'kleine letters, cijfers en streepjes');

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
  afwijkingVastgesteld: defineEvent('normenkader.afwijking-vastgesteld@1', {
    omschrijving: 'Van een norm is afgeweken. Een norm houdt niets tegen; de afwijking wordt gemotiveerd en besproken.',
    bron: 'Werkagenda doorontwikkeling Jeugdhulp Plus Zuidwest (2020)',
    data: { ...toets, afwijkingId: IdSchema, peilmoment: StoredInstantSchema },
  }),
  afwijkingVervallen: defineEvent('normenkader.afwijking-vervallen@1', {
    omschrijving: 'Na een correctie van de feiten is er geen afwijking meer.',
    data: { ...toets, afwijkingId: IdSchema },
  }),
  afwijkingGemotiveerd: defineEvent('normenkader.afwijking-gemotiveerd@1', {
    omschrijving: 'Er is uitgelegd waarom van een norm is afgeweken en wat eraan wordt gedaan.',
    bron: 'Werkagenda doorontwikkeling Jeugdhulp Plus Zuidwest (2020)',
    data: { trajectId: IdSchema, jeugdigeId: IdSchema, norm: z.string(), afwijkingId: IdSchema, ...motivering },
  }),
};

export const normenkaderEvents = Object.values(normenkaderFeiten);
export type NormenkaderEvent = EventOf<typeof normenkaderFeiten>;

export const normtoetsStream = (trajectId: string): string => `normtoets-${trajectId}`;
