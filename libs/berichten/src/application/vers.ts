import { type Instant, plusUren } from '@regielijn/kern';

/** So old a message tells nobody anything any more: as when a log of years is read for the first time. */
export const DAGEN_VERS = 30;

/** What was recorded before this moment gets no message. */
export const versVanaf = (nu: Instant): Instant => plusUren(nu, -24 * DAGEN_VERS);
