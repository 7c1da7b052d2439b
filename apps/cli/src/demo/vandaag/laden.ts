import { catchUp, type Engine } from '@regielijn/engine';
import type { LogPosition } from '@regielijn/event-store';
import { LaatRegieoverdrachtVerlopen, WeigerRegieoverdracht } from '@regielijn/jeugdige';
import { type Instant, systemClock, weiger } from '@regielijn/kern';
import { nietInToekomst, type Poort } from '@regielijn/poort';
import { followersCameTo } from '@regielijn/projecties';
import { dienstAccounts } from '@regielijn/toegang';
import { MeldOnttrekking, MeldUitstroom, PlaatsOver } from '@regielijn/traject';
import type { BijVoortgang } from '../laden.js';
import type { DemoOpdracht } from '../opdrachten.js';
import { plekVolgt } from '../plek-volgt.js';
import { toetsEnMotiveer } from './normen.js';
import { planVandaag } from './plan.js';

/** The caseload goes back two years; before this it would run into the cohort of 2019, who left by the end of 2021. */
const VROEGSTE_NU: Instant = '2024-01-01T00:00:00.000Z';

/**
 * Before these the followers must have caught up. Whether a handover goes to the leidinggevenden depends on the regieregel;
 * and what a traject tells its machtiging has another id when a follower tells it at an earlier event.
 */
const NA_VOLGERS: readonly DemoOpdracht['type'][] = [
  ...[WeigerRegieoverdracht, LaatRegieoverdrachtVerlopen],
  ...[PlaatsOver, MeldOnttrekking, MeldUitstroom],
];

const VOLGERS = ['normtoets', 'regieregel', 'tenuitvoerlegging', 'plek'];
const WACHT_MS = 120_000;

/** They run in this process, beside the load, or in another that was there before. */
const wachtOpVolgers = async ({ pool }: Engine, position: LogPosition): Promise<void> => {
  if (!(await followersCameTo(pool, VOLGERS, position, WACHT_MS)))
    throw weiger('DEMO_WACHT_TE_LANG', 'De normen worden niet getoetst. Kijk in de uitvoer wat er misgaat.');
};

/**
 * Loads the caseload of today into an engine whose followers run. One command after the other, each recorded at the
 * moment at which it happened: then what a follower finds at an event does not depend on how far it is behind.
 * Answers how many commands there were.
 */
export const laadVandaag = async (
  engine: Engine,
  poort: Poort,
  { nu, seed }: { readonly nu: Instant; readonly seed: number },
  bijVoortgang: BijVoortgang = () => undefined,
): Promise<number> => {
  const { dossiers, opdrachten } = planVandaag(nu, seed);
  const volgPlek = plekVolgt(poort, engine);
  let laatste: LogPosition | undefined;
  for (const [index, opdracht] of opdrachten.entries()) {
    const { type, data, commandId, op } = opdracht;
    if (laatste !== undefined && NA_VOLGERS.includes(type)) await wachtOpVolgers(engine, laatste);
    const receipt = await poort.opdracht(type, data, { actor: dienstAccounts.demo, commandId, geldigOp: op, nu: op });
    await volgPlek(opdracht, receipt);
    laatste = receipt.position;
    bijVoortgang(index + 1, opdrachten.length);
  }
  if (laatste !== undefined) await wachtOpVolgers(engine, laatste);
  await catchUp(engine);
  await toetsEnMotiveer(engine, poort, dossiers, nu);
  return opdrachten.length;
};

/**
 * Refuses a moment for which there can be no caseload.
 * Errors: `TIJDSTIP_IN_TOEKOMST`, `DEMO_NU_TE_VROEG`.
 */
export const keurNu = (nu: Instant): void => {
  nietInToekomst(nu, systemClock.now());
  if (nu < VROEGSTE_NU)
    throw weiger('DEMO_NU_TE_VROEG', 'De werkvoorraad van vandaag kan niet voor 2024 liggen. Kies een later tijdstip.');
};
