import { datumVan, type Instant, volgorde } from '@regielijn/kern';
import type { Machtiging } from '../stand.js';
import type { LegMeldingVast } from './commands.js';
import { meldingFeiten as feit, type Meldingvlag } from './events.js';

type Melding = Pick<LegMeldingVast['data'], 'gebeurtenisId' | 'aan'>;

const gevraagd = ({ meldingen }: Machtiging, { gebeurtenisId, aan }: Melding) =>
  meldingen.filter((melding) => melding.gebeurtenisId === gebeurtenisId && melding.aan === aan);

/** What is to be said about a notice: nobody asked for it, or it came after the last day. */
export const meldingVlaggen = (state: Machtiging, melding: Melding, op: Instant): Meldingvlag[] => {
  const [vraag] = gevraagd(state, melding);
  if (!vraag) return ['niet_gevraagd'];
  return vraag.uiterlijk !== null && datumVan(op) > vraag.uiterlijk ? ['te_laat'] : [];
};

export const legMeldingVast = ({ data, context }: LegMeldingVast, state: Machtiging) => {
  const { machtigingId, jeugdigeId } = state;
  const { gebeurtenisId, aan } = data;
  const [vraag] = gevraagd(state, data);
  if (vraag && vraag.gedaanOp !== null) return [];
  const voorval = state.verloop.find(({ id }) => id === gebeurtenisId);
  if (voorval) volgorde(voorval.op, context.geldigOp, 'wat u meldt');
  const vlaggen = meldingVlaggen(state, data, context.geldigOp);
  return [feit.meldingGedaan.of({ machtigingId, jeugdigeId, gebeurtenisId, aan, vlaggen })];
};
