import { defineEvent, type EventOf, IdSchema, KorteTekstSchema, persoonsgegeven, TekstSchema } from '@regielijn/kern';
import { z } from 'zod';

/** Who somebody is to the jeugdige. The family are those with a family tie; nobody is recorded twice for it. */
const RelatieSchema = z.enum([
  'moeder',
  'vader',
  'oma',
  'opa',
  'tante',
  'oom',
  'broer',
  'zus',
  'vriend',
  'buur',
  'leerkracht',
  'trainer',
  'overig',
]);

/** What came of the offer. Source: Jeugdwet art. 6.1.10 lid 2: parents may waive it, or the development is under threat. */
export const AanbodUitkomstSchema = z.enum(['aanvaard', 'afgezien', 'bedreiging_ontwikkeling']);

export const netwerkpersoonVelden = {
  naam: persoonsgegeven(KorteTekstSchema),
  /** Telephone, address or mail, as a caseworker writes it down. */
  contact: persoonsgegeven(KorteTekstSchema.nullable()),
  relatie: RelatieSchema,
  /** Whether this person has gezag over the jeugdige; null: not known. */
  gezag: z.boolean().nullable(),
};

export const familiegroepsplanVelden = {
  versie: z.int().min(1).max(1000),
  inhoud: persoonsgegeven(TekstSchema),
};

/** Who stands around the jeugdige, and the plan that they make themselves. */
export const netwerkFeiten = {
  netwerkpersoonVastgelegd: defineEvent('jeugdige.netwerkpersoon-vastgelegd@1', {
    omschrijving:
      'Iemand hoort bij het gezin of netwerk van de jeugdige. Nog eens voor dezelfde persoon: zo is het vanaf dan.',
    bron: 'Normenkader B2',
    data: { jeugdigeId: IdSchema, persoonId: IdSchema, ...netwerkpersoonVelden },
  }),
  netwerkpersoonVervallen: defineEvent('jeugdige.netwerkpersoon-vervallen@1', {
    omschrijving: 'Iemand hoort niet meer bij het netwerk van de jeugdige.',
    data: { jeugdigeId: IdSchema, persoonId: IdSchema },
  }),
  familiegroepsplanAangeboden: defineEvent('jeugdige.familiegroepsplan-aangeboden@1', {
    omschrijving: 'Ouders en netwerk is gevraagd of zij zelf een familiegroepsplan willen maken.',
    bron: 'Jeugdwet art. 6.1.10 lid 2',
    data: { jeugdigeId: IdSchema, uitkomst: AanbodUitkomstSchema },
  }),
  familiegroepsplanVastgesteld: defineEvent('jeugdige.familiegroepsplan-vastgesteld@1', {
    omschrijving: 'Het netwerk heeft een versie van het familiegroepsplan vastgesteld.',
    bron: 'Jeugdwet art. 6.1.10 lid 2',
    data: { jeugdigeId: IdSchema, ...familiegroepsplanVelden },
  }),
};

export type NetwerkEvent = EventOf<typeof netwerkFeiten>;
export type Relatie = z.output<typeof RelatieSchema>;
export type AanbodUitkomst = z.output<typeof AanbodUitkomstSchema>;
