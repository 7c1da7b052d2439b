import { type Datum, plusDagen, plusMaanden, plusWerkdagen } from '@regielijn/kern';
import { z } from 'zod';
import type { Regieregels } from './regels.js';

export const EenheidSchema = z.enum(['werkdagen', 'dagen', 'weken', 'maanden']);

export interface Termijn {
  readonly aantal: number;
  readonly eenheid: z.output<typeof EenheidSchema>;
}

/**
 * Last day of a term that starts on `start`; the day of the start itself does not count. No norm or law: the terms of
 * handover and afstemming are settings. Werkdagen by the Algemene termijnenwet, as the command `termijn` counts them.
 */
export const laatsteDag = (
  start: Datum,
  { aantal, eenheid }: Termijn,
  { gelijkgesteldeDagen }: Pick<Regieregels, 'gelijkgesteldeDagen'>,
): Datum => {
  switch (eenheid) {
    case 'werkdagen':
      return plusWerkdagen(start, aantal, 'atw', gelijkgesteldeDagen);
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
