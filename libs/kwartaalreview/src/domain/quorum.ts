import { uniek, weiger } from '@regielijn/kern';
import { isVerschoond, type Quorum, type Review, type Vergadering } from './state.js';

/** The disciplines of these accounts, each once. */
const disciplinesVan = ({ deelnemers }: Review, accounts: readonly string[]): readonly string[] =>
  uniek(accounts.map((account) => deelnemers[account]!)).sort();

const isVoldaan = ({ minimaalDisciplines, verplicht }: Quorum, disciplines: readonly string[]): boolean =>
  disciplines.length >= minimaalDisciplines && verplicht.every((code) => disciplines.includes(code));

const geenQuorum = ({ quorum }: Review, aanwezig: readonly string[], trajectId: string | null) =>
  weiger(
    'GEEN_QUORUM',
    'Er zijn niet genoeg disciplines om te besluiten. Vergader opnieuw met de disciplines die ontbreken.',
    {
      ...{ aanwezig, minimaalDisciplines: quorum.minimaalDisciplines, verplicht: quorum.verplicht },
      ...(trajectId === null ? {} : { trajectId }),
    },
  );

/** The meeting that decides: the last one. Refuses when there was none, or when too few disciplines were there. */
export const vergaderingMetQuorum = (state: Review): Vergadering => {
  const laatste = state.vergaderingen.at(-1);
  const aanwezig = disciplinesVan(state, laatste?.aanwezig ?? []);
  if (laatste && isVoldaan(state.quorum, aanwezig)) return laatste;
  throw geenQuorum(state, aanwezig, null);
};

/** Who was there and may judge this case. Refuses when those are too few disciplines. */
export const eisQuorumVoorZaak = (state: Review, { aanwezig }: Vergadering, trajectId: string): void => {
  const oordelen = aanwezig.filter((account) => !isVerschoond(state, account, trajectId));
  const disciplines = disciplinesVan(state, oordelen);
  if (!isVoldaan(state.quorum, disciplines)) throw geenQuorum(state, disciplines, trajectId);
};
