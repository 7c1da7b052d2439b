import {
  DatumSchema,
  defineEvent,
  type EventOf,
  GemeentecodeSchema,
  IdSchema,
  MedewerkerSchema,
  MinimumsetSchema,
  OrganisatieSchema,
  persoonsgegeven,
  StoredInstantSchema,
  TekstSchema,
} from '@regielijn/kern';
import { z } from 'zod';
import { jeugdige } from '../ids.js';

const IMPACTANALYSE = 'Impactanalyse Jeugdhulp Plus Zuidwest (2020), overdracht van casusregie';

/** Why a jeugdige belongs to no gemeente of the landsdeel. Source: Impactanalyse Jeugdhulp Plus Zuidwest (2020), note at the table per region. */
export const OverigRedenSchema = z.enum([
  'voogdij_buiten_landsdeel',
  'caribisch_nederland',
  'geen_verblijfsstatus',
  'buiten_landsdeel',
  'onbekend',
]);

export const HouderSchema = z.strictObject({ soort: z.enum(['gemeente', 'GI']), organisatie: OrganisatieSchema });
export type Houder = z.output<typeof HouderSchema>;

/** Heen: to a GI, from the machtiging on. Terug: to a gemeente, after the uitstroom. */
export const RichtingSchema = z.enum(['heen', 'terug']);

/** The three regies of which a worker can be named. */
export const RegieSoortSchema = z.enum(['casusregie', 'systeemregie', 'behandelregie']);
export type RegieSoort = z.output<typeof RegieSoortSchema>;

/** From `vanaf` on the regieregel says that `houder` should hold casusregie; `regel` is its id in the rules. */
export const RegelperiodeSchema = z.strictObject({
  vanaf: DatumSchema,
  houder: z.enum(['gemeente', 'GI']),
  regel: z.string(),
});
export type Regelperiode = z.output<typeof RegelperiodeSchema>;

const overdracht = { ...jeugdige, overdrachtId: IdSchema };
const aanbod = {
  ...overdracht,
  van: HouderSchema,
  aan: HouderSchema,
  geldigTot: StoredInstantSchema,
  toelichting: persoonsgegeven(TekstSchema.nullable()),
};
const reden = persoonsgegeven(TekstSchema);
const aanvaarding = { ...overdracht, door: HouderSchema, medewerker: MedewerkerSchema };

const aangeboden =
  'De houder van de casusregie biedt die een andere organisatie aan. Tot de aanvaarding blijft de gever verantwoordelijk.';
const aanvaard = 'De casusregie is aanvaard door een organisatie, met een medewerker bij naam bekend.';
const geweigerd = 'De casusregie is geweigerd; de gever houdt haar.';

const overdrachtFeiten = {
  overdrachtAangeboden: defineEvent('jeugdige.regieoverdracht-aangeboden@2', {
    omschrijving: `${aangeboden} De minimumset ligt vast zoals zij toen was.`,
    bron: IMPACTANALYSE,
    // Sealed: what was handed over is what the answer was given on.
    vasteVelden: ['richting', 'minimumset', 'ontbreekt'],
    data: {
      ...aanbod,
      richting: RichtingSchema.nullable(),
      minimumset: persoonsgegeven(MinimumsetSchema.nullable()),
      /** Where in the set something is missing: `plan`, or `machtigingen.0.geldigTot`. Null: not known then. */
      ontbreekt: z.array(z.string()).nullable(),
    },
  }),
  overdrachtAanvaard: defineEvent('jeugdige.regieoverdracht-aanvaard@2', {
    omschrijving: `${aanvaard} Voorwaarden zijn afspraken die nog nagekomen moeten worden.`,
    bron: IMPACTANALYSE,
    vasteVelden: ['voorwaarden', 'aantalVoorwaarden'],
    data: {
      ...aanvaarding,
      voorwaarden: persoonsgegeven(z.array(TekstSchema).min(1).nullable()),
      /** Readable, so that open conditions can be counted without reading them. */
      aantalVoorwaarden: z.int().nonnegative().nullable(),
    },
  }),
  overdrachtGeweigerd: defineEvent('jeugdige.regieoverdracht-geweigerd@2', {
    omschrijving: `${geweigerd} Na een machtiging wordt dit altijd voorgelegd aan de leidinggevenden.`,
    vasteVelden: ['escalatie'],
    data: { ...overdracht, reden, escalatie: z.boolean().nullable() },
  }),
  overdrachtVerlopen: defineEvent('jeugdige.regieoverdracht-verlopen@1', {
    omschrijving:
      'Het aanbod van de casusregie is verlopen zonder antwoord; de gever houdt haar. Na een machtiging wordt dit altijd voorgelegd aan de leidinggevenden.',
    vasteVelden: ['escalatie'],
    data: { ...overdracht, escalatie: z.boolean() },
  }),
  overdrachtIngetrokken: defineEvent('jeugdige.regieoverdracht-ingetrokken@1', {
    omschrijving: 'Het aanbod van de casusregie is ingetrokken.',
    data: { ...overdracht, reden },
  }),
  overdrachtStilgezet: defineEvent('jeugdige.regieoverdracht-stilgezet@1', {
    omschrijving: 'De termijn van het aanbod staat stil: zolang verloopt het niet.',
    // Follows from the pause, which cannot be taken back either.
    onherroepelijk: true,
    data: overdracht,
  }),
  overdrachtHervat: defineEvent('jeugdige.regieoverdracht-hervat@1', {
    omschrijving:
      'De termijn van het aanbod loopt weer. Het kan zoveel dagen langer worden aanvaard als die stilstond.',
    onherroepelijk: true,
    data: { ...overdracht, dagen: z.int().nonnegative() },
  }),
  voorwaardeNagekomen: defineEvent('jeugdige.overdrachtsvoorwaarde-nagekomen@1', {
    omschrijving: 'Een voorwaarde waaronder de casusregie is aanvaard, is nagekomen.',
    vasteVelden: ['nummer'],
    data: { ...overdracht, nummer: z.int().positive() },
  }),
};

