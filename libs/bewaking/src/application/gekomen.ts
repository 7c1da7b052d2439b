import { type Instant, ZONE } from '@regielijn/kern';
import type { MomentSoort, Termijn } from '@regielijn/termijnen';
import type pg from 'pg';

/** A moment of a term that has come and was not told. */
export interface Gekomen {
  readonly termijnId: string;
  readonly stream: string;
  readonly jeugdigeId: string | null;
  readonly moment: MomentSoort;
  /** As the facts say, without what was moved by hand. */
  readonly op: Instant;
  /** When it came, by the calendar of Amsterdam moved by the days that the term stood still. */
  readonly wektOp: Instant;
  readonly termijn: Termijn;
  /** As far as the ledger knows the stream. */
  readonly streamVersie: string;
}

const UTC = `'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'`;
const WEKT_OP = `(t.wekt_op at time zone '${ZONE}' + coalesce(b.verschoven, 0) * interval '1 day') at time zone '${ZONE}'`;
const ALS_TEKST = `to_char((${WEKT_OP}) at time zone 'UTC', ${UTC})`;

/** Lines of the ledger whose moment has come by `$1`, of terms that do not stand still nor of a dossier that was destroyed, and that were not told. */
const GEKOMEN = `
from lm.termijn t left join lm.bewaking b on b.termijn_id = t.termijn_id
where t.wekt_op <= $1 and ${WEKT_OP} <= $1 and not coalesce(b.staat_stil, false)
  and not coalesce(b.gemeld ? (t.moment || '@' || ${ALS_TEKST}), false)
  and not exists (select from lm.jeugdige j where j.jeugdige_id = t.jeugdige_id and j.status = 'vernietigd')`;

const VELDEN = `
t.termijn_id as "termijnId", t.stream, t.jeugdige_id as "jeugdigeId", t.moment,
to_char(t.wekt_op at time zone 'UTC', ${UTC}) as op, ${ALS_TEKST} as "wektOp", t.termijn,
(select stream_version::text from lm.termijnstand s where s.stream = t.stream) as "streamVersie"`;

type Db = Pick<pg.ClientBase, 'query'>;

/**
 * Takes moments that have come, the oldest first, and keeps other takers from them until the transaction ends. What
 * another holds is left to it.
 */
export const neemGekomen = async (db: Db, nu: Instant, aantal: number): Promise<readonly Gekomen[]> =>
  (
    await db.query<Gekomen>(`select ${VELDEN} ${GEKOMEN} order by t.wekt_op limit $2 for update of t skip locked`, [
      nu,
      aantal,
    ])
  ).rows;

/** The same moment as the ledger has it now; undefined: it was told, moved, paused or closed in the meantime. */
export const herlees = async (
  db: Db,
  { termijnId, moment, op }: Pick<Gekomen, 'termijnId' | 'moment' | 'op'>,
  nu: Instant,
): Promise<Gekomen | undefined> =>
  (
    await db.query<Gekomen>(`select ${VELDEN} ${GEKOMEN} and t.termijn_id = $2 and t.moment = $3 and t.wekt_op = $4`, [
      ...[nu, termijnId, moment, op],
    ])
  ).rows[0];

export interface Zelfcontrole {
  /** Moments that came longer ago than `sinds` and were not told. */
  readonly vergeten: number;
  /** Moments that were told more than once. */
  readonly dubbel: number;
}

/** Moments that came longer ago than `sinds` and were not told, the oldest first. */
export const vergetenMomenten = async (
  db: Db,
  sinds: Instant,
): Promise<readonly Pick<Gekomen, 'termijnId' | 'stream' | 'moment' | 'wektOp'>[]> =>
  (await db.query<Gekomen>(`select ${VELDEN} ${GEKOMEN} order by t.wekt_op`, [sinds])).rows;

/** Whether the clock does its work. Both must be 0. */
export const controleerKlok = async (db: Db, sinds: Instant): Promise<Zelfcontrole> => {
  const vergeten = await db.query<{ aantal: number }>(`select count(*)::int as aantal ${GEKOMEN}`, [sinds]);
  const dubbel = await db.query<{ aantal: number }>(
    'select count(*)::int as aantal from lm.bewaking b, jsonb_each_text(b.gemeld) g where g.value::int > 1',
  );
  return { vergeten: vergeten.rows[0]!.aantal, dubbel: dubbel.rows[0]!.aantal };
};
