import { Inject, Injectable } from '@nestjs/common';
import { EventLog, type RecordedEvent } from '@regielijn/event-store';
import { dossiersVan, isSamenvoeging, leesSamenvoeging } from '@regielijn/jeugdige';
import { datumVan, deriveId, isCodedError, isCorrectieType } from '@regielijn/kern';
import { alsFollower, Poort } from '@regielijn/poort';
import { DATABASE } from '@regielijn/postgres';
import { type Follower, waitForReadModels } from '@regielijn/projecties';
import type pg from 'pg';
import { normenDieLezen } from '../domain/beoordeling.js';
import { ToetsNormen } from '../domain/commands.js';
import { normtoetsStream } from '../domain/events.js';
import { soortenVan } from '../domain/gebeurtenissen-uit-log.js';
import { NORM_IDS, type NormId } from '../domain/normen/feiten.js';
import type { Normenkader } from '../domain/normenkader.js';
import { FeitenLezer } from './feiten-lezer.js';
import { NORMENKADER } from './normenkader.token.js';

/** Then the event is tried again. */
const WACHT_MS = 2_000;

/** The norms to which an event makes a difference; a correction to those that look at what it replaces. */
const geraaktDoor = ({ type, data }: RecordedEvent): readonly NormId[] => {
  const over = isCorrectieType(type) ? (data['vervangtType'] as string) : type;
  // Of the jeugdige only the geboortedatum counts, and that it was another one is no event of a norm.
  if (over.startsWith('jeugdige.geregistreerd@')) return isCorrectieType(type) ? NORM_IDS : [];
  // Of a dossier that became one with another, or was parted from it, the machtigingen count for both, or no more.
  if (isSamenvoeging(over))
    return normenDieLezen(['machtiging.verzoek-ingediend', 'machtiging.afgewezen'].flatMap(soortenVan));
  return normenDieLezen(soortenVan(over));
};

/**
 * Holds a traject against every norm that looks at what happened, at each such event: in the traject itself, in a
 * machtiging, or where a correction changes what was known. Nothing over a time without normenkader.
 */
@Injectable()
export class ToetsBijGebeurtenis implements Follower {
  readonly name = 'normtoets';
  readonly categories = ['traject', 'machtiging', 'jeugdige'];
  private readonly lezer: FeitenLezer;

  constructor(
    @Inject(Poort) private readonly poort: Poort,
    @Inject(EventLog) private readonly log: EventLog,
    @Inject(NORMENKADER) private readonly normenkader: Normenkader,
    @Inject(DATABASE) private readonly pool: pg.Pool,
  ) {
    this.lezer = new FeitenLezer(log, pool, normenkader);
  }

  async handle(event: RecordedEvent): Promise<void> {
    if (datumVan(event.vastgelegdOp) < this.normenkader.versies[0]!.geldigVanaf) return;
    const normen = geraaktDoor(event);
    if (normen.length === 0) return;
    // What was recorded before this event is in the read models by then.
    await waitForReadModels(this.pool, event.position, WACHT_MS, ['machtiging', 'traject']);
    for (const trajectId of await this.trajecten(event)) await this.toets(trajectId, normen, event);
  }

  private async trajecten({ stream, data }: RecordedEvent): Promise<readonly string[]> {
    if (stream.startsWith('traject-')) return [stream.slice('traject-'.length)];
    const { rows } = await this.pool.query<{ traject_id: string }>(
      'select traject_id from lm.traject where jeugdige_id = any($1) order by stream',
      [await dossiersVan(data['jeugdigeId'] as string, leesSamenvoeging(this.log))],
    );
    return rows.map(({ traject_id }) => traject_id);
  }

  private async toets(trajectId: string, normen: readonly NormId[], event: RecordedEvent): Promise<void> {
    const traject = await this.lezer.traject(trajectId);
    // Of a traject that was moved to a time before the normenkader, what was recorded is ended; of others there is nothing.
    if (!traject || (traject.isVoor && !(await this.log.exists(normtoetsStream(trajectId))))) return;
    const { id, geldigOp, vastgelegdOp } = event;
    // Where two clocks differ something may have happened just after it was recorded; it counts all the same.
    const peilmoment = geldigOp > vastgelegdOp ? geldigOp : vastgelegdOp;
    try {
      await this.poort.opdracht(
        ToetsNormen,
        { trajectId, normen, peilmoment, aanleiding: id },
        alsFollower(event, deriveId('toets', id, trajectId)),
      );
    } catch (error) {
      // The dossier was destroyed before we came by, and nothing more is recorded about it. That is no trouble to report.
      if (!isCodedError(error, 'DOSSIER_VERNIETIGD')) throw error;
    }
  }
}
