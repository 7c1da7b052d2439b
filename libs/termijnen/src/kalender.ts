import {
  type Datum,
  datumVan,
  feestdagOp,
  isBinnenKantoortijd,
  isWerkdag,
  type Kalender,
  KALENDERS,
  type Kantoortijd,
  kloktijdVan,
} from '@regielijn/kern';
import { z } from 'zod';
import type { Termijnregels } from './config.js';
import { isTijdstip, type Moment, MomentSchema } from './feiten.js';

/** One question to `kalender`. */
export const KalenderVraagSchema = z.strictObject({ tijdstip: MomentSchema, kalender: z.enum(KALENDERS).optional() });

export interface KalenderAntwoord {
  readonly tijdstip: Moment;
  /** The day and wall time in Amsterdam. */
  readonly datum: Datum;
  readonly kloktijd: string | null;
  readonly werkdag: boolean;
  readonly feestdag: string | null;
  /** By the clock alone, whatever the day; null when no time was given. */
  readonly kantoortijd: boolean | null;
  readonly kalender: Kalender;
  /** Of the settings that were used. */
  readonly regelversie: string;
  readonly bron: readonly string[];
}

/** What the normenkader of that day assumes, because its norms do not say. */
export interface Kalenderinstellingen {
  readonly kalender: Kalender;
  readonly kantoortijd: Kantoortijd;
  readonly regelversie: string;
}

const bronKantoortijd = ({ van, tot }: Kantoortijd): string =>
  `Kantoortijd van ${van} tot ${tot} uur is een aanname van dit project; het normenkader noemt geen uren`;

/** What a day or moment is. Source: Algemene termijnenwet art. 3; kantoortijd is a setting of the normenkader. */
export const antwoordKalender = (
  { tijdstip, kalender: gevraagd }: z.output<typeof KalenderVraagSchema>,
  instellingen: Kalenderinstellingen,
  { gelijkgesteldeDagen }: Pick<Termijnregels, 'gelijkgesteldeDagen'>,
): KalenderAntwoord => {
  const kalender = gevraagd ?? instellingen.kalender;
  const metTijd = isTijdstip(tijdstip);
  const datum = metTijd ? datumVan(tijdstip) : tijdstip;
  const besluit = gelijkgesteldeDagen.filter((dag) => dag.datum === datum).map(({ bron }) => bron);
  return {
    ...{ tijdstip, datum, kloktijd: metTijd ? kloktijdVan(tijdstip) : null },
    werkdag: isWerkdag(datum, kalender, gelijkgesteldeDagen),
    feestdag: feestdagOp(datum, kalender, gelijkgesteldeDagen),
    kantoortijd: metTijd ? isBinnenKantoortijd(tijdstip, instellingen.kantoortijd) : null,
    kalender,
    regelversie: instellingen.regelversie,
    bron: [
      'Algemene termijnenwet (BWBR0002448) art. 3',
      ...besluit,
      ...(metTijd ? [bronKantoortijd(instellingen.kantoortijd)] : []),
    ],
  };
};
