import { type CodedError, ongeldig } from '@regielijn/kern';

/** The published figures contradict each other: which cell, what it must be and what the others make of it. */
export const onhaalbaar = (cel: string, moet: number | string, geeft: number | string, uitleg: string): CodedError =>
  ongeldig(
    'DEMO_CIJFERS_ONHAALBAAR',
    `Deze cijfers kunnen niet samen kloppen. ${cel} moet ${moet} zijn, maar ${uitleg} geeft ${geeft}.`,
    { cel, moet, geeft },
  );

/** The whole numbers out of `noemer` that print as this percentage, rounded half up. Empty when `van > totEnMet`. */
export function aantallenBijProcent(noemer: number, procent: number): { van: number; totEnMet: number } {
  return {
    van: Math.max(0, Math.ceil(((2 * procent - 1) * noemer) / 200)),
    totEnMet: Math.min(noemer, Math.ceil(((2 * procent + 1) * noemer) / 200) - 1),
  };
}

export const som = (aantallen: Iterable<number>): number => [...aantallen].reduce((total, aantal) => total + aantal, 0);

interface AandeelGrenzen {
  /** The cells are all there is: their numbers add up to the denominator. */
  readonly volledig?: boolean;
  /** The most that a cell can get for reasons outside this table. */
  readonly hooguit?: Readonly<Record<string, number>>;
}

/**
 * Turns the whole percents of one table into numbers: each cell prints as published, and together they fit in `noemer`.
 * Throws `DEMO_CIJFERS_ONHAALBAAR` naming the cell for which no number exists.
 */
export function telAandelen<Cell extends string>(
  tabel: string,
  noemer: number,
  procenten: Readonly<Partial<Record<Cell, number>>>,
  { volledig = false, hooguit = {} }: AandeelGrenzen = {},
): Map<Cell, number> {
  const cellen = (Object.entries(procenten) as [Cell, number][]).map(([naam, procent]) => {
    const { van, totEnMet } = grenzenVan(`${tabel}.${naam}`, noemer, procent, hooguit[naam] ?? noemer);
    const dichtbij = Math.round((noemer * procent) / 100);
    return { naam, van, totEnMet, aantal: Math.min(Math.max(dichtbij, van), totEnMet) };
  });
  const samen = (veld: 'van' | 'totEnMet' | 'aantal'): number => som(cellen.map((cel) => cel[veld]));
  if (samen('van') > noemer) throw onhaalbaar(tabel, `hooguit ${noemer}`, `minstens ${samen('van')}`, 'de optelling');
  if (volledig && samen('totEnMet') < noemer) {
    throw onhaalbaar(tabel, noemer, `hooguit ${samen('totEnMet')}`, 'de optelling');
  }
  for (const cel of cellen) {
    const tekort = noemer - samen('aantal');
    if (tekort < 0 || volledig) cel.aantal = Math.min(Math.max(cel.aantal + tekort, cel.van), cel.totEnMet);
  }
  return new Map(cellen.map(({ naam, aantal }) => [naam, aantal]));
}

function grenzenVan(cel: string, noemer: number, procent: number, hooguit: number) {
  const { van, totEnMet } = aantallenBijProcent(noemer, procent);
  if (noemer === 0 || van > totEnMet) {
    throw onhaalbaar(cel, `${procent}%`, dichtsteProcenten(noemer, procent), `een heel aantal van de ${noemer}`);
  }
  if (van > hooguit) throw onhaalbaar(cel, `minstens ${van} (${procent}%)`, `hooguit ${hooguit}`, 'de bezetting');
  return { van, totEnMet: Math.min(totEnMet, hooguit) };
}

function dichtsteProcenten(noemer: number, procent: number): string {
  if (noemer === 0) return 'geen aandeel';
  const eronder = Math.floor((noemer * procent) / 100);
  return [eronder, eronder + 1].map((k) => `${Math.floor((100 * k) / noemer + 0.5)}%`).join(' of ');
}
