import type { Datum, Instant, MachtigingSoort } from '@regielijn/kern';
import type { IsOnderzoekOud } from './regels/gedragswetenschapper.js';

/** A term of the law by its number, with the facts it counts from. */
export type TermijnVraag =
  | {
      readonly regel: 'D5';
      readonly geldigVan: Datum;
      readonly soort: MachtigingSoort;
      readonly omgezetInMgj: boolean;
      readonly laatsteTenuitvoerlegging?: Datum;
      readonly schorsingVanaf?: Datum;
    }
  | { readonly regel: 'D7'; readonly intrekking: Datum; readonly geldigTot: Datum }
  | { readonly regel: 'D9'; readonly besluit: Datum; readonly vmgjGeldigTot: Datum }
  | { readonly regel: 'D10'; readonly start: Datum }
  | { readonly regel: 'D13'; readonly geboortedatum: Datum };

/** The strict end of a term; null where the law, or its text of that day, names no such date. */
export type Termijn = (vraag: TermijnVraag) => Datum | null;

/** What a decision about a machtiging needs from elsewhere. */
export interface MachtigingFacts {
  /** null: the dossier was destroyed. */
  readonly geboortedatum: Datum | null;
  /** The college of the gemeente of the jeugdige at a moment, by the dossier; null: it is of no gemeente, or destroyed. */
  readonly collegeOp: (moment: Instant) => string | null;
  /** Reading A4: whether an examination was too long before the request to be "kort tevoren". */
  readonly isOnderzoekOud: IsOnderzoekOud;
  /** Reading A3: whether a machtiging of before the eighteenth birthday ends six months after it too. */
  readonly eindigtNaAchttien: boolean;
  readonly termijn: Termijn;
}
