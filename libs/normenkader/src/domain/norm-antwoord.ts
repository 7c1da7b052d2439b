import type { Datum } from '@regielijn/kern';
import { type Dossier, dossierOp, feitenVan } from './normen/dossier.js';
import { NORM_IDS, type NormId, type NormVraag } from './normen/feiten.js';
import { nietVanToepassing } from './normen/oordeel.js';
import { NORMEN, toetsNorm } from './normen/toets.js';
import { GEHEEL, type NormUitkomst } from './normen/uitkomst.js';
import { type Normenkader, versieOp } from './normenkader.js';

/** What one norm says about one traject at a moment. */
export interface NormAntwoord extends NormUitkomst {
  readonly norm: NormId;
  /** The version of the normenkader whose text and settings were used. */
  readonly regelversie: string;
  readonly peilmoment: string;
  /** Where the norm stands, and after that the assumptions with which it was read. */
  readonly bron: readonly string[];
  /** The facts that are missing: those that would decide it, or whose absence is the deviation. */
  readonly ontbreekt: readonly string[];
  /** Present when the norm did not exist yet at the time of what it is held against. */
  readonly terugblik?: true;
}

/** An answer, and at which facts of the question was deviated, by their place in it. */
export interface Bevinding {
  readonly antwoord: NormAntwoord;
  readonly gevallen: readonly (number | typeof GEHEEL)[];
}

/** The day whose version holds: that of the first thing the norm is checked at, else that of the peilmoment. */
const dagVan = (norm: NormId, dossier: Dossier): Datum => {
  const dagen = feitenVan(dossier, ...NORMEN[norm].toetsmomenten).flatMap(({ op }) => op.dag ?? []);
  return dagen.sort()[0] ?? dossier.peildag;
};

const bevinding = (norm: NormId, dossier: Dossier, peilmoment: string, normenkader: Normenkader): Bevinding => {
  const { versie, terugblik } = versieOp(normenkader, dagVan(norm, dossier));
  const rij = versie.normen.find(({ id }) => id === norm);
  const { uitkomst, uitleg, ontbreekt, gevallen } = rij
    ? toetsNorm(norm, dossier, versie.instellingen)
    : nietVanToepassing(`Norm ${norm} staat niet in versie ${versie.versie} van het normenkader.`);
  const antwoord: NormAntwoord = {
    norm,
    uitkomst,
    regelversie: versie.versie,
    peilmoment,
    uitleg,
    bron: rij ? [rij.bron, versie.bron, ...rij.aannames] : [versie.bron],
    ontbreekt,
    ...(terugblik ? { terugblik } : {}),
  };
  return { antwoord, gevallen: uitkomst === 'AFWIJKING' ? (gevallen ?? [GEHEEL]) : [] };
};

/** What these norms say about the facts of one traject. What happened after the peilmoment does not count; without one it is today. */
export const bevindingen = (
  vraag: NormVraag,
  normen: readonly NormId[],
  normenkader: Normenkader,
  vandaag: Datum,
): readonly Bevinding[] => {
  const dossier = dossierOp(vraag, vandaag);
  return normen.map((norm) => bevinding(norm, dossier, vraag.peilmoment ?? vandaag, normenkader));
};

/** One answer when the question names a norm, else the answers of all eleven, O1 to O4 and B1 to B7. */
export const antwoordNormToets = (
  vraag: NormVraag,
  normenkader: Normenkader,
  vandaag: Datum,
): NormAntwoord | readonly NormAntwoord[] => {
  const normen = vraag.norm ? [vraag.norm] : NORM_IDS;
  const antwoorden = bevindingen(vraag, normen, normenkader, vandaag).map(({ antwoord }) => antwoord);
  return vraag.norm ? antwoorden[0]! : antwoorden;
};
