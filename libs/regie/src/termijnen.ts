import { type Datum, plusDagen, plusMaanden, plusWerkdagen } from '@regielijn/kern';
import { z } from 'zod';

export const EenheidSchema = z.enum(['werkdagen', 'dagen', 'weken', 'maanden']);

export interface Termijn {
  readonly aantal: number;
  readonly eenheid: z.output<typeof EenheidSchema>;
}

/**
 * Last day of a term that starts on `start`; the day of the start itself does not count. No norm or law: the terms of
 * handover and afstemming are settings.
 */
export const laatsteDag = (start: Datum, { aantal, eenheid }: Termijn): Datum => {
  switch (eenheid) {
    case 'werkdagen':
      return plusWerkdagen(start, aantal);
    case 'dagen':
      return plusDagen(start, aantal);
    case 'weken':
      return plusDagen(start, aantal * 7);
    case 'maanden':
      return plusMaanden(start, aantal);
    default:
      return eenheid satisfies never;
  }
};
