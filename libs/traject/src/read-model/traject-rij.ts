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
  readonly kader: string;
  readonly herkomst: string;
  readonly aangemeld_op: Instant;
  /** When any aanbieder was first asked for each; waiting for the one and for the other are counted apart. */
  readonly behandeling_gevraagd_op: Instant | null;
  readonly diagnostiek_gevraagd_op: Instant | null;
  readonly opname_op: Instant | null;
  readonly leeftijd: number | null;
  readonly variant: string | null;
  readonly voorziening_id: string | null;
  readonly machtiging_id: string | null;
  readonly overplaatsingen: readonly Instant[];
  readonly einde_op: Instant | null;
  readonly einde: 'uitstroom' | 'onttrekking' | null;
  readonly bestemming: string | null;
  readonly vlaggen: readonly string[];
}

const nieuw = (event: Extract<Past<TrajectEvent>, { type: 'traject.aangemeld@2' }>): TrajectRij => {
  const { trajectId, jeugdigeId, regio, gemeentecode, urgentie, kader, herkomst } = event.data;
  return {
    ...{
      traject_id: trajectId,
      jeugdige_id: jeugdigeId,
      status: 'aangemeld',
      regio,
      gemeentecode,
      urgentie,
      kader,
      herkomst,
    },
    aangemeld_op: event.geldigOp,
    ...{ behandeling_gevraagd_op: null, diagnostiek_gevraagd_op: null },
    ...{ opname_op: null, leeftijd: null, variant: null, voorziening_id: null },
    ...{ machtiging_id: null, overplaatsingen: [] },
    ...{ einde_op: null, einde: null, bestemming: null, vlaggen: [] },
  };
};

const gevraagd = (
  row: TrajectRij,
  { data, geldigOp }: Extract<Past<TrajectEvent>, { type: 'traject.aangemeld-bij-aanbieder@1' }>,
): TrajectRij => {
  const kolom = `${data.vraag}_gevraagd_op` as const;
  const eerder = row[kolom];
  return { ...row, [kolom]: eerder !== null && eerder < geldigOp ? eerder : geldigOp };
};

const evolve = (row: TrajectRij | null, event: Past<TrajectEvent>): TrajectRij | null => {
  if (event.type === 'traject.aangemeld@2') return nieuw(event);
  if (row === null) return row;
  const { geldigOp } = event;
  if (event.type === 'traject.aangemeld-bij-aanbieder@1') return gevraagd(row, event);
  switch (event.type) {
    case 'traject.opname-gestart@2': {
      const { leeftijd, variant, voorzieningId, machtigingId, vlaggen } = event.data;
      return {
        ...row,
        status: 'verblijf',
        opname_op: geldigOp,
        leeftijd,
        variant,
        voorziening_id: voorzieningId,
        machtiging_id: machtigingId,
        vlaggen,
      };
    }
    case 'traject.overgeplaatst@1': {
      const { variant, voorzieningId } = event.data;
      return { ...row, variant, voorziening_id: voorzieningId, overplaatsingen: [...row.overplaatsingen, geldigOp] };
    }
    case 'traject.geeindigd-na-onttrekking@1':
      return { ...row, status: 'nazorg', einde_op: geldigOp, einde: 'onttrekking' };
    case 'traject.uitstroom-gerealiseerd@1':
      return { ...row, status: 'nazorg', einde_op: geldigOp, einde: 'uitstroom', bestemming: event.data.bestemming };
    case 'traject.variant-gestart@1':
      return { ...row, status: 'hulp_zonder_opname', variant: event.data.variant };
    case 'traject.variant-beeindigd@1':
      return { ...row, status: 'nazorg' };
    case 'traject.aanmelding-ingetrokken@1':
    case 'traject.afgesloten@1':
      return { ...row, status: 'afgesloten' };
    default:
      return row;
  }
};

export const trajectReadModel: ReadModel<TrajectRij> = {
  name: 'traject',
  version: 3,
  category: 'traject',
  columns: {
    traject_id: 'uuid',
    jeugdige_id: 'uuid',
    status: 'text',
    regio: 'text',
    gemeentecode: 'text',
    urgentie: 'text',
    kader: 'text',
    herkomst: 'text',
    aangemeld_op: 'timestamptz',
    behandeling_gevraagd_op: 'timestamptz',
    diagnostiek_gevraagd_op: 'timestamptz',
    opname_op: 'timestamptz',
    leeftijd: 'integer',
    variant: 'text',
    voorziening_id: 'uuid',
    machtiging_id: 'uuid',
    overplaatsingen: 'jsonb',
    einde_op: 'timestamptz',
    einde: 'text',
    bestemming: 'text',
    vlaggen: 'jsonb',
  },
  indexes: [['jeugdige_id'], ['machtiging_id'], ['opname_op'], ['einde_op']],
  evolve: (row, event) => evolve(row, event as unknown as Past<TrajectEvent>),
};
