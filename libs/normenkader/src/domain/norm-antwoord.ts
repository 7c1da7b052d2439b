import type { Datum } from '@regielijn/kern';
import { type Dossier, dossierOp, feitenVan } from './normen/dossier.js';
import { NORM_IDS, type NormId, type NormVraag } from './normen/feiten.js';
import { nietVanToepassing, type Oordeel } from './normen/oordeel.js';
import { NORMEN, toetsNorm } from './normen/toets.js';
import { type Normenkader, versieOp } from './normenkader.js';

/** What one norm says about one traject at a moment. */
export interface NormAntwoord extends Oordeel {
  readonly norm: NormId;
  /** The version of the normenkader whose text and settings were used. */
  readonly regelversie: string;
  readonly peilmoment: string;
  /** Where the norm stands, and after that the assumptions with which it was read. */
  readonly bron: readonly string[];
  /** Present when the norm did not exist yet at the time of what it is held against. */
  readonly terugblik?: true;
}

/** The day whose version holds: that of the first thing the norm is checked at, else that of the peilmoment. */
const dagVan = (norm: NormId, dossier: Dossier): Datum => {
  const dagen = feitenVan(dossier, ...NORMEN[norm].toetsmomenten).flatMap(({ op }) => op.dag ?? []);
  return dagen.sort()[0] ?? dossier.peildag;
};

const antwoord = (norm: NormId, dossier: Dossier, peilmoment: string, normenkader: Normenkader): NormAntwoord => {
  const { versie, terugblik } = versieOp(normenkader, dagVan(norm, dossier));
  const rij = versie.normen.find(({ id }) => id === norm);
  const { uitkomst, uitleg, ontbreekt } = rij
    ? toetsNorm(norm, dossier, versie.instellingen)
    : nietVanToepassing(`Norm ${norm} staat niet in versie ${versie.versie} van het normenkader.`);
  return {
    norm,
    uitkomst,
    regelversie: versie.versie,
    peilmoment,
    uitleg,
    bron: rij ? [rij.bron, versie.bron, ...rij.aannames] : [versie.bron],
    ontbreekt,
    ...(terugblik ? { terugblik } : {}),
  };
};

/**
 * What the normenkader says about the facts of one traject: one answer when the question names a norm, else the answers
 * of all eleven, O1 to O4 and B1 to B7. What happened after the peilmoment does not count; without one it is today.
 */
export const antwoordNormToets = (
  vraag: NormVraag,
  normenkader: Normenkader,
  vandaag: Datum,
): NormAntwoord | readonly NormAntwoord[] => {
  const dossier = dossierOp(vraag, vandaag);
  const peilmoment = vraag.peilmoment ?? vandaag;
  return vraag.norm
    ? antwoord(vraag.norm, dossier, peilmoment, normenkader)
    : NORM_IDS.map((norm) => antwoord(norm, dossier, peilmoment, normenkader));
};
