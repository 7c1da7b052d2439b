import { datumVan, type Instant } from '@regielijn/kern';
import type { ToetsFacts } from '../domain/decide.js';
import { toetsO1 } from '../domain/normen/o1.js';
import { type Normenkader, versieOp } from '../domain/normenkader.js';

export interface Opname {
  readonly id: string;
  readonly op: Instant;
}

export type Beoordeling = Omit<ToetsFacts, 'jeugdigeId'> & { readonly terugblik: boolean };

/** O1 over what is known of an opname, by the version of its day. `op`: the moment of asking, when there is no opname. */
export const beoordeelO1 = (opname: Opname | null, op: Instant, normenkader: Normenkader): Beoordeling => {
  const { versie, terugblik } = versieOp(normenkader, datumVan(opname?.op ?? op));
  const norm = versie.normen.find(({ id }) => id === 'O1')!;
  const uitkomst = opname
    ? toetsO1(opname.op, versie.instellingen)
    : ({ uitkomst: 'NIET_VAN_TOEPASSING', uitleg: 'Er is geen opname.' } as const);
  return {
    ...uitkomst,
    regelversie: versie.versie,
    peilmoment: opname?.op ?? op,
    feiten: opname ? [opname.id] : [],
    bron: [norm.bron, versie.bron],
    terugblik,
  };
};
