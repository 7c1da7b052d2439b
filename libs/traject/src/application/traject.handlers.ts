import { Inject } from '@nestjs/common';
import { CommandHandler } from '@nestjs/cqrs';
import { type CommandReceipt, CommandRunner } from '@regielijn/event-store';
import { metWoonplaatsOp } from '@regielijn/jeugdige';
import { TERMIJNREGELS, termijnVan } from '@regielijn/machtiging';
import { DATABASE } from '@regielijn/postgres';
import type { Termijnregels } from '@regielijn/termijnen';
import type pg from 'pg';
import { MeldAan, PlaatsOver, StartOpname, type TrajectCommand, WijsPlekToe } from '../domain/commands.js';
import { nieuwTrajectId, trajectDecider, type TrajectFacts } from '../domain/decide.js';
import { trajectStream } from '../domain/events.js';
import { EerdereTrajecten } from './eerdere-trajecten.js';
import { TrajectFactsReader } from './facts-reader.js';

export abstract class TrajectHandler<C extends TrajectCommand> {
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
      // Without a traject the decision says so, whatever the facts.
      facts: (state) => (state === null && !(command instanceof MeldAan) ? {} : facts(state?.jeugdigeId ?? '')),
    });
  }
}

@CommandHandler(MeldAan)
export class MeldAanHandler extends TrajectHandler<MeldAan> {
  private readonly eerder: EerdereTrajecten;

  constructor(@Inject(CommandRunner) runner: CommandRunner, @Inject(DATABASE) pool: pg.Pool) {
    super(runner);
    this.eerder = new EerdereTrajecten(runner, pool);
  }

  execute(command: MeldAan): Promise<CommandReceipt> {
    const { jeugdigeId, vorigTrajectId } = command.data;
    const { commandId, geldigOp } = command.context;
    return this.decide(nieuwTrajectId(commandId), command, async () => ({
      jeugdige: metWoonplaatsOp(await this.read.openDossier(jeugdigeId), geldigOp),
      vorigTrajectId: await this.eerder.vorige(jeugdigeId, vorigTrajectId, geldigOp),
    }));
  }
}

@CommandHandler(WijsPlekToe)
export class WijsPlekToeHandler extends TrajectHandler<WijsPlekToe> {
  execute(command: WijsPlekToe): Promise<CommandReceipt> {
    const { trajectId, voorzieningId } = command.data;
    return this.decide(trajectId, command, async (jeugdigeId) => ({
      jeugdige: await this.read.openDossierVanTraject(jeugdigeId),
      voorziening: await this.read.voorziening(voorzieningId, trajectId, command.context.nu),
    }));
  }
}

@CommandHandler(StartOpname)
export class StartOpnameHandler extends TrajectHandler<StartOpname> {
  @Inject(TERMIJNREGELS) private readonly regels!: Termijnregels;

  execute(command: StartOpname): Promise<CommandReceipt> {
    const { trajectId, voorzieningId, machtigingId } = command.data;
    const { geldigOp } = command.context;
    return this.decide(trajectId, command, async (jeugdigeId) => {
      const [jeugdige, voorziening, machtigingGeldt] = await Promise.all([
        this.read.dossier(jeugdigeId),
        this.read.voorziening(voorzieningId, trajectId, geldigOp),
        this.read.machtigingGeldt(machtigingId, jeugdigeId, geldigOp, termijnVan(this.regels)),
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