const verloopFeiten = {
  medewerkerGewisseld: defineEvent('jeugdige.medewerker-gewisseld@1', {
    omschrijving: 'Een andere medewerker voert een van de regies, of er is tijdelijk niemand.',
    bron: 'Slotrapportage Zorg voor de Jeugd (2021), actielijn 5: een vaste jeugdbeschermer',
    data: { ...jeugdige, regie: RegieSoortSchema, medewerker: MedewerkerSchema.nullable() },
  }),
  regieregelVastgesteld: defineEvent('jeugdige.regieregel-vastgesteld@1', {
    omschrijving:
      'Wie volgens de regieregel vanaf welke dag de casusregie hoort te voeren, opnieuw afgeleid uit alle machtigingen en trajecten.',
    bron: IMPACTANALYSE,
    // What it follows from can be corrected, and then it follows.
    onherroepelijk: true,
    data: {
      ...jeugdige,
      perioden: z.array(RegelperiodeSchema),
      regelversie: z.string(),
      bron: z.array(z.string()),
      aanleiding: IdSchema,
    },
  }),
  afstemmingVastgelegd: defineEvent('jeugdige.afstemming-vastgelegd@1', {
    omschrijving: 'De gecertificeerde instelling en de gemeente hebben afgestemd over dit traject.',
    bron: 'Impactanalyse Jeugdhulp Plus Zuidwest (2020), afstemming gedurende het hele traject',
    data: {
      ...jeugdige,
      organisaties: z.array(OrganisatieSchema).min(1),
      afspraken: persoonsgegeven(TekstSchema),
      volgendeOp: DatumSchema,
    },
  }),
  verhuisd: defineEvent('jeugdige.verhuisd@1', {
    omschrijving:
      'De jeugdige hoort bij een andere gemeente: de systeemregie gaat mee, en de casusregie als een gemeente die voert.',
    data: {
      ...jeugdige,
      gemeentecode: GemeentecodeSchema.nullable(),
      overigReden: OverigRedenSchema.nullable(),
      regio: z.string(),
      gemeente: HouderSchema,
      /** The offer that lapsed with the move, because it came from or went to the gemeente that was left. */
      vervallenOverdrachtId: IdSchema.nullable(),
    },
  }),
  giGewisseld: defineEvent('jeugdige.gi-gewisseld@1', {
    omschrijving: 'Een andere gecertificeerde instelling voert de casusregie; de teruggave komt van haar.',
    data: {
      ...jeugdige,
      naar: OrganisatieSchema,
      medewerker: MedewerkerSchema.nullable(),
      vervallenOverdrachtId: IdSchema.nullable(),
    },
  }),
};

/** Who holds which regie since when, and who should. */
export const regieFeiten = { ...overdrachtFeiten, ...verloopFeiten };
export type RegieEvent = EventOf<typeof regieFeiten>;

/** As they were written before; the upcasters bring them to today's. */
export const oudeRegieFeiten = {
  overdrachtAangeboden: defineEvent('jeugdige.regieoverdracht-aangeboden@1', {
    omschrijving: aangeboden,
    data: aanbod,
  }),
  overdrachtAanvaard: defineEvent('jeugdige.regieoverdracht-aanvaard@1', { omschrijving: aanvaard, data: aanvaarding }),
  overdrachtGeweigerd: defineEvent('jeugdige.regieoverdracht-geweigerd@1', {
    omschrijving: geweigerd,
    data: { ...overdracht, reden },
  }),
};
