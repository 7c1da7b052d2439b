import { Inject, Injectable } from '@nestjs/common';
import { CommandRunner, EventLog, type RecordedEvent } from '@regielijn/event-store';
import { dossiersVan, leesSamenvoeging } from '@regielijn/jeugdige';
import { type CommandClass, deriveId, fold, isFinalRefusal } from '@regielijn/kern';
import { alsFollower, Poort } from '@regielijn/poort';
import { DATABASE } from '@regielijn/postgres';
import { type Follower, waitForReadModels } from '@regielijn/projecties';
import type pg from 'pg';
import { LegEindeVast, LegMgjVerzoekVast } from '../domain/commands.js';
import { machtigingDecider } from '../domain/decide.js';
import { machtigingStream } from '../domain/ids.js';
import { geldtOm, type Machtiging } from '../domain/stand.js';

/** Then the event is tried again. */
const WACHT_MS = 2_000;

const AANLEIDING = /^machtiging\.(verzoek-ingediend|verleend|afgewezen)@/;

/**
 * A spoedmachtiging waits for a machtiging: it hears that one was requested, and ends when the judge decides on that,
 * whatever the decision. Source: Jeugdwet art. 6.1.12 lid 2.
 */
@Injectable()
export class SpoedVolgtMgj implements Follower {
  readonly name = 'spoed-volgt-mgj';
  readonly categories = ['machtiging'];

  constructor(
    @Inject(Poort) private readonly poort: Poort,
    @Inject(CommandRunner) private readonly runner: CommandRunner,
    @Inject(EventLog) private readonly log: EventLog,
    @Inject(DATABASE) private readonly pool: pg.Pool,
  ) {}

  async handle(event: RecordedEvent): Promise<void> {
    if (!AANLEIDING.test(event.type)) return;
    const mgj = await this.runner.stateOf(machtigingDecider, event.stream);
    if (mgj?.soort !== 'MGJ') return;
    for (const spoed of await this.spoedmachtigingen(mgj, event)) {
      if (event.type.startsWith('machtiging.verzoek-ingediend@'))
        await this.geef(LegMgjVerzoekVast, { machtigingId: spoed.machtigingId, mgjId: mgj.machtigingId }, event);
      else await this.geef(LegEindeVast, { machtigingId: spoed.machtigingId, grond: 'beslist_op_machtiging' }, event);
    }
  }

  /** Those of the same jeugdige that hold at that moment. */
  private async spoedmachtigingen(
    { jeugdigeId }: Machtiging,
    { position, geldigOp }: RecordedEvent,
  ): Promise<readonly Machtiging[]> {
    await waitForReadModels(this.pool, position, WACHT_MS, ['machtiging']);
    const { rows } = await this.pool.query<{ id: string }>(
      `select machtiging_id as id from lm.machtiging
       where jeugdige_id = any($1) and toestand ->> 'soort' = 'SPOED' order by stream`,
      [await dossiersVan(jeugdigeId, leesSamenvoeging(this.log))],
    );
    // As they were recorded before this event: how far this follower is behind must not show.
    const standen = await Promise.all(
      rows.map(async ({ id }) => {
        const history = await this.log.read(machtigingStream(id));
        return fold(machtigingDecider, history.filter((eerder) => eerder.position < position) as never);
      }),
    );
    return standen.filter((stand) => stand !== null).filter((stand) => geldtOm(stand, geldigOp));
  }

  private async geef(
    type: CommandClass,
    data: LegMgjVerzoekVast['data'] | LegEindeVast['data'],
    event: RecordedEvent,
  ): Promise<void> {
    try {
      await this.poort.opdracht(type, data, {
        ...alsFollower(event, deriveId('spoed', type.definition.naam, event.id, data.machtigingId)),
        geldigOp: event.geldigOp,
      });
    } catch (error) {
      // Somebody told it already, or nothing more is recorded about this dossier.
      if (!isFinalRefusal(error)) throw error;
    }
  }
}
