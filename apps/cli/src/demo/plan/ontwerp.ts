import type { Faker } from '@faker-js/faker';
import type { Landsdeel, Urgentie } from '@regielijn/kern';
import type { Quota } from './haalbaarheid.js';
import { type Dag, isWerkdag } from './kalender.js';
import type { DemoTargets } from './targets.js';

/** What every step of the planner works from. `random` is the only source of chance. */
export interface Opdracht {
  readonly targets: DemoTargets;
  readonly landsdeel: Landsdeel;
  readonly quota: Quota;
  readonly random: Faker;
}

/** The published kind of plaatsing. */
export type Soort = keyof DemoTargets['soort']['aantal'];

/** A traject under construction, in whole days; the steps fill in what they decide. */
export interface Ontwerp {
  readonly regio: string;
  readonly opname: Dag;
  readonly urgentie: Urgentie;
  /** Only for an opname in the year: the others are not counted by kind. */
  readonly soort?: Soort;
  /** Gemeentecode of herkomst; absent in the `overig` region, and as long as any gemeente of the region will do. */
  gemeente?: string;
  /** Day the traject ends; `NOG_IN_ZORG` until decided. */
  einde: Dag;
  eindigtDoorOnttrekking: boolean;
  /** The earlier traject of the same jeugdige. */
  vorige?: Ontwerp;
  heeftVervolg: boolean;
}

/** Later than any day: still in care. */
export const NOG_IN_ZORG: Dag = Number.POSITIVE_INFINITY;

/** Shorter stays are not planned. */
export const MIN_VERBLIJF_DAGEN = 3;

export const maakOntwerp = (
  vast: Pick<Ontwerp, 'regio' | 'opname' | 'urgentie' | 'soort' | 'gemeente'>,
  einde: Dag = NOG_IN_ZORG,
): Ontwerp => ({ ...vast, einde, eindigtDoorOnttrekking: false, heeftVervolg: false });

/** Urgent or bloedspoed, in the assumed ratio. */
export const kiesSpoed = ({ random, targets }: Opdracht): Urgentie =>
  random.datatype.boolean(targets.aannames.procentBloedspoed / 100) ? 'bloedspoed' : 'urgent';

/** The urgentie of an opname outside the year: as often regulier as in the year, but never on a day in the weekend. */
export const kiesUrgentie = (opdracht: Opdracht, opname: Dag): Urgentie =>
  isWerkdag(opname) && opdracht.random.datatype.boolean(opdracht.targets.urgentie.procent.regulier / 100)
    ? 'regulier'
    : kiesSpoed(opdracht);

/** A day from `van` up to and including `totEnMet`. */
export const kiesDag = (random: Faker, van: Dag, totEnMet: Dag): Dag => random.number.int({ min: van, max: totEnMet });
