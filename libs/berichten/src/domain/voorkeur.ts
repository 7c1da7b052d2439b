import { type Datum, datumVan, type Instant, opDeKlok, plusDagen } from '@regielijn/kern';
import type { Wijze } from './commands.js';
import type { Levering } from './state.js';

/** Where and when somebody gets messages: a worker by account, or the shared mailbox of an organisation. */
export interface Ontvanger {
  readonly ontvanger: string;
  readonly organisatie: string;
  readonly isPostbus: boolean;
  /** Null only when nothing is to be sent. */
  readonly adres: string | null;
  readonly wijze: Wijze;
  /** From this hour in Amsterdam the digest goes out. */
  readonly uur: number;
}

export const postbusVan = (organisatie: string): string => `postbus:${organisatie}`;

/** Those of an organisation who get its messages: who asked for them, and only without any of those its mailbox. */
export const ontvangersVan = (organisatie: string, bekend: readonly Ontvanger[]): readonly string[] => {
  const eigen = bekend.filter((ontvanger) => ontvanger.organisatie === organisatie && ontvanger.wijze !== 'uit');
  const personen = eigen.filter(({ isPostbus }) => !isPostbus);
  return (personen.length > 0 ? personen : eigen).map(({ ontvanger }) => ontvanger);
};

/** The first digest after this moment: the clock on the wall decides, also on the day on which it changes. */
export const eersteOverzicht = (sinds: Instant, uur: number): Instant => {
  const dag: Datum = datumVan(sinds);
  const vandaag = opDeKlok(dag, uur);
  return vandaag > sinds ? vandaag : opDeKlok(plusDagen(dag, 1), uur);
};

/** Whether a delivery that waits may go now. What failed has its own moment, whatever the hour of the digest. */
export const isAanDeBeurt = (
  { sinds, volgendeOp }: Levering,
  { wijze, uur }: Pick<Ontvanger, 'wijze' | 'uur'>,
  nu: Instant,
): boolean => {
  if (wijze === 'uit') return false;
  return (volgendeOp ?? (wijze === 'direct' ? sinds : eersteOverzicht(sinds, uur))) <= nu;
};
