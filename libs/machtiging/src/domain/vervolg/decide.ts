import type { Machtiging } from '../stand.js';
import type { LegMgjVerzoekVast } from './commands.js';
import { vervolgFeiten as feit } from './events.js';

export const legMgjVerzoekVast = (
  { data }: LegMgjVerzoekVast,
  { mgjVerzochtOp, machtigingId, jeugdigeId }: Machtiging,
) => (mgjVerzochtOp === null ? [feit.mgjVerzocht.of({ machtigingId, jeugdigeId, mgjId: data.mgjId })] : []);
