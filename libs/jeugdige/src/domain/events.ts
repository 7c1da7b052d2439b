import {
  BsnSchema,
  correctieEvents,
  DatumSchema,
  defineEvent,
  type EventOf,
  GemeentecodeSchema,
  IdSchema,
  KorteTekstSchema,
  MedewerkerSchema,
  OrganisatieSchema,
  persoonsgegeven,
  StoredInstantSchema,
  TekstSchema,
} from '@regielijn/kern';
import { z } from 'zod';

/** Why a jeugdige belongs to no gemeente of the landsdeel. Source: Impactanalyse Jeugdhulp Plus Zuidwest (2020), note at the table per region. */
export const OverigRedenSchema = z.enum([
  'voogdij_buiten_landsdeel',
  'caribisch_nederland',
  'geen_verblijfsstatus',
  'buiten_landsdeel',
  'onbekend',
]);

export const HouderSchema = z.strictObject({ soort: z.enum(['gemeente', 'GI']), organisatie: OrganisatieSchema });

/** The storage contract of a jeugdige: who it is, and who holds casusregie since when. */
export const jeugdigeFeiten = {
  geregistreerd: defineEvent('jeugdige.geregistreerd@1', {
    omschrijving: 'Een jeugdige is geregistreerd; de gemeente voert casusregie en systeemregie.',
    bron: 'Jeugdwet art. 7.2.1; Impactanalyse Jeugdhulp Plus Zuidwest (2020), casusregie bij de gemeente',
    data: {
      jeugdigeId: IdSchema,
      bsn: persoonsgegeven(BsnSchema),
      naam: persoonsgegeven(KorteTekstSchema),
      geboortedatum: persoonsgegeven(DatumSchema),
      geslacht: z.enum(['man', 'vrouw', 'x']),
      gemeentecode: GemeentecodeSchema.nullable(),
      overigReden: OverigRedenSchema.nullable(),
      regio: z.string(),
      casusregie: HouderSchema,
    },
  }),
  registratieVervallen: defineEvent('jeugdige.registratie-vervallen@1', {
    omschrijving:
      'Een registratie die niet is afgemaakt, is vervallen: het burgerservicenummer is weer vrij, en hier komt nooit een dossier.',
    onherroepelijk: true,
    data: { jeugdigeId: IdSchema },
  }),
  overdrachtAangeboden: defineEvent('jeugdige.regieoverdracht-aangeboden@1', {
    omschrijving:
      'De houder van de casusregie biedt die een andere organisatie aan. Tot de aanvaarding blijft de gever verantwoordelijk.',
    data: {
      jeugdigeId: IdSchema,
      overdrachtId: IdSchema,
      van: HouderSchema,
      aan: HouderSchema,
      geldigTot: StoredInstantSchema,
      toelichting: persoonsgegeven(TekstSchema.nullable()),
    },
  }),
  overdrachtAanvaard: defineEvent('jeugdige.regieoverdracht-aanvaard@1', {
    omschrijving: 'De casusregie is aanvaard door een organisatie, met een medewerker bij naam bekend.',
    data: { jeugdigeId: IdSchema, overdrachtId: IdSchema, door: HouderSchema, medewerker: MedewerkerSchema },
  }),
  overdrachtGeweigerd: defineEvent('jeugdige.regieoverdracht-geweigerd@1', {
    omschrijving: 'De casusregie is geweigerd; de gever houdt haar.',
    data: { jeugdigeId: IdSchema, overdrachtId: IdSchema, reden: persoonsgegeven(TekstSchema) },
  }),
  overdrachtIngetrokken: defineEvent('jeugdige.regieoverdracht-ingetrokken@1', {
    omschrijving: 'Het aanbod van de casusregie is ingetrokken.',
    data: { jeugdigeId: IdSchema, overdrachtId: IdSchema, reden: persoonsgegeven(TekstSchema) },
  }),
  gesloten: defineEvent('jeugdige.dossier-gesloten@1', {
    omschrijving: 'Het dossier is gesloten; een nieuwe aanmelding opent het weer.',
    data: { jeugdigeId: IdSchema },
  }),
  heropend: defineEvent('jeugdige.dossier-heropend@1', {
    omschrijving: 'Het dossier is weer open, bijvoorbeeld voor een hernieuwd traject.',
    data: { jeugdigeId: IdSchema },
  }),
  vernietigd: defineEvent('jeugdige.dossier-vernietigd@1', {
    omschrijving: 'De sleutel van de persoonsgegevens is vernietigd; niemand kan ze nog lezen.',
    bron: 'Jeugdwet art. 7.3.8 lid 3 en art. 7.3.9 lid 1',
    onherroepelijk: true,
    data: { jeugdigeId: IdSchema, grond: z.enum(['verzoek_betrokkene', 'bewaartermijn_verstreken']) },
  }),
};

export const jeugdigeCorrecties = correctieEvents('jeugdige', 'jeugdigeId');
export const jeugdigeEvents = [...Object.values(jeugdigeFeiten), ...Object.values(jeugdigeCorrecties)];
export type JeugdigeEvent = EventOf<typeof jeugdigeFeiten>;
export type Houder = z.output<typeof HouderSchema>;

export const jeugdigeStream = (jeugdigeId: string): string => `jeugdige-${jeugdigeId}`;
