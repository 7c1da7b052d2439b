import { beginVan, type Datum, datumVan, type Instant, type Past, uniek } from '@regielijn/kern';
import { geldtOp, type Machtiging, type VerleendeMachtiging, WET_VANAF } from '@regielijn/machtiging';
import type { TrajectEvent } from '../domain/events.js';

/**
 * From here on what a traject records reaches the machtiging: before, the law had other steps than the table of the
 * machtiging. Source: Jeugdwet hoofdstuk 6 as of 1 January 2024.
 */
export const GEVOLGD_VANAF: Datum = WET_VANAF;

/** What a fact of a traject means for a machtiging. Verlof is not among them: that is a decision somebody takes. */
const GEBEURTENISSEN = {
  'traject.opname-gestart@2': 'opname_gestart',
  'traject.overgeplaatst@1': 'overgeplaatst',
  'traject.onttrekking-gemeld@1': 'onttrekking_geconstateerd',
  'traject.teruggekeerd@1': 'teruggekeerd',
  'traject.uitstroom-gerealiseerd@1': 'uitstroom',
} as const satisfies Partial<Record<TrajectEvent['type'], string>>;

type Bron = Extract<TrajectEvent, { type: keyof typeof GEBEURTENISSEN }>;

/** Something of a traject that happened to the tenuitvoerlegging of one machtiging. */
export interface Uitvoering {
  /** The fact of the traject that says so. */
  readonly bron: string;
  readonly gebeurtenis: (typeof GEBEURTENISSEN)[Bron['type']] | 'verblijf_voortgezet';
  readonly op: Instant;
  readonly machtigingId: string;
}

const isBron = (feit: Past<TrajectEvent>): feit is Past<Bron> => Object.hasOwn(GEBEURTENISSEN, feit.type);

const BEGINT: readonly string[] = ['opname_gestart', 'verblijf_voortgezet'];

/** What the law calls a machtiging to carry out; a voorwaardelijke one only once it counts as a gewone. */
const isUitvoerbaar = (machtiging: Machtiging): machtiging is VerleendeMachtiging =>
  'geldigVan' in machtiging && (machtiging.soort !== 'VMGJ' || machtiging.omgezet);

/**
 * Walks through one verblijf in the order in which it happened. While the jeugdige is there, the machtiging that the
 * opname named is carried out, and each that begins to hold meanwhile; one that held beside it from before takes over
 * when none of those holds any more. A schorsing is a time in which the jeugdige is not there.
 */
class Verblijf {
  readonly uitvoeringen: Uitvoering[] = [];
  private genoemd: string | null = null;
  /** The fact that says that the jeugdige is there; null: away. */
  private aanwezig: string | null = null;
  private geschorst = false;
  private opgenomenOp: Datum = GEVOLGD_VANAF;

  constructor(private readonly machtigingen: readonly VerleendeMachtiging[]) {}

  feit({ id: bron, type, geldigOp: op, data }: Past<Bron>): void {
    if (type === 'traject.opname-gestart@2') return this.opname(bron, op, data.machtigingId);
    // A verblijf that named no machtiging says nothing about one that holds beside it.
    if (this.genoemd === null) return;
    if (type === 'traject.onttrekking-gemeld@1' || type === 'traject.uitstroom-gerealiseerd@1') this.aanwezig = null;
    if (type === 'traject.teruggekeerd@1') this.aanwezig = bron;
    const over = type === 'traject.uitstroom-gerealiseerd@1' ? this.teEindigen(op) : this.lopend(op);
    for (const machtiging of over) this.meld(bron, GEBEURTENISSEN[type], op, machtiging);
    this.begin(op);
  }

  schorsing(machtigingId: string, geschorst: boolean, op: Instant): void {
    if (!this.lopend(op).some((machtiging) => machtiging.machtigingId === machtigingId)) return;
    this.geschorst = geschorst;
    this.begin(op);
  }

  /** Everything that holds now and is to be carried out with what is carried out already, or for want of it. */
  begin(op: Instant): void {
    if (this.aanwezig === null || this.geschorst || this.genoemd === null) return;
    const lopend = this.lopend(op);
    const rest = this.geldend(op).filter((machtiging) => !lopend.includes(machtiging));
    const begonnen = rest.filter(({ geldigVan }) => geldigVan > this.opgenomenOp);
    const nieuw = lopend.length + begonnen.length > 0 ? begonnen : rest;
    for (const machtiging of nieuw) this.meld(this.aanwezig, 'verblijf_voortgezet', op, machtiging);
  }

