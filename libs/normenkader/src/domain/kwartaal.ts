import { beginVan, type Instant, plusMaanden } from '@regielijn/kern';
import { z } from 'zod';

/** A quarter of a year, as `2026-K3`. */
export const KwartaalSchema = z
  .string()
  .regex(/^(20|21)\d\d-K[1-4]$/, 'een kwartaal zoals 2026-K3')
  .meta({ description: 'Kwartaal', example: '2026-K3' });

/** From the first moment of a quarter up to, not including, the first of the next. In Amsterdam. */
export interface Periode {
  readonly van: Instant;
  readonly tot: Instant;
}

export const periodeVan = (kwartaal: string): Periode => {
  const maand = String((Number(kwartaal.at(-1)) - 1) * 3 + 1).padStart(2, '0');
  const eerste = `${kwartaal.slice(0, 4)}-${maand}-01`;
  return { van: beginVan(eerste), tot: beginVan(plusMaanden(eerste, 3)) };
};
