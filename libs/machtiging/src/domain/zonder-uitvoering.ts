import { type Datum, datumVan, type Instant } from '@regielijn/kern';
import type { MachtigingFacts } from './feiten.js';
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

/** What each happening makes of it; what is not named changes nothing. null: from then on it is carried out. */
const NA: Readonly<Partial<Record<Gebeurtenis, (sinds: Datum) => Omit<Stilstand, 'omgezet'> | null>>> = {
  opname_gestart: () => null,
  verblijf_voortgezet: () => null,
  opnamebeslissing_genomen: () => null,
  teruggekeerd: () => null,
  schorsing_ingetrokken: () => null,
  onttrekking_geconstateerd: (sinds) => ({ sinds, geschorst: false }),
  schorsing_verleend: (sinds) => ({ sinds, geschorst: true }),
};

/**
 * The time without tenuitvoerlegging in which a machtiging lapsed by law, or else the one that runs at this moment; null:
 * it was carried out then. What happened at the moment itself does not count: the question may be whether it could.
 * Source: Jeugdwet art. 6.1.12 lid 3.
 */
export const zonderUitvoeringOm = (
  state: VerleendeMachtiging,
  moment: Instant,
  termijn: MachtigingFacts['termijn'],
): ZonderUitvoering | null => {
  const { geldigVan, soort, verloop } = state;
  const verval = ({ sinds, geschorst, omgezet }: Stilstand): Datum | null => {
    const vraag = { regel: 'D5', geldigVan, soort, omgezetInMgj: omgezet } as const;
    return termijn({ ...vraag, ...(geschorst ? { schorsingVanaf: sinds } : { laatsteTenuitvoerlegging: sinds }) });
  };
  let omgezet = false;
  let stil: Stilstand | null = { sinds: geldigVan, geschorst: false, omgezet };
  const ervoor = verloop.filter((voorval) => voorval.op < moment).sort((a, b) => (a.op < b.op ? -1 : 1));
  for (const { gebeurtenis, op } of ervoor) {
    const na = NA[gebeurtenis];
    if (na === undefined) continue;
    const dag = datumVan(op);
    const vervaltOp = stil && verval(stil);
    if (stil && vervaltOp !== null && vervaltOp <= dag) return { sinds: stil.sinds, vervaltOp };
    omgezet ||= gebeurtenis === 'opnamebeslissing_genomen';
    const daarna = na(dag);
    stil = daarna && { ...daarna, omgezet };
  }
  return stil && { sinds: stil.sinds, vervaltOp: verval(stil) };
};
