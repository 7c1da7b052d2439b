import type { Instant, Past } from '@regielijn/kern';
import type { ReadModel } from '@regielijn/projecties';
import type { TrajectEvent } from '../domain/events.js';

/** One traject as lists and figures need it: only codes, ages and moments, nothing that a destroyed key would change. */
export interface TrajectRij {
  readonly traject_id: string;
  readonly jeugdige_id: string;
  readonly status: 'aangemeld' | 'hulp_zonder_opname' | 'verblijf' | 'nazorg' | 'afgesloten';
  readonly regio: string;
  readonly gemeentecode: string | null;
  readonly urgentie: string;
  readonly herkomst: string;
  readonly aangemeld_op: Instant;
  readonly opname_op: Instant | null;
  readonly leeftijd: number | null;
  readonly variant: string | null;
  readonly overplaatsingen: readonly Instant[];
  /** When the verblijf or the help without opname ended, or the aanmelding was withdrawn. */
  readonly einde_op: Instant | null;
  /** How a verblijf ended. */
  readonly einde: 'uitstroom' | 'onttrekking' | null;
  readonly bestemming: string | null;
  readonly afgesloten_op: Instant | null;
  readonly vlaggen: readonly string[];
}

const nieuw = (event: Extract<Past<TrajectEvent>, { type: 'traject.aangemeld@2' }>): TrajectRij => {
  const { trajectId, jeugdigeId, regio, gemeentecode, urgentie, herkomst } = event.data;
  return {
    ...{ traject_id: trajectId, jeugdige_id: jeugdigeId, status: 'aangemeld', aangemeld_op: event.geldigOp },
    ...{ regio, gemeentecode, urgentie, herkomst },
    ...{ opname_op: null, leeftijd: null, variant: null, overplaatsingen: [] },
    ...{ einde_op: null, einde: null, bestemming: null, afgesloten_op: null, vlaggen: [] },
  };
};

const evolve = (row: TrajectRij | null, event: Past<TrajectEvent>): TrajectRij | null => {
  if (event.type === 'traject.aangemeld@2') return nieuw(event);
  if (row === null) return row;
  const { geldigOp } = event;
  switch (event.type) {
    case 'traject.opname-gestart@2': {
      const { leeftijd, variant, vlaggen } = event.data;
      return { ...row, status: 'verblijf', opname_op: geldigOp, leeftijd, variant, vlaggen };
    }
    case 'traject.overgeplaatst@1':
      return { ...row, variant: event.data.variant, overplaatsingen: [...row.overplaatsingen, geldigOp] };
    case 'traject.geeindigd-na-onttrekking@1':
      return { ...row, status: 'nazorg', einde_op: geldigOp, einde: 'onttrekking' };
    case 'traject.uitstroom-gerealiseerd@1':
      return { ...row, status: 'nazorg', einde_op: geldigOp, einde: 'uitstroom', bestemming: event.data.bestemming };
    case 'traject.variant-gestart@1':
      return { ...row, status: 'hulp_zonder_opname', variant: event.data.variant };
    case 'traject.variant-beeindigd@1':
      return { ...row, status: 'nazorg', einde_op: geldigOp };
    case 'traject.aanmelding-ingetrokken@1':
      return { ...row, status: 'afgesloten', einde_op: geldigOp, afgesloten_op: geldigOp };
    case 'traject.afgesloten@1':
      return { ...row, status: 'afgesloten', afgesloten_op: geldigOp };
    default:
      return row;
  }
};

export const trajectReadModel: ReadModel<TrajectRij> = {
  name: 'traject',
  version: 6,
  categories: ['traject'],
  columns: {
    traject_id: 'uuid',
    jeugdige_id: 'uuid',
    status: 'text',
    regio: 'text',
    gemeentecode: 'text',
    urgentie: 'text',
    herkomst: 'text',
    aangemeld_op: 'timestamptz',
    opname_op: 'timestamptz',
    leeftijd: 'integer',
    variant: 'text',
    overplaatsingen: 'jsonb',
    einde_op: 'timestamptz',
    einde: 'text',
    bestemming: 'text',
    afgesloten_op: 'timestamptz',
    vlaggen: 'jsonb',
  },
  indexes: [['jeugdige_id'], ['opname_op'], ['einde_op']],
  evolve: (row, event) => evolve(row, event as unknown as Past<TrajectEvent>),
};
