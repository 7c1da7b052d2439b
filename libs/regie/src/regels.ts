import {
  type Datum,
  DatumSchema,
  type GelijkgesteldeDag,
  KaderSchema,
  MinimumsetVeldSchema,
  OVERIG,
  VariantSchema,
} from '@regielijn/kern';
import { z } from 'zod';
import { EenheidSchema } from './termijnen.js';

/** Who carries casusregie. */
const RegieSchema = z.enum(['gemeente', 'GI']);
export type Regie = z.output<typeof RegieSchema>;

export const RegelsetSchema = z.enum(['tabel_4_2', 'aanloopperiode']);
type Regelset = z.output<typeof RegelsetSchema>;

export const PilotSchema = z.enum(['ambulant', 'gezinsopname', 'KIB']);
export type Pilot = z.output<typeof PilotSchema>;

const ZinSchema = z.string().min(1);

const RegelSchema = z
  .strictObject({
    id: z.string().regex(/^[a-z][a-z_]*$/, 'kleine letters en onderstrepingstekens'),
    regelsets: z.array(RegelsetSchema).min(1),
    regios: z.union([z.literal('alle'), z.array(z.string()).min(1)]),
    kader: KaderSchema,
    inPilot: z.enum(['ja', 'nee', 'maakt_niet_uit']),
    /** First day; null: always was so. */
    geldigVan: DatumSchema.nullable(),
    /** First day on which it no longer holds; null: no end known. */
    geldigTot: DatumSchema.nullable(),
    regie: RegieSchema,
    bron: z.string(),
    uitleg: ZinSchema,
  })
  .refine(({ geldigVan, geldigTot }) => geldigVan === null || geldigTot === null || geldigVan < geldigTot, {
    error: 'het einde moet na het begin liggen',
    path: ['geldigTot'],
  });
export type Regel = z.output<typeof RegelSchema>;

const UitgangspuntSchema = z.strictObject({ bron: z.string(), uitleg: ZinSchema });

const TermijnSchema = z.strictObject({
  aantal: z.int().positive(),
  eenheid: EenheidSchema,
  bron: z.string(),
  toelichting: ZinSchema,
});

const BestandSchema = z.strictObject({
  versie: ZinSchema,
  bronnen: z.record(z.string(), z.strictObject({ titel: ZinSchema })),
  standaardRegelset: z.strictObject({ regelset: RegelsetSchema, bron: z.string(), toelichting: ZinSchema }),
  /** From this day on it is recorded in a dossier who should hold casusregie; over earlier days it is only asked for. */
  vastleggenVanaf: z.strictObject({ datum: DatumSchema, bron: z.string(), toelichting: ZinSchema }),
  pilots: z.array(
    z.strictObject({ id: PilotSchema, geldigVan: DatumSchema, bron: z.string(), toelichting: ZinSchema }),
  ),
  regels: z.array(RegelSchema).min(1),
  uitgangspunten: z.strictObject({
    voor_machtiging: UitgangspuntSchema,
    kib_zonder_machtiging: UitgangspuntSchema,
    na_einde_machtiging: UitgangspuntSchema,
    na_uitstroom: UitgangspuntSchema,
    casusregie: UitgangspuntSchema,
    systeemregie: UitgangspuntSchema,
    behandelregie: UitgangspuntSchema,
  }),
  varianten: z.array(z.strictObject({ id: VariantSchema, ookBekendAls: z.array(ZinSchema) })),
  /** Each of these is executed; one more in the file stops the start. */
  termijnen: z.strictObject({
    signaalNietAanvaard: TermijnSchema,
    aanbodVervalt: TermijnSchema,
    afstemmingGiGemeente: TermijnSchema,
  }),
  minimumset: z.strictObject({
    bron: z.string(),
    toelichting: ZinSchema,
    onderdelen: z.array(
      z.strictObject({
        id: ZinSchema,
        naam: ZinSchema,
        velden: z.array(MinimumsetVeldSchema).min(1),
        /** An empty list is an answer: nobody, or nothing. */
        leegMag: z.boolean().default(false),
      }),
    ),
  }),
});
type Bestand = z.output<typeof BestandSchema>;

/** The regieregels as the functions of this lib take them: the file, and the regions that it is about. */
export type Regieregels = Bestand & {
  readonly regios: readonly string[];
  /** Days that a royal decree made a feestdag: a list of its own, because it holds for more than regie. */
  readonly gelijkgesteldeDagen?: readonly GelijkgesteldeDag[] | undefined;
};

interface Fout {
  readonly path: readonly (string | number)[];
  readonly message: string;
}

