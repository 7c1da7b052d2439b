import { isDeepStrictEqual } from 'node:util';
import { weiger } from './coded-error.js';
import type { DomainEvent, Past } from './event.js';
import type { JsonObject } from './json.js';

/** Fields of one fact that follow from other facts, as they should be. */
export interface Afleiding {
  readonly feit: string;
  readonly velden: JsonObject;
}

/** A fact that cannot stand beside the others. */
export interface Strijd {
  readonly feit: string;
  /** Which rule, as a stable code: what stood before a correction is not held against it. */
  readonly regel: string;
  readonly zin: string;
}

/** What a correction records: which fact, and which fields of it. */
export interface Vervanging {
  readonly vervangt: string;
  readonly vervangtType: string;
  readonly velden: JsonObject;
}

/** The corrections that bring derived fields in line with the facts as they read now. */
export const gevolgenVan = (
  feiten: readonly Past<DomainEvent>[],
  afleidingen: readonly Afleiding[],
): readonly Vervanging[] =>
  afleidingen.flatMap(({ feit, velden }) => {
    const { type, data } = feiten.find(({ id }) => id === feit)!;
    const anders = Object.entries(velden).filter(
      ([veld, waarde]) => !isDeepStrictEqual((data as JsonObject)[veld], waarde),
    );
    return anders.length > 0 ? [{ vervangt: feit, vervangtType: type, velden: Object.fromEntries(anders) }] : [];
  });

/** What was asked and what follows for the same fact, as one. A field that follows from others cannot be asked for. */
export const metGevolg = (gevraagd: Vervanging, gevolg: Vervanging | undefined): Vervanging => {
  if (!gevolg) return gevraagd;
  const volgt = Object.keys(gevolg.velden).filter((veld) => veld in gevraagd.velden);
  if (volgt.length > 0)
    throw weiger('VELD_VOLGT', 'Dit veld volgt uit andere gegevens. Corrigeer die.', { velden: volgt });
  return { ...gevraagd, velden: { ...gevraagd.velden, ...gevolg.velden } };
};

/** Refuses a change after which facts no longer stand together that did before. */
export const weigerNieuweStrijd = (voor: readonly Strijd[], na: readonly Strijd[]): void => {
  const nieuw = na.filter(({ feit, regel }) => !voor.some((oud) => oud.feit === feit && oud.regel === regel));
  if (nieuw.length > 0)
    throw weiger('FEITEN_IN_STRIJD', nieuw[0]!.zin, {
      feiten: nieuw.map(({ feit }) => feit),
      regels: [...new Set(nieuw.map(({ regel }) => regel))],
    });
};
