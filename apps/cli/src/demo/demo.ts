import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { configFolder, type Engine } from '@regielijn/engine';
import { LOG_START } from '@regielijn/event-store';
import { type Instant, parseRegios, systemClock, weiger } from '@regielijn/kern';
import type { Poort } from '@regielijn/poort';
import { type BijVoortgang, laadOpdrachten, schrijfOpdrachten } from './laden.js';
import { planDemo } from './plan/plan.js';
import { plekVolgt } from './plek-volgt.js';
import { type DemoTargets, parseTargets } from './plan/targets.js';
import { keurNu, laadVandaag } from './vandaag/laden.js';

export const STANDAARD_SEED = 2019;

interface DemoKeuze {
  readonly cijfers?: string | undefined;
  readonly seed: number;
  /** The moment that the caseload of today is dated by; absent: only the year of the figures is loaded. */
  readonly nu?: Instant | undefined;
}

const SCHEMA = `
create schema if not exists beheer;
create table if not exists beheer.demo (
  een boolean primary key default true check (een),
  seed int not null,
  cijfers text,
  voltooid boolean not null
);
alter table beheer.demo add column if not exists nu timestamptz(3)`;

interface DemoStand {
  readonly seed: number;
  readonly cijfers: string | null;
  readonly voltooid: boolean;
  /** Null: without the caseload of today. */
  readonly nu: Instant | null;
}

/** Which demo was loaded here, as far as it got; null when none was begun. */
const demoStand = async ({ pool }: Engine): Promise<DemoStand | null> => {
  await pool.query(SCHEMA);
  return (await pool.query<DemoStand>('select seed, cijfers, voltooid, nu from beheer.demo')).rows[0] ?? null;
};

const isLeeg = async ({ store }: Engine): Promise<boolean> => (await store.readAll(LOG_START, 1)).length === 0;

/** Whether this data folder still is to get its demo: nothing in it, or a load that was broken off. */
export const demoOntbreekt = async (engine: Engine): Promise<boolean> => {
  const stand = await demoStand(engine);
  return stand ? !stand.voltooid : isLeeg(engine);
};

/** By which moment the caseload of today is dated: as chosen, else as the load that was broken off, else now. */
export const demoMoment = async (engine: Engine, gekozen?: Instant): Promise<Instant> =>
  gekozen ?? (await demoStand(engine))?.nu ?? systemClock.now();

const leesTargets = (bestand: string | undefined): DemoTargets => {
  const standaard = 'demo/zuidwest-2019.json';
  return parseTargets(
    readFileSync(bestand ?? join(configFolder(), standaard), 'utf8'),
    bestand ?? `config/${standaard}`,
  );
};

/**
 * Loads the demo into an empty log, or goes on with the one that was broken off: the year of the figures, then the
 * caseload of today where `nu` is given. For the latter the followers of this engine must run. Answers how many commands
 * it gave.
 */
export const laadDemo = async (
  engine: Engine,
  poort: Poort,
  keuze: DemoKeuze,
  voortgangVan: (deel: string) => BijVoortgang = () => () => undefined,
): Promise<number> => {
  const targets = leesTargets(keuze.cijfers);
  const regios = parseRegios(readFileSync(join(configFolder(), 'regios.json'), 'utf8'), 'config/regios.json');
  const opdrachten = schrijfOpdrachten(
    planDemo(targets, regios, keuze.seed),
    keuze.seed,
    targets.onttrekking.drempelDagen,
  );
  const { nu, seed } = keuze;
  if (nu !== undefined) keurNu(nu);
  await begin(engine, keuze);
  await laadOpdrachten(poort, opdrachten, plekVolgt(poort, engine), voortgangVan('Voorbeeldjaar laden'));
  const vandaag =
    nu === undefined ? 0 : await laadVandaag(engine, poort, { nu, seed }, voortgangVan('Dossiers van vandaag laden'));
  await engine.pool.query('update beheer.demo set voltooid = true');
  return opdrachten.length + vandaag;
};

const begin = async (engine: Engine, keuze: DemoKeuze): Promise<void> => {
  const { seed } = keuze;
  const [cijfers, nu] = [keuze.cijfers ?? null, keuze.nu ?? null];
  const stand = await demoStand(engine);
  if (stand?.voltooid || (!stand && !(await isLeeg(engine))))
    throw weiger('DEMO_NIET_LEEG', 'Hier staan al gegevens. Kies met --data een lege map voor de demo.');
  if (stand && (stand.seed !== seed || stand.cijfers !== cijfers || stand.nu !== nu))
    throw weiger(
      'DEMO_ANDERE_KEUZE',
      'Hier is een demo met andere cijfers, een andere seed of een ander tijdstip begonnen. Kies met --data een lege map.',
    );
  await engine.pool.query(
    'insert into beheer.demo (seed, cijfers, nu, voltooid) values ($1, $2, $3, false) on conflict do nothing',
    [seed, cijfers, nu],
  );
};
