import type { Datum, Variant } from '@regielijn/kern';
import type { TriageInvoer } from './invoer.js';
import { routesVan } from './routes.js';
import { type Beoordeeld, signalenVan } from './signalen.js';
import type { Profiel } from './profiel.js';
import { type TriageRegels, type TriageVersie, versieOp } from './triage-regels.js';
import { beoordeelVariant, type Lezingen, pastInEenVorm, type VariantOordeel } from './variant.js';

/** Free plekken of one variant and the day on which that was last confirmed. */
export interface VrijePlekken {
  readonly aantal: number;
  readonly bevestigdOp: Datum | null;
}

/**
 * Which variants of JeugdhulpPlus fit this profile, by the table that holds on the day (`datum`, else `vandaag`): every
 * variant with its criteria, contra-indications and what is missing; a proposal, lightest first among what fits; signals;
 * routes before JeugdhulpPlus. A first filter: a person decides. Never throws.
 * `vrijePlekken` comes from who keeps the plekken; what is not in it is 0, never confirmed.
 * Source: Houtskoolschets Jeugdhulp Plus Zuidwest (2020), the pilot descriptions of the Werkagenda (2020), norm B1.
 */
export const antwoordTriage = (
  invoer: TriageInvoer,
  regels: TriageRegels,
  vandaag: Datum,
  vrijePlekken: Readonly<Partial<Record<Variant, VrijePlekken>>> = {},
) => {
  const { gekozen, regio, instellingen, ...feiten } = invoer;
  const datum = feiten.datum ?? vandaag;
  const { versie, terugblik } = versieOp(regels, datum);
  const lezingen: Lezingen = new Map(
    versie.instellingen.map(({ id, standaard }) => [id, instellingen?.[id] ?? standaard]),
  );
  // Who stays in no variant has no value for it, so absent cannot mean unknown here.
  const profiel: Profiel = { ...feiten, datum, verblijftAlIn: feiten.verblijftAlIn ?? NERGENS };
  const beoordeeld = beoordeelAlle(versie, profiel, lezingen);
  const feit = { profiel, lichter: [] };
  const keuzes = (['verblijftAlIn', 'gekozen'] as const).flatMap((veld) =>
    invoer[veld] ? [{ veld, id: invoer[veld] }] : [],
  );
  return {
    regelversie: versie.versie,
    ...{ bron: versie.bron, datum, terugblik },
    varianten: beoordeeld.map(({ uitkomst }) => metPlekken(uitkomst, vrijePlekken)),
    voorstel: voorstelVan(versie, beoordeeld),
    gekozen: gekozen ? keuzeVan(beoordeeld, gekozen) : null,
    signalen: signalenVan(versie, feit, lezingen, beoordeeld, keuzes),
    routes: routesVan(versie, feit, lezingen, { regio: regio ?? null, datum }),
    plekcriteria: versie.plekcriteria,
    instellingen: Object.fromEntries(lezingen),
  };
};

const NERGENS = 'geen';

/** In the order of the table; a row sees the outcomes of the rows on a lower trede. */
const beoordeelAlle = ({ varianten }: TriageVersie, profiel: Profiel, lezingen: Lezingen): readonly Beoordeeld[] =>
  varianten.reduce<readonly Beoordeeld[]>((eerder, rij) => {
    const lichter = eerder
      .filter((ander) => isLichter(ander, rij.trede))
      .map(({ uitkomst }) => ({ id: uitkomst.id, past: pastInEenVorm(uitkomst), ontbreekt: uitkomst.ontbreekt }));
    return [...eerder, { rij, uitkomst: beoordeelVariant(rij, { profiel, lichter }, lezingen) }];
  }, []);

const isLichter = ({ rij }: Beoordeeld, trede: number | null): boolean =>
  rij.trede !== null && trede !== null && rij.trede < trede;

const metPlekken = (uitkomst: VariantOordeel, vrijePlekken: Readonly<Partial<Record<Variant, VrijePlekken>>>) => {
  const plekken = uitkomst.variant === null ? undefined : vrijePlekken[uitkomst.variant];
  return { ...uitkomst, vrijePlekken: plekken?.aantal ?? 0, plekkenBevestigdOp: plekken?.bevestigdOp ?? null };
};

/** Lightest first among what fits. A variant that fits only in another form is offered in that form. */
const voorstelVan = ({ volgorde }: TriageVersie, beoordeeld: readonly Beoordeeld[]) =>
  beoordeeld
    .filter(({ rij }) => rij.trede !== null)
    .flatMap(({ uitkomst: { id, past, vormen } }) => {
      const vorm = past === 'nee' ? vormen.find((andere) => andere.past === 'ja') : undefined;
      return past === 'ja' || vorm ? [{ id, vorm: vorm?.id ?? null, bron: vorm?.bron ?? volgorde.bron }] : [];
    });

/** What norm B1 wants recorded with a choice: per lighter variant whether it fits, and which criterium fails. */
const keuzeVan = (beoordeeld: readonly Beoordeeld[], id: string) => {
  const trede = beoordeeld.find(({ rij }) => rij.id === id)?.rij.trede ?? null;
  const lichtereVarianten = beoordeeld
    .filter((ander) => isLichter(ander, trede))
    .map(({ uitkomst }) => {
      const passend = pastInEenVorm(uitkomst);
      return { variant: uitkomst.id, passend, criterium: passend === 'nee' ? waaromNiet(uitkomst) : null };
    });
  return { id, lichtereVarianten };
};

const waaromNiet = ({ criteria, contraIndicaties }: VariantOordeel): string | null =>
  criteria.find(({ uitkomst }) => uitkomst === 'nee')?.id ?? contraIndicaties[0]?.id ?? null;
