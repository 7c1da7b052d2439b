import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Inject } from '@nestjs/common';
import { type CommandReceipt, CommandRunner } from '@regielijn/event-store';
import type { Afleiding, Past, Variant } from '@regielijn/kern';
import { type CorrectieSlice, herzie } from '@regielijn/poort';
import { jeugdigeVan } from '@regielijn/jeugdige';
import type { MachtigingState } from '@regielijn/machtiging';
import { HerzieTraject, trajectCorrectieCommands } from '../domain/commands.js';
import { trajectCorrecties, type TrajectEvent, trajectEvents, trajectStream } from '../domain/events.js';
import { herleid, strijdig } from '../domain/herleid.js';
import { geldtVoor, TrajectFactsReader } from './facts-reader.js';

type Feiten = readonly Past<TrajectEvent>[];

/** Gathers what the facts of one traject point at, once each, and asks what follows. */
const herleidUit = async (feiten: Feiten, runner: CommandRunner): Promise<readonly Afleiding[]> => {
  const read = new TrajectFactsReader(runner);
  const { jeugdigeId } = feiten[0]!.data;
  const jeugdige = jeugdigeVan(await read.jeugdige(jeugdigeId));
  // Who was destroyed can no longer be asked anything: the traject keeps what it took over.
  if (jeugdige === null || jeugdige.status === 'vernietigd') return [];
  const varianten = new Map<string, Variant>();
  const machtigingen = new Map<string, MachtigingState>();
  for (const { type, data } of feiten) {
    if (type !== 'traject.opname-gestart@1' && type !== 'traject.overgeplaatst@1') continue;
    const variant = await read.variant(data.voorzieningId);
    if (variant !== null) varianten.set(data.voorzieningId, variant);
    if ('machtigingId' in data && data.machtigingId !== null)
      machtigingen.set(data.machtigingId, await read.machtiging(data.machtigingId));
  }
  return herleid(feiten, {
    jeugdige,
    varianten,
    machtigingGeldt: (id, op) => id !== null && geldtVoor(machtigingen.get(id) ?? null, jeugdigeId, op),
  });
};

export const trajectCorrectie: CorrectieSlice = {
  commands: trajectCorrectieCommands,
  events: trajectCorrecties,
  definitions: trajectEvents,
  streamOf: trajectStream,
  idVeld: 'trajectId',
  sleutelVeld: 'jeugdigeId',
  strijdig: (feiten) => strijdig(feiten as Feiten),
  herleid: (feiten, runner) => herleidUit(feiten as Feiten, runner),
};

@CommandHandler(HerzieTraject)
export class HerzieTrajectHandler implements ICommandHandler<HerzieTraject> {
  constructor(@Inject(CommandRunner) private readonly runner: CommandRunner) {}

  execute(command: HerzieTraject): Promise<CommandReceipt> {
    return herzie(this.runner, trajectCorrectie, command, 'Volgt uit een correctie bij de jeugdige of de machtiging.');
  }
}
