import { expect } from '@jest/globals';
import { beginVan, datumVan, type Past, type DomainEvent, withCorrections } from '@regielijn/kern';
import { alleLadders } from '../../opschaling/src/domain/opschaling.kit.js';
import type { Bewaking, Bewakingsregels, Termijn } from './bewaakt.js';
import type { Termijnregels } from './config.js';
import { metLezing, regels } from './termijnen.kit.js';

const LEVENSGEBIEDEN = ['support', 'wonen', 'school_werk', 'inkomen', 'welzijn'];

/** The rules as they are delivered. */
export const bewakingsregels: Bewakingsregels = { ...regels, levensgebieden: LEVENSGEBIEDEN, ladders: alleLadders };

/** The same with another reading of an open point. */
export const bewaakMet = (id: keyof Termijnregels['lezingen'], gekozen: string): Bewakingsregels => ({
  ...metLezing(id, gekozen),
  levensgebieden: LEVENSGEBIEDEN,
  ladders: alleLadders,
});

/** `vooraf 2026-03-02`, or with the moment itself where it is not the begin of a day in Amsterdam; and which command. */
export const wekt = ({ momenten }: Pick<Termijn, 'momenten'>): readonly string[] =>
  momenten.map(({ soort, op, opdracht }) => {
    const dag = datumVan(op);
    return [soort, op === beginVan(dag) ? dag : op, ...(opdracht ? [opdracht.naam] : [])].join(' ');
  });

export const vanRegel = (termijnen: readonly Termijn[], regel: string): readonly Termijn[] =>
  termijnen.filter((termijn) => termijn.regel === regel);

/** The one term of this rule. */
export const enige = (termijnen: readonly Termijn[], regel: string): Termijn => {
  const gevonden = vanRegel(termijnen, regel);
  expect(gevonden).toHaveLength(1);
  return gevonden[0]!;
};

/** As the ledger keeps it: folded event by event, and written down as JSON in between. */
const viaGrootboek = <S>(bewaking: Bewaking<S>, feiten: readonly Past<DomainEvent>[]): S | null =>
  feiten.reduce<S | null>((stand, feit) => {
    const daarna = bewaking.evolve(stand, feit as never);
    return daarna === null ? null : (JSON.parse(JSON.stringify(daarna)) as S);
  }, null);

/** What must be so of the terms of any stream, whatever was recorded; answers them. */
export const vereisSamenhang = <S>(
  bewaking: Bewaking<S>,
  history: readonly Past<DomainEvent>[],
  volgens = bewakingsregels,
): readonly Termijn[] => {
  const feiten = withCorrections(history);
  const ineens = feiten.reduce<S | null>((stand, feit) => bewaking.evolve(stand, feit as never), null);
  const termijnen = ineens === null ? [] : bewaking.termijnen(ineens, volgens);
  const stand = viaGrootboek(bewaking, feiten);
  expect(stand === null ? [] : bewaking.termijnen(stand, volgens)).toEqual(termijnen);

  const ids = termijnen.map(({ id }) => id);
  expect(ids.filter((id, plaats) => ids.indexOf(id) !== plaats)).toEqual([]);
  for (const termijn of termijnen) {
    const { momenten, geslotenOp, begin, eind, atw } = termijn;
    if (geslotenOp !== null) expect(momenten).toEqual([]);
    const op = momenten.map((moment) => moment.op);
    expect(op).toEqual([...op].sort());
    expect(new Set(wekt(termijn)).size).toBe(momenten.length);
    expect(begin <= eind).toBe(true);
    expect(atw === null || eind <= atw).toBe(true);
    // What is to be done, is to be done at that moment and not at another.
    expect(momenten.filter(({ opdracht, op: moment }) => opdracht !== null && opdracht.geldigOp !== moment)).toEqual(
      [],
    );
  }
  return termijnen;
};
