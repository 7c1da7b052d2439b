import type { Datum, Levensgebied } from '@regielijn/kern';
import { terugkeerFeiten as feit, type TerugkeerEvent } from './events.js';
import { nietGeregeld, type Terugkeer, type TerugkeerState } from './state.js';

/** What is known elsewhere of the help and its end, as it stands now. */
export interface TerugkeerFacts {
  readonly trajectId: string;
  readonly jeugdigeId: string;
  /** Holds systeemregie now. */
  readonly gemeente: string;
  readonly hulp: 'nog_niet' | 'loopt' | 'voorbij';
  /** The day on which the help ended. */
  readonly voorbijOp: Datum | null;
  /** First day on which no machtiging holds any more; null: there is none on which the help rests. */
  readonly machtigingTot: Datum | null;
  /** From this day on that end is in sight. */
  readonly inZichtVanaf: Datum | null;
  /** The levensgebieden that count, by the normenkader. */
  readonly levensgebieden: readonly Levensgebied[];
}

type Gebeurtenissen = readonly TerugkeerEvent[];

/** The expected end: whichever of the two comes first; null: none is known. */
const eindeVan = (verwachtOp: Datum | null, { hulp, machtigingTot }: TerugkeerFacts): Datum | null =>
  hulp === 'loopt' ? ([verwachtOp, machtigingTot].filter((dag) => dag !== null).sort()[0] ?? null) : null;

const isInZicht = (verwachtOp: Datum | null, { inZichtVanaf }: TerugkeerFacts, vandaag: Datum): boolean =>
  verwachtOp !== null || (inZichtVanaf !== null && inZichtVanaf <= vandaag);

/** What the closing of this stand says. */
export const slotVan = (
  state: Pick<Terugkeer, 'levensgebieden' | 'deelname'>,
): Pick<Extract<TerugkeerEvent, { type: 'terugkeer.gesloten@1' }>['data'], 'nietGeregeld' | 'vlaggen'> => ({
  nietGeregeld: [...nietGeregeld(state)],
  vlaggen: [
    ...(nietGeregeld(state).length > 0 ? (['niet_alles_geregeld'] as const) : []),
    ...(state.deelname === null ? (['lokaal_team_deed_niet_mee'] as const) : []),
  ],
});

const naDeHulp = (state: TerugkeerState, { voorbijOp, trajectId, jeugdigeId }: TerugkeerFacts): Gebeurtenissen => {
  if (state === null || voorbijOp === null) return [];
  const isGezegd = state.stand === 'ingetrokken' || (state.stand === 'gesloten' && state.eindeOp === voorbijOp);
  return isGezegd ? [] : [feit.gesloten.of({ trajectId, jeugdigeId, eindeOp: voorbijOp, ...slotVan(state) })];
};

/**
 * What follows from the end of the help as it is known now: the preparation begins, moves, is withdrawn or closed. By what
 * is known now and not by what happened last, so that going over the log once more changes nothing.
 */
export const volgEinde = (
  state: TerugkeerState,
  facts: TerugkeerFacts,
  vandaag: Datum,
  verwachtOp: Datum | null = state?.verwachtOp ?? null,
): Gebeurtenissen => {
  if (facts.hulp === 'voorbij') return naDeHulp(state, facts);
  const { trajectId, jeugdigeId, gemeente, levensgebieden } = facts;
  const wie = { trajectId, jeugdigeId };
  const eindeOp = eindeVan(verwachtOp, facts);
  const isOpen = state?.stand === 'open';
  if (eindeOp === null) return isOpen ? [feit.ingetrokken.of(wie)] : [];
  const einde = { eindeOp, grond: eindeOp === verwachtOp ? 'verwacht' : 'machtiging' } as const;
  if (!isOpen)
    return isInZicht(verwachtOp, facts, vandaag)
      ? [feit.geopend.of({ ...wie, ...einde, gemeente, levensgebieden: [...levensgebieden] })]
      : [];
  return [
    ...(eindeOp === state.eindeOp ? [] : [feit.eindeVerschoven.of({ ...wie, ...einde })]),
    ...(gemeente === state.gemeente ? [] : [feit.gemeenteGewisseld.of({ ...wie, gemeente })]),
  ];
};
