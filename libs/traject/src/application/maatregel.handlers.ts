import { Inject } from '@nestjs/common';
import { CommandHandler } from '@nestjs/cqrs';
import { type CommandReceipt, CommandRunner } from '@regielijn/event-store';
import { BeeindigMaatregel, type MaatregelCommand, PasMaatregelToe, VerlengMaatregel } from '../domain/commands.js';
import type { TrajectFacts } from '../domain/decide.js';
import type { MaatregelRegels } from '../domain/zorg/maatregelen.js';
import { MAATREGELREGELS } from './maatregel-regels.js';
import { TrajectHandler } from './traject.handlers.js';

/** A command that the law on vrijheidsbeperkende maatregelen decides about. */
abstract class MaatregelHandler<C extends MaatregelCommand> extends TrajectHandler<C> {
  constructor(
    @Inject(CommandRunner) runner: CommandRunner,
    @Inject(MAATREGELREGELS) private readonly regels: MaatregelRegels,
  ) {
    super(runner);
  }

  execute(command: C): Promise<CommandReceipt> {
    return this.decide(command.data.trajectId, command, async (jeugdigeId) => ({
      maatregelRegels: this.regels,
      ...(await this.facts(command, jeugdigeId)),
    }));
  }

  protected async facts(_command: C, _jeugdigeId: string): Promise<TrajectFacts> {
    return {};
  }
}

@CommandHandler(PasMaatregelToe)
class PasMaatregelToeHandler extends MaatregelHandler<PasMaatregelToe> {
  protected override async facts({ data, context }: PasMaatregelToe, jeugdigeId: string): Promise<TrajectFacts> {
    const [jeugdige, machtigingSoort] = await Promise.all([
      this.read.dossier(jeugdigeId),
      this.read.machtigingSoort(data.machtigingId, jeugdigeId, context.geldigOp),
    ]);
    return { jeugdige, machtigingSoort };
  }
}

@CommandHandler(VerlengMaatregel)
class VerlengMaatregelHandler extends MaatregelHandler<VerlengMaatregel> {}

@CommandHandler(BeeindigMaatregel)
class BeeindigMaatregelHandler extends MaatregelHandler<BeeindigMaatregel> {}

export const maatregelHandlers = [PasMaatregelToeHandler, VerlengMaatregelHandler, BeeindigMaatregelHandler];
