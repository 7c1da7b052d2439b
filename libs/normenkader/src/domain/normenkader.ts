import { type Datum, DatumSchema, geenDubbele, isOplopend, NIET_OPLOPEND } from '@regielijn/kern';
import { z } from 'zod';
import { GEBEURTENIS_TYPES } from './normen/feiten.js';
import { type Instellingen, InstellingenSchema } from './normen/instellingen.js';

const tekst = z.string().min(1);

const isGebeurtenis = (naam: string): boolean => (GEBEURTENIS_TYPES as readonly string[]).includes(naam);

/** A field of the facts, such as `OpnameGestart.tijdstip` or `jeugdige.geboortedatum`. */
const FeitNaamSchema = z
  .string()
  .refine(
    (naam) => ['jeugdige', 'variant'].includes(naam.split('.')[0]!) || isGebeurtenis(naam.split('.')[0]!),
    'een feit dat niet bestaat',
  );

const NormSchema = z.strictObject({
  id: z.string(),
  tekst,
  bron: tekst,
  /** The facts that decide. */
  nodig: z.array(FeitNaamSchema).min(1),
  /** How the norm is read where its text is silent. Named with every answer, so that nobody takes them for the norm. */
  aannames: z.array(tekst),
});

const VersieSchema = z.strictObject({
  versie: tekst,
  geldigVanaf: DatumSchema,
  bron: tekst,
  instellingen: InstellingenSchema,
  normen: z
    .array(NormSchema)
    .min(1)
    .refine((normen) => geenDubbele(normen.map(({ id }) => id)), 'elke norm mag er één keer staan'),
});

/** The norms as dated data: which version holds depends on the day of what is assessed. */
export const NormenkaderSchema = z.strictObject({
  versies: z
    .array(VersieSchema)
    .min(1)
    .refine((versies) => isOplopend(versies.map(({ geldigVanaf }) => geldigVanaf)), NIET_OPLOPEND),
});

export type Normenkader = z.output<typeof NormenkaderSchema> & Pick<Instellingen, 'gelijkgesteldeDagen'>;
type NormenkaderVersie = Omit<z.output<typeof VersieSchema>, 'instellingen'> & {
  readonly instellingen: Instellingen;
};

/**
 * The version that holds on a day. Before the first version there was no normenkader: then the first one is used and the
 * outcome is a `terugblik`, never an event of that time.
 */
export const versieOp = (
  { versies, gelijkgesteldeDagen }: Normenkader,
  dag: Datum,
): { versie: NormenkaderVersie; terugblik: boolean } => {
  const geldend = versies.findLast(({ geldigVanaf }) => geldigVanaf <= dag);
  const versie = geldend ?? versies[0]!;
  return {
    versie: { ...versie, instellingen: { ...versie.instellingen, gelijkgesteldeDagen } },
    terugblik: geldend === undefined,
  };
};
