import {
  correctieEvents,
  DatumSchema,
  defineEvent,
  type EventOf,
  IdSchema,
  KaderSchema,
  OrganisatieSchema,
} from '@regielijn/kern';
import { z } from 'zod';

/** MGJ: machtiging gesloten jeugdhulp (Jeugdwet art. 6.1.2); SPOED: art. 6.1.3; VMGJ: voorwaardelijk, art. 6.1.4. */
export const SoortSchema = z.enum(['MGJ', 'SPOED', 'VMGJ']);

/** The legal title for a minor (Jeugdwet art. 6.1.2 lid 3). */
export const GrondslagSchema = z.enum(['OTS', 'VOOGDIJ_GI', 'INSTEMMING_WV']);

/** Why a machtiging ends before its end date. */
export const EindegrondSchema = z.enum([
  'uitstroom',
  'opgevolgd',
  'verblijf_niet_langer_nodig',
  'niet_ten_uitvoer_gelegd',
  'vernietigd_door_hof',
]);

/** The storage contract of a machtiging: one request to the kinderrechter and what became of it. */
export const machtigingFeiten = {
  verzoekIngediend: defineEvent('machtiging.verzoek-ingediend@1', {
    omschrijving: 'Aan de kinderrechter is een machtiging gevraagd.',
    bron: 'Jeugdwet art. 6.1.8',
    data: {
      machtigingId: IdSchema,
      jeugdigeId: IdSchema,
      soort: SoortSchema,
      grondslag: GrondslagSchema,
      kader: KaderSchema,
      verzoeker: OrganisatieSchema,
    },
  }),
  verleend: defineEvent('machtiging.verleend@1', {
    omschrijving: 'De kinderrechter heeft de machtiging verleend.',
    bron: 'Jeugdwet art. 6.1.12 lid 2',
    data: {
      machtigingId: IdSchema,
      jeugdigeId: IdSchema,
      beschikkingOp: DatumSchema,
      geldigVan: DatumSchema,
      /** First day on which the machtiging no longer holds, by the beschikking itself. */
      geldigTot: DatumSchema,
      /** The longest the law allows; the beschikking stays the truth. */
      // May lie beyond the years that somebody may enter.
      wettelijkUiterlijk: z.iso.date(),
      langerDanWet: z.boolean(),
    },
  }),
  afgewezen: defineEvent('machtiging.afgewezen@1', {
    omschrijving: 'De kinderrechter heeft de machtiging afgewezen.',
    data: { machtigingId: IdSchema, jeugdigeId: IdSchema, beschikkingOp: DatumSchema },
  }),
  geeindigd: defineEvent('machtiging.geeindigd@1', {
    omschrijving: 'De machtiging is voor haar einddatum geëindigd.',
    bron: 'Jeugdwet art. 6.1.12',
    data: { machtigingId: IdSchema, jeugdigeId: IdSchema, grond: EindegrondSchema },
  }),
};

export const machtigingCorrecties = correctieEvents('machtiging', 'jeugdigeId');
export const machtigingEvents = [...Object.values(machtigingFeiten), ...Object.values(machtigingCorrecties)];
export type MachtigingEvent = EventOf<typeof machtigingFeiten>;
export type Soort = z.output<typeof SoortSchema>;
export type Eindegrond = z.output<typeof EindegrondSchema>;

export const machtigingStream = (machtigingId: string): string => `machtiging-${machtigingId}`;
