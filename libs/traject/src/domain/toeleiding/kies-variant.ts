import { ongeldig, type Variant, weiger } from '@regielijn/kern';
import type { Traject } from '../state.js';
import type { KiesVariant } from './commands.js';
import { type ToeleidingEvent, toeleidingFeiten as feit } from './events.js';
import type { Uitkomst } from './velden.js';

/** What the rules of the triage say of a profile and the variant that is about to be chosen. */
export interface TriageUitkomst {
  readonly regelversie: string;
  readonly criteria: { id: string; uitkomst: Uitkomst }[] | null;
  readonly varianten: { id: string; past: Uitkomst }[];
  readonly lichtereVarianten: { variant: string; passend: Uitkomst; criterium: string | null }[];
  readonly teLicht: boolean;
  readonly teZwaar: boolean;
}

export interface TriageFeiten {
  readonly triage?: TriageUitkomst;
}

const weigerZonderReden = (gekozen: Variant | null, zonderReden: readonly string[]): void => {
  if (zonderReden.length === 0) return;
  throw weiger(
    'REDEN_ONTBREEKT',
    `Een lichtere variant past ook: ${zonderReden.join(', ')}. Geef per variant de reden waarom u die niet kiest.`,
    { gekozen, varianten: zonderReden },
    'Normenkader B1',
  );
};

/** A lighter variant counts only where it fits; what may fit, or was not tried yet, needs no reason (matched care). */
export const kiesVariant = (
  { data, context }: KiesVariant,
  { jeugdigeId, toeleiding: { keuze } }: Traject,
  { triage }: TriageFeiten,
): readonly ToeleidingEvent[] => {
  const { variant, gekozen, redenen } = data;
  if ((gekozen === 'jhp') !== (variant !== null))
    throw ongeldig('KEUZE_KLOPT_NIET', 'Noem een variant als u voor jeugdhulpPlus kiest, en anders geen.', { gekozen });
  if (keuze?.gekozenOp === context.geldigOp && keuze.gekozen === gekozen && keuze.variant === variant) return [];
  const uitkomst = triage!;
  const metReden = (redenen ?? []).map((rij) => rij.variant);
  const passend = uitkomst.lichtereVarianten
    .filter((lichter) => lichter.passend === 'ja')
    .map((lichter) => lichter.variant);
  weigerZonderReden(
    variant,
    passend.filter((lichter) => !metReden.includes(lichter)),
  );
  return [feit.variantGekozen.of({ jeugdigeId, ...data, ...uitkomst })];
};
