import { defineEvent, type EventOf, IdSchema, StoredInstantSchema } from '@regielijn/kern';
import { z } from 'zod';
import { UitkomstSchema } from './normen/uitkomst.js';

const toets = {
  trajectId: IdSchema,
  jeugdigeId: IdSchema,
  norm: z.string(),
  regelversie: z.string(),
};

/** The storage contract of the norm assessments of one traject. */
export const normenkaderFeiten = {
  getoetst: defineEvent('normenkader.norm-getoetst@1', {
    omschrijving: 'Een norm is getoetst, met de feiten, de regelversie en de uitleg van toen.',
    bron: 'Normenkader Jeugdhulp Plus Zuidwest (2020)',
    data: {
      ...toets,
      /** The event that gave reason to assess; one assessment per trigger, norm and rule version. */
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
};

export const normenkaderEvents = Object.values(normenkaderFeiten);
export type NormenkaderEvent = EventOf<typeof normenkaderFeiten>;

export const normtoetsStream = (trajectId: string): string => `normtoets-${trajectId}`;
