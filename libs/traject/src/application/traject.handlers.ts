import { Inject } from '@nestjs/common';
import { CommandHandler } from '@nestjs/cqrs';
import { type CommandReceipt, CommandRunner } from '@regielijn/event-store';
import { datumVan, type Instant } from '@regielijn/kern';
import { jeugdigeDecider, jeugdigeStream } from '@regielijn/jeugdige';
import { geldtOp, machtigingDecider, machtigingStream } from '@regielijn/machtiging';
import { geldigeReserveringen, voorzieningDecider, voorzieningStream } from '@regielijn/voorziening';
import { MeldAan, PlaatsOver, StartOpname, type TrajectCommand, WijsPlekToe } from '../domain/commands.js';
import { nieuwTrajectId, trajectDecider, type TrajectFacts } from '../domain/decide.js';
import { trajectStream } from '../domain/events.js';

/** Reads in other streams what a traject must know to decide. Each answer may be stale by the time it is used. */
class TrajectFactsReader {
  constructor(private readonly runner: CommandRunner) {}

  async jeugdige(jeugdigeId: string): Promise<TrajectFacts['jeugdige']> {
    return this.runner.stateOf(jeugdigeDecider, jeugdigeStream(jeugdigeId));
  }

  /** A reservation counts when it is this traject's and still holds at the moment of the decision. */
  async voorziening(voorzieningId: string, trajectId: string, op: Instant): Promise<TrajectFacts['voorziening']> {
    const state = await this.runner.stateOf(voorzieningDecider, voorzieningStream(voorzieningId));
    if (state === null) return null;
    const reservering = geldigeReserveringen(state, op).find((kandidaat) => kandidaat.trajectId === trajectId) ?? null;
    return { variant: state.variant, reservering };
  }

  async machtigingGeldt(machtigingId: string | null, jeugdigeId: string, op: Instant): Promise<boolean> {
    if (machtigingId === null) return false;
    const state = await this.runner.stateOf(machtigingDecider, machtigingStream(machtigingId));
    return state?.jeugdigeId === jeugdigeId && geldtOp(state, datumVan(op));
  }
}

abstract class TrajectHandler<C extends TrajectCommand> {
  protected readonly read: TrajectFactsReader;

  constructor(@Inject(CommandRunner) private readonly runner: CommandRunner) {
    this.read = new TrajectFactsReader(runner);
  }

  abstract execute(command: C): Promise<CommandReceipt>;

  protected decide(
    trajectId: string,
    command: C,
    facts: (jeugdigeId: string) => Promise<TrajectFacts>,
  ): Promise<CommandReceipt> {
    return this.runner.decide({
      decider: trajectDecider,
      stream: trajectStream(trajectId),
      command,
      facts: (state) => facts(state?.jeugdigeId ?? ''),
    });
  }
}

@CommandHandler(MeldAan)
export class MeldAanHandler extends TrajectHandler<MeldAan> {
  execute(command: MeldAan): Promise<CommandReceipt> {
    return this.decide(nieuwTrajectId(command.context.commandId), command, async () => ({
      jeugdige: await this.read.jeugdige(command.data.jeugdigeId),
    }));
  }
}

@CommandHandler(WijsPlekToe)
export class WijsPlekToeHandler extends TrajectHandler<WijsPlekToe> {
  execute(command: WijsPlekToe): Promise<CommandReceipt> {
    const { trajectId, voorzieningId } = command.data;
    return this.decide(trajectId, command, async () => ({
      voorziening: await this.read.voorziening(voorzieningId, trajectId, command.context.nu),
    }));
  }
}

@CommandHandler(StartOpname)
export class StartOpnameHandler extends TrajectHandler<StartOpname> {
  execute(command: StartOpname): Promise<CommandReceipt> {
    const { trajectId, voorzieningId, machtigingId } = command.data;
    const { geldigOp } = command.context;
    return this.decide(trajectId, command, async (jeugdigeId) => {
      const [jeugdige, voorziening, machtigingGeldt] = await Promise.all([
        this.read.jeugdige(jeugdigeId),
        this.read.voorziening(voorzieningId, trajectId, geldigOp),
        this.read.machtigingGeldt(machtigingId, jeugdigeId, geldigOp),
      ]);
      return { jeugdige, voorziening, machtigingGeldt };
    });
  }
}

@CommandHandler(PlaatsOver)
export class PlaatsOverHandler extends TrajectHandler<PlaatsOver> {
  execute(command: PlaatsOver): Promise<CommandReceipt> {
    const { trajectId, voorzieningId } = command.data;
    return this.decide(trajectId, command, async () => ({
      voorziening: await this.read.voorziening(voorzieningId, trajectId, command.context.geldigOp),
    }));
  }
}
