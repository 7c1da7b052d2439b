import type { Instant, Past } from '@regielijn/kern';
import type { ReadModel } from '@regielijn/projecties';
import type { NormenkaderEvent } from '../domain/events.js';
import type { NormtoetsState, Toets } from '../domain/state.js';

/** A deviation as lists need it: of its motivation only the codes. */
export interface AfwijkingRij {
  readonly afwijkingId: string;
  readonly norm: string;
  readonly toestand: 'open' | 'gemotiveerd' | 'vervallen';
  readonly vastgesteldOp: Instant;
  readonly gemotiveerdOp: Instant | null;
  readonly functie: string | null;
  readonly redencodes: readonly string[];
  readonly herstelUiterlijk: string | null;
}

/** The norms of one traject: how each was last assessed, and every deviation there was. */
export interface NormtoetsRij {
  readonly traject_id: string;
  readonly jeugdige_id: string;
  readonly getoetst: NormtoetsState['laatste'];
  readonly afwijkingen: readonly AfwijkingRij[];
}

const nieuweAfwijking = ({ afwijkingId, norm }: { afwijkingId: string; norm: string }, op: Instant): AfwijkingRij => ({
  ...{ afwijkingId, norm, toestand: 'open', vastgesteldOp: op },
  ...{ gemotiveerdOp: null, functie: null, redencodes: [], herstelUiterlijk: null },
});

const metWijziging = (row: NormtoetsRij, afwijkingId: string, wijziging: Partial<AfwijkingRij>): NormtoetsRij => ({
  ...row,
  afwijkingen: row.afwijkingen.map((afwijking) =>
    afwijking.afwijkingId === afwijkingId ? { ...afwijking, ...wijziging } : afwijking,
  ),
});

const leeg = ({ trajectId, jeugdigeId }: { trajectId: string; jeugdigeId: string }): NormtoetsRij => ({
  ...{ traject_id: trajectId, jeugdige_id: jeugdigeId, getoetst: {}, afwijkingen: [] },
});

const vouwRij = (row: NormtoetsRij, { type, data, geldigOp }: Past<NormenkaderEvent>): NormtoetsRij => {
  switch (type) {
    case 'normenkader.norm-getoetst@1': {
      const { norm, uitkomst, uitleg, regelversie, peilmoment, feiten, bron } = data;
      const toets: Toets = { uitkomst, uitleg, regelversie, peilmoment, feiten, bron };
      return { ...row, getoetst: { ...row.getoetst, [norm]: toets } };
    }
    case 'normenkader.afwijking-vastgesteld@1':
      return { ...row, afwijkingen: [...row.afwijkingen, nieuweAfwijking(data, geldigOp)] };
    case 'normenkader.afwijking-vervallen@1':
      return metWijziging(row, data.afwijkingId, { toestand: 'vervallen' });
    case 'normenkader.afwijking-gemotiveerd@1': {
      const { functie, redencodes, herstelUiterlijk } = data;
      const codes = { functie, redencodes, herstelUiterlijk };
      return metWijziging(row, data.afwijkingId, { toestand: 'gemotiveerd', gemotiveerdOp: geldigOp, ...codes });
    }
  }
};

export const normtoetsReadModel: ReadModel<NormtoetsRij> = {
  name: 'normtoets',
  version: 1,
  category: 'normtoets',
  columns: { traject_id: 'uuid', jeugdige_id: 'uuid', getoetst: 'jsonb', afwijkingen: 'jsonb' },
  indexes: [['traject_id']],
  evolve(row, event) {
    const past = event as unknown as Past<NormenkaderEvent>;
    return vouwRij(row ?? leeg(past.data), past);
  },
};
