import type { RecordedEvent } from '@regielijn/event-store';
import type { Instant, Past } from '@regielijn/kern';
import type { ReadModel } from '@regielijn/projecties';
import type { BerichtEvent } from '../domain/events.js';
import { type Bericht, type BerichtStatus, evolve, statusVan } from '../domain/state.js';

export interface BerichtRij {
  readonly bericht_id: string;
  readonly organisatie: string;
  readonly soort: string;
  readonly status: BerichtStatus;
  readonly dossier_id: string | null;
  readonly opgesteld_op: Instant;
  readonly herinnerd_op: Instant | null;
  /** The folded state: what the sender looks in for what may be due. */
  readonly toestand: Bericht;
}

export const berichtReadModel: ReadModel<BerichtRij> = {
  name: 'bericht',
  version: 1,
  categories: ['bericht'],
  columns: {
    bericht_id: 'uuid',
    organisatie: 'text',
    soort: 'text',
    status: 'text',
    dossier_id: 'uuid',
    opgesteld_op: 'timestamptz',
    herinnerd_op: 'timestamptz',
    toestand: 'jsonb',
  },
  indexes: [['status'], ['organisatie'], ['dossier_id'], ['opgesteld_op']],
  evolve(row, recorded: RecordedEvent) {
    const toestand = evolve(row?.toestand ?? null, recorded as unknown as Past<BerichtEvent>);
    if (toestand === null) return null;
    return {
      ...{ bericht_id: toestand.berichtId, organisatie: toestand.organisatie, soort: toestand.soort },
      ...{ status: statusVan(toestand), dossier_id: toestand.dossierId, toestand },
      ...{ opgesteld_op: toestand.opgesteldOp, herinnerd_op: toestand.herinnerdOp },
    };
  },
};
