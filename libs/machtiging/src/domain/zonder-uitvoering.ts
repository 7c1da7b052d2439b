import { type Datum, datumVan, type Instant } from '@regielijn/kern';
import type { Termijn } from './feiten.js';
import type { Gebeurtenis } from './regels/toestanden.js';
import type { VerleendeMachtiging } from './stand.js';

/** A time in which a machtiging was not carried out. */
export interface ZonderUitvoering {
  readonly sinds: Datum;
  /** The day on which it lapses, or lapsed, because of that; null: the law names no such day. */
  readonly vervaltOp: Datum | null;
}

interface Stilstand {
  readonly sinds: Datum;
  readonly geschorst: boolean;
  /** A voorwaardelijke machtiging that counts as a gewone by then. */
  readonly omgezet: boolean;
}

const STOPT: readonly Gebeurtenis[] = ['onttrekking_geconstateerd', 'schorsing_verleend'];

/** Whether it is carried out from this happening on; a return ends no schorsing, nor the end of a schorsing an onttrekking. */
const hervat = (gebeurtenis: Gebeurtenis, { geschorst }: Stilstand): boolean =>
  ['opname_gestart', 'verblijf_voortgezet', 'opnamebeslissing_genomen'].includes(gebeurtenis) ||
  gebeurtenis === (geschorst ? 'schorsing_ingetrokken' : 'teruggekeerd');

/** A stop while it stood still already changes nothing, unless it shows that it had been carried out before. */
const stopt = (gebeurtenis: Gebeurtenis, stil: Stilstand | null, isBegonnen: boolean): boolean =>
  STOPT.includes(gebeurtenis) && (stil === null || !isBegonnen);

/**
 * The time without tenuitvoerlegging in which a machtiging lapsed by law, or else the one that runs at this moment; null:
 * it was carried out then. What happened at the moment itself does not count: the question may be whether it could.
 * Source: Jeugdwet art. 6.1.12 lid 3.
 */
export const zonderUitvoeringOm = (
  { geldigVan, soort, verloop }: VerleendeMachtiging,
  moment: Instant,
  termijn: Termijn,
): ZonderUitvoering | null => {
  const verval = ({ sinds, geschorst, omgezet }: Stilstand): Datum | null => {
    const vraag = { regel: 'D5', geldigVan, soort, omgezetInMgj: omgezet } as const;
    return termijn({ ...vraag, ...(geschorst ? { schorsingVanaf: sinds } : { laatsteTenuitvoerlegging: sinds }) });
  };
  let omgezet = false;
  let isBegonnen = false;
  let stil: Stilstand | null = { sinds: geldigVan, geschorst: false, omgezet };
  const ervoor = verloop.filter(({ op }) => op < moment).sort((a, b) => (a.op < b.op ? -1 : 1));
  for (const { gebeurtenis, op } of ervoor) {
    const sinds = datumVan(op);
    const stoptHier = stopt(gebeurtenis, stil, isBegonnen);
    if (!stoptHier && !(stil && hervat(gebeurtenis, stil))) continue;
    const vervaltOp = stil && verval(stil);
    if (stil && vervaltOp !== null && vervaltOp <= sinds) return { sinds: stil.sinds, vervaltOp };
    isBegonnen = true;
    omgezet ||= gebeurtenis === 'opnamebeslissing_genomen';
    stil = stoptHier ? { sinds, geschorst: gebeurtenis === 'schorsing_verleend', omgezet } : null;
  }
  return stil && { sinds: stil.sinds, vervaltOp: verval(stil) };
};

/** Whether it had lapsed by this moment because nobody carried it out, though no event says so yet. */
export const isVervallenOm = (state: VerleendeMachtiging, moment: Instant, termijn: Termijn): boolean => {
  const vervaltOp = zonderUitvoeringOm(state, moment, termijn)?.vervaltOp ?? null;
  return vervaltOp !== null && vervaltOp <= datumVan(moment);
};
