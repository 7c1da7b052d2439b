import { Inject } from '@nestjs/common';
import { CommandHandler } from '@nestjs/cqrs';
import { type CommandReceipt, CommandRunner } from '@regielijn/event-store';
import { datumVan } from '@regielijn/kern';
import type { TriageRegels } from '@regielijn/triage';
import { BeoordeelPlek, KiesVariant, LegRouteVast, type MetTriageCommand } from '../domain/commands.js';
import type { TrajectFacts } from '../domain/decide.js';
import { TrajectHandler } from './traject.handlers.js';
import { TRIAGE_REGELS } from './triage-regels.token.js';
import { lijstenOp, triageVan } from './triage-van-traject.js';

/** A command that the rules of the triage decide about, as they hold on the day that it names. */
abstract class MetTriageHandler<C extends MetTriageCommand> extends TrajectHandler<C> {
  constructor(
    @Inject(CommandRunner) runner: CommandRunner,
    @Inject(TRIAGE_REGELS) private readonly regels: TriageRegels,
  ) {
    super(runner);
  }

  execute(command: C): Promise<CommandReceipt> {
    return this.decide(command.data.trajectId, command, () => this.facts(command, this.regels));
  }

  protected abstract facts(command: C, regels: TriageRegels): Promise<TrajectFacts>;
}

@CommandHandler(BeoordeelPlek)
class BeoordeelPlekHandler extends MetTriageHandler<BeoordeelPlek> {
  protected async facts({ data, context }: BeoordeelPlek, regels: TriageRegels): Promise<TrajectFacts> {
    const voorziening = await this.read.voorziening(data.voorzieningId, data.trajectId, context.geldigOp);
    return { ...lijstenOp(regels, datumVan(context.geldigOp)), voorziening };
  }
}

@CommandHandler(LegRouteVast)
class LegRouteVastHandler extends MetTriageHandler<LegRouteVast> {
  protected async facts({ context }: LegRouteVast, regels: TriageRegels): Promise<TrajectFacts> {
    return lijstenOp(regels, datumVan(context.geldigOp));
  }
}

@CommandHandler(KiesVariant)
class KiesVariantHandler extends MetTriageHandler<KiesVariant> {
  protected async facts({ data, context }: KiesVariant, regels: TriageRegels): Promise<TrajectFacts> {
    return { triage: triageVan(data.profiel, data.variant, regels, datumVan(context.geldigOp)) };
  }
}

export const metTriageCommands = [BeoordeelPlek, LegRouteVast, KiesVariant];
export const metTriageHandlers = [BeoordeelPlekHandler, LegRouteVastHandler, KiesVariantHandler];
