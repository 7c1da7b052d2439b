import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { configFolder, type Engine } from '@regielijn/engine';
import { LOG_START } from '@regielijn/event-store';
import { parseRegios, weiger } from '@regielijn/kern';
import type { Poort } from '@regielijn/poort';
import { laadOpdrachten, schrijfOpdrachten, type Voortgang } from './laden.js';
import { planDemo } from './plan/plan.js';
import { type DemoTargets, parseTargets } from './plan/targets.js';

export const STANDAARD_SEED = 2019;

export interface DemoKeuze {
  readonly cijfers?: string | undefined;
  readonly seed: number;
}

const SCHEMA = `
create schema if not exists beheer;
create table if not exists beheer.demo (
  een boolean primary key default true check (een),
  seed int not null,
  cijfers text,
  voltooid boolean not null
)`;

interface DemoStand {
  readonly seed: number;
  readonly cijfers: string | null;
  readonly voltooid: boolean;
}

/** Which demo was loaded here, as far as it got; null when none was begun. */
export const demoStand = async ({ pool }: Engine): Promise<DemoStand | null> => {
  await pool.query(SCHEMA);
  return (await pool.query<DemoStand>('select seed, cijfers, voltooid from beheer.demo')).rows[0] ?? null;
};

const isLeeg = async ({ store }: Engine): Promise<boolean> => (await store.readAll(LOG_START, 1)).length === 0;

/** Whether this data folder still is to get its demo: nothing in it, or a load that was broken off. */
export const demoOntbreekt = async (engine: Engine): Promise<boolean> => {
  const stand = await demoStand(engine);
  return stand ? !stand.voltooid : isLeeg(engine);
};

const leesTargets = (bestand: string | undefined): DemoTargets => {
  const standaard = 'demo/zuidwest-2019.json';
  return parseTargets(
    readFileSync(bestand ?? join(configFolder(), standaard), 'utf8'),
    bestand ?? `config/${standaard}`,
  );
};

/** Loads the demo into an empty log, or goes on with the one that was broken off. Answers how many commands it gave. */
export const laadDemo = async (
  engine: Engine,
  poort: Poort,
  keuze: DemoKeuze,
  bijVoortgang: (voortgang: Voortgang) => void,
): Promise<number> => {
  const targets = leesTargets(keuze.cijfers);
  const regios = parseRegios(readFileSync(join(configFolder(), 'regios.json'), 'utf8'), 'config/regios.json');
  const opdrachten = schrijfOpdrachten(
    planDemo(targets, regios, keuze.seed),
    keuze.seed,
    targets.onttrekking.drempelDagen,
  );
  await begin(engine, keuze);
  await laadOpdrachten(poort, opdrachten, bijVoortgang);
  await engine.pool.query('update beheer.demo set voltooid = true');
  return opdrachten.length;
};

const begin = async (
  engine: Engine,
  { seed, cijfers = null }: { seed: number; cijfers?: string | null | undefined },
): Promise<void> => {
  const stand = await demoStand(engine);
  if (stand?.voltooid || (!stand && !(await isLeeg(engine))))
    throw weiger('DEMO_NIET_LEEG', 'Hier staan al gegevens. Kies met --data een lege map voor de demo.');
  if (stand && (stand.seed !== seed || stand.cijfers !== cijfers))
    throw weiger(
      'DEMO_ANDERE_KEUZE',
      'Hier is een demo met andere cijfers of een andere seed begonnen. Kies met --data een lege map.',
    );
  await engine.pool.query(
    'insert into beheer.demo (seed, cijfers, voltooid) values ($1, $2, false) on conflict do nothing',
    [seed, cijfers],
  );
};
