import { type Datum, datumVan, type Instant, type Past } from '@regielijn/kern';
import { geldtOp, type Machtiging, WET_VANAF } from '@regielijn/machtiging';
import type { TrajectEvent } from '../domain/events.js';

/**
 * From here on what a traject records reaches the machtiging: before, the law had other steps than the table of the
 * machtiging. Source: Jeugdwet hoofdstuk 6 as of 1 January 2024.
 */
export const GEVOLGD_VANAF: Datum = WET_VANAF;

/** What a fact of a traject means for a machtiging. Verlof is not among them: that is a decision somebody takes. */
const GEBEURTENISSEN = {
  'traject.opname-gestart@2': 'opname_gestart',
  'traject.overgeplaatst@1': 'overgeplaatst',
  'traject.onttrekking-gemeld@1': 'onttrekking_geconstateerd',
  'traject.teruggekeerd@1': 'teruggekeerd',
  'traject.uitstroom-gerealiseerd@1': 'uitstroom',
} as const satisfies Partial<Record<TrajectEvent['type'], string>>;

type Bron = Extract<TrajectEvent, { type: keyof typeof GEBEURTENISSEN }>;

/** Something of a traject that happened to the tenuitvoerlegging of one machtiging. */
export interface Uitvoering {
  /** The fact of the traject that says so. */
  readonly bron: string;
  readonly gebeurtenis: (typeof GEBEURTENISSEN)[Bron['type']];
  readonly op: Instant;
  readonly machtigingId: string;
}

const isBron = (feit: Past<TrajectEvent>): feit is Past<Bron> => Object.hasOwn(GEBEURTENISSEN, feit.type);

/** The machtiging that the opname named while it holds, then the one that came after it. */
const machtigingOp = (machtigingen: readonly Machtiging[], dag: Datum, genoemd: string): string | null => {
  const geldend = machtigingen.filter((machtiging) => geldtOp(machtiging, dag));
  if (geldend.some(({ machtigingId }) => machtigingId === genoemd)) return genoemd;
  const vanaf = (machtiging: Machtiging): string => ('geldigVan' in machtiging ? machtiging.geldigVan : '');
  return [...geldend].sort((a, b) => (vanaf(a) < vanaf(b) ? 1 : -1))[0]?.machtigingId ?? null;
};

/**
 * What the facts of one traject say about the tenuitvoerlegging of the machtigingen of that jeugdige. Nothing about a
 * verblijf that named no machtiging, nor of a day on which none held.
 */
export const uitvoeringenVan = (
  feiten: readonly Past<TrajectEvent>[],
  machtigingen: readonly Machtiging[],
): readonly Uitvoering[] => {
  let genoemd: string | null = null;
  return feiten.filter(isBron).flatMap((feit) => {
    const { id: bron, type, geldigOp: op, data } = feit;
    if ('machtigingId' in data) genoemd = data.machtigingId;
    const dag = datumVan(op);
    if (genoemd === null || dag < GEVOLGD_VANAF) return [];
    const machtigingId = machtigingOp(machtigingen, dag, genoemd);
    // That somebody was taken in on a machtiging that did not hold yet, is said by the flag of the opname.
    if (machtigingId === null || (type === 'traject.opname-gestart@2' && machtigingId !== genoemd)) return [];
    return [{ bron, gebeurtenis: GEBEURTENISSEN[type], op, machtigingId }];
  });
};
