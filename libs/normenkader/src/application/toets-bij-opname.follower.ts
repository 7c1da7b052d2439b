import { Inject, Injectable } from '@nestjs/common';
import { EventLog, type RecordedEvent } from '@regielijn/event-store';
import { datumVan, deriveId, isCodedError } from '@regielijn/kern';
import { Poort } from '@regielijn/poort';
import type { Follower } from '@regielijn/projecties';
import { dienstAccounts } from '@regielijn/toegang';
import { trajectStream } from '@regielijn/traject';
import { ToetsNorm } from '../domain/decide.js';
import { normtoetsStream } from '../domain/events.js';
import { type Normenkader, versieOp } from '../domain/normenkader.js';
import { NORMENKADER } from './normenkader.token.js';
import { opnameVan } from './toets-norm.handler.js';

const OPNAME = 'traject.opname-gestart@1';

/** Assesses O1 at every opname, and again when an opname is corrected or withdrawn. Nothing before the norm existed. */
@Injectable()
export class ToetsBijOpname implements Follower {
  readonly name = 'normtoets';
  readonly categories = ['traject'];

  constructor(
    @Inject(Poort) private readonly poort: Poort,
    @Inject(EventLog) private readonly log: EventLog,
    @Inject(NORMENKADER) private readonly normenkader: Normenkader,
  ) {}

  async handle(event: RecordedEvent): Promise<void> {
    if (event.type !== OPNAME && event.data['vervangtType'] !== OPNAME) return;
    const trajectId = event.stream.slice('traject-'.length);
    const opname = opnameVan(await this.log.read(trajectStream(trajectId)));
    const dag = datumVan(opname?.op ?? event.geldigOp);
    const { versie, terugblik } = versieOp(this.normenkader, dag);
    // An outcome over a time without normenkader is computed when asked for, and is no event of that time.
    if (terugblik && !(await this.log.exists(normtoetsStream(trajectId)))) return;
    try {
      await this.toets(trajectId, event, deriveId('toets', event.id, 'O1', versie.versie));
    } catch (error) {
      // The dossier was destroyed before we came by, and nothing more is recorded about it. That is no trouble to report.
      if (!isCodedError(error, 'SLEUTEL_VERNIETIGD')) throw error;
    }
  }

  private async toets(trajectId: string, event: RecordedEvent, commandId: string): Promise<void> {
    await this.poort.opdracht(
      ToetsNorm,
      { trajectId, norm: 'O1', aanleiding: event.id },
      {
        actor: dienstAccounts.follower,
        commandId,
        correlationId: event.metadata.correlationId,
        causationId: event.id,
        geldigOp: event.vastgelegdOp,
        nu: event.vastgelegdOp,
      },
    );
  }
}
