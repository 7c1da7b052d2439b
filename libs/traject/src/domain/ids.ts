import { IdSchema } from '@regielijn/kern';

/** Whose traject a fact belongs to; every event of this slice carries both. */
export const traject = { trajectId: IdSchema, jeugdigeId: IdSchema };
