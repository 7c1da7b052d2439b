import { DatumSchema, isOplopend, MachtigingSoortSchema, NIET_OPLOPEND } from '@regielijn/kern';
import { z } from 'zod';
import { type Duur, DuurSchema, isTeLangVoorAtw } from './duur.js';

const Tekst = z.string().min(1);

/** What each rule counts with. A rule in the file that is not named here is a rule that nobody executes: no start. */
const WAARDEN = {
  D1: { termijn: DuurSchema, naAchttien: DuurSchema },
  D2: { termijn: DuurSchema },
  D3: { termijn: DuurSchema },
  D4: { termijn: DuurSchema },
  D5: { termijn: DuurSchema },
  D6: {},
  D7: { termijn: DuurSchema },
  D8: { termijn: DuurSchema },
  D9: { termijn: DuurSchema },
  D10: { termijn: DuurSchema },
  D11: { termijn: DuurSchema },
  D12: { termijn: DuurSchema },
  D13: { termijn: DuurSchema },
  D14: { termijn: DuurSchema },
  D15: { eerste: DuurSchema, volgende: DuurSchema },
  D16: { dagen: z.int().min(1), toestemmingNaUren: z.int().min(1) },
  D17: {
    ...{ vanafLeeftijd: z.int(), dagen: z.int().min(1), verlengingDagen: z.int().min(1) },
    ...{ verlengingen: z.int(), verlengdDoor: z.array(Tekst).min(1) },
  },
  D18: {},
  D19: { termijn: DuurSchema },
  D20: { termijn: DuurSchema },
  D21: { termijn: DuurSchema, artikel: z.strictObject({ inspectie: Tekst, gi_ouders: Tekst }) },
  D22: { termijn: DuurSchema },
  O3: { termijn: DuurSchema, waarschuwing: DuurSchema },
  O4: { termijn: DuurSchema },
  B3: { termijn: DuurSchema },
  B7: { termijn: DuurSchema, m3: DuurSchema, m6: DuurSchema, m9: DuurSchema },
  MOT: { termijn: DuurSchema },
  OVD: { termijn: DuurSchema },
} as const;

export type RegelId = keyof typeof WAARDEN;
export const REGEL_IDS = Object.keys(WAARDEN) as RegelId[];

/** An open point of law or norm: which reading is followed, in words, out of which. */
const lezing = <const K extends readonly [string, ...string[]]>(...keuzes: K) =>
  z.strictObject({ gekozen: z.enum(keuzes), keuzes: z.strictObject(perKeuze(keuzes)), bron: Tekst });

const perKeuze = <K extends readonly string[]>(keuzes: K) =>
  Object.fromEntries(keuzes.map((keuze) => [keuze, Tekst])) as Record<K[number], typeof Tekst>;

const LezingenSchema = z.strictObject({
  A1: lezing('signaal', 'telt_mee', 'telt_niet_mee'),
  A2: lezing('vervalt_niet', 'vervalt'),
  A3: lezing('signaal', 'eindigt'),
  A4: lezing('dagen').extend({ termijn: DuurSchema }),
  A5: lezing('zesde_lid'),
  ATW: lezing('strikt', 'atw'),
  EINDDAG: lezing('telt_niet_mee', 'telt_mee'),
  DAG: lezing('24_uur', 'kloktijd'),
  BESCHIKKING: lezing('vroegste'),
  MAAND: lezing('laatste_dag'),
  SCHRIKKELDAG: lezing('1_maart'),
  LID3: lezing('gelijkgesteld'),
  KALENDER: lezing('uit_de_vraag'),
  BEGIN_B7: lezing('uitstroom'),
  REEKS: lezing('uiterste_dagen'),
  TERUGBLIK: lezing('terugblik'),
});

export type Lezingen = z.output<typeof LezingenSchema>;
export type LezingId = keyof Lezingen;
const LEZING_IDS = Object.keys(LezingenSchema.shape) as [LezingId, ...LezingId[]];

const gedateerd = { vanaf: DatumSchema, bron: Tekst };

const versieSchema = <W extends z.ZodRawShape>(waarden: W) =>
  z.discriminatedUnion('stand', [
    z.strictObject({
      ...gedateerd,
      stand: z.literal('vastgelegd'),
      artikel: Tekst,
      waarden: z.strictObject(waarden),
      gevolg: Tekst,
      lezingen: z.array(z.enum(LEZING_IDS)).default([]),
    }),
    /** The law did hold, but its text of then was never looked up. */
    z.strictObject({ ...gedateerd, stand: z.literal('niet_vastgelegd') }),
    z.strictObject({ ...gedateerd, stand: z.literal('zonder_termijn'), artikel: Tekst, gevolg: Tekst }),
  ]);

/**
 * Whether the Algemene termijnenwet can move the end: `mogelijk`, or why it cannot: art. 4 onder c, art. 4 onder a, or not
 * a term that a law sets.
 */
const ATW = ['mogelijk', 'vrijheidsbeneming', 'te_lang', 'geen_wet'] as const;

