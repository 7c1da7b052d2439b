import { createHash } from 'node:crypto';
import type { RecordedEvent, RevealedParts } from '@regielijn/event-store';
import type { Instant } from '@regielijn/kern';
import { categoryOf, type ReadModel } from '@regielijn/projecties';
import type { Bewaking, Bewakingsregels, MomentSoort, Termijn } from '@regielijn/termijnen';

/** One stream of which terms are kept: its folded state, from which they follow. */
interface StandRij {
  readonly stand: unknown;
  readonly jeugdige_id: string | null;
  readonly termijnen: readonly Termijn[];
  /** How many facts it was folded from: fewer than the stream has events when some of those are corrections. */
  readonly feiten: number;
}

/** A line of the ledger: a term at one of its moments, or once without a moment when it is closed. */
export interface TermijnRij {
  readonly stream: string;
  readonly termijn_id: string;
  readonly jeugdige_id: string | null;
  readonly regel: string;
  readonly eind: string;
  readonly gesloten: boolean;
  readonly moment: MomentSoort | null;
  readonly wekt_op: Instant | null;
  /** Whether this line stands for the term in a list: one of its lines does. */
  readonly eerste: boolean;
  readonly termijn: Termijn;
}

/** Raise it when the terms of a slice, or the lines below, change. */
const VERSIE = 4;

/** Other rules give other terms: then the ledger is built anew at the next start. */
const versieBij = (regels: Bewakingsregels): number =>
  createHash('sha256')
    .update(JSON.stringify([VERSIE, regels]))
    .digest()
    .readUInt32BE() >>> 1;

const regelsVan = ({ jeugdige_id, termijnen }: StandRij): readonly object[] =>
  termijnen.flatMap((termijn): object[] => {
    const { id, regel, eind, geslotenOp, momenten } = termijn;
    const vast = { termijn_id: id, jeugdige_id, regel, eind, gesloten: geslotenOp !== null, termijn };
    if (momenten.length === 0) return [{ ...vast, moment: null, wekt_op: null, eerste: true }];
    return momenten.map(({ soort, op }, nr) => ({ ...vast, moment: soort, wekt_op: op, eerste: nr === 0 }));
  });

/** Every term of every slice, as its events and the rules of now say. Its lines are the timers. */
export const grootboek = (bewakingen: readonly Bewaking[], regels: Bewakingsregels): ReadModel<StandRij> => {
  const perCategorie = new Map(bewakingen.map((bewaking) => [bewaking.categorie, bewaking]));
  return {
    name: 'termijnstand',
    version: versieBij(regels),
    categories: [...perCategorie.keys()],
    columns: { stand: 'jsonb', jeugdige_id: 'uuid', termijnen: 'jsonb', feiten: 'integer' },
    lines: {
      name: 'termijn',
      columns: {
        ...{ termijn_id: 'uuid', jeugdige_id: 'uuid', regel: 'text', eind: 'date', gesloten: 'boolean' },
        ...{ moment: 'text', wekt_op: 'timestamptz', eerste: 'boolean', termijn: 'jsonb' },
      },
      indexes: [['wekt_op'], ['termijn_id'], ['jeugdige_id']],
      of: regelsVan,
    },
    revealed: Object.assign({}, ...bewakingen.map(({ leest }) => leest)) as RevealedParts,
    evolve(row, event: RecordedEvent) {
      const bewaking = perCategorie.get(categoryOf(event.stream))!;
      const stand = bewaking.evolve(row?.stand ?? null, event as never);
      if (stand === null) return null;
      const termijnen = bewaking.termijnen(stand, regels);
      return { stand, jeugdige_id: bewaking.jeugdigeVan(stand), termijnen, feiten: (row?.feiten ?? 0) + 1 };
    },
  };
};
