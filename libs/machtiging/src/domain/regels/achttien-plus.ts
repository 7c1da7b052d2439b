import { type Datum, plusMaanden, verjaardag } from '@regielijn/kern';
import { type Bevinding, signaal, weigering } from './bevinding.js';

/** What must be shown when a machtiging is requested for a jeugdige of eighteen. null: not known. */
export interface AchttienPlus {
  readonly behandelingBegonnenOp: Datum | null;
  readonly planVastgesteldOp: Datum | null;
  /** The plan works towards another form of jeugdhulp than gesloten jeugdhulp. */
  readonly naarAndereJeugdhulp: boolean | null;
  /** First day on which the requested machtiging would no longer hold. */
  readonly gevraagdTot: Datum | null;
  /** Whether a machtiging held on the eighteenth birthday. */
  readonly machtigingOpVerjaardag: boolean | null;
}

const MAANDEN_NA_ACHTTIEN = 6;

/** The last day of all for a machtiging of who is eighteen. Source: Jeugdwet art. 6.1.2 lid 4 onder d. */
export const uiterlijkNa = (achttien: Datum): Datum => plusMaanden(achttien, MAANDEN_NA_ACHTTIEN);

export const isAchttien = (geboortedatum: Datum, op: Datum): boolean => verjaardag(geboortedatum, 18) <= op;

interface Voorwaarde {
  readonly letter: string;
  readonly isVoldaan: (feiten: AchttienPlus, verjaardag: Datum) => boolean;
  readonly zin: string;
}

const isVoor = (dag: Datum | null, grens: Datum): boolean => dag !== null && dag < grens;

/** The four conditions, all needed. Source: Jeugdwet art. 6.1.2 lid 4. */
const VOORWAARDEN: readonly Voorwaarde[] = [
  {
    letter: 'a',
    isVoldaan: ({ behandelingBegonnenOp }, achttien) => isVoor(behandelingBegonnenOp, achttien),
    zin: 'Laat zien dat de behandeling voor de achttiende verjaardag is begonnen.',
  },
  {
    letter: 'b',
    isVoldaan: ({ planVastgesteldOp }, achttien) => isVoor(planVastgesteldOp, achttien),
    zin: 'Laat zien dat voor de achttiende verjaardag een hulpverleningsplan is vastgesteld.',
  },
  {
    letter: 'c',
    isVoldaan: ({ naarAndereJeugdhulp }) => naarAndereJeugdhulp === true,
    zin: 'Laat zien dat de jeugdige volgens het hulpverleningsplan naar een andere vorm van jeugdhulp toewerkt.',
  },
  {
    letter: 'd',
    isVoldaan: ({ gevraagdTot }, achttien) => gevraagdTot !== null && gevraagdTot <= uiterlijkNa(achttien),
    zin: 'Vraag de machtiging tot uiterlijk zes maanden na de achttiende verjaardag.',
  },
];

const NIETS_BEKEND: AchttienPlus = {
  behandelingBegonnenOp: null,
  planVastgesteldOp: null,
  naarAndereJeugdhulp: null,
  gevraagdTot: null,
  machtigingOpVerjaardag: null,
};

/**
 * What stands in the way of a machtiging for a jeugdige who is eighteen; empty for a minor. A condition that is not shown
 * is not met. Source: Jeugdwet art. 6.1.2 lid 4 and, for whom the chapter is, art. 6.1.1 lid 1. The act writes lid 4 for
 * the machtiging of art. 6.1.2; here it is held against a spoedmachtiging and a voorwaardelijke machtiging as well.
 */
export const achttienPlusBevindingen = (
  geboortedatum: Datum,
  ingediendOp: Datum,
  gegeven: AchttienPlus | null,
): readonly Bevinding[] => {
  if (!isAchttien(geboortedatum, ingediendOp)) return [];
  const achttien = verjaardag(geboortedatum, 18);
  if (uiterlijkNa(achttien) <= ingediendOp) return [teOud()];
  const feiten = gegeven ?? NIETS_BEKEND;
  return [
    ...VOORWAARDEN.filter(({ isVoldaan }) => !isVoldaan(feiten, achttien)).map(({ letter, zin }) =>
      weigering('ACHTTIEN_PLUS', zin, `Jeugdwet art. 6.1.2 lid 4 onder ${letter}`),
    ),
    ...hoofdstukGeldt(feiten.machtigingOpVerjaardag),
  ];
};

const teOud = (): Bevinding =>
  weigering(
    'TE_OUD_VOOR_MACHTIGING',
    'Zes maanden na de achttiende verjaardag kan er geen machtiging meer gelden. Bespreek met de jeugdige welke andere hulp kan.',
    'Jeugdwet art. 6.1.2 lid 4 onder d',
  );

const hoofdstukGeldt = (machtigingOpVerjaardag: boolean | null): readonly Bevinding[] => {
  const artikel = 'Jeugdwet art. 6.1.1 lid 1';
  if (machtigingOpVerjaardag === null)
    return [
      signaal(
        'MACHTIGING_OP_VERJAARDAG_ONBEKEND',
        'Ga na of op de achttiende verjaardag een machtiging gold.',
        artikel,
      ),
    ];
  return machtigingOpVerjaardag
    ? []
    : [
        weigering(
          'GEEN_MACHTIGING_OP_VERJAARDAG',
          'Op de achttiende verjaardag gold geen machtiging. Dan kan er geen nieuwe meer komen. Bespreek met de jeugdige welke andere hulp kan.',
          artikel,
        ),
      ];
};
