import { Inject, Injectable } from '@nestjs/common';
import { EventLog, type RecordedEvent } from '@regielijn/event-store';
import { dossiersVan, isSamenvoeging, leesSamenvoeging } from '@regielijn/jeugdige';
import { deriveId, isCodedError } from '@regielijn/kern';
import { alsFollower, Poort } from '@regielijn/poort';
import { DATABASE } from '@regielijn/postgres';
import { type Follower, waitForReadModels } from '@regielijn/projecties';
import type pg from 'pg';
import { HerzieTraject } from '../domain/commands.js';

/** Then the event is tried again. */
const WACHT_MS = 2_000;

/** What decides on which days a machtiging holds, and for what; one that nobody carries out lapses. */
const DUUR = new RegExp(
  '^machtiging\\.(verleend|opnamebeslissing-genomen|geeindigd|opname-gestart|verblijf-voortgezet' +
    '|onttrekking-geconstateerd|teruggekeerd|schorsing-(verleend|ingetrokken))@',
);

/**
 * What a traject took over from a jeugdige (regio, gemeente, age) or a machtiging (did it hold at the opname) follows
 * when that is corrected, or told later than the opname, or when dossiers become one or are parted.
 */
@Injectable()
export class HerzieBijCorrectie implements Follower {
  readonly name = 'herziening';
  readonly categories = ['jeugdige', 'machtiging'];

  constructor(
    @Inject(Poort) private readonly poort: Poort,
    @Inject(EventLog) private readonly log: EventLog,
    @Inject(DATABASE) private readonly pool: pg.Pool,
  ) {}

  async handle(event: RecordedEvent): Promise<void> {
    for (const trajectId of await this.trajecten(event)) {
      try {
        await this.herzie(trajectId, event);
      } catch (error) {
        // The age became one that cannot be, or the dossier was destroyed meanwhile: the traject keeps what it has.
        if (!isCodedError(error, 'LEEFTIJD_KLOPT_NIET') && !isCodedError(error, 'DOSSIER_VERNIETIGD')) throw error;
      }
    }
  }

  private async trajecten({ type, data, stream, position }: RecordedEvent): Promise<readonly string[]> {
    const vervangt = data['vervangtType'] as string | undefined;
    if (type === 'jeugdige.gecorrigeerd@1' && /^jeugdige\.(geregistreerd|verhuisd)@/.test(vervangt!))
      return this.zoek(stream.slice('jeugdige-'.length), position);
    // Not only an opname rests on a machtiging: a maatregel later in the verblijf may name another one.
    if (isSamenvoeging(type)) return this.zoek(data['jeugdigeId'] as string, position);
    // Whatever is corrected: which other facts of the machtiging change with it, is for the machtiging to know.
    if (vervangt === undefined ? DUUR.test(type) : type.startsWith('machtiging.'))
      return this.zoek(data['jeugdigeId'] as string, position);
    return [];
  }

  /** What was recorded before this event is in the read model by then. */
  private async zoek(jeugdigeId: string, position: string): Promise<readonly string[]> {
    await waitForReadModels(this.pool, position, WACHT_MS, ['traject']);
    const { rows } = await this.pool.query<{ traject_id: string }>(
      'select traject_id from lm.traject where jeugdige_id = any($1) order by stream',
      [await dossiersVan(jeugdigeId, leesSamenvoeging(this.log))],
    );
    return rows.map(({ traject_id }) => traject_id);
  }

  private async herzie(trajectId: string, event: RecordedEvent): Promise<void> {
    await this.poort.opdracht(
      HerzieTraject,
      { trajectId, aanleiding: event.id },
      alsFollower(event, deriveId('herziening', event.id, trajectId)),
    );
  }
}
