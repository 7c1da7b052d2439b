import { type CodedError, weiger } from '@regielijn/kern';

/** What cannot happen in the state in which a traject is. */
export const nietNu = (wat: string, status: string): CodedError =>
  weiger('PAST_NIET_BIJ_TRAJECT', `${wat} past niet bij de stand van dit traject. Kijk de stand na.`, {
    stand: status,
  });
