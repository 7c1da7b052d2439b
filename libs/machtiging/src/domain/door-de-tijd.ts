import { beginVan, type Datum, plusDagen } from '@regielijn/kern';
import type { Termijn } from './feiten.js';
import type { Toestand } from './regels/toestanden.js';
import { geldtOp, isVerleend, type Machtiging, toestandOp, type VerleendeMachtiging } from './stand.js';
import { type ZonderUitvoering, zonderUitvoeringOm } from './zonder-uitvoering.js';

/** How a machtiging stands at the end of a day by what comes with time alone and has no event. */
export interface DoorDeTijd {
  readonly toestand: Toestand;
  /**
   * Since when nobody carries it out, and when it lapses because of that; null: it is carried out, does not hold, or is
   * of a kind that does not lapse like this. Source: Jeugdwet art. 6.1.12 lid 3.
   */
  readonly zonderUitvoering: ZonderUitvoering | null;
}

const kanVervallen = (machtiging: VerleendeMachtiging): boolean => machtiging.soort === 'MGJ' || machtiging.omgezet;

export const doorDeTijd = (machtiging: Machtiging, dag: Datum, termijn: Termijn): DoorDeTijd => ({
  toestand: toestandOp(machtiging, dag),
  zonderUitvoering:
    geldtOp(machtiging, dag) && isVerleend(machtiging) && kanVervallen(machtiging)
      ? zonderUitvoeringOm(machtiging, beginVan(plusDagen(dag, 1)), termijn)
      : null,
});
