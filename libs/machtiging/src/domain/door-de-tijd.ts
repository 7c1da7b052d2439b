import { beginVan, type Datum, plusDagen } from '@regielijn/kern';
import type { MachtigingFacts } from './feiten.js';
import type { Toestand } from './regels/toestanden.js';
import { geldtOp, isVerleend, type Machtiging, toestandOp } from './stand.js';
import { type ZonderUitvoering, zonderUitvoeringOm } from './zonder-uitvoering.js';

/** How a machtiging stands at the end of a day by what comes with time alone and has no event. */
export interface DoorDeTijd {
  readonly toestand: Toestand;
  /** Since when nobody carries it out, and when it lapses because of that; null: it is carried out, or does not hold. */
  readonly zonderUitvoering: ZonderUitvoering | null;
}

export const doorDeTijd = (machtiging: Machtiging, dag: Datum, termijn: MachtigingFacts['termijn']): DoorDeTijd => ({
  toestand: toestandOp(machtiging, dag),
  zonderUitvoering:
    geldtOp(machtiging, dag) && isVerleend(machtiging)
      ? zonderUitvoeringOm(machtiging, beginVan(plusDagen(dag, 1)), termijn)
      : null,
});
