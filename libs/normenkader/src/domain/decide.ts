import { type Decider, deriveId, IdSchema, defineCommand, type Past } from '@regielijn/kern';
import { z } from 'zod';
import { normenkaderFeiten as feit, type NormenkaderEvent } from './events.js';
import type { NormUitkomst } from './normen/uitkomst.js';

/** Sent by the follower of trajecten, once per trigger. Never by the traject's own decider. */
export class ToetsNorm extends defineCommand({
  naam: 'normenkader.toets',
  soort: 'feit',
  omschrijving: 'Toetst een norm op de feiten van een traject.',
  bron: 'Normenkader Jeugdhulp Plus Zuidwest (2020)',
  schema: z.strictObject({ trajectId: IdSchema, norm: z.literal('O1'), aanleiding: IdSchema }),
}) {}

export interface ToetsFacts extends NormUitkomst {
  readonly jeugdigeId: string;
  readonly regelversie: string;
  readonly peilmoment: string;
  readonly feiten: readonly string[];
  readonly bron: readonly string[];
}

/** Per norm: which triggers were assessed, and the deviation that stands now. */
export interface NormtoetsState {
  readonly getoetst: readonly string[];
  readonly afwijkingen: Readonly<Record<string, string>>;
}

const initialState: NormtoetsState = { getoetst: [], afwijkingen: {} };

const sleutel = (norm: string, regelversie: string, aanleiding: string): string =>
  [norm, regelversie, aanleiding].join('|');

const evolve = (state: NormtoetsState, { type, data }: Past<NormenkaderEvent>): NormtoetsState => {
  switch (type) {
    case 'normenkader.norm-getoetst@1':
      return { ...state, getoetst: [...state.getoetst, sleutel(data.norm, data.regelversie, data.aanleiding)] };
    case 'normenkader.afwijking-vastgesteld@1':
      return { ...state, afwijkingen: { ...state.afwijkingen, [data.norm]: data.afwijkingId } };
    case 'normenkader.afwijking-vervallen@1': {
      const { [data.norm]: _, ...rest } = state.afwijkingen;
      return { ...state, afwijkingen: rest };
    }
  }
};

const decide = ({ data }: ToetsNorm, state: NormtoetsState, facts: ToetsFacts): readonly NormenkaderEvent[] => {
  const { trajectId, norm, aanleiding } = data;
  const { jeugdigeId, regelversie, peilmoment, feiten, uitkomst, uitleg, bron } = facts;
  if (state.getoetst.includes(sleutel(norm, regelversie, aanleiding))) return [];
  const toets = { trajectId, jeugdigeId, norm, regelversie };
  const staand = state.afwijkingen[norm];
  const events: NormenkaderEvent[] = [
    feit.getoetst.of({ ...toets, aanleiding, peilmoment, feiten: [...feiten], uitkomst, uitleg, bron: [...bron] }),
  ];
  if (uitkomst === 'AFWIJKING' && staand === undefined)
    events.push(
      feit.afwijkingVastgesteld.of({
        ...toets,
        afwijkingId: deriveId('afwijking', trajectId, norm, aanleiding),
        peilmoment,
      }),
    );
  if (uitkomst !== 'AFWIJKING' && staand !== undefined)
    events.push(feit.afwijkingVervallen.of({ ...toets, afwijkingId: staand }));
  return events;
};

export const normtoetsDecider: Decider<ToetsNorm, NormtoetsState, NormenkaderEvent, ToetsFacts> = {
  initialState,
  decide,
  evolve,
};
