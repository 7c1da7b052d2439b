import type { RecordedEvent } from '@regielijn/event-store';
import { type Datum, type Instant, isCorrectieType, type Past, withCorrections } from '@regielijn/kern';
import type { Bewaking, Bewakingsregels, Termijn } from '@regielijn/termijnen';

/** Injection token of what the slices say about their terms, and the rules of now. */
export const BEWAKINGEN = Symbol('Bewakingen');
export interface Bewakingen {
  readonly bewakingen: readonly Bewaking[];
  readonly regels: Bewakingsregels;
}

/** A correction that gave a term another end, and the account that made it. */
export interface Verschuiving {
  readonly op: Instant;
  readonly door: string;
  readonly van: Datum;
  readonly naar: Datum;
}

/** A term that follows from a fact with another moment is another term; it stands for the one that the correction took away. */
const vorigeVan = (termijn: Termijn, voor: readonly Termijn[], na: readonly Termijn[]): Termijn | undefined => {
  const dezelfde = voor.find(({ id }) => id === termijn.id);
  if (dezelfde) return dezelfde;
  const weg = voor.filter(({ id, regel }) => regel === termijn.regel && !na.some((een) => een.id === id));
  return weg.length === 1 ? weg[0] : undefined;
};

/**
 * Which corrections moved the terms of a stream, by the id that each term has now. Found by folding the stream as it was
 * before and after each of them: nobody writes a term down.
 */
export const verschuivingenIn = (
  history: readonly RecordedEvent[],
  bewaking: Bewaking,
  regels: Bewakingsregels,
): ReadonlyMap<string, readonly Verschuiving[]> => {
  const termijnenNa = (aantal: number): readonly Termijn[] => {
    const feiten = withCorrections(history.slice(0, aantal) as unknown as readonly Past<never>[]);
    const stand = feiten.reduce<unknown>((tot, feit) => bewaking.evolve(tot, feit), null);
    return stand === null ? [] : bewaking.termijnen(stand, regels);
  };
  let tot = new Map<string, readonly Verschuiving[]>();
  for (const [plaats, { type, vastgelegdOp, metadata }] of history.entries()) {
    if (!isCorrectieType(type)) continue;
    const [voor, na] = [termijnenNa(plaats), termijnenNa(plaats + 1)];
    const daarna = new Map(tot);
    for (const termijn of na) {
      const vorige = vorigeVan(termijn, voor, na);
      if (vorige === undefined) continue;
      const stap = { op: vastgelegdOp, door: metadata.actor.subject, van: vorige.eind, naar: termijn.eind };
      daarna.set(termijn.id, [...(tot.get(vorige.id) ?? []), ...(stap.van === stap.naar ? [] : [stap])]);
    }
    tot = daarna;
  }
  return tot;
};