  private opname(bron: string, op: Instant, machtigingId: string | null): void {
    this.genoemd = machtigingId;
    this.aanwezig = bron;
    this.geschorst = false;
    this.opgenomenOp = datumVan(op);
    const genoemd = this.machtigingen.find(
      (een) => een.machtigingId === machtigingId && geldtOp(een, this.opgenomenOp),
    );
    // That somebody was taken in on a machtiging that did not hold, is said by the flag of the opname.
    if (genoemd) this.meld(bron, 'opname_gestart', op, genoemd);
    else this.begin(op);
  }

  /**
   * An uitstroom ends one: what the opname named while it holds, else the last that began. Another may have been granted
   * for what comes next. Of a stay of before 2024 nothing was told: then it is one that holds.
   */
  private teEindigen(op: Instant): readonly VerleendeMachtiging[] {
    const lopend = this.lopend(op);
    const over = [...(lopend.length > 0 ? lopend : this.geldend(op))].sort((a, b) =>
      a.geldigVan < b.geldigVan ? 1 : -1,
    );
    const een = over.find(({ machtigingId }) => machtigingId === this.genoemd) ?? over[0];
    return een ? [een] : [];
  }

  private geldend(op: Instant): readonly VerleendeMachtiging[] {
    return this.machtigingen.filter((machtiging) => isUitvoerbaar(machtiging) && geldtOp(machtiging, datumVan(op)));
  }

  /** What holds and is carried out, told by the traject or by somebody. */
  private lopend(op: Instant): readonly VerleendeMachtiging[] {
    const verteld = this.uitvoeringen.filter(({ gebeurtenis }) => BEGINT.includes(gebeurtenis));
    return this.geldend(op).filter(
      ({ machtigingId, verloop }) =>
        verteld.some((een) => een.machtigingId === machtigingId) ||
        verloop.some((voorval) => BEGINT.includes(voorval.gebeurtenis) && voorval.op <= op),
    );
  }

  private meld(bron: string, gebeurtenis: Uitvoering['gebeurtenis'], op: Instant, { machtigingId }: Machtiging): void {
    if (datumVan(op) >= GEVOLGD_VANAF) this.uitvoeringen.push({ bron, gebeurtenis, op, machtigingId });
  }
}

interface Moment {
  readonly op: Instant;
  readonly gebeurt: (verblijf: Verblijf) => void;
}

/** The first moments of the days on which another machtiging may come to be carried out: it begins, or one is over. */
const wisselingen = (machtigingen: readonly VerleendeMachtiging[]): readonly Moment[] =>
  uniek([
    GEVOLGD_VANAF,
    ...machtigingen.flatMap((een) => [
      ...[een.geldigVan, een.geldigTot],
      ...(een.status === 'geeindigd' ? [een.geeindigdOp] : []),
    ]),
  ]).map((dag) => ({ op: beginVan(dag), gebeurt: (verblijf) => verblijf.begin(beginVan(dag)) }));

const schorsingen = (machtigingen: readonly VerleendeMachtiging[]): readonly Moment[] =>
  machtigingen.flatMap(({ machtigingId, verloop }) =>
    verloop.flatMap(({ gebeurtenis, op }): Moment[] =>
      gebeurtenis === 'schorsing_verleend' || gebeurtenis === 'schorsing_ingetrokken'
        ? [{ op, gebeurt: (verblijf) => verblijf.schorsing(machtigingId, gebeurtenis === 'schorsing_verleend', op) }]
        : [],
    ),
  );

/**
 * What the facts of one traject say about the tenuitvoerlegging of the machtigingen of that jeugdige, up to a moment.
 * Nothing about a verblijf that named no machtiging, nor of a day on which none held.
 */
export const uitvoeringenVan = (
  feiten: readonly Past<TrajectEvent>[],
  machtigingen: readonly Machtiging[],
  tot: Instant,
): readonly Uitvoering[] => {
  const verleend = machtigingen.filter((machtiging) => 'geldigVan' in machtiging);
  const verblijf = new Verblijf(verleend);
  const momenten: Moment[] = [
    ...wisselingen(verleend).filter(({ op }) => op <= tot),
    ...schorsingen(verleend),
    ...feiten.filter(isBron).map((feit) => ({ op: feit.geldigOp, gebeurt: (dit: Verblijf) => dit.feit(feit) })),
  ];
  // What begins at the very moment of a fact, holds at that fact: the sort leaves equal moments in this order.
  for (const { gebeurt } of momenten.sort((a, b) => (a.op < b.op ? -1 : a.op > b.op ? 1 : 0))) gebeurt(verblijf);
  return verblijf.uitvoeringen;
};
