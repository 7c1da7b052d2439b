import { type Datum, eindeVolgensAtw, inWoorden } from '@regielijn/kern';
import type { Lezingen, LezingId, RegelId, Termijnregels } from './config.js';
import type { Vraag } from './feiten.js';
import { loop } from './loopt.js';
import { regelVan } from './regels.js';
import type { Bijzonderheden, Uitkomst } from './uitkomst.js';
import { type Regeldata, uitkomstVan, versieOp } from './uitvoeren.js';

export interface TermijnAntwoord extends Bijzonderheden {
  readonly regel: RegelId;
  /** The strict end; null where there is no such date. */
  readonly eind: Datum | null;
  /** The latest day with the Algemene termijnenwet; null where that act cannot apply. */
  readonly atw: Datum | null;
  readonly artikel: string;
  readonly uitleg: string;
  /** Which readings of open points were followed. */
  readonly lezing: string;
  /** Whether it runs on the asked `peildatum`; null: not to be said. */
  readonly geldig?: boolean | null;
  /** Whether the asked `gebeurdOp` (D18: `afgebouwdOp`) was in time; null: not to be said. */
  readonly opTijd?: boolean | null;
  /** From which day on the text of the law or norm held that was used; `geen` before there was one. */
  readonly regelversie: string;
  readonly bron: readonly string[];
}

const ATW_NIET: Readonly<
  Record<Exclude<Regeldata['atw'], 'mogelijk'>, { readonly zin: string; readonly bron?: string }>
> = {
  vrijheidsbeneming: {
    zin: 'De Algemene termijnenwet verschuift dit niet: het gaat om vrijheidsbeneming.',
    bron: 'Algemene termijnenwet (BWBR0002448) art. 4 onder c',
  },
  te_lang: {
    zin: 'De Algemene termijnenwet verschuift dit niet: daarvoor is de termijn te lang.',
    bron: 'Algemene termijnenwet (BWBR0002448) art. 4 onder a',
  },
  geen_wet: { zin: 'De Algemene termijnenwet verschuift dit niet: het is geen termijn uit een wet.' },
};

interface MetAtw {
  readonly atw: Datum | null;
  readonly zin?: string;
  readonly bron?: string;
}

/** The date with the Algemene termijnenwet, and what is said about it. */
const metAtw = ({ atw: soort }: Regeldata, { van, eind }: Uitkomst, { gelijkgesteldeDagen }: Termijnregels): MetAtw => {
  if (eind === null) return { atw: null };
  if (soort !== 'mogelijk') return { atw: null, ...ATW_NIET[soort] };
  const atw = eindeVolgensAtw(van!, eind, gelijkgesteldeDagen);
  return atw === eind ? { atw } : { atw, zin: `Met de Algemene termijnenwet: uiterlijk ${inWoorden(atw)}.` };
};

/** Facts that every rule takes. */
const ALTIJD = ['regel', 'kalender', 'peildatum', 'gebeurdOp'];

/** A fact that changes nothing is said, so that nobody thinks it was weighed. */
const nietGebruikt = (vraag: Vraag, { soorten }: Regeldata): string | undefined => {
  const { nodig, ook } = regelVan(vraag.regel);
  const overSoort = soorten === undefined ? [] : ['soort', 'omgezetInMgj'];
  const gebruikt = new Set<string>([...ALTIJD, ...nodig.flat(), ...ook, ...overSoort]);
  const over = Object.entries(vraag).flatMap(([feit, waarde]) =>
    waarde === undefined || gebruikt.has(feit) ? [] : [feit],
  );
  return over.length === 0 ? undefined : `Niet gebruikt: ${over.join(', ')}.`;
};

/** The readings that were followed, each once. */
const gevolgd = ({ eind, lezingen = [] }: Uitkomst, soort: Regeldata['eind'], terugblik: boolean): Set<LezingId> => {
  const ids = new Set(lezingen);
  if (eind !== null && soort === 'geldigheid') ids.add('EINDDAG');
  if (terugblik) ids.add('TERUGBLIK');
  return ids;
};

const tekstVan = ({ gekozen, keuzes }: Lezingen[LezingId]): string =>
  (keuzes as Readonly<Record<string, string>>)[gekozen]!;

const aanname = (zin: string): string => `Aangenomen: ${zin}.`;

const isBekend = <T>(waarde: T | undefined): waarde is T => waarde !== undefined;

/**
 * When a term ends, by which text and which reading. Pure: the same question and rules give the same answer on any day.
 * The day on which the term began decides which text of the law is used.
 */
export const antwoordTermijn = (vraag: Vraag, regels: Termijnregels): TermijnAntwoord => {
  const regel: Regeldata = regels.regels[vraag.regel];
  const { versie, terugblik } = versieOp(regel, regelVan(vraag.regel).anker(vraag));
  const uitkomst = uitkomstVan(vraag, versie, regels);
  const { atw, zin, bron } = metAtw(regel, uitkomst, regels);
  const lezingen = [...gevolgd(uitkomst, regel.eind, terugblik)].map((id) => regels.lezingen[id]);
  const lezing = [...lezingen.map(tekstVan), ...(uitkomst.aannames ?? []).map(aanname)].join(' ');
  const tekst = versie ?? regel.versies[0]!;
  return {
    ...{ regel: vraag.regel, eind: uitkomst.eind, atw, ...uitkomst.bijzonderheden },
    artikel: uitkomst.artikel ?? (versie !== undefined && 'artikel' in versie ? versie.artikel : 'niet vastgelegd'),
    uitleg: [`${regel.naam}.`, ...uitkomst.uitleg, zin, nietGebruikt(vraag, regel)].filter(isBekend).join(' '),
    lezing: lezing === '' ? 'Geen open punt.' : lezing,
    ...loop(vraag, uitkomst, { soort: regel.eind, atw }, regels.lezingen),
    regelversie: versie?.vanaf ?? 'geen',
    bron: [...new Set([tekst.bron, bron, ...lezingen.map((punt) => punt.bron)].filter(isBekend))],
  };
};
