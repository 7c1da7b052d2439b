import { describe, expect, it } from '@jest/globals';
import { type CommandContext, deriveId } from '@regielijn/kern';
import fc from 'fast-check';
import { testContext } from '../../kern/src/scenario.kit.js';
import {
  BezetPlek,
  GeefPlekVrij,
  GeefReserveringVrij,
  OpenPlekken,
  ReserveerPlek,
  SluitPlekken,
  type VoorzieningCommand,
} from '../../voorziening/src/domain/commands.js';
import { voorzieningDecider } from '../../voorziening/src/domain/decide.js';
import { voorzieningStream } from '../../voorziening/src/domain/events.js';
import { MemoryEventStore } from './adapters/memory.js';
import { CommandRunner } from './command-runner.js';
import { readStream } from './contract/given.js';
import { MemoryKeyStore } from './keys/memory-key-store.js';
import { fiftyReservations, openVoorziening, voorzieningLog } from './reservations.kit.js';

describe('given fifty trajecten that ask for a plek at once', () => {
  const newRunner = (): CommandRunner =>
    new CommandRunner(voorzieningLog(new MemoryEventStore(), new MemoryKeyStore()));

  it('and one plek is free, then exactly one gets it', async () => {
    const runner = newRunner();
    const voorzieningId = await openVoorziening(runner, 1);
    expect(await fiftyReservations([runner], voorzieningId)).toEqual({ gelukt: 1, codes: ['GEEN_PLEK_VRIJ'] });
  });

  it('and fifty plekken are free, then all fifty get one', async () => {
    const runner = newRunner();
    const voorzieningId = await openVoorziening(runner, 50);
    expect(await fiftyReservations([runner], voorzieningId)).toEqual({ gelukt: 50, codes: [] });
  });
});

describe('whatever is asked of a voorziening', () => {
  type Ask = (voorzieningId: string, context: CommandContext) => VoorzieningCommand;
  const dag = fc.constantFrom('2026-03-01', '2026-03-02', '2026-03-05');
  const trajectId = fc.integer({ min: 1, max: 4 }).map((nr) => deriveId('traject', nr));
  const aantal = fc.integer({ min: 1, max: 3 });
  const geldigTot = fc.constantFrom('2026-03-02T09:00:00.000Z', '2026-03-03T12:00:00.000Z', '2026-03-06T12:00:00.000Z');
  const ask: fc.Arbitrary<Ask> = fc.oneof(
    fc.tuple(aantal, dag).map(
      ([n, vanaf]): Ask =>
        (voorzieningId, context) =>
          new OpenPlekken({ voorzieningId, aantal: n, vanaf }, context),
    ),
    fc.tuple(aantal, dag).map(
      ([n, vanaf]): Ask =>
        (voorzieningId, context) =>
          new SluitPlekken({ voorzieningId, aantal: n, vanaf }, context),
    ),
    fc.tuple(trajectId, geldigTot).map(
      ([traject, tot]): Ask =>
        (voorzieningId, context) =>
          new ReserveerPlek({ voorzieningId, trajectId: traject, geldigTot: tot }, context),
    ),
    trajectId.map(
      (traject): Ask =>
        (voorzieningId, context) =>
          new BezetPlek({ voorzieningId, trajectId: traject }, context),
    ),
    trajectId.map(
      (traject): Ask =>
        (voorzieningId, context) =>
          new GeefPlekVrij({ voorzieningId, trajectId: traject }, context),
    ),
    fc.nat({ max: 30 }).map(
      (nr): Ask =>
        (voorzieningId, context) =>
          new GeefReserveringVrij({ voorzieningId, reserveringId: deriveId('reservering', `opdracht-${nr}`) }, context),
    ),
  );

  it('when every command is sent twice under its id, then the second time records nothing, nor does a whole repeat', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(ask, { maxLength: 30 }), async (asks) => {
        const store = new MemoryEventStore();
        const runner = new CommandRunner(voorzieningLog(store, new MemoryKeyStore()));
        const voorzieningId = await openVoorziening(runner, 1);
        const stream = voorzieningStream(voorzieningId);
        const size = async (): Promise<number> => (await readStream(store, stream)).length;
        const send = (command: VoorzieningCommand) =>
          runner.run(voorzieningDecider, stream, command).catch((error: { code: string }) => error.code);
        const carriedOut: VoorzieningCommand[] = [];
        for (const [nr, make] of asks.entries()) {
          const command = make(voorzieningId, testContext({ commandId: `opdracht-${nr}` }));
          const before = await size();
          const first = await send(command);
          const after = await size();
          if (after > before) carriedOut.push(command);
          expect(await send(command)).toEqual(first);
          expect(await size()).toBe(after);
        }
        const whole = await size();
        for (const command of carriedOut) await send(command);
        expect(await size()).toBe(whole);
      }),
      { numRuns: 100 },
    );
  });
});
