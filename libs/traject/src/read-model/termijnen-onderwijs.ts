import { datumVan, type Instant } from '@regielijn/kern';
import {
  type Bewakingsregels,
  dagVoor,
  naDeDag,
  opDeDag,
  type Termijn,
  termijnVanAfspraak,
  vooraf,
} from '@regielijn/termijnen';
import { trajectStream } from '../domain/events.js';
import type { Onderwijs } from '../domain/onderwijs/state.js';
import type { Traject } from '../domain/state.js';

const CASUSREGIE = ['casusregie'] as const;

interface Periode {
  readonly sinds: Instant;
  /** null: it goes on. */
  readonly tot: Instant | null;
}

const laatsteVan = (...momenten: readonly Instant[]): Instant => [...momenten].sort().at(-1)!;

/** The times without onderwijs since help began; dagbesteding is no onderwijs. */
const zonderOnderwijs = ({ perioden }: Onderwijs, begin: Instant): readonly Periode[] => {
  const gevonden: Periode[] = [];
  let sinds = begin;
  const gevolgd = perioden.filter(({ vorm }) => vorm === 'onderwijs').sort((a, b) => (a.vanaf < b.vanaf ? -1 : 1));
  for (const { vanaf, tot } of gevolgd) {
    if (vanaf > sinds) gevonden.push({ sinds, tot: vanaf });
    if (tot === null) return gevonden;
    sinds = laatsteVan(sinds, vanaf, tot);
  }
  return [...gevonden, { sinds, tot: null }];
};

/** The day from which the school van herkomst may deregister, unless it did before help began. */
const uitschrijving = (
  { trajectId, onderwijs: { uitgeschreven } }: Traject,
  begin: Instant,
  regels: Bewakingsregels,
): readonly Termijn[] => {
  const geslotenOp = uitgeschreven?.op ?? null;
  if (geslotenOp !== null && geslotenOp < begin) return [];
  return [
    termijnVanAfspraak(
      'UITSCHRIJVING',
      { bij: trajectStream(trajectId), nr: begin, begin: datumVan(begin), voor: CASUSREGIE, geslotenOp },
      regels,
      (eind) => [vooraf(dagVoor(eind, regels.afspraken.UITSCHRIJVING.vooraf)), opDeDag(eind)],
    ),
  ];
};

/** School while help is given, with an opname or without: days without onderwijs, and the school van herkomst. */
export const onderwijsTermijnen = (state: Traject, regels: Bewakingsregels): readonly Termijn[] => {
  const { trajectId, onderwijs, hulpBegonnenOp: begin } = state;
  if (begin === null || 'eindeOp' in state) return [];
  return [
    ...zonderOnderwijs(onderwijs, begin).map(({ sinds, tot }) =>
      termijnVanAfspraak(
        'ZONDER_ONDERWIJS',
        { bij: trajectStream(trajectId), nr: sinds, begin: datumVan(sinds), voor: CASUSREGIE, geslotenOp: tot },
        regels,
        (eind) => [naDeDag(eind)],
      ),
    ),
    ...uitschrijving(state, begin, regels),
  ];
};
