import { beginVan, type Datum, datumVan, type Instant, type Past } from '@regielijn/kern';
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
  readonly gebeurtenis: (typeof GEBEURTENISSEN)[Bron['type']] | 'verblijf_voortgezet';
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

/** A time in which the jeugdige was there, the fact that says so, and the machtiging that the opname named. */
interface Aanwezig {
  readonly bron: string;
  readonly van: Instant;
  readonly genoemd: string;
}

/** The days on which another machtiging may come to hold: one begins, or one is over. */
const wisseldagen = (machtigingen: readonly Machtiging[]): readonly Datum[] =>
  machtigingen
    .flatMap((een) => [
      ...('geldigVan' in een ? [een.geldigVan, een.geldigTot] : []),
      ...('geeindigdOp' in een ? [een.geeindigdOp] : []),
    ])
    .sort();

/** The machtigingen that came to hold while the jeugdige was there already, each from its own first moment. */
const voortgezet = (machtigingen: readonly Machtiging[], { bron, van, genoemd }: Aanwezig, tot: Instant) => {
  let vorige = machtigingOp(machtigingen, datumVan(van), genoemd);
  return wisseldagen(machtigingen).flatMap((dag): Uitvoering[] => {
    const op = beginVan(dag);
    if (op <= van || op >= tot || dag < GEVOLGD_VANAF) return [];
    const machtigingId = machtigingOp(machtigingen, dag, genoemd);
    if (machtigingId === null || machtigingId === vorige) return [];
    vorige = machtigingId;
    return [{ bron, gebeurtenis: 'verblijf_voortgezet', op, machtigingId }];
  });
};

const BEGINT = ['opname_gestart', 'verblijf_voortgezet'];

/** Told by the traject, or by somebody. */
const isBegonnen = (
  machtigingId: string,
  eerder: readonly Uitvoering[],
  machtigingen: readonly Machtiging[],
): boolean =>
  [
    ...eerder.filter((een) => een.machtigingId === machtigingId),
    ...machtigingen.flatMap((een) => (een.machtigingId === machtigingId ? een.verloop : [])),
  ].some(({ gebeurtenis }) => BEGINT.includes(gebeurtenis));

/**
 * What the facts of one traject say about the tenuitvoerlegging of the machtigingen of that jeugdige, up to a moment.
 * Nothing about a verblijf that named no machtiging, nor of a day on which none held.
 */
export const uitvoeringenVan = (
  feiten: readonly Past<TrajectEvent>[],
  machtigingen: readonly Machtiging[],
  tot: Instant,
): readonly Uitvoering[] => {
  let genoemd: string | null = null;
  let aanwezig: Aanwezig | null = null;
  const uitvoeringen: Uitvoering[] = [];
  const verder = (moment: Instant): void => {
    for (const een of aanwezig ? voortgezet(machtigingen, aanwezig, moment) : [])
      if (!isBegonnen(een.machtigingId, uitvoeringen, machtigingen)) uitvoeringen.push(een);
  };
  for (const { id: bron, type, geldigOp: op, data } of feiten.filter(isBron)) {
    verder(op);
    if ('machtigingId' in data) genoemd = data.machtigingId;
    if (genoemd === null) continue;
    const isOpname = type === 'traject.opname-gestart@2';
    const terug = type === 'traject.teruggekeerd@1';
    if (isOpname || terug) aanwezig = { bron, van: op, genoemd };
    else if (type !== 'traject.overgeplaatst@1') aanwezig = null;
    else if (aanwezig !== null) aanwezig = { bron: aanwezig.bron, van: op, genoemd };
    const dag = datumVan(op);
    const machtigingId: string | null = dag < GEVOLGD_VANAF ? null : machtigingOp(machtigingen, dag, genoemd);
    // That somebody was taken in on a machtiging that did not hold yet, is said by the flag of the opname.
    if (machtigingId === null || (isOpname && machtigingId !== genoemd)) continue;
    // Who comes back on another machtiging than the one of before, was not away from that one.
    const opnieuw = terug && !isBegonnen(machtigingId, uitvoeringen, machtigingen);
    uitvoeringen.push({ bron, op, machtigingId, gebeurtenis: opnieuw ? 'verblijf_voortgezet' : GEBEURTENISSEN[type] });
  }
  verder(tot);
  return uitvoeringen;
};
