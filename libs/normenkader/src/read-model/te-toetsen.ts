import { beginVan, datumVan, type Instant, plusMaanden } from '@regielijn/kern';
import type pg from 'pg';
import type { Normenkader } from '../domain/normenkader.js';

/** How long after its end a norm can still find something: a day after the nazorg should have been taken over. */
const nazorgMaanden = ({ versies }: Normenkader): number =>
  Math.max(...versies.map(({ instellingen }) => instellingen.nazorgMaanden)) + 1;

/** The earliest end of a traject about which something can be found at this moment. */
export const vroegsteEinde = (normenkader: Normenkader, op: Instant): Instant =>
  beginVan(plusMaanden(datumVan(op), -nazorgMaanden(normenkader)));

/**
 * The trajecten about which time alone may say something new at this moment: not closed by then, or ended, with an opname or
 * without, when the year of their nazorg would not be over. Those of before the normenkader are not among them.
 */
export const trajectenTeToetsen = async (
  pool: pg.Pool,
  normenkader: Normenkader,
  op: Instant,
): Promise<readonly string[]> => {
  const { rows } = await pool.query<{ traject_id: string }>(
    `select traject_id from lm.traject
     where aangemeld_op >= $1 and aangemeld_op < $2 and (afgesloten_op is null or afgesloten_op >= $2 or einde_op >= $3) order by traject_id`,
    [beginVan(normenkader.versies[0]!.geldigVanaf), op, vroegsteEinde(normenkader, op)],
  );
  return rows.map(({ traject_id }) => traject_id);
};
