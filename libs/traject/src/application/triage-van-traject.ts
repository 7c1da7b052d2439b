import type { Datum, Variant } from '@regielijn/kern';
import { parseInput } from '@regielijn/poort';
import { antwoordTriage, type TriageInvoer, triageInvoerSchema, type TriageRegels } from '@regielijn/triage';
import type { ToeleidingFacts } from '../domain/toeleiding/decide.js';
import type { TriageUitkomst } from '../domain/toeleiding/kies-variant.js';

type Antwoord = ReturnType<typeof antwoordTriage>;

/** The profile as the rules of the triage take it. Throws `ONGELDIGE_INVOER` naming each wrong field. */
export const profielVan = (profiel: unknown, regels: TriageRegels): TriageInvoer =>
  parseInput(triageInvoerSchema(regels), profiel);

/** What may be named by the rules of a day: the criteria for a plek and the routes before jeugdhulpPlus. */
export const lijstenOp = (regels: TriageRegels, dag: Datum): Omit<ToeleidingFacts, 'voorziening'> => {
  const { regelversie, plekcriteria, routes } = antwoordTriage(profielVan({}, regels), regels, dag);
  return { regelversie, plekcriteria: plekcriteria.map(({ id }) => id), routes: routes.map(({ id }) => id) };
};

/** Lighter variants by the engine's name where they have one. */
const lichtereVan = ({ gekozen, varianten }: Antwoord): TriageUitkomst['lichtereVarianten'] =>
  (gekozen?.lichtereVarianten ?? []).map(({ variant, passend, criterium }) => ({
    variant: varianten.find(({ id }) => id === variant)?.variant ?? variant,
    passend,
    criterium,
  }));

/** What the rules of that day say of this profile and the variant that somebody means to choose. */
export const triageVan = (
  profiel: unknown,
  variant: Variant | null,
  regels: TriageRegels,
  dag: Datum,
): TriageUitkomst => {
  const invoer = profielVan(profiel, regels);
  const rijen = antwoordTriage(invoer, regels, dag).varianten;
  const gekozen = rijen.find((rij) => variant !== null && rij.variant === variant);
  const antwoord = antwoordTriage({ ...invoer, gekozen: gekozen?.id ?? null }, regels, dag);
  const isGemeld = (code: string): boolean =>
    antwoord.signalen.some((signaal) => signaal.veld === 'gekozen' && signaal.code === code);
  return {
    regelversie: antwoord.regelversie,
    criteria: gekozen?.criteria.map(({ id, uitkomst }) => ({ id, uitkomst })) ?? null,
    varianten: antwoord.varianten.map(({ id, past }) => ({ id, past })),
    lichtereVarianten: lichtereVan(antwoord),
    teLicht: isGemeld('TE_LICHT'),
    teZwaar: isGemeld('TE_ZWAAR'),
  };
};
