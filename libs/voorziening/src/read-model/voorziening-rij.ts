import type { RecordedEvent } from '@regielijn/event-store';
import type { Past } from '@regielijn/kern';
import type { ReadModel } from '@regielijn/projecties';
import type { VoorzieningEvent } from '../domain/events.js';
import { evolve, type Voorziening, type VoorzieningState } from '../domain/state.js';

export interface VoorzieningRij {
  readonly voorziening_id: string;
  readonly naam: string;
  readonly gemeentecode: string;
  readonly variant: string;
  readonly aanbieder: string;
  /** The folded state: which plekken are free depends on the moment that asks. */
  readonly toestand: Voorziening;
}

const rij = (row: VoorzieningRij | null, toestand: VoorzieningState): VoorzieningRij | null =>
  row && toestand && { ...row, toestand };

export const voorzieningReadModel: ReadModel<VoorzieningRij> = {
  name: 'voorziening',
  version: 5,
  categories: ['voorziening'],
  columns: {
    voorziening_id: 'uuid',
    naam: 'text',
    gemeentecode: 'text',
    variant: 'text',
    aanbieder: 'text',
    toestand: 'jsonb',
  },
  indexes: [['variant']],
  // By traject: who is no longer on the way to a plek, leaves those that are kept.
  lines: {
    name: 'reservering',
    columns: { voorziening_id: 'uuid', reservering_id: 'uuid', traject_id: 'uuid' },
    indexes: [['traject_id']],
    of: ({ voorziening_id, toestand }) =>
      toestand.reserveringen.map(({ reserveringId, trajectId }) => ({
        ...{ voorziening_id, reservering_id: reserveringId, traject_id: trajectId },
      })),
  },
  evolve(row, recorded: RecordedEvent) {
    const event = recorded as unknown as Past<VoorzieningEvent>;
    const toestand = evolve(row?.toestand ?? null, event);
    if (event.type !== 'voorziening.geopend@1') return rij(row, toestand);
    const { voorzieningId, naam, gemeentecode, variant, aanbieder } = event.data;
    return rij(
      { voorziening_id: voorzieningId, naam, gemeentecode, variant, aanbieder, toestand: toestand! },
      toestand,
    );
  },
};
