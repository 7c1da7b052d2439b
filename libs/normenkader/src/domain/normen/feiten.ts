import { DatumSchema, UrgentieSchema } from '@regielijn/kern';
import { z } from 'zod';
import { KalenderSchema, KantoortijdSchema, LevensgebiedNaamSchema } from './instellingen.js';

const metZone = (precision?: -1) =>
  z.iso
    .datetime(precision === undefined ? { offset: true } : { offset: true, precision })
    .refine((tijdstip) => DatumSchema.safeParse(tijdstip.slice(0, 10)).success, 'een jaar van 1900 tot en met 2199');

/** A moment with its zone, or a date alone: then the time of day is not known. Kept as it was given. */
const TijdstipSchema = z
  .union(
    [DatumSchema, metZone(), metZone(-1)],
    'een datum zoals 2026-03-02 of een tijdstip met tijdzone zoals 2026-03-02T09:30:00+01:00',
  )
  .meta({ description: 'Tijdstip met tijdzone, of alleen een datum: dan is de tijd niet bekend' });

const datum = DatumSchema.nullish();
const tijdstip = TijdstipSchema.nullish();
const tekst = z.string().max(10_000).nullish();
const code = z.union([z.string().max(200), z.number()]).nullish();
const levensgebied = LevensgebiedNaamSchema.nullish();
const gekozen = z.enum(['buiten_jhp', 'geen_passend']).nullish();

const isJa = (waarde: boolean | string | null | undefined): boolean | null => {
  if (waarde === null || waarde === undefined || waarde === 'onbekend') return null;
  return typeof waarde === 'boolean' ? waarde : waarde.trim() !== '' && waarde !== 'nee';
};

/** Yes, no, or not known (null). */
const jaNee = z
  .union([z.boolean(), z.enum(['ja', 'nee', 'onbekend'])])
  .nullish()
  .transform(isJa);

/** Whether something is there: yes or no, or the thing itself in words. */
const aanwezig = z
  .union([z.boolean(), z.string().max(10_000)])
  .nullish()
  .transform(isJa);

const gebeurtenis = <Type extends string, Velden extends z.ZodRawShape>(type: Type, velden: Velden) =>
  z.strictObject({ type: z.literal(type), tijdstip, ...velden });

const LichtereVariantSchema = z.strictObject({ variant: tekst, passend: jaNee, criterium: tekst, reden: tekst });

const toeleiding = [
  gebeurtenis('PlaatsingVerzocht', {
    urgentie: UrgentieSchema.nullish(),
    machtigingSoort: z.enum(['geen', 'MGJ', 'VMGJ', 'SPOED', 'geschorst']).nullish(),
    verzoeker: tekst,
  }),
  gebeurtenis('BeschikkingGegeven', { uitkomst: tekst }),
  gebeurtenis('AanmeldingIngetrokken', {}),
  gebeurtenis('CivielTrajectberaadGehouden', { gekozen: tekst }),
  gebeurtenis('TriageUitkomst', {
    variant: tekst,
    gekozen,
    criteria: z.array(z.unknown()).nullish(),
    lichtereVarianten: z.array(LichtereVariantSchema).nullish(),
  }),
  gebeurtenis('PlekBeoordeeld', {
    plekId: code,
    passend: jaNee,
    beoordelaar: tekst,
    criteria: z.array(z.unknown()).nullish(),
  }),
  gebeurtenis('PlekGeweigerd', {}),
  gebeurtenis('BloedspoedBeoordeeld', {
    uitkomst: z.enum(['positief', 'negatief']).nullish(),
    gronden: z.array(z.string().max(10_000)).nullish(),
    beoordelaar: tekst,
    functie: tekst,
    vastgelegdOp: tijdstip,
  }),
  gebeurtenis('PlaatsingToegewezen', {}),
  gebeurtenis('WachtlijstGeplaatst', {}),
  gebeurtenis('OverbruggingGestart', {}),
  gebeurtenis('AndereIndicatieVastgesteld', { wet: tekst }),
] as const;

const verblijf = [
  gebeurtenis('OpnameGestart', {
    variant: tekst,
    plekId: code,
    accommodatie: tekst,
    redencodes: z.array(z.enum(['bij_gebrek_aan_beter', 'wachtlijst'])).nullish(),
  }),
  gebeurtenis('VariantGestart', { variant: tekst }),
  gebeurtenis('VerblijfplekGewijzigd', { van: tekst, naar: tekst, reden: tekst }),
  gebeurtenis('TerugkeerNaOnttrekking', {}),
  gebeurtenis('MedewerkerIngezet', {
    registratie: tekst,
    registratienummer: code,
    geldigTot: datum,
    scholingJhp: jaNee,
    scholingGeldigTot: datum,
    inzetTot: datum,
  }),
  gebeurtenis('IncidentGemeld', {}),
  gebeurtenis('WachtendOpUitstroomVastgesteld', {}),
  gebeurtenis('HulpBeeindigd', {}),
] as const;

