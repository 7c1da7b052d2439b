import { Inject } from '@nestjs/common';
import { CommandHandler } from '@nestjs/cqrs';
import { type CommandReceipt, CommandRunner } from '@regielijn/event-store';
import type { Afleiding, Past, Variant } from '@regielijn/kern';
import { type CorrectieSlice, corrigeer, herzie, trekIn } from '@regielijn/poort';
import { metWoonplaatsOp } from '@regielijn/jeugdige';
import { type MachtigingState, TERMIJNREGELS, termijnVan } from '@regielijn/machtiging';
import type { Termijnregels } from '@regielijn/termijnen';
import { HerzieTraject, trajectCorrectieCommands } from '../domain/commands.js';
import { trajectCorrecties, type TrajectEvent, trajectEvents, trajectStream } from '../domain/events.js';
import { herleid, strijdig } from '../domain/herleid.js';
import type { MaatregelRegels } from '../domain/zorg/maatregelen.js';
import { opnameMagVoor, soortVoor, TrajectFactsReader } from './facts-reader.js';
import { MAATREGELREGELS } from './maatregel-regels.js';

type Feiten = readonly Past<TrajectEvent>[];

interface Regels {
  readonly maatregelRegels: MaatregelRegels;
  readonly termijnregels: Termijnregels;
}

/** Gathers what the facts of one traject point at, once each, and asks what follows. */
const herleidUit = async (
  feiten: Feiten,
  runner: CommandRunner,
  { maatregelRegels, termijnregels }: Regels,
): Promise<readonly Afleiding[]> => {
  const read = new TrajectFactsReader(runner);
  const { jeugdigeId } = feiten[0]!.data;
  const jeugdige = await read.jeugdige(jeugdigeId);
  // Who was destroyed can no longer be asked anything: the traject keeps what it took over.
  if (jeugdige === null || jeugdige.status === 'vernietigd') return [];
  const varianten = new Map<string, Variant>();
  const machtigingen = new Map<string, MachtigingState>();
  for (const { type, data } of feiten) {
    if (type === 'traject.opname-gestart@2' || type === 'traject.overgeplaatst@1') {
      const variant = await read.variant(data.voorzieningId);
      if (variant !== null) varianten.set(data.voorzieningId, variant);
    }
    if ('machtigingId' in data && data.machtigingId !== null && !machtigingen.has(data.machtigingId))
      machtigingen.set(data.machtigingId, await read.machtiging(data.machtigingId));
  }
  const dossiers = await read.dossiers(jeugdigeId);
  const machtiging = (id: string | null): MachtigingState => (id === null ? null : (machtigingen.get(id) ?? null));
  return herleid(feiten, {
    // A later move changes nothing about where the aanmelding came from.
    jeugdige: metWoonplaatsOp(jeugdige, feiten[0]!.geldigOp),
    ...{ varianten, maatregelRegels },
    machtigingGeldt: (id, op) => opnameMagVoor(machtiging(id), dossiers, op, termijnVan(termijnregels)),
    machtigingSoort: (id, op) => soortVoor(machtiging(id), dossiers, op),
  });
};

const trajectCorrectie = (regels: Regels): CorrectieSlice => ({
  commands: trajectCorrectieCommands,
  events: trajectCorrecties,
  definitions: trajectEvents,
  streamOf: trajectStream,
  idVeld: 'trajectId',
  sleutelVeld: 'jeugdigeId',
  strijdig: (feiten) => strijdig(feiten as Feiten),
  herleid: (feiten, runner) => herleidUit(feiten as Feiten, runner, regels),
});

abstract class CorrectieHandler<C> {
  protected readonly slice: CorrectieSlice;

  constructor(
    @Inject(CommandRunner) protected readonly runner: CommandRunner,
    @Inject(MAATREGELREGELS) maatregelRegels: MaatregelRegels,
    @Inject(TERMIJNREGELS) termijnregels: Termijnregels,
  ) {
    this.slice = trajectCorrectie({ maatregelRegels, termijnregels });
  }

  abstract execute(command: C): Promise<CommandReceipt>;
}

type Corrigeer = InstanceType<typeof trajectCorrectieCommands.Corrigeer>;
type TrekFeitIn = InstanceType<typeof trajectCorrectieCommands.TrekFeitIn>;

@CommandHandler(trajectCorrectieCommands.Corrigeer)
class CorrigeerTrajectHandler extends CorrectieHandler<Corrigeer> {
  execute(command: Corrigeer): Promise<CommandReceipt> {
    return corrigeer(this.runner, this.slice, command);
  }
}

@CommandHandler(trajectCorrectieCommands.TrekFeitIn)
class TrekTrajectfeitInHandler extends CorrectieHandler<TrekFeitIn> {
  execute(command: TrekFeitIn): Promise<CommandReceipt> {
    return trekIn(this.runner, this.slice, command);
  }
}

@CommandHandler(HerzieTraject)
class HerzieTrajectHandler extends CorrectieHandler<HerzieTraject> {
  execute(command: HerzieTraject): Promise<CommandReceipt> {
    return herzie(this.runner, this.slice, command, 'Volgt uit wat er bij de jeugdige of de machtiging is veranderd.');
  }
}

export const trajectCorrectieHandlers = [CorrigeerTrajectHandler, TrekTrajectfeitInHandler, HerzieTrajectHandler];
