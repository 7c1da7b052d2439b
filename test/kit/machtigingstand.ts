import { eindVan, isVerleend, type Machtiging } from '../../libs/machtiging/src/domain/stand.js';
import type { TestApi } from './engine.js';

/** Where a machtiging stands by its read model: also until when it holds, and how many notices are still to be done. */
export const machtigingstand = async (api: TestApi, machtigingId: string) => {
  await api.settle();
  const { rows } = await api.engine.pool.query<{ toestand: Machtiging }>(
    'select toestand from lm.machtiging where machtiging_id = $1',
    [machtigingId],
  );
  const { status, toestand, meldingen } = rows[0]!.toestand;
  const eindigtOp = isVerleend(rows[0]!.toestand) ? eindVan(rows[0]!.toestand) : null;
  return { status, toestand, eindigtOp, meldingen, open: meldingen.filter(({ gedaanOp }) => gedaanOp === null).length };
};
