import type { Faker } from '@faker-js/faker';
import type { Urgentie } from '@regielijn/kern';

type Dagdeel = readonly [van: number, totEnMet: number];

const UUR = 60;
/** In minutes past midnight, Amsterdam time. Never midnight itself, so that no moment falls on a peildatum's. */
const NACHT: Dagdeel = [1, 8 * UUR + 59];
const KANTOOR: Dagdeel = [9 * UUR, 16 * UUR + 59];
const AVOND: Dagdeel = [17 * UUR, 23 * UUR + 59];

/** Weights of the parts of the day in which an opname begins. */
const DAGDELEN: Record<Urgentie, readonly { value: Dagdeel; weight: number }[]> = {
  regulier: [{ value: KANTOOR, weight: 1 }],
  urgent: [
    { value: KANTOOR, weight: 6 },
    { value: AVOND, weight: 3 },
    { value: NACHT, weight: 1 },
  ],
  bloedspoed: [
    { value: KANTOOR, weight: 3 },
    { value: AVOND, weight: 4 },
    { value: NACHT, weight: 3 },
  ],
};

const minuutIn = (random: Faker, [min, max]: Dagdeel): number => random.number.int({ min, max });

/** Minutes past midnight. */
export const kantoorminuut = (random: Faker): number => minuutIn(random, KANTOOR);

/** Minutes past midnight. */
export const avondminuut = (random: Faker): number => minuutIn(random, AVOND);

/** Minutes past midnight at which an opname with this urgentie begins. */
export const opnameminuut = (urgentie: Urgentie, random: Faker): number =>
  minuutIn(random, random.helpers.weightedArrayElement([...DAGDELEN[urgentie]]));
