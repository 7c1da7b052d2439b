import { DatumSchema, defineEvent, type EventOf, HerkomstSchema, IdSchema, OrganisatieSchema } from '@regielijn/kern';
import { z } from 'zod';

const HulpvormSchema = z.enum([
  'ambulant',
  'dagbehandeling',
  'ggz',
  'pleegzorg',
  'gezinshuis',
  'open_residentieel',
  'gesloten_jeugdhulp',
  'crisisplaatsing',
  'kinderbeschermingsmaatregel',
  'jeugdreclassering',
  'overig',
]);

/** Who or what says so. */
const HulpbronSchema = z.enum(['jeugdige', 'ouders', 'verwijzer', 'aanbieder', 'eerder_dossier', 'overig']);

const periode = { van: DatumSchema, tot: DatumSchema.nullable(), bron: HulpbronSchema };

export const eerdereHulpVelden = { vorm: HulpvormSchema, aanbieder: OrganisatieSchema.nullable(), ...periode };
export const eerdereWoonplekVelden = { soort: HerkomstSchema, ...periode };

/** What came before, and where the jeugdige lived: who goes from one place to another should be seen. */
export const hulpgeschiedenisFeiten = {
  eerdereHulpVastgelegd: defineEvent('jeugdige.eerdere-hulp-vastgelegd@1', {
    omschrijving: 'De jeugdige kreeg eerder deze hulp. Zonder einddatum: die loopt nog, of het einde is niet bekend.',
    bron: 'Impactanalyse (2020), van de ene vorm van hulp naar de andere',
    data: { jeugdigeId: IdSchema, hulpId: IdSchema, ...eerdereHulpVelden },
  }),
  eerdereWoonplekVastgelegd: defineEvent('jeugdige.eerdere-woonplek-vastgelegd@1', {
    omschrijving: 'De jeugdige woonde eerder hier. Zonder einddatum: die loopt nog, of het einde is niet bekend.',
    bron: 'Impactanalyse (2020), van de ene vorm van hulp naar de andere',
    data: { jeugdigeId: IdSchema, woonplekId: IdSchema, ...eerdereWoonplekVelden },
  }),
};

export type HulpgeschiedenisEvent = EventOf<typeof hulpgeschiedenisFeiten>;
export type Hulpvorm = z.output<typeof HulpvormSchema>;
export type Hulpbron = z.output<typeof HulpbronSchema>;
