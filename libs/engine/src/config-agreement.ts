import { type Datum, ongeldig } from '@regielijn/kern';
import { type Normenkader, versieOp } from '@regielijn/normenkader';
import type { Termijnregels } from '@regielijn/termijnen';

type Instellingen = Normenkader['versies'][number]['instellingen'];

/** A length as both files can say it: a year is twelve months. */
const lengte = (aantal: number, eenheid: string): string =>
  eenheid === 'jaren' ? `${aantal * 12} maanden` : `${aantal} ${eenheid}`;

/** The lengths that stand in both files: the term, its value, and what the normenkader says about it. */
const AFSPRAKEN: readonly (readonly [
  regel: 'O3' | 'B3' | 'B7' | 'MOT',
  waarde: string,
  instelling: keyof Instellingen,
  lengteVan: (instellingen: Instellingen) => string,
])[] = [
  ['O3', 'termijn', 'perspectiefMaanden', (i) => lengte(i.perspectiefMaanden, 'maanden')],
  ['O3', 'waarschuwing', 'perspectiefWaarschuwingWeken', (i) => lengte(i.perspectiefWaarschuwingWeken, 'weken')],
  ['B3', 'termijn', 'onderwijsWeken', (i) => lengte(i.onderwijsWeken, 'weken')],
  ['B7', 'termijn', 'nazorgMaanden', (i) => lengte(i.nazorgMaanden, 'maanden')],
  ['B7', 'm3', 'nazorgVoortgangMaanden', (i) => lengte(i.nazorgVoortgangMaanden[0] ?? 0, 'maanden')],
  ['B7', 'm6', 'nazorgVoortgangMaanden', (i) => lengte(i.nazorgVoortgangMaanden[1] ?? 0, 'maanden')],
  ['B7', 'm9', 'nazorgVoortgangMaanden', (i) => lengte(i.nazorgVoortgangMaanden[2] ?? 0, 'maanden')],
  ['MOT', 'termijn', 'motivatieWerkdagen', (i) => lengte(i.motivatieWerkdagen, 'werkdagen')],
];

type Duren = Readonly<Record<string, { readonly aantal: number; readonly eenheid: string; readonly tekst: string }>>;

/** The lengths of a rule as they hold on a day; none where its text of then has none. */
const durenOp = (termijnen: Termijnregels, regel: 'O3' | 'B3' | 'B7' | 'MOT', dag: Datum): Duren => {
  const versie = [...termijnen.regels[regel].versies].findLast(({ vanaf }) => vanaf <= dag);
  return versie?.stand === 'vastgelegd' ? versie.waarden : {};
};

/**
 * Two files say how long the terms of the normenkader are: one for the norms, one for the terms. Throws `CONFIG_ONEENS`
 * naming both places when they disagree on any day since there is a normenkader.
 */
export const checkLengths = (normenkader: Normenkader, termijnen: Termijnregels): void => {
  const eerste = normenkader.versies[0]!.geldigVanaf;
  for (const [regel, waarde, instelling, lengteVan] of AFSPRAKEN) {
    const dagen = [
      ...normenkader.versies.map(({ geldigVanaf }) => geldigVanaf),
      ...termijnen.regels[regel].versies.map(({ vanaf }) => vanaf),
    ].filter((dag) => dag >= eerste);
    for (const dag of dagen) {
      const { instellingen, versie } = versieOp(normenkader, dag).versie;
      const duur = durenOp(termijnen, regel, dag)[waarde];
      if (duur && lengte(duur.aantal, duur.eenheid) === lengteVan(instellingen)) continue;
      const sleutels = { instelling: `${versie}: ${instelling}`, regel: `${regel}.${waarde}`, dag };
      throw ongeldig(
        'CONFIG_ONEENS',
        `Over ${dag} zeggen twee bestanden iets anders. In config/normenkader.json is "${instelling}" ${lengteVan(instellingen)}, in config/termijnen.json is "${waarde}" van regel ${regel} ${duur?.tekst ?? 'er niet'}. Maak ze gelijk.`,
        { bestanden: ['config/normenkader.json', 'config/termijnen.json'], ...sleutels },
      );
    }
  }
};
