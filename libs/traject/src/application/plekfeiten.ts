import { type Instant, metStand, type Past } from '@regielijn/kern';
import type { TrajectEvent } from '../domain/events.js';
import { evolve, initialState, type Toewijzing, type TrajectState } from '../domain/state.js';

/** What a fact of a traject means for one plek: from then on the jeugdige has it, or has left it. */
export interface Plekfeit {
  /** The fact of the traject that says so. */
  readonly bron: string;
  readonly soort: 'bezet' | 'vrijgekomen';
  readonly voorzieningId: string;
  readonly op: Instant;
  /** What was assigned to the traject just before. */
  readonly toegewezen: Toewijzing | null;
}

/** Where the jeugdige has a plek; null: nowhere. An onttrekking leaves it: the verblijf goes on. */
export const plekVan = (stand: TrajectState): string | null =>
  stand?.status === 'verblijf' ? stand.voorzieningId : null;

/** The plek that is meant for this traject and not yet lived in. */
export const toewijzingVan = (stand: TrajectState): Toewijzing | null =>
  stand !== null && 'toewijzing' in stand ? stand.toewijzing : null;

/** Whether no opname can come any more. */
export const isVoorbij = (stand: TrajectState): boolean => stand?.status === 'nazorg' || stand?.status === 'afgesloten';

/** All that the facts of one traject say about plekken, in the order in which they were told. */
export const plekfeitenVan = (feiten: readonly Past<TrajectEvent>[]): readonly Plekfeit[] =>
  metStand<TrajectState, TrajectEvent>({ initialState, evolve }, feiten).flatMap(({ feit, stand, daarna }) => {
    const [van, naar] = [plekVan(stand), plekVan(daarna)];
    if (van === naar) return [];
    const over = { bron: feit.id, op: feit.geldigOp, toegewezen: toewijzingVan(stand) };
    return [
      ...(van === null ? [] : [{ ...over, soort: 'vrijgekomen' as const, voorzieningId: van }]),
      ...(naar === null ? [] : [{ ...over, soort: 'bezet' as const, voorzieningId: naar }]),
    ];
  });

const isZelfde = (een: Plekfeit, ander: Plekfeit): boolean =>
  een.bron === ander.bron && een.soort === ander.soort && een.voorzieningId === ander.voorzieningId;

/** What one event of a traject changes in what its facts say about plekken. */
interface Wijziging {
  readonly weg: readonly Plekfeit[];
  readonly verschoven: readonly Plekfeit[];
  readonly nieuw: readonly Plekfeit[];
}

export const wijziging = (voor: readonly Plekfeit[], na: readonly Plekfeit[]): Wijziging => ({
  weg: voor.filter((een) => !na.some((ander) => isZelfde(een, ander))),
  verschoven: na.filter((een) => voor.some((ander) => isZelfde(een, ander) && een.op !== ander.op)),
  nieuw: na.filter((een) => !voor.some((ander) => isZelfde(een, ander))),
});

/** What a voorziening knows of this traject. */
export interface Verteld {
  readonly soort: Plekfeit['soort'];
  /** Whether it is about something after what is to be told. */
  readonly isLater: boolean;
}

/**
 * Whether a plekfeit was told before, by hand or at an earlier reading of the log, and what came after it too: then
 * telling it now would undo that. `rang`: the how manieth of its kind it is for this voorziening.
 */
export const isAlVerteld = (soort: Plekfeit['soort'], rang: number, verteld: readonly Verteld[]): boolean =>
  verteld.filter((feit) => feit.soort === soort).length >= rang &&
  verteld.some((feit) => feit.soort !== soort && feit.isLater);

/** The how manieth of its kind a plekfeit is for its voorziening. */
export const rangVan = ({ soort, voorzieningId, ...feit }: Plekfeit, alle: readonly Plekfeit[]): number => {
  const gelijk = alle.filter((ander) => ander.soort === soort && ander.voorzieningId === voorzieningId);
  return gelijk.findIndex(({ bron }) => bron === feit.bron) + 1;
};
