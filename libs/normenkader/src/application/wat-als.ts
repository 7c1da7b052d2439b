import type { EventLog } from '@regielijn/event-store';
import { beginVan, type Periode } from '@regielijn/kern';
import type pg from 'pg';
import { beoordeel } from '../domain/beoordeling.js';
import type { Normenkader } from '../domain/normenkader.js';
import { vroegsteEinde } from '../read-model/te-toetsen.js';
import { FeitenLezer } from './feiten-lezer.js';

/** A deviation as a rule version finds it: at which fact of which traject, or `geheel`. */
export interface GevondenAfwijking {
  readonly trajectId: string;
  readonly norm: string;
  readonly geval: string;
  readonly uitleg: string;
}

export interface WatAls {
  /** Every traject of the quarter that either version looked at. */
  readonly trajecten: number;
  /** What both versions find. */
  readonly blijft: number;
  readonly verschijnt: readonly GevondenAfwijking[];
  readonly verdwijnt: readonly GevondenAfwijking[];
}

interface Bronnen {
  readonly log: EventLog;
  readonly pool: pg.Pool;
}

const sleutel = ({ trajectId, norm, geval }: GevondenAfwijking): string => [trajectId, norm, geval].join('|');

/** What one version finds at the end of the period and not yet at its beginning, by the facts as they are known today. */
const gevondenIn = async (
  { log, pool }: Bronnen,
  normenkader: Normenkader,
  trajectId: string,
  { van, tot }: Periode,
): Promise<readonly GevondenAfwijking[]> => {
  const lezer = new FeitenLezer(log, pool, normenkader);
  const traject = await lezer.traject(trajectId);
  const feiten = traject && (await lezer.feiten(traject));
  if (!feiten) return [];
  const op = (peilmoment: string): readonly GevondenAfwijking[] =>
    beoordeel({ ...feiten, isVoor: traject.isVoor }, normenkader, peilmoment).flatMap(({ norm, uitleg, gevallen }) =>
      gevallen.map((geval) => ({ trajectId, norm, geval, uitleg })),
    );
  const eerder = new Set(op(van).map(sleutel));
  return op(tot).filter((afwijking) => !eerder.has(sleutel(afwijking)));
};

/** The last version of a draft as if it held from the first day on which there were norms. */
const alsofGeldend = (ontwerp: Normenkader, { versies }: Normenkader): Normenkader => ({
  ...ontwerp,
  versies: [{ ...ontwerp.versies.at(-1)!, geldigVanaf: versies[0]!.geldigVanaf }],
});

/**
 * Which deviations of a quarter a draft of the norms would add, and which it would take away, beside the norms that held.
 * Of the draft its last version counts, whatever its date: it is about what would have been. Both are computed anew from
 * the facts; nothing is recorded.
 */
export const watAls = async (
  bronnen: Bronnen,
  huidig: Normenkader,
  ontwerp: Normenkader,
  periode: Periode,
): Promise<WatAls> => {
  const anders = alsofGeldend(ontwerp, huidig);
  const [vroegste] = [huidig, anders].map((normenkader) => vroegsteEinde(normenkader, periode.van)).sort();
  const { rows } = await bronnen.pool.query<{ traject_id: string }>(
    `select traject_id from lm.traject
     where aangemeld_op >= $1 and aangemeld_op < $2 and (einde_op is null or einde_op >= $3) order by traject_id`,
    [beginVan(huidig.versies[0]!.geldigVanaf), periode.tot, vroegste],
  );
  const [nu, straks]: [GevondenAfwijking[], GevondenAfwijking[]] = [[], []];
  for (const { traject_id: trajectId } of rows) {
    nu.push(...(await gevondenIn(bronnen, huidig, trajectId, periode)));
    straks.push(...(await gevondenIn(bronnen, anders, trajectId, periode)));
  }
  const [isNu, isStraks] = [new Set(nu.map(sleutel)), new Set(straks.map(sleutel))];
  const verschijnt = straks.filter((afwijking) => !isNu.has(sleutel(afwijking)));
  return {
    ...{ trajecten: rows.length, blijft: straks.length - verschijnt.length, verschijnt },
    verdwijnt: nu.filter((afwijking) => !isStraks.has(sleutel(afwijking))),
  };
};
