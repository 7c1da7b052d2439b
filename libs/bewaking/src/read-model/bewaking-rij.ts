import type { Past } from '@regielijn/kern';
import type { ReadModel } from '@regielijn/projecties';
import { type BewakingEvent, isTermijnStream } from '../domain/events.js';
import { evolve, initialState, lopendePauze, type Termijnbewaking } from '../domain/state.js';

/** What was told about one term, and how it was moved by hand. */
export interface BewakingRij {
  readonly termijn_id: string;
  readonly gemeld: Termijnbewaking['gemeld'];
  readonly verschoven: number;
  readonly staat_stil: boolean;
  /** The reasons of its pauses are ciphertext here. */
  readonly pauzes: Termijnbewaking['pauzes'];
  readonly toestand: Termijnbewaking;
}

export const bewakingReadModel: ReadModel<BewakingRij> = {
  name: 'bewaking',
  version: 1,
  categories: ['proces'],
  columns: {
    termijn_id: 'uuid',
    gemeld: 'jsonb',
    verschoven: 'integer',
    staat_stil: 'boolean',
    pauzes: 'jsonb',
    toestand: 'jsonb',
  },
  indexes: [['termijn_id']],
  evolve(row, event) {
    if (!isTermijnStream(event.stream)) return row;
    const past = event as unknown as Past<BewakingEvent>;
    const toestand = evolve(row?.toestand ?? initialState, past);
    const { gemeld, verschoven, pauzes } = toestand;
    const staatStil = lopendePauze(toestand) !== undefined;
    return { termijn_id: past.data.termijnId, gemeld, verschoven, staat_stil: staatStil, pauzes, toestand };
  },
};
