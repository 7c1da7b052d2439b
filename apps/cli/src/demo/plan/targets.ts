import {
  BestemmingSchema,
  DatumSchema,
  GemeentecodeSchema,
  HerkomstSchema,
  OrganisatieSchema,
  parseConfig,
} from '@regielijn/kern';
import { z } from 'zod';
import { dagVan } from './kalender.js';

/** Shorter periods leave no room to spread opnames and departures over their days. */
const MIN_DAGEN_TUSSEN_PEILDATA = 28;

const aantal = z.int().min(0);
const procent = z.int().min(0).max(100);
const perRegio = <Cell extends z.ZodType>(cell: Cell) => z.record(z.string(), cell);
/** Whole percents of some values; what is not published is left out. */
const procentVan = <Value extends z.ZodEnum>(value: Value) => z.partialRecord(value, procent);
const tabel = <Shape extends z.ZodRawShape>(shape: Shape) =>
  z.strictObject({ bron: z.string(), ...shape, toelichting: z.string().optional() });

const plaatsingsTabellen = {
  plaatsingen: tabel({ perRegio: perRegio(aantal), totaal: aantal }),
  /** Counted with overplaatsingen, as Jeugdzorg Nederland does. */
  plaatsingenMetOverplaatsingen: tabel({ totaal: aantal }),
  gemeenten: tabel({
    perRegio: perRegio(aantal),
    klassen: z.array(z.strictObject({ van: aantal, totEnMet: aantal.nullable(), gemeenten: aantal })).min(1),
    genoemd: z.array(z.strictObject({ code: GemeentecodeSchema, naam: z.string(), plaatsingen: aantal })),
  }),
  urgentie: tabel({ procent: z.strictObject({ urgent: procent, regulier: procent }) }),
  soort: tabel({
    aantal: z.strictObject({ nieuw: aantal, hernieuwd: aantal, hernieuwd_na_onttrekking: aantal }),
  }),
  herkomst: tabel({ nieuw: procentVan(HerkomstSchema), hernieuwd: procentVan(HerkomstSchema) }),
  /** Share of the opnames at which the jeugdige is at least `vanaf` years old; lower would leave no room for a history. */
  leeftijd: tabel({ vanaf: z.int().min(16).max(17), procent }),
};

const loopTabellen = {
  /**
   * Of the trajecten that ended in the year: longer than `maanden` calendar months, or not. From a year on, so that only
   * who was in care when the year began can be among the long ones.
   */
  duur: tabel({ maanden: z.int().min(12).max(24), procent: z.strictObject({ langer: procent, korter: procent }) }),
  bestemming: tabel({ procent: procentVan(BestemmingSchema) }),
  bezetting: tabel({
    /** From 1 January of the year up to and including 1 January of the next. */
    peildata: z.array(DatumSchema).min(2),
    perRegio: perRegio(z.array(aantal)),
    totaal: z.array(aantal),
    naHetJaar: z.strictObject({
      bron: z.string(),
      totaal: z.array(z.strictObject({ peildatum: DatumSchema, aantal })),
    }),
  }),
  /** An absence ends a traject once it has lasted this many days. */
  onttrekking: tabel({ drempelDagen: z.int().min(2).max(450) }),
};

/** What no publication gives and the demo needs. */
const aannames = z.strictObject({
  plekkenPerGroep: z
    .strictObject({ van: z.int().min(2), totEnMet: z.int().min(2) })
    .refine(({ van, totEnMet }) => van <= totEnMet, 'van is meer dan totEnMet'),
  procentCrisisgroepen: procent,
  /** Share of the urgent plaatsingen that is bloedspoed. */
  procentBloedspoed: procent,
  procentGedwongenKader: procent,
  laatsteUitstroom: DatumSchema,
  aanbieders: z
    .array(
      z.strictObject({ id: OrganisatieSchema, naam: z.string().min(1), locaties: z.array(GemeentecodeSchema).min(1) }),
    )
    .min(1),
});

const TablesSchema = z.strictObject({
  landsdeel: z.string(),
  jaar: z.int().min(2015).max(2100),
  bronnen: z.record(
    z.string(),
    z.strictObject({
      titel: z.string().min(1),
      uitgever: z.string().min(1),
      jaar: z.int(),
      toelichting: z.string().optional(),
    }),
  ),
  ...plaatsingsTabellen,
  ...loopTabellen,
  aannames,
});

const TargetsSchema = TablesSchema.superRefine((targets, context) => {
  const report = (path: PropertyKey[], message: string) => context.addIssue({ code: 'custom', path, message });
  checkSources(targets, report);
  checkPeildata(targets, report);
});

/** The published figures of one landsdeel and year that the demo reproduces, with their sources and the assumptions. */
export type DemoTargets = z.output<typeof TablesSchema>;
type Report = (path: PropertyKey[], message: string) => void;

/** Reads a file with figures. Errors name `file`, the key and the reason. */
export const parseTargets = (text: string, file: string): DemoTargets => parseConfig(TargetsSchema, text, file);

function checkSources(targets: DemoTargets, report: Report): void {
  const tabellen = [...Object.keys(plaatsingsTabellen), ...Object.keys(loopTabellen)] as (
    keyof typeof plaatsingsTabellen | keyof typeof loopTabellen
  )[];
  const verwijzingen = [
    ...tabellen.map((key) => ({ path: [key, 'bron'], bron: targets[key].bron })),
    { path: ['bezetting', 'naHetJaar', 'bron'], bron: targets.bezetting.naHetJaar.bron },
  ];
  for (const { path, bron } of verwijzingen) {
    if (!(bron in targets.bronnen)) report(path, `bron "${bron}" staat niet bij de bronnen`);
  }
}

function checkPeildata({ bezetting, jaar, aannames }: DemoTargets, report: Report): void {
  const { peildata, naHetJaar } = bezetting;
  if (peildata[0] !== `${jaar}-01-01` || peildata.at(-1) !== `${jaar + 1}-01-01`) {
    report(['bezetting', 'peildata'], `loopt niet van ${jaar}-01-01 tot en met ${jaar + 1}-01-01`);
  }
  const momenten = [...peildata, ...naHetJaar.totaal.map(({ peildatum }) => peildatum), aannames.laatsteUitstroom];
  for (const [index, datum] of momenten.slice(1).entries()) {
    if (dagVan(datum) - dagVan(momenten[index] ?? datum) < MIN_DAGEN_TUSSEN_PEILDATA) {
      report(['bezetting'], `${datum} ligt geen ${MIN_DAGEN_TUSSEN_PEILDATA} dagen na de datum ervoor`);
    }
  }
  for (const [regio, aantallen] of [...Object.entries(bezetting.perRegio), ['totaal', bezetting.totaal] as const]) {
    if (aantallen.length !== peildata.length) {
      report(['bezetting', regio], `heeft ${aantallen.length} aantallen voor ${peildata.length} peildata`);
    }
  }
}