const regelSchema = <W extends z.ZodRawShape>(waarden: W) =>
  z
    .strictObject({
      naam: Tekst,
      /** A law, a norm of the normenkader, or an agreement that this project proposes. */
      aard: z.enum(['wet', 'norm', 'voorstel']),
      /** Kinds of machtiging it speaks of; a VMGJ that was converted counts as MGJ. Absent: not about a kind. */
      soorten: z.array(MachtigingSoortSchema).min(1).optional(),
      /** What `eind` is: where validity ends, the day of lapsing by law, or the last day to do something. */
      eind: z.enum(['geldigheid', 'verval', 'uiterlijk']),
      atw: z.enum(ATW),
      versies: z.array(versieSchema(waarden)).min(1),
    })
    .refine(({ versies }) => isOplopend(versies.map(({ vanaf }) => vanaf)), {
      path: ['versies'],
      message: NIET_OPLOPEND,
    })
    .refine(({ atw, versies }) => atw !== 'mogelijk' || !versies.some(isTeLang), {
      path: ['atw'],
      message: 'voor een termijn van deze lengte geldt de Algemene termijnenwet niet (art. 4 onder a)',
    });

const isDuur = (waarde: unknown): waarde is Duur =>
  typeof waarde === 'object' && waarde !== null && 'eenheid' in waarde;

const isTeLang = (versie: object): boolean =>
  'waarden' in versie &&
  Object.values(versie.waarden as Readonly<Record<string, unknown>>).some(
    (waarde) => isDuur(waarde) && isTeLangVoorAtw(waarde),
  );

type RegelSchemas = { [K in RegelId]: ReturnType<typeof regelSchema<(typeof WAARDEN)[K]>> };
const regelSchemas = Object.fromEntries(
  Object.entries(WAARDEN).map(([id, waarden]) => [id, regelSchema(waarden)]),
) as unknown as RegelSchemas;

/** A length that is counted back from a day: nobody has said which werkdag comes before a day that is none. */
const TerugDuurSchema = DuurSchema.refine(
  ({ eenheid }) => eenheid !== 'werkdagen',
  'terug tellen gaat in dagen, weken, maanden of jaren',
);

/** An age: in months or years. */
const LeeftijdSchema = DuurSchema.refine(
  ({ eenheid }) => eenheid === 'maanden' || eenheid === 'jaren',
  'een leeftijd is in maanden of jaren',
);

/** Terms that no rule of law or norm sets, of which the engine gives a signal; and which lengths each counts with. */
const AFSPRAKEN = {
  EINDE: { termijn: TerugDuurSchema },
  VERVAL: { vooraf: TerugDuurSchema },
  SPOED_MGJ: { termijn: DuurSchema, vooraf: TerugDuurSchema },
  MELDING: { termijn: DuurSchema },
  NIEMAND: { termijn: DuurSchema },
  REGIEKLOOF: { termijn: DuurSchema },
  INGANG: {},
  AFSTEMMING: { termijn: DuurSchema, opschaling: DuurSchema },
  JIM: { termijn: DuurSchema },
  KLAAR: { termijn: DuurSchema },
  ZONDER_ONDERWIJS: { termijn: DuurSchema },
  UITSCHRIJVING: { termijn: DuurSchema, vooraf: TerugDuurSchema },
  WOONT: { termijn: DuurSchema },
  HERSTEL: {},
  RESERVERING: {},
  ZONDER_PLEK: {},
  ACTIE: {},
  ADVIES: { termijn: DuurSchema },
  // How long each trede of an escalation has stands with the ladders.
  OPSCHALING_AANNEMEN: {},
  OPSCHALING_ANTWOORD: {},
  OPSCHALING_VERVOLG: {},
  TERUGKEER_DEELNAME: { termijn: DuurSchema, opschaling: DuurSchema },
  TERUGKEER_PARTNERS: { vooraf: TerugDuurSchema },
  TOEKOMSTPLAN: { leeftijd: LeeftijdSchema, termijn: DuurSchema, herhaling: DuurSchema },
  CASUSREGISSEUR_18: { leeftijd: LeeftijdSchema, vooraf: TerugDuurSchema },
  ACHTTIEN: { leeftijd: LeeftijdSchema, vooraf: TerugDuurSchema },
  GEBOORTEDATUM: {},
  B4: { termijn: DuurSchema },
  B5: { vooraf: TerugDuurSchema },
} as const;

export type AfspraakId = keyof typeof AFSPRAKEN;

const afspraakSchema = <W extends z.ZodRawShape>(lengten: W) =>
  z.strictObject({ naam: Tekst, ...lengten, bron: Tekst });

const afspraakSchemas = Object.fromEntries(
  Object.entries(AFSPRAKEN).map(([id, lengten]) => [id, afspraakSchema(lengten)]),
) as unknown as { [K in AfspraakId]: ReturnType<typeof afspraakSchema<(typeof AFSPRAKEN)[K]>> };

/** The terms of law and norm as dated data, with the reading that is followed where they leave something open. */
export const TermijnenSchema = z.strictObject({
  toelichting: Tekst,
  /** Days by royal decree. Source: Algemene termijnenwet art. 3 lid 3. */
  gelijkgesteldeDagen: z
    .array(z.strictObject({ datum: DatumSchema, naam: Tekst, bron: Tekst }))
    .refine((dagen) => isOplopend(dagen.map(({ datum }) => datum)), 'elke dag moet later zijn dan de vorige'),
  lezingen: LezingenSchema,
  afspraken: z.strictObject(afspraakSchemas),
  regels: z.strictObject(regelSchemas),
});

export type Termijnregels = z.output<typeof TermijnenSchema>;
export type Waarden<K extends RegelId> = z.output<z.ZodObject<(typeof WAARDEN)[K]>>;
export type Versie = Termijnregels['regels'][RegelId]['versies'][number];
