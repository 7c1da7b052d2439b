import type { Bestemming, Datum, Herkomst, Instant, Kader, Urgentie, Variant } from '@regielijn/kern';

/** The variants of JeugdhulpPlus met verblijf; the pilots came after the years that the demo plays. */
export type Groepsvariant = Extract<Variant, 'dwanggroep' | 'crisisgroep'>;

/** A group with a fixed number of plekken, open from `geopendOp` up to, not including, `geslotenOp`. */
export interface GeplandeVoorziening {
  readonly key: string;
  readonly naam: string;
  /** Id of the organisation. */
  readonly aanbieder: string;
  readonly locatieGemeentecode: string;
  readonly variant: Groepsvariant;
  readonly plekken: number;
  readonly geopendOp: Datum;
  readonly geslotenOp: Datum;
}

/** A stay in one voorziening: in care when `van <= t < tot`. */
export interface GeplandVerblijf {
  readonly voorziening: string;
  readonly van: Instant;
  readonly tot: Instant;
}

/**
 * How a traject ends. An onttrekking ends it only once the threshold has passed: `eindigtOp` is `vanaf` plus that many
 * days. `uitstroom` ends it at once.
 */
export type GeplandEinde =
  | { readonly soort: 'uitstroom'; readonly bestemming: Bestemming }
  | { readonly soort: 'onttrekking'; readonly vanaf: Instant };

export interface GeplandTraject {
  readonly key: string;
  readonly aanmeldingOp: Instant;
  readonly urgentie: Urgentie;
  readonly herkomst: Herkomst;
  /** The first is the opname, each next one an overplaatsing. They join without a gap; the last one ends at `eindigtOp`. */
  readonly verblijven: readonly GeplandVerblijf[];
  /** Absences from which the jeugdige was back within the threshold; the verblijf goes on. */
  readonly korteOnttrekkingen: readonly { readonly van: Instant; readonly tot: Instant }[];
  readonly einde: GeplandEinde;
  readonly eindigtOp: Instant;
}

/** A synthetic jeugdige, without name or number. `trajecten` are in order of time and do not overlap. */
export interface GeplandeJeugdige {
  readonly key: string;
  readonly geboortedatum: Datum;
  readonly geslacht: 'man' | 'vrouw';
  readonly herkomstGemeente: { readonly code: string } | { readonly overig: string };
  readonly regio: string;
  readonly kader: Kader;
  readonly trajecten: readonly GeplandTraject[];
}

/** The whole demo caseload. Keys are unique within the plan and the same for the same input and seed. */
export interface DemoPlan {
  readonly voorzieningen: readonly GeplandeVoorziening[];
  readonly jeugdigen: readonly GeplandeJeugdige[];
}