const plannen = [
  gebeurtenis('PerspectiefVastgesteld', { levensgebied, perspectief: tekst, vastgesteldOp: datum, metJeugdige: jaNee }),
  gebeurtenis('PlanVastgesteld', { versie: code }),
  gebeurtenis('PlanBesproken', {
    versie: code,
    met: z
      .strictObject({
        jeugdige: z.enum(['aanwezig', 'gehoord', 'afwezig']).nullish(),
        netwerk: z.array(z.string().max(10_000)).nullish(),
      })
      .nullish(),
    redenGeenNetwerk: tekst,
    redenJeugdigeNietGehoord: tekst,
  }),
  gebeurtenis('PlanInstemming', { versie: code, door: tekst }),
  gebeurtenis('PlanBezwaar', { versie: code, door: tekst, tekst }),
  gebeurtenis('PlanGeevalueerd', {}),
  gebeurtenis('OnderwijsVoorafVastgelegd', { niveau: code, school: tekst }),
  gebeurtenis('OnderwijsGestart', {
    vorm: z.enum(['onderwijs', 'dagbesteding']).nullish(),
    niveau: code,
    school: tekst,
    redenNiveau: tekst,
  }),
  gebeurtenis('OnderwijsGestopt', {}),
  gebeurtenis('SchoolVanHerkomstUitgeschreven', { nieuweInschrijving: aanwezig }),
  gebeurtenis('DagprogrammaVastgesteld', { plan: aanwezig, dagprogramma: aanwezig }),
  gebeurtenis('VeiligheidsplanVastgesteld', {
    onderdelen: z
      .strictObject({ jongere: aanwezig, gezin: aanwezig, professionals: aanwezig, omgeving: aanwezig })
      .nullish(),
  }),
] as const;

const uitstroom = [
  gebeurtenis('UitstroomGerealiseerd', { datum }),
  gebeurtenis('NazorgplanVastgesteld', {
    levensgebieden: z
      .record(LevensgebiedNaamSchema, z.strictObject({ nodig: jaNee, lokalePartner: tekst }).nullable())
      .nullish(),
  }),
  gebeurtenis('LokalePartnerToegezegd', { levensgebied, datum }),
  gebeurtenis('LokalePartnerOpgepakt', { levensgebied, partner: tekst, datum }),
] as const;

/** One fact about a traject, told apart by `type`. An absent or null field is not known. */
export const GebeurtenisSchema = z.discriminatedUnion('type', [...toeleiding, ...verblijf, ...plannen, ...uitstroom]);

export type Gebeurtenis = z.output<typeof GebeurtenisSchema>;
export type GebeurtenisType = Gebeurtenis['type'];
export const GEBEURTENIS_TYPES: readonly GebeurtenisType[] = GebeurtenisSchema.options.map(
  ({ shape }) => shape.type.value,
);

const KantoortijdTekstSchema = z
  .string()
  .regex(/^\d\d:\d\d-\d\d:\d\d$/, 'een kantoortijd zoals 09:00-17:00')
  .transform((tekst) => ({ van: tekst.slice(0, 5), tot: tekst.slice(6) }))
  .pipe(KantoortijdSchema);

/** What a question may set otherwise than the version of the normenkader does. */
const EigenInstellingenSchema = z.strictObject({
  kalender: KalenderSchema.nullish(),
  kantoortijd: KantoortijdTekstSchema.nullish(),
  directWerkdagen: z.int().min(0).max(1000).nullish(),
  levensgebieden: z.array(LevensgebiedNaamSchema).min(1).nullish(),
  inkomenVanafLeeftijd: z.int().min(0).max(1000).nullish(),
});

export const NORM_IDS = ['O1', 'O2', 'O3', 'O4', 'B1', 'B2', 'B3', 'B4', 'B5', 'B6', 'B7'] as const;
export type NormId = (typeof NORM_IDS)[number];

/** A question to the normenkader: what happened in one traject, and which norm it is held against (absent: all eleven). */
export const NormVraagSchema = z.strictObject({
  norm: z.enum(NORM_IDS).nullish(),
  peilmoment: tijdstip,
  jeugdige: z.strictObject({ geboortedatum: datum, onderwijsniveauVoor: code }).nullish(),
  variant: tekst,
  instellingen: EigenInstellingenSchema.nullish(),
  gebeurtenissen: z.array(GebeurtenisSchema),
});

export type NormVraag = z.output<typeof NormVraagSchema>;
