import {
  beginVan,
  type Datum,
  deriveId,
  type Instant,
  type Json,
  type JsonObject,
  plusDagen,
  plusMaanden,
} from '@regielijn/kern';
import { antwoordTermijn } from './antwoord.js';
import type { AfspraakId, RegelId, Termijnregels } from './config.js';
import { type Duur, plusDuur } from './duur.js';
import { dagVan, type Vraag, VraagVormSchema } from './feiten.js';

/** A command that the clock gives when a moment has come; `geldigOp` is the moment of which it speaks. */
export interface Opdracht {
  readonly naam: string;
  readonly invoer: JsonObject;
  readonly geldigOp: Instant;
}

/**
 * - `vooraf`: while there is time to act
 * - `verstreken`: the last day is over, or the day itself has come
 * - `opgeschaald`: still nothing happened, so somebody above must look
 */
export const MOMENT_SOORTEN = ['vooraf', 'verstreken', 'opgeschaald'] as const;
export type MomentSoort = (typeof MOMENT_SOORTEN)[number];

/** A moment at which the clock wakes up for a term. */
export interface Moment {
  readonly soort: MomentSoort;
  readonly op: Instant;
  /** null: it is only told. */
  readonly opdracht: Opdracht | null;
}

/** Who hears of a term: the holder of casusregie or systeemregie at that moment, or an organisation by its id. */
export type Belanghebbende = 'casusregie' | 'systeemregie' | { readonly organisatie: string };

/** A time that does not count, by the facts themselves; `tot` null: it goes on. */
export interface Pauze {
  readonly van: Datum;
  readonly tot: Datum | null;
  readonly reden: string;
}

/** One term of one stream, as its events and the rules of now say. Nobody writes it down: it follows. */
export interface Termijn {
  /** Follows from the stream, the rule and what opened it. */
  readonly id: string;
  /** The id of a rule (`D5`, `O3`) or of an agreement (`AFSTEMMING`). */
  readonly regel: string;
  readonly naam: string;
  readonly artikel: string;
  /** Which days count, in words. */
  readonly telling: string;
  readonly begin: Datum;
  /** The last day, or the day on which it ends; without the Algemene termijnenwet. */
  readonly eind: Datum;
  /** The last day with the Algemene termijnenwet; null where that act cannot apply. */
  readonly atw: Datum | null;
  /** Only what no law sets can be paused by hand. */
  readonly pauzeerbaar: boolean;
  readonly pauzes: readonly Pauze[];
  /** Empty once it is closed. */
  readonly momenten: readonly Moment[];
  readonly voor: readonly Belanghebbende[];
  /** When happened what closed it; null: it runs. */
  readonly geslotenOp: Instant | null;
  /**
   * The age in months that is reached on the day it is about. Of a birthday the ledger knows the quarter and no more: then
   * `eind` is the last day of that quarter, and the day itself is computed for who may see it.
   */
  readonly opLeeftijd?: number;
}

/** How long each trede of a ladder has to take a question on and to answer it, and who asked to go on. */
export interface Laddertermijnen {
  readonly id: string;
  readonly vervolg: Duur;
  readonly treden: readonly { readonly id: string; readonly aannemen: Duur; readonly antwoorden: Duur }[];
}

/** What the terms count with. */
export interface Bewakingsregels extends Termijnregels {
  /** The levensgebieden on which norm O3 wants a perspectief. */
  readonly levensgebieden: readonly string[];
  readonly ladders: readonly Laddertermijnen[];
}

/** What one slice says about the terms in its streams. */
export interface Bewaking<Stand = unknown> {
  /** The part of the stream name before the first `-`. */
  readonly categorie: string;
  /** The state after this event; the slice's own fold. */
  evolve(stand: Stand | null, event: never): Stand | null;
  /** All terms that are known of this state: those that run, and those that were closed. */
  termijnen(stand: Stand, regels: Bewakingsregels): readonly Termijn[];
  /** Whose dossier it belongs to; null: of nobody. */
  jeugdigeVan(stand: Stand): string | null;
  /** What of a personal field its terms need to know; `evolve` lets go of it when the dossier is destroyed. */
  readonly leest?: Readonly<Record<string, (waarde: Json) => Json>>;
}

type Vorm = Pick<Termijn, 'voor'> & {
  /** What it belongs to: a stream, or the id of a part of it. With the rule and `nr` it is one term. */
  readonly bij: string;
  readonly nr?: string | number;
  readonly geslotenOp?: Instant | null;
  readonly pauzes?: readonly Pauze[];
};

/** A term is recognised by what it belongs to and its rule, whatever its days are. */
export const termijnId = ({ bij, nr = '' }: Pick<Vorm, 'bij' | 'nr'>, regel: string): string =>
  deriveId('termijn', bij, regel, nr);

/** The moments of a term that runs; what is closed wakes nobody. */
const zolangOpen = (geslotenOp: Instant | null, momenten: readonly (Moment | null)[]): readonly Moment[] =>
  geslotenOp === null ? momenten.filter((moment) => moment !== null) : [];

