import { type Datum, datumVan, type Instant } from '@regielijn/kern';
import type { Eindegrond } from './einde/events.js';
import type { OntvangerSchema } from './melding/events.js';
import { overgang } from './regels/overgangen.js';
import type { Gebeurtenis, Overgang } from './regels/toestanden.js';
import {
  eindVan,
  geldtOp,
  type GevraagdeMelding,
  isVerleend,
  type Machtiging,
  type VerleendeMachtiging,
} from './stand.js';
import type { z } from 'zod';

const isOpVolgorde = ({ laatsteStap }: Machtiging, op: Instant): boolean => laatsteStap === null || laatsteStap <= op;

/**
 * The step that this happening makes at this moment; null when it changes nothing: the table has no such step, it lies
 * before an earlier one, or the machtiging does not hold that day.
 */
export const stapVan = (state: Machtiging, gebeurtenis: Gebeurtenis, op: Instant): Overgang | null =>
  isOpVolgorde(state, op) && (!isVerleend(state) || geldtOp(state, datumVan(op)))
    ? overgang(state.soort, state.toestand, gebeurtenis)
    : null;

/**
 * The day on which an end takes effect: by law where it names one. null: by law it lapses only later, so it did not
 * lapse on the day that was told. A consent that was withdrawn is news about a day to come.
 */
export const eindeOp = (grond: Eindegrond, gemeldOp: Datum, berekendOp: Datum | null): Datum | null => {
  if (berekendOp === null) return gemeldOp;
  return berekendOp <= gemeldOp || grond === 'instemming_ingetrokken' ? berekendOp : null;
};

/** Only the consent that was the legal title can be withdrawn with effect. Source: Jeugdwet art. 6.1.2 lid 7. */
const isTitel = (grond: Eindegrond, { grondslag }: Machtiging): boolean =>
  grond !== 'instemming_ingetrokken' || grondslag === null || grondslag === 'INSTEMMING_WV';

/** The step that this end makes, told at this moment and effective on a day; null when it ends nothing. */
export const eindstapVan = (
  state: VerleendeMachtiging,
  grond: Eindegrond,
  gemeldOp: Instant,
  effectiefOp: Datum,
): Overgang | null =>
  isOpVolgorde(state, gemeldOp) && effectiefOp <= eindVan(state) && isTitel(grond, state)
    ? overgang(state.soort, state.toestand, grond)
    : null;

/** The notices that a step asks for, one per receiver. Only the jeugdige has a last day. */
export const meldingenVan = (
  { melding, gebeurtenis }: Overgang,
  gebeurtenisId: string,
  sinds: Instant,
  uiterlijk: Datum | null = null,
): readonly GevraagdeMelding[] =>
  melding === null
    ? []
    : melding.aan.map((aan) => ({
        ...{ gebeurtenisId, gebeurtenis, door: melding.door, artikel: melding.artikel, sinds, gedaanOp: null },
        aan: aan as z.output<typeof OntvangerSchema>,
        uiterlijk: aan === 'jeugdige' ? uiterlijk : null,
      }));
