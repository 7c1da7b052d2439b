import { oordeel, type Feiten } from './toets.js';
import type { TriageVersie, VariantRij } from './triage-regels.js';
import { geldtBij, type Lezingen, pastInEenVorm, type VariantOordeel } from './variant.js';

/** A variant somebody stays in or means to choose. */
export interface Keuze {
  readonly veld: 'verblijftAlIn' | 'gekozen';
  readonly id: string;
}

/** Something a person must look at: about one variant (`over`), because of one field (`veld`), or about the whole. */
export interface Signaal {
  readonly code: string;
  readonly over: string | null;
  readonly veld: Keuze['veld'] | null;
  readonly tekst: string;
  readonly bron: string;
}

/** A row of the table with its outcome. */
export interface Beoordeeld {
  readonly rij: VariantRij;
  readonly uitkomst: VariantOordeel;
}

/** Everything that asks for attention: from the rows of the table, and from where somebody stays or means to go. */
export const signalenVan = (
  versie: TriageVersie,
  feiten: Feiten,
  lezingen: Lezingen,
  beoordeeld: readonly Beoordeeld[],
  keuzes: readonly Keuze[],
): readonly Signaal[] => [
  ...versie.signalen
    .filter((regel) => geldtBij(lezingen)(regel) && oordeel(regel.toets, feiten).uitkomst === 'ja')
    .map(({ code, tekst, bron }) => ({ code, over: null, veld: null, tekst, bron })),
  ...beoordeeld.flatMap(({ rij: { signaal, id }, uitkomst }) =>
    signaal && uitkomst.past === 'ja' ? [{ ...signaal, over: id, veld: null }] : [],
  ),
  ...keuzes.flatMap((keuze) => signalenBijKeuze(versie, beoordeeld, keuze)),
  ...geenVariantPast(versie, beoordeeld),
];

/**
 * Matched care: too light is flagged as too heavy is. A lighter variant counts only where it fits (norm B1); that a
 * lighter one was not tried yet is no reason (Impactanalyse, "matched care").
 */
const signalenBijKeuze = (
  { weging }: TriageVersie,
  beoordeeld: readonly Beoordeeld[],
  { veld, id }: Keuze,
): readonly Signaal[] => {
  const eigen = beoordeeld.find(({ rij }) => rij.id === id);
  const trede = eigen?.rij.trede ?? null;
  if (!eigen || trede === null) return [];
  const past = pastInEenVorm(eigen.uitkomst);
  const passend = beoordeeld.filter(({ uitkomst }) => pastInEenVorm(uitkomst) === 'ja');
  const lichtste = passend.map(({ rij }) => rij.trede).find((ander) => ander !== null);
  const codes = [
    ...(lichtste !== undefined && lichtste < trede ? (['TE_ZWAAR'] as const) : []),
    ...(lichtste !== undefined && lichtste > trede && past === 'nee' ? (['TE_LICHT'] as const) : []),
    ...(past === 'nee' ? (['PAST_NIET'] as const) : []),
    ...(past === 'onbekend' ? (['NIET_TE_ZEGGEN'] as const) : []),
  ];
  return codes.map((code) => ({ code, over: id, veld, ...weging[code] }));
};

const geenVariantPast = ({ weging }: TriageVersie, beoordeeld: readonly Beoordeeld[]): readonly Signaal[] =>
  beoordeeld.every(({ rij, uitkomst }) => rij.trede === null || pastInEenVorm(uitkomst) === 'nee')
    ? [{ code: 'GEEN_VARIANT_PAST', over: null, veld: null, ...weging.GEEN_VARIANT_PAST }]
    : [];
