import { IdSchema } from '@regielijn/kern';

/** Whom a fact is about: in every event of this slice. */
export const jeugdige = { jeugdigeId: IdSchema };
