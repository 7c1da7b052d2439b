import { catchUp, type Engine } from '@regielijn/engine';
import { datumVan, deriveId, type Instant, plusDagen } from '@regielijn/kern';
import { MotiveerAfwijking, type NormtoetsRij, ToetsNormen } from '@regielijn/normenkader';
import type { Poort } from '@regielijn/poort';
import { dienstAccounts } from '@regielijn/toegang';
import type { DossierVandaag } from './plan.js';

/** Within these days the term for a motivation, five werkdagen, is never over. */
const BINNEN_TERMIJN_DAGEN = 6;

interface Gevonden {
  readonly trajectId: string;
  readonly afwijkingId: string;
  readonly norm: string;
  readonly op: Instant;
}

/** Holds every traject against all norms as things stand now: what was due by time alone shows too. */
const toets = async (poort: Poort, dossiers: readonly DossierVandaag[], nu: Instant): Promise<void> => {
  for (const { trajectId } of dossiers)
    await poort.opdracht(
      ToetsNormen,
      { trajectId, peilmoment: nu },
      { actor: dienstAccounts.cli, commandId: deriveId('demo', 'toets', trajectId, nu), geldigOp: nu, nu },
    );
};

/** The deviations that were found, motivated since or not, the oldest first. */
const gevonden = async ({ pool }: Engine, dossiers: readonly DossierVandaag[]): Promise<readonly Gevonden[]> => {
  const { rows } = await pool.query<NormtoetsRij>('select * from lm.normtoets where traject_id = any($1)', [
    dossiers.map(({ trajectId }) => trajectId),
  ]);
  const sleutel = ({ op, trajectId, norm }: Gevonden): string => `${op} ${trajectId} ${norm}`;
  return rows
    .flatMap(({ traject_id: trajectId, toestand: { afwijkingen } }) =>
      Object.entries(afwijkingen)
        .filter(([, { toestand }]) => toestand !== 'vervallen')
        .map(([afwijkingId, { norm, vastgesteldOp: op }]) => ({ trajectId, afwijkingId, norm, op })),
    )
    .sort((a, b) => (sleutel(a) < sleutel(b) ? -1 : 1));
};

/** All that are past their term, so that what is left of those stands out; of those of these days every third. */
const teMotiveren = (afwijkingen: readonly Gevonden[], nu: Instant): readonly Gevonden[] => {
  const grens = plusDagen(datumVan(nu), -BINNEN_TERMIJN_DAGEN);
  const isOud = ({ op }: Gevonden): boolean => datumVan(op) < grens;
  const recent = afwijkingen.filter((afwijking) => !isOud(afwijking));
  return [...afwijkingen.filter(isOud), ...recent.filter((_, index) => index % 3 === 0)];
};

const REDENEN: Readonly<Record<string, string>> = { B4: 'wachtlijst', O3: 'afhankelijk_van_ander' };

const motiveer = async (poort: Poort, { trajectId, afwijkingId, norm }: Gevonden, nu: Instant): Promise<void> => {
  const motivering = {
    ...{ functie: 'jeugdbeschermer', redencodes: [REDENEN[norm] ?? 'niet_op_tijd_vastgelegd'] },
    toelichting: 'Dit is met de jeugdige en de ouders besproken.',
    alternatievenOverwogen: ['Wachten tot het volgende overleg.'],
    herstelactie: 'Wij leggen het vast en komen er bij het volgende overleg op terug.',
    herstelUiterlijk: plusDagen(datumVan(nu), 21),
  };
  await poort.opdracht(
    MotiveerAfwijking,
    { trajectId, afwijkingId, ...motivering },
    { actor: dienstAccounts.demo, commandId: deriveId('demo', 'motivering', afwijkingId), geldigOp: nu, nu },
  );
};

/** The deviations of today: some motivated, some open; those of a situatie that says so stay open past their term. */
export const toetsEnMotiveer = async (
  engine: Engine,
  poort: Poort,
  dossiers: readonly DossierVandaag[],
  nu: Instant,
): Promise<void> => {
  await toets(poort, dossiers, nu);
  await catchUp(engine);
  const gemotiveerd = dossiers.filter(({ situatie }) => !situatie.ongemotiveerd);
  for (const afwijking of teMotiveren(await gevonden(engine, gemotiveerd), nu)) await motiveer(poort, afwijking, nu);
};