export const vooraf = (dag: Datum, opdracht: Opdracht | null = null): Moment => ({
  ...{ soort: 'vooraf', op: beginVan(dag), opdracht },
});
/** On the day itself: what ends on it, has ended when it begins. */
export const opDeDag = (dag: Datum, opdracht: Opdracht | null = null): Moment => ({
  ...{ soort: 'verstreken', op: beginVan(dag), opdracht },
});
/** A last day is over when the next begins. */
export const naDeDag = (dag: Datum, opdracht: Opdracht | null = null): Moment => opDeDag(plusDagen(dag, 1), opdracht);
export const opgeschaald = (dag: Datum): Moment => ({ soort: 'opgeschaald', op: beginVan(dag), opdracht: null });

const TELLING: Readonly<Record<string, string>> = {
  werkdagen: 'werkdagen (maandag tot en met vrijdag, zonder feestdagen)',
};
const kalenderdagen = 'kalenderdagen';

/**
 * A term of law or norm from its rule; null where the rule, with these facts, names no day: then there is nothing to
 * watch. Which of its days counts follows the reading `ATW`.
 */
export const termijnVanRegel = (
  regel: RegelId,
  feiten: Partial<Vraag>,
  vorm: Vorm,
  regels: Termijnregels,
  momenten: (antwoord: ReturnType<typeof antwoordTermijn> & { readonly laatste: Datum }) => readonly (Moment | null)[],
): Termijn | null => {
  const antwoord = antwoordTermijn(VraagVormSchema.parse({ regel, ...feiten }), regels);
  const { atw, artikel } = antwoord;
  // Where the law leaves it open, the day on which somebody must look.
  const eind = antwoord.eind ?? antwoord.signaal ?? null;
  const begin = feiten.start ?? feiten.geldigVan ?? feiten.vorigeEvaluatie ?? feiten.besluit ?? eind;
  if (eind === null || begin === undefined || begin === null) return null;
  const { naam, aard } = regels.regels[regel];
  const geslotenOp = vorm.geslotenOp ?? null;
  const laatste = regels.lezingen.ATW.gekozen === 'atw' ? (atw ?? eind) : eind;
  return {
    ...{ id: termijnId(vorm, regel), regel, naam, artikel, begin: dagVan(begin), eind, atw },
    telling: telling(regel, regels),
    pauzeerbaar: aard !== 'wet',
    pauzes: vorm.pauzes ?? [],
    momenten: zolangOpen(geslotenOp, momenten({ ...antwoord, laatste })),
    ...{ voor: vorm.voor, geslotenOp },
  };
};

/** Which days a rule counts, by the unit of its length. */
const telling = (regel: RegelId, { regels }: Termijnregels): string => {
  const versie = regels[regel].versies.findLast(({ stand }) => stand === 'vastgelegd');
  const waarden = versie && 'waarden' in versie ? (versie.waarden as Readonly<Record<string, unknown>>) : {};
  const { eenheid = '' } = (waarden['termijn'] ?? {}) as Partial<Duur>;
  return TELLING[eenheid] ?? kalenderdagen;
};

/** A day so long after another, by the calendar of the Algemene termijnenwet. */
export const dagNa = (van: Datum, duur: Duur, { gelijkgesteldeDagen }: Termijnregels): Datum =>
  plusDuur(van, duur, { kalender: 'atw', gelijkgesteld: gelijkgesteldeDagen });

const MAANDEN: Readonly<Partial<Record<Duur['eenheid'], number>>> = { maanden: 1, jaren: 12 };

/** A day so long before another; werkdagen are not counted back. */
export const dagVoor = (tot: Datum, { aantal, eenheid }: Duur): Datum => {
  const maanden = MAANDEN[eenheid];
  if (maanden !== undefined) return plusMaanden(tot, -aantal * maanden);
  return plusDagen(tot, -aantal * (eenheid === 'weken' ? 7 : 1));
};

/** A term that people agreed on, or that this project proposes: the day is known, or follows from the agreed length. */
export const termijnVanAfspraak = (
  id: AfspraakId,
  { begin, eind, ...vorm }: Vorm & { readonly begin: Datum; readonly eind?: Datum },
  regels: Termijnregels,
  momenten: (eind: Datum) => readonly (Moment | null)[],
): Termijn => {
  const afspraak = regels.afspraken[id];
  const termijn = 'termijn' in afspraak ? afspraak.termijn : null;
  const laatste = eind ?? dagNa(begin, termijn!, regels);
  const geslotenOp = vorm.geslotenOp ?? null;
  return {
    ...{ id: termijnId(vorm, id), regel: id, naam: afspraak.naam, artikel: afspraak.bron, begin, eind: laatste },
    atw: null,
    telling: TELLING[termijn?.eenheid ?? ''] ?? kalenderdagen,
    pauzeerbaar: true,
    pauzes: vorm.pauzes ?? [],
    momenten: zolangOpen(geslotenOp, momenten(laatste)),
    ...{ voor: vorm.voor, geslotenOp },
  };
};
