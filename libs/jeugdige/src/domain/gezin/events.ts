import { defineEvent, type EventOf, IdSchema, persoonsgegeven, TekstSchema } from '@regielijn/kern';
import { z } from 'zod';

/** Where the child grows up after a gezinsopname. Source: Pilotbeschrijving Gezinsopname (2020), opvoedbesluit. */
const OpvoedbesluitSchema = z.enum(['bij_ouders', 'niet_bij_ouders', 'nog_niet_duidelijk']);

/** Help that parents ask for themselves. Source: Werkagenda (2020), help for parents beside that for the jeugdige. */
export const HulpOudersSoortSchema = z.enum(['ggz', 'vg', 'verslaving', 'schulden', 'overig']);

export const opvoedbesluitVelden = {
  uitkomst: OpvoedbesluitSchema,
  /** Brothers, sisters and others of the network who stayed with the child during the gezinsopname. */
  meeOpgenomen: z.array(IdSchema).max(20),
  toelichting: persoonsgegeven(TekstSchema.nullable()),
};

/** The family as a unit. Who belongs to it stands in the netwerk, by relatie. */
export const gezinFeiten = {
  opvoedbesluitVastgelegd: defineEvent('jeugdige.opvoedbesluit-vastgelegd@1', {
    omschrijving: 'In een gezinsopname is besloten waar het kind verder opgroeit.',
    bron: 'Pilotbeschrijving Gezinsopname (2020)',
    data: { jeugdigeId: IdSchema, ...opvoedbesluitVelden },
  }),
  hulpOudersGevraagd: defineEvent('jeugdige.hulp-ouders-gevraagd@1', {
    omschrijving: 'Voor de ouders zelf is hulp gevraagd.',
    bron: 'Werkagenda (2020)',
    data: { jeugdigeId: IdSchema, hulpId: IdSchema, soort: HulpOudersSoortSchema },
  }),
  hulpOudersGestart: defineEvent('jeugdige.hulp-ouders-gestart@1', {
    omschrijving: 'De hulp voor de ouders is begonnen.',
    bron: 'Werkagenda (2020)',
    data: { jeugdigeId: IdSchema, hulpId: IdSchema },
  }),
  hulpOudersGestopt: defineEvent('jeugdige.hulp-ouders-gestopt@1', {
    omschrijving: 'De hulp voor de ouders is gestopt, of komt er niet.',
    bron: 'Werkagenda (2020)',
    data: { jeugdigeId: IdSchema, hulpId: IdSchema },
  }),
};

export type GezinEvent = EventOf<typeof gezinFeiten>;
export type Opvoedbesluit = z.output<typeof OpvoedbesluitSchema>;
export type HulpOudersSoort = z.output<typeof HulpOudersSoortSchema>;
