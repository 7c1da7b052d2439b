import { type Beslissers, type Instant, type JsonObject, type Past, type Variant, volgorde } from '@regielijn/kern';
import type { z } from 'zod';
import { nietNu } from '../niet-nu.js';
import type { Traject, TrajectState } from '../state.js';
import type { Toeleiding } from '../toeleiding/state.js';
import type { BeeindigVariant, StartVariant, TrekAanmeldingIn, ZonderOpnameCommand } from './commands.js';
import { type WegingVlagSchema, type ZonderOpnameEvent, zonderOpnameFeiten as feit } from './events.js';

/** The variants that are given in an instelling. Every other is outside the walls, where safety is weighed first. */
const BINNEN_DE_MUREN: readonly Variant[] = ['crisisgroep', 'dwanggroep', 'zikos'];

/** What help outside the walls lacks when it begins at this moment. */
export const vlaggenVanWeging = (
  variant: Variant,
  { veiligheidsweging }: Toeleiding,
  op: Instant,
): z.output<typeof WegingVlagSchema>[] => {
  if (BINNEN_DE_MUREN.includes(variant)) return [];
  if (veiligheidsweging === null || veiligheidsweging.gewogenOp > op) return ['zonder_veiligheidsweging'];
  return veiligheidsweging.uitkomst === 'niet_verantwoord' ? ['niet_verantwoord_gewogen'] : [];
};

const trekAanmeldingIn = ({ data, context }: TrekAanmeldingIn, state: Traject): readonly ZonderOpnameEvent[] => {
  if ('ingetrokkenOp' in state) return [];
  if (state.status !== 'aangemeld') throw nietNu('De aanmelding intrekken', state.status);
  volgorde(state.aangemeldOp, context.geldigOp, 'de aanmelding');
  return [feit.aanmeldingIngetrokken.of({ jeugdigeId: state.jeugdigeId, ...data })];
};

const startVariant = ({ data, context: { geldigOp } }: StartVariant, state: Traject): readonly ZonderOpnameEvent[] => {
  const { status, jeugdigeId, toeleiding } = state;
  if (status !== 'aangemeld' && status !== 'hulp_zonder_opname') throw nietNu('Hulp zonder opname', status);
  if (status === 'hulp_zonder_opname') {
    if (state.hulp.variant === data.variant && state.hulp.aanbieder === data.aanbieder) return [];
    volgorde(state.hulp.vanaf, geldigOp, 'het begin van de hulp die nu loopt');
  }
  volgorde(state.aangemeldOp, geldigOp, 'de aanmelding');
  const vlaggen = vlaggenVanWeging(data.variant, toeleiding, geldigOp);
  return [feit.variantGestart.of({ jeugdigeId, ...data, vlaggen })];
};

const beeindigVariant = ({ data, context }: BeeindigVariant, state: Traject): readonly ZonderOpnameEvent[] => {
  const isBekend = 'eindeOp' in state && !('opnameOp' in state) && state.eindeOp === context.geldigOp;
  if (isBekend) return [];
  if (state.status !== 'hulp_zonder_opname') throw nietNu('Het einde van hulp zonder opname', state.status);
  volgorde(state.hulp.vanaf, context.geldigOp, 'het begin van de hulp');
  const { jeugdigeId, hulp } = state;
  return [feit.variantBeeindigd.of({ jeugdigeId, variant: hulp.variant, ...data })];
};

export const zonderOpnameBesluiten: Beslissers<ZonderOpnameCommand, Traject, ZonderOpnameEvent, unknown> = {
  'traject.trek-aanmelding-in': trekAanmeldingIn,
  'traject.start-variant': startVariant,
  'traject.beeindig-variant': beeindigVariant,
};

/** The fields of a fact without opname that follow from facts before it. */
export const zonderOpnameVolgt = (feit: Past<ZonderOpnameEvent>, stand: TrajectState): JsonObject | null => {
  if (stand === null) return null;
  if (feit.type === 'traject.variant-gestart@1')
    return { vlaggen: vlaggenVanWeging(feit.data.variant, stand.toeleiding, feit.geldigOp) };
  if (feit.type === 'traject.variant-beeindigd@1' && stand.status === 'hulp_zonder_opname')
    return { variant: stand.hulp.variant };
  return null;
};

/** The earliest moment at which this fact can have happened. */
export const zonderOpnameNietVoor = ({ type }: Past<ZonderOpnameEvent>, stand: Traject): Instant =>
  stand.status === 'hulp_zonder_opname' && type !== 'traject.aanmelding-ingetrokken@1'
    ? stand.hulp.vanaf
    : stand.aangemeldOp;
