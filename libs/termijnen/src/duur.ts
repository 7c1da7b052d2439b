import {
  type Datum,
  type GelijkgesteldeDag,
  type Kalender,
  plusDagen,
  plusMaanden,
  plusWerkdagen,
} from '@regielijn/kern';
import { z } from 'zod';

export type Eenheid = 'dagen' | 'werkdagen' | 'weken' | 'maanden' | 'jaren';

const EENHEID: Readonly<Record<string, Eenheid>> = {
  ...{ dag: 'dagen', dagen: 'dagen', werkdag: 'werkdagen', werkdagen: 'werkdagen', week: 'weken', weken: 'weken' },
  ...{ maand: 'maanden', maanden: 'maanden', jaar: 'jaren' },
};

/** A length as the law writes it; `tekst` is what people read. */
export interface Duur {
  readonly aantal: number;
  readonly eenheid: Eenheid;
  readonly tekst: string;
}

const VORM = new RegExp(`^([1-9]\\d{0,3}) (${Object.keys(EENHEID).join('|')})$`);

export const DuurSchema = z
  .string()
  .regex(VORM, 'een termijn zoals "3 maanden"')
  .transform((tekst): Duur => {
    const [, aantal, eenheid] = VORM.exec(tekst)!;
    return { aantal: Number(aantal), eenheid: EENHEID[eenheid!]!, tekst };
  });

/** Which days count as werkdag. */
export interface Werkdagen {
  readonly kalender: Kalender;
  readonly gelijkgesteld: readonly GelijkgesteldeDag[];
}

/** The day this length ends on when the first day does not count. */
export const plusDuur = (datum: Datum, { aantal, eenheid }: Duur, { kalender, gelijkgesteld }: Werkdagen): Datum => {
  switch (eenheid) {
    case 'dagen':
      return plusDagen(datum, aantal);
    case 'werkdagen':
      return plusWerkdagen(datum, aantal, kalender, gelijkgesteld);
    case 'weken':
      return plusDagen(datum, aantal * 7);
    case 'maanden':
      return plusMaanden(datum, aantal);
    case 'jaren':
      return plusMaanden(datum, aantal * 12);
    default:
      return eenheid satisfies never;
  }
};

const LANGST: Readonly<Record<Eenheid, number>> = { dagen: 90, werkdagen: 0, weken: 12, maanden: 3, jaren: 0 };

/** Whether the Algemene termijnenwet leaves terms of this length out. Source: Algemene termijnenwet art. 4 onder a. */
export const isTeLangVoorAtw = ({ aantal, eenheid }: Duur): boolean => aantal > LANGST[eenheid];
