import { Inject } from '@nestjs/common';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { type CommandReceipt, CommandRunner, EventLog } from '@regielijn/event-store';
import { onbekend } from '@regielijn/kern';
import { DATABASE } from '@regielijn/postgres';
import type pg from 'pg';
import { type Beoordeling, beoordeel } from '../domain/beoordeling.js';
import { ToetsNormen } from '../domain/commands.js';
import { normtoetsDecider } from '../domain/decide.js';
import { normtoetsStream } from '../domain/events.js';
import type { Normenkader } from '../domain/normenkader.js';
import { FeitenLezer, type Traject } from './feiten-lezer.js';
import { NORMENKADER } from './normenkader.token.js';

@CommandHandler(ToetsNormen)
export class ToetsNormenHandler implements ICommandHandler<ToetsNormen> {
  private readonly lezer: FeitenLezer;

  constructor(
    @Inject(CommandRunner) private readonly runner: CommandRunner,
    @Inject(EventLog) private readonly log: EventLog,
    @Inject(NORMENKADER) private readonly normenkader: Normenkader,
    @Inject(DATABASE) pool: pg.Pool,
  ) {
    this.lezer = new FeitenLezer(log, pool, normenkader);
  }

  async execute(command: ToetsNormen): Promise<CommandReceipt> {
    const { trajectId, peilmoment } = command.data;
    const traject = await this.traject(trajectId);
    const facts = async (gelezen: Traject) => ({
      jeugdigeId: gelezen.jeugdigeId,
      beoordelingen: await this.beoordelingen(gelezen, peilmoment),
    });
    const stream = normtoetsStream(trajectId);
    if (!(await this.log.exists(stream))) {
      const niets = normtoetsDecider.decide(command, normtoetsDecider.initialState, await facts(traject)).length === 0;
      const { stream: gelezen, streamVersion: version, position } = traject.laatste;
      // Without a stream of its own: how far the traject was read.
      if (niets) return { stream: gelezen, version, position, eventIds: [] };
    }
    return this.runner.decide({
      ...{ decider: normtoetsDecider, stream, command },
      facts: async () => facts(await this.traject(trajectId)),
    });
  }

  private async traject(trajectId: string): Promise<Traject> {
    const traject = await this.lezer.traject(trajectId);
    if (traject) return traject;
    throw onbekend('Dit traject');
  }

  private async beoordelingen(traject: Traject, peilmoment: string): Promise<readonly Beoordeling[]> {
    const feiten = await this.lezer.feiten(traject);
    return feiten ? beoordeel({ ...feiten, isVoor: traject.isVoor }, this.normenkader, peilmoment) : [];
  }
}
