import { Inject } from '@nestjs/common';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { type CommandReceipt, CommandRunner, EventLog, type RecordedEvent } from '@regielijn/event-store';
import { nietGevonden, type Past, withCorrections } from '@regielijn/kern';
import { type TrajectEvent, trajectStream } from '@regielijn/traject';
import { normtoetsDecider, type ToetsFacts, ToetsNorm } from '../domain/decide.js';
import { normtoetsStream } from '../domain/events.js';
import type { Normenkader } from '../domain/normenkader.js';
import { beoordeelO1, type Opname } from './beoordeel-o1.js';
import { NORMENKADER } from './normenkader.token.js';

/** The opname as it is known now, corrections applied; null when there is none (any more). */
export const opnameVan = (history: readonly RecordedEvent[]): Opname | null => {
  const events = withCorrections(history as unknown as readonly Past<TrajectEvent>[]);
  const opname = events.find((event) => event.type === 'traject.opname-gestart@1');
  return opname ? { id: opname.id, op: opname.geldigOp } : null;
};

@CommandHandler(ToetsNorm)
export class ToetsNormHandler implements ICommandHandler<ToetsNorm> {
  constructor(
    @Inject(CommandRunner) private readonly runner: CommandRunner,
    @Inject(EventLog) private readonly log: EventLog,
    @Inject(NORMENKADER) private readonly normenkader: Normenkader,
  ) {}

  execute(command: ToetsNorm): Promise<CommandReceipt> {
    const { trajectId } = command.data;
    return this.runner.decide({
      decider: normtoetsDecider,
      stream: normtoetsStream(trajectId),
      command,
      facts: () => this.facts(trajectId, command.context.geldigOp),
    });
  }

  private async facts(trajectId: string, op: string): Promise<ToetsFacts> {
    const history = await this.log.read(trajectStream(trajectId));
    const eerste = history[0];
    if (!eerste) throw nietGevonden('Dit traject is niet bekend.');
    return {
      jeugdigeId: eerste.data['jeugdigeId'] as string,
      ...beoordeelO1(opnameVan(history), op, this.normenkader),
    };
  }
}
