import { z } from 'zod';
import { beginVan, datumVan, plusMaanden } from './kalender.js';
import type { Datum, Instant } from './tijd.js';

/** A quarter of a year, as `2026-K3`. Sorts as text. */
export const KwartaalSchema = z
  .string()
  .regex(/^(20|21)\d\d-K[1-4]$/, 'een kwartaal zoals 2026-K3')
  .meta({ description: 'Kwartaal', example: '2026-K3' });

/** From the first moment of a quarter up to, not including, the first of the next. In Amsterdam. */
export interface Periode {
  readonly van: Instant;
  readonly tot: Instant;
}

const eersteDag = (kwartaal: string): string => {
  const maand = String((Number(kwartaal.at(-1)) - 1) * 3 + 1).padStart(2, '0');
  return `${kwartaal.slice(0, 4)}-${maand}-01`;
};

export const periodeVan = (kwartaal: string): Periode => {
  const eerste = eersteDag(kwartaal);
  return { van: beginVan(eerste), tot: beginVan(plusMaanden(eerste, 3)) };
};

const kwartaalVanDag = (dag: string): string => `${dag.slice(0, 4)}-K${Math.ceil(Number(dag.slice(5, 7)) / 3)}`;

/** The first day of the quarter in which this day falls. */
export const eersteDagVanKwartaal = (dag: Datum): Datum => eersteDag(kwartaalVanDag(dag));

/** The quarter in which a moment lies. In Amsterdam. */
export const kwartaalVan = (moment: Instant): string => kwartaalVanDag(datumVan(moment));

export const volgendKwartaal = (kwartaal: string): string => kwartaalVanDag(plusMaanden(eersteDag(kwartaal), 3));
