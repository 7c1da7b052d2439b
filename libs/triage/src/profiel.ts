import { DatumSchema, OUDSTE_LEEFTIJD } from '@regielijn/kern';
import { z } from 'zod';

/** One of these values; what is wrong is said in words that a caseworker knows. */
export const keuze = <const W extends readonly string[]>(waarden: W) =>
  z.enum(waarden, `kies uit ${waarden.join(', ')}`);

const JAREN = `geef hele jaren van 0 tot en met ${OUDSTE_LEEFTIJD}`;
const WET = 'noem de wet, zoals Wlz, of geen';
const jaNee = z.boolean('kies true (ja) of false (nee)').nullish();
const motivatie = keuze(['geen', 'kans_op', 'aanwezig']).nullish();
const risico = keuze(['binnen_toelaatbare_grenzen', 'buiten_toelaatbare_grenzen']).nullish();
const inzicht = keuze(['geen', 'kans', 'aanwezig']).nullish();

/**
 * What is known of a jeugdige when a variant is sought. Absent or null = unknown. Drawn from the criteria of the
 * Houtskoolschets Jeugdhulp Plus Zuidwest (2020) and the pilot descriptions of the Werkagenda; no field names a person.
 */
export const ProfielSchema = z.strictObject({
  /** Whole years. Beyond these bounds it is a slip of the pen. */
  leeftijd: z.int(JAREN).min(0, JAREN).max(OUDSTE_LEEFTIJD, JAREN).nullish(),
  gezinMetKindTotEnMet12: jaNee,
  motivatieJeugdige: motivatie,
  motivatieGezin: motivatie,
  begeleidbaar: keuze(['ja', 'nee', 'kans']).nullish(),
  opvoedsituatie: keuze(['veilig', 'veilig_te_maken', 'onveilig']).nullish(),
  kanBlijvenOpWoonplek: jaNee,
  terugkeerEigenSysteemMogelijk: jaNee,
  agressieRisico: risico,
  onttrekkingsRisico: risico,
  fysiekeBegrenzingNodig: jaNee,
  ernstigeSchadeZelfOfAnder: jaNee,
  crisis: jaNee,
  externeDreiging: jaNee,
  langdurigNodig: jaNee,
  lvb: jaNee,
  ass: jaNee,
  /** Trauma or hechtingsproblematiek, or the risk of it. */
  trauma_hechting: jaNee,
  schoolThuisVrijeTijdErnstigeProblemen: jaNee,
  kanDagbestedingVolgen: jaNee,
  openVoorVerblijfKib: jaNee,
  extreemGedragOfWeglopenMetRisico: jaNee,
  ouderGripHerstelbaarMetSysteembehandeling: jaNee,
  machtiging: keuze(['geen', 'VMGJ', 'MGJ', 'geschorst', 'SPOED']).nullish(),
  intensieveSpecialistischeZorgbehoefte: jaNee,
  brusjesGetuigeVanMaatregelen: jaNee,
  extreemComplexMetMaatschappelijkRisico: jaNee,
  /** Id of the variant in which the jeugdige stays now. Absent or null = in none. */
  verblijftAlIn: z.string().nullish(),
  lijdensdruk: inzicht,
  inzichtEigenProblematiek: inzicht,
  zikosGevraagd: jaNee,
  behandelingInDwangkaderNogNodig: jaNee,
  wachtOpUitstroom: jaNee,
  /** The other law that really applies, such as Wlz; `geen` when it is known that there is none. */
  andereIndicatie: z.string(WET).trim().toLowerCase().min(1, WET).max(60, WET).nullish(),
  /** The day that is asked about; the variants and routes of that day are offered. Absent = today. */
  datum: DatumSchema.nullish(),
});
export type Profiel = z.output<typeof ProfielSchema>;

export type Attribuut = keyof Profiel;
export const ATTRIBUTEN = Object.keys(ProfielSchema.shape) as [Attribuut, ...Attribuut[]];

/** The attributes that have an order; "at least" means nothing for the others. */
export const ORDENBAAR: readonly Attribuut[] = ['leeftijd', 'datum'];

export type Waarde = string | number | boolean;

/** Whether this attribute can have this value. */
export const kanWaardeHebben = (attribuut: Attribuut, waarde: Waarde): boolean =>
  ProfielSchema.shape[attribuut].safeParse(waarde).success;