/**
 * The schema of `config/regie.json` for a landsdeel with these regions. Every day, in every regelset, region and kader,
 * in or outside a pilot, exactly one regel says who should hold casusregie: a gap or an overlap is an error.
 */
export const regieregelsSchema = (regioIds: readonly string[]) => {
  const regios = [...regioIds, OVERIG];
  return BestandSchema.superRefine((bestand, context) => {
    const fouten = [
      ...zonderBron(bestand),
      ...dubbel(bestand),
      ...onbekendeRegio(bestand, regios),
      ...gatenEnOverlap(bestand, regios),
    ];
    for (const { path, message } of fouten) context.addIssue({ code: 'custom', path: [...path], message });
  }).transform((bestand): Regieregels => ({ ...bestand, regios }));
};

const zonderBron = ({ bronnen, ...rest }: Bestand): Fout[] => {
  const zoek = (waarde: object, path: readonly string[]): Fout[] =>
    Object.entries(waarde).flatMap(([sleutel, deel]: [string, unknown]) => {
      const hier = [...path, sleutel];
      if (sleutel === 'bron' && !Object.hasOwn(bronnen, String(deel)))
        return [{ path: hier, message: `bron "${String(deel)}" staat niet bij de bronnen` }];
      return typeof deel === 'object' && deel !== null ? zoek(deel, hier) : [];
    });
  return zoek(rest, []);
};

const dubbel = ({ regels, pilots, varianten, minimumset: { onderdelen } }: Bestand): Fout[] =>
  Object.entries({ regels, pilots, varianten, 'minimumset.onderdelen': onderdelen }).flatMap(([lijst, rijen]) =>
    rijen.flatMap(({ id }, i) =>
      rijen.findIndex((rij) => rij.id === id) === i
        ? []
        : [{ path: [...lijst.split('.'), i, 'id'], message: `${id} staat er twee keer in` }],
    ),
  );

const onbekendeRegio = ({ regels }: Bestand, bekend: readonly string[]): Fout[] =>
  regels.flatMap(({ regios }, i) =>
    (regios === 'alle' ? [] : regios)
      .filter((regio) => !bekend.includes(regio))
      .map((regio) => ({ path: ['regels', i, 'regios'], message: `regio "${regio}" hoort niet bij dit landsdeel` })),
  );

/** Where a regel is looked for. */
export interface Plek {
  readonly regelset: Regelset;
  readonly regio: string;
  readonly kader: z.output<typeof KaderSchema>;
  readonly inPilot: boolean;
}

/** Whether a regel is about this place, on whatever day. */
export const gaatOver = (regel: Regel, { regelset, regio, kader, inPilot }: Plek): boolean =>
  regel.regelsets.includes(regelset) &&
  (regel.regios === 'alle' || regel.regios.includes(regio)) &&
  regel.kader === kader &&
  (regel.inPilot === 'maakt_niet_uit' || regel.inPilot === (inPilot ? 'ja' : 'nee'));

const plekken = (regios: readonly string[]): Plek[] =>
  RegelsetSchema.options.flatMap((regelset) =>
    regios.flatMap((regio) =>
      KaderSchema.options.flatMap((kader) => [true, false].map((inPilot) => ({ regelset, regio, kader, inPilot }))),
    ),
  );

const gatenEnOverlap = ({ regels }: Bestand, regios: readonly string[]): Fout[] =>
  plekken(regios).flatMap((plek) => {
    const waar = `${plek.regelset}, ${plek.regio}, ${plek.kader}, ${plek.inPilot ? 'in' : 'buiten'} een pilot`;
    const rij = regels.filter((regel) => gaatOver(regel, plek)).sort((a, b) => compare(a.geldigVan, b.geldigVan));
    let vorigEinde: Datum | null | undefined;
    for (const { id, geldigVan, geldigTot } of rij) {
      const sluitAan = vorigEinde === undefined ? geldigVan === null : geldigVan !== null && geldigVan === vorigEinde;
      if (!sluitAan) {
        const path = ['regels', regels.findIndex((regel) => regel.id === id), 'geldigVan'];
        return [{ path, message: `${id} sluit niet aan op de regel ervoor of overlapt die (${waar})` }];
      }
      vorigEinde = geldigTot;
    }
    return vorigEinde === null ? [] : [{ path: ['regels'], message: `er is niet altijd een regel (${waar})` }];
  });

/** A regel without a first day comes first. */
const compare = (a: Datum | null, b: Datum | null): number => ((a ?? '') < (b ?? '') ? -1 : 1);
