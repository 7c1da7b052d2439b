import { deriveId, randomId } from '@regielijn/kern';
import { testContext } from '../../kern/src/scenario.kit.js';
import { OpenPlekken, OpenVoorziening, ReserveerPlek } from '../../voorziening/src/domain/commands.js';
import { nieuwVoorzieningId, voorzieningDecider } from '../../voorziening/src/domain/decide.js';
import { voorzieningEvents, voorzieningStream } from '../../voorziening/src/domain/events.js';
import type { CommandReceipt, CommandRunner } from './command-runner.js';
import { EventCatalogue } from './event-catalogue.js';
import { EventCodec } from './event-codec.js';
import { EventLog } from './event-log.js';
import type { EventStore } from './event-store.js';
import type { KeyStore } from './keys/key-store.js';

const catalogue = new EventCatalogue(voorzieningEvents);

export const voorzieningLog = (store: EventStore, keys: KeyStore): EventLog =>
  new EventLog(store, new EventCodec(catalogue, keys));

/** A new voorziening with so many open plekken; answers its id. */
export const openVoorziening = async (runner: CommandRunner, aantal: number): Promise<string> => {
  const open = new OpenVoorziening(
    { naam: 'Groep De Eik', aanbieder: 'aanbieder-demo', gemeentecode: '0599', variant: 'dwanggroep' },
    testContext({ commandId: randomId() }),
  );
  const voorzieningId = nieuwVoorzieningId(open.context.commandId);
  const stream = voorzieningStream(voorzieningId);
  await runner.run(voorzieningDecider, stream, open);
  const plekken = { voorzieningId, aantal, vanaf: '2026-01-01' };
  await runner.run(voorzieningDecider, stream, new OpenPlekken(plekken, testContext({ commandId: randomId() })));
  return voorzieningId;
};

export const reserveer = (runner: CommandRunner, voorzieningId: string, nr: number): Promise<CommandReceipt> =>
  runner.run(
    voorzieningDecider,
    voorzieningStream(voorzieningId),
    new ReserveerPlek(
      { voorzieningId, trajectId: deriveId('traject', nr), geldigTot: '2026-03-04T12:00:00.000Z' },
      testContext({ commandId: randomId() }),
    ),
  );

/** Fifty reservations at once, dealt over the runners; answers how many succeeded and why the others did not. */
export const fiftyReservations = async (
  runners: readonly CommandRunner[],
  voorzieningId: string,
): Promise<{ gelukt: number; codes: readonly string[] }> => {
  const outcomes = await Promise.allSettled(
    Array.from({ length: 50 }, (_, nr) => reserveer(runners[nr % runners.length]!, voorzieningId, nr)),
  );
  const refused = outcomes.filter((outcome) => outcome.status === 'rejected');
  return {
    gelukt: outcomes.length - refused.length,
    codes: [...new Set(refused.map(({ reason }) => (reason as { code: string }).code))],
  };
};
