import {
  DatumSchema,
  geenDubbele,
  IdSchema,
  JsonSchema,
  MedewerkerSchema,
  OrganisatieSchema,
  persoonsgegeven,
  TekstSchema,
  VariantSchema,
} from '@regielijn/kern';
import { z } from 'zod';

const WIE_BERAADT = ['GI', 'gemeente', 'aanbieder', 'jeugdige', 'ouders', 'onderwijs', 'overig'] as const;
const WIE_WEEGT = [
  ...['gemeente_zorg_en_veiligheid', 'wijkagent', 'GI', 'aanbieder', 'onderwijs', 'jeugdige', 'ouders', 'overig'],
] as const;

/** The grounds of art. 6 AVG on which somebody may be told something about a jeugdige. */
const GRONDEN_OM_TE_DELEN = [
  ...(['toestemming', 'overeenkomst', 'wettelijke_plicht', 'vitaal_belang', 'publieke_taak'] as const),
  'gerechtvaardigd_belang',
] as const;

/** An id of a row in `config/triage.json`. */
const RijIdSchema = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9_-]{0,60}$/, 'letters, cijfers en streepjes');
/** Whether something fits or holds, as the triage says it. */
export const UitkomstSchema = z.enum(['ja', 'nee', 'onbekend']);
export type Uitkomst = z.output<typeof UitkomstSchema>;

/** What command and event of each fact share. */
export const toeleidingVelden = {
  aanmelding: {
    aanbieder: OrganisatieSchema,
    voorzieningId: IdSchema.nullable(),
    variant: VariantSchema.nullable(),
    vraag: z.enum(['behandeling', 'diagnostiek']),
  },
  antwoord: {
    aanmeldingId: IdSchema,
    antwoord: z.enum(['plek', 'wachtlijst', 'afgewezen']),
    /** When the aanbieder expects to have a plek. */
    verwachtOp: DatumSchema.nullable(),
    reden: persoonsgegeven(TekstSchema.nullable()),
  },
  beraad: {
    deelnemers: z.array(z.enum(WIE_BERAADT)).min(1).refine(geenDubbele, 'noem elke deelnemer één keer'),
    /** null: nothing was chosen yet. */
    gekozen: z.enum(['jhp', 'buiten_jhp']).nullable(),
    trajectafspraken: persoonsgegeven(TekstSchema.nullable()),
    regieafspraken: persoonsgegeven(TekstSchema.nullable()),
  },
  bloedspoed: {
    uitkomst: z.enum(['positief', 'negatief']),
    gronden: persoonsgegeven(z.array(TekstSchema).min(1)),
    beoordelaar: MedewerkerSchema,
    functie: z.enum(['gedragswetenschapper', 'psychiater', 'jeugdbeschermer', 'andere_professional']),
  },
  plek: {
    voorzieningId: IdSchema,
    passend: UitkomstSchema,
    beoordelaar: MedewerkerSchema,
    criteria: z
      .array(z.strictObject({ id: RijIdSchema, uitkomst: UitkomstSchema }))
      .refine((criteria) => geenDubbele(criteria.map(({ id }) => id)), 'noem elk criterium één keer'),
    toelichting: persoonsgegeven(TekstSchema.nullable()),
  },
  weging: {
    deelnemers: z.array(z.enum(WIE_WEEGT)).min(1).refine(geenDubbele, 'noem elke deelnemer één keer'),
    criteria: persoonsgegeven(TekstSchema),
    uitkomst: z.enum(['verantwoord', 'niet_verantwoord', 'verantwoord_met_afspraken']),
    gedeeldMet: z.array(z.strictObject({ organisatie: OrganisatieSchema, grond: z.enum(GRONDEN_OM_TE_DELEN) })),
    procesregisseur: MedewerkerSchema.nullable(),
    zorgEnVeiligheidshuis: z.boolean(),
  },
  andereIndicatie: { wet: z.enum(['wlz', 'wmo', 'zvw', 'wvggz', 'wzd', 'strafrecht']) },
  overbrugging: {
    vorm: z.enum(['ambulante_hulp', 'dagbehandeling', 'crisisopvang', 'verblijf_elders', 'overig']),
    aanbieder: OrganisatieSchema,
  },
  route: {
    route: RijIdSchema,
    uitkomst: z.enum(['gestart', 'gelukt', 'niet_gelukt', 'niet_passend', 'niet_beschikbaar']),
    toelichting: persoonsgegeven(TekstSchema.nullable()),
  },
  variantkeuze: {
    /** What is known of the jeugdige, in the words of the triage. */
    profiel: persoonsgegeven(z.record(z.string(), JsonSchema)),
    /** null: none, since `gekozen` is help outside jeugdhulpPlus or nothing fits. */
    variant: VariantSchema.nullable(),
    gekozen: z.enum(['jhp', 'buiten_jhp', 'geen_passend']),
    redenKeuze: persoonsgegeven(TekstSchema),
    /** Why a lighter variant that fits was not chosen. */
    redenen: persoonsgegeven(z.array(z.strictObject({ variant: RijIdSchema, reden: TekstSchema })).nullable()),
  },
};
