import type { Instant } from '@regielijn/kern';

/** What was there before a term began, was there at its beginning. */
export const nietVoor = (begin: Instant, op: Instant): Instant => (op < begin ? begin : op);
