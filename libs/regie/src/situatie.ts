import {
  datumVan,
  DatumSchema,
  InstantSchema,
  KaderSchema,
  MachtigingSoortSchema,
  VariantSchema,
} from '@regielijn/kern';
import { z } from 'zod';
import { FASEN } from './fasen.js';
import { PilotSchema, type Regieregels, RegelsetSchema } from './regels.js';

/** A day, or a moment with its zone: then the day in Amsterdam at that moment. */
const DagSchema = z
  .string()
  .refine((tekst) => DatumSchema.safeParse(tekst).success || InstantSchema.safeParse(tekst).success, {
    error: 'een dag zoals 2026-03-02, of een tijdstip met tijdzone',
  })
  .meta({ description: 'Een dag zoals 2026-03-02, of een tijdstip met tijdzone' })
  .transform((tekst) => (DatumSchema.safeParse(tekst).success ? tekst : datumVan(InstantSchema.parse(tekst))));

/** Absent and null mean the same: not known, or none. */
const leeg = <S extends z.ZodType>(schema: S) => schema.nullish().transform((waarde) => waarde ?? null);

const sleutel = (naam: string): string => naam.toLowerCase().replaceAll(' ', '-');

/** Finds a name in a list as people write it: with capitals, and with spaces for hyphens. */
const zoekNaam = (namen: ReadonlyMap<string, string>) => (invoer: unknown) =>
  typeof invoer === 'string' ? (namen.get(sleutel(invoer)) ?? invoer) : invoer;

/** Refuses a day that lies before the one it must follow; days that are not known pass. */
const opVolgorde =
  <Eerder extends string, Later extends string>(eerder: Eerder, later: Later) =>
  (dagen: Readonly<Record<Eerder | Later, string | null>>): boolean => {
    const [a, b] = [dagen[eerder], dagen[later]];
    return a === null || b === null || a <= b;
  };

const MachtigingSchema = z
  .strictObject({
    soort: leeg(MachtigingSoortSchema),
    status: z.enum(['geen', 'verzocht', 'verleend', 'afgewezen', 'verlopen', 'beeindigd']),
    verleendOp: leeg(DagSchema),
    /** The day on which it lapsed or ended; beside the status, so that the gap on the way back has its date. */
    eindeOp: leeg(DagSchema),
    grondslag: leeg(z.enum(['OTS', 'VOOGDIJ_GI', 'INSTEMMING_WV'])),
    geschorst: leeg(z.boolean()),
  })
  .refine(opVolgorde('verleendOp', 'eindeOp'), {
    error: 'het einde kan niet voor de verlening liggen',
    path: ['eindeOp'],
  });

/** Whether the way back comes after the way there; days that are not known pass. */
const isEerderHeen = (overdracht: {
  readonly richting: 'heen' | 'terug';
  readonly aangebodenOp: string | null;
  readonly aanvaardOp: string | null;
  readonly heenAanvaard: string | boolean | null;
}): boolean => {
  const { richting, heenAanvaard: heen, aangebodenOp, aanvaardOp } = overdracht;
  return richting === 'heen' || typeof heen !== 'string' || heen <= (aangebodenOp ?? aanvaardOp ?? heen);
};

const OverdrachtSchema = z
  .strictObject({
    richting: leeg(z.enum(['heen', 'terug'])).transform((richting) => richting ?? 'heen'),
    status: z.enum(['geen', 'aangeboden', 'aanvaard', 'geweigerd', 'ingetrokken']),
    aangebodenOp: leeg(DagSchema),
    aanvaardOp: leeg(DagSchema),
    /** For the way back: whether the GI had accepted before, or on which day. */
    heenAanvaard: leeg(z.union([z.boolean(), DagSchema], { error: 'ja, nee of een dag zoals 2026-03-02' })),
  })
  .refine(opVolgorde('aangebodenOp', 'aanvaardOp'), {
    error: 'de aanvaarding kan niet voor het aanbod liggen',
    path: ['aanvaardOp'],
  })
  .refine(isEerderHeen, { error: 'de GI kan niet later hebben aanvaard dan zij teruggeeft', path: ['heenAanvaard'] });

const GEEN = { status: 'geen' } as const;

/** The input of `regie`: one situation of one jeugdige on one day. Never who it is about. */
export const situatieSchema = ({ regios, varianten }: Regieregels) => {
  const regioNamen = new Map(regios.map((id) => [id, id]));
  const variantNamen = new Map(
    varianten.flatMap(({ id, ookBekendAls }) => [id, ...ookBekendAls].map((naam) => [sleutel(naam), id])),
  );
  const situatie = z.strictObject({
    regio: z.preprocess(zoekNaam(regioNamen), z.enum(regios)),
    kader: KaderSchema,
    pilot: leeg(PilotSchema),
    /** The day that is asked about; today when absent. */
    datum: leeg(DagSchema),
    /** Absent: the one that the rules name as default. */
    regelset: leeg(RegelsetSchema),
    machtiging: leeg(MachtigingSchema).transform((machtiging) => machtiging ?? MachtigingSchema.parse(GEEN)),
    overdracht: leeg(OverdrachtSchema).transform((overdracht) => overdracht ?? OverdrachtSchema.parse(GEEN)),
    trajectfase: leeg(z.enum(FASEN)),
    /** null: none runs; absent: not said, then the phase tells. */
    variant: z
      .preprocess(zoekNaam(variantNamen), VariantSchema)
      .nullish()
      .meta({ description: 'null: er loopt geen variant. Weggelaten: niet bekend, dan telt de fase.' }),
    /** Since when this variant runs. */
    variantVanaf: leeg(DagSchema),
    /** The day of the uitstroom out of this traject. */
    uitstroomOp: leeg(DagSchema),
  });
  return situatie.refine(
    ({ machtiging: { verleendOp }, uitstroomOp }) =>
      opVolgorde('eerder', 'later')({ eerder: verleendOp, later: uitstroomOp }),
    { error: 'de uitstroom kan niet voor de verlening van de machtiging liggen', path: ['uitstroomOp'] },
  );
};
export type Situatie = z.output<ReturnType<typeof situatieSchema>>;

/** A situation on a known day. */
export type SituatieOp = Situatie & { readonly datum: string };
