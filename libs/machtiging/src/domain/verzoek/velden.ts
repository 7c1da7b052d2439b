import {
  DatumSchema,
  IdSchema,
  KaderSchema,
  MachtigingSoortSchema,
  MedewerkerSchema,
  OrganisatieSchema,
  persoonsgegeven,
  TekstSchema,
} from '@regielijn/kern';
import { z } from 'zod';

/** The legal title for a minor (Jeugdwet art. 6.1.2 lid 3). */
export const GrondslagSchema = z.enum(['OTS', 'VOOGDIJ_GI', 'INSTEMMING_WV']);

export const VerzoekerSoortSchema = z.enum(['college', 'GI', 'RvdK', 'OvJ', 'anders']);

const organisatieOfGeen = OrganisatieSchema.nullable().optional();

const MaatregelSchema = z.enum(['geen', 'verzocht', 'opgelegd']);

/** What decides who may request (Jeugdwet art. 6.1.8). Left out and null are the same: not told, or there is none. */
const BevoegdheidSchema = z.strictObject({
  kinderbeschermingsmaatregel: MaatregelSchema.optional(),
  collegeVanWoonplaats: organisatieOfGeen,
  giMaatregel: organisatieOfGeen,
  giJeugdreclassering: organisatieOfGeen,
});

/** The same as a command takes it: here too null is as if it were left out. */
export const BevoegdheidInvoerSchema = BevoegdheidSchema.extend({
  kinderbeschermingsmaatregel: MaatregelSchema.nullish(),
}).transform(({ kinderbeschermingsmaatregel: maatregel, ...wie }) =>
  maatregel ? { ...wie, kinderbeschermingsmaatregel: maatregel } : wie,
);

/** A code of a list, never free text; one that the list does not know is a finding, no wrong input. */
const CodeSchema = z.string().regex(/^[A-Za-z0-9_]{2,60}$/, 'een code uit de lijst, zonder spaties');

/** The consent of a gedragswetenschapper: by registration, never by name. Source: Regeling Jeugdwet art. 2. */
export const InstemmingSchema = z.strictObject({
  register: CodeSchema,
  /** First day on which the registration no longer holds; null: no end known. */
  registratieGeldigTot: DatumSchema.nullable(),
  gegevenOp: DatumSchema,
});

/** The statement that goes with a request (Jeugdwet art. 6.1.8 lid 4). */
const InstemmingsverklaringSchema = InstemmingSchema.extend({
  onderzoekOp: DatumSchema.nullable(),
  persoonlijkOnderzocht: z.boolean(),
});

/** What the plan of a voorwaardelijke machtiging holds, not its text (Jeugdwet art. 6.1.4 lid 5 and 6). */
export const HulpverleningsplanSchema = z.strictObject({
  voorwaardenEnToezicht: z.boolean(),
  jeugdhulp: z.boolean(),
  aanbiederVoorwaarden: OrganisatieSchema.nullable(),
  aanbiederOpname: OrganisatieSchema.nullable(),
  bevoegdeMedewerker: MedewerkerSchema.nullable(),
  maatregelen: z.array(CodeSchema),
});

/** What must be shown for a jeugdige of eighteen (Jeugdwet art. 6.1.2 lid 4). null: not known. */
const AchttienPlusSchema = z.strictObject({
  behandelingBegonnenOp: DatumSchema.nullable(),
  planVastgesteldOp: DatumSchema.nullable(),
  naarAndereJeugdhulp: z.boolean().nullable(),
  gevraagdTot: DatumSchema.nullable(),
  machtigingOpVerjaardag: z.boolean().nullable(),
});

/** What a request says, as both the command and the event carry it. */
export const verzoekVelden = {
  soort: MachtigingSoortSchema,
  /** null: none is needed for who is eighteen, or it is not known. */
  grondslag: GrondslagSchema.nullable(),
  kader: KaderSchema,
  verzoeker: OrganisatieSchema,
  /** The machtiging that is to be extended, where this engine knows it. */
  verlengtMachtigingId: IdSchema.nullable(),
  bevoegdheid: BevoegdheidSchema.nullable(),
  instemming: InstemmingsverklaringSchema.nullable(),
  redenGeenOnderzoek: persoonsgegeven(TekstSchema.nullable()),
  hulpverleningsplan: HulpverleningsplanSchema.nullable(),
  achttienPlus: AchttienPlusSchema.nullable(),
};

/** Whether an extension is asked for. Who names the machtiging that is to go on asks for one, whatever else is said. */
export const isVerlenging = ({
  verlenging,
  verlengtMachtigingId,
}: {
  readonly verlenging: boolean | null;
  readonly verlengtMachtigingId: string | null;
}): boolean | null => (verlengtMachtigingId === null ? verlenging : true);
