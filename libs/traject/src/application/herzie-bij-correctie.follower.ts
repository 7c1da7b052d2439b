import { Inject, Injectable } from '@nestjs/common';
import { EventLog, type RecordedEvent } from '@regielijn/event-store';
import { dossiersVan, isSamenvoeging, leesSamenvoeging } from '@regielijn/jeugdige';
import { type CommandClass, deriveId, type Instant, isCodedError } from '@regielijn/kern';
import { HerzieMachtiging } from '@regielijn/machtiging';
import { alsFollower, Poort } from '@regielijn/poort';
import { DATABASE } from '@regielijn/postgres';
import { type Follower, waitForReadModels } from '@regielijn/projecties';
import type pg from 'pg';
import { HerzieTraject } from '../domain/commands.js';

/** Then the event is tried again. */
const WACHT_MS = 2_000;

/** What decides on which days a machtiging holds, and for what. */
const DUUR = /^machtiging\.(verleend|opnamebeslissing-genomen|geeindigd)@/;

/** Whether it is carried out: one that nobody carries out lapses, which only a later opname notices. */
const UITVOERING = new RegExp(
  '^machtiging\\.(opname-gestart|verblijf-voortgezet|onttrekking-geconstateerd|teruggekeerd|schorsing-verleend' +
    '|schorsing-ingetrokken)@',
);

/** When somebody was born and where they live: a request for a machtiging and a traject both go by that. */
const isOverPersoon = ({ type, data }: RecordedEvent): boolean => {
  const vervangt = data['vervangtType'] as string | undefined;
  // A move may be told later than what rests on it; a registration comes before everything.
  return /^jeugdige\.(geregistreerd|verhuisd)@/.test(vervangt ?? '') || type.startsWith('jeugdige.verhuisd@');
};

/**
 * What a machtiging (the age, the gemeente) or a traject (regio, gemeente, age) took over from a jeugdige follows when that
 * is corrected or told late. So does what a traject took over from a machtiging (did it hold at the opname), also when
 * dossiers become one or are parted.
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
    // A traject goes by the machtiging as that is by then: what changes there is an event of its own.
    for (const machtigingId of await this.machtigingen(event))
      await this.herzie(HerzieMachtiging, { machtigingId }, event);
    for (const trajectId of await this.trajecten(event)) await this.herzie(HerzieTraject, { trajectId }, event);
  }

  private async machtigingen(event: RecordedEvent): Promise<readonly string[]> {
    return isOverPersoon(event) ? this.zoek('machtiging', event) : [];
  }

  private async trajecten(event: RecordedEvent): Promise<readonly string[]> {
    const { type, data, geldigOp } = event;
    const vervangt = data['vervangtType'] as string | undefined;
    // Not only an opname rests on a machtiging: a maatregel later in the verblijf may name another one. Of a machtiging
    // whatever is corrected: which other facts of it change with it, is for the machtiging to know.
    const raakt =
      isOverPersoon(event) ||
      isSamenvoeging(type) ||
      (vervangt === undefined ? DUUR.test(type) : type.startsWith('machtiging.'));
    if (raakt) return this.zoek('traject', event);
    return UITVOERING.test(type) ? this.zoek('traject', event, geldigOp) : [];
  }

  /** What was recorded before this event is in the read models by then. */
  private async zoek(
    tabel: 'machtiging' | 'traject',
    { position, data }: RecordedEvent,
    opnameNa: Instant | null = null,
  ): Promise<readonly string[]> {
    await waitForReadModels(this.pool, position, WACHT_MS, [tabel]);
    const laterOpgenomen = opnameNa === null ? '' : 'and opname_op > $2';
    const { rows } = await this.pool.query<{ id: string }>(
      `select ${tabel}_id as id from lm.${tabel} where jeugdige_id = any($1) ${laterOpgenomen} order by stream`,
      [
        await dossiersVan(data['jeugdigeId'] as string, leesSamenvoeging(this.log)),
        ...(opnameNa === null ? [] : [opnameNa]),
      ],
    );
    return rows.map(({ id }) => id);
  }

  private async herzie(opdracht: CommandClass, over: Record<string, string>, event: RecordedEvent): Promise<void> {
    try {
      await this.poort.opdracht(
        opdracht,
        { ...over, aanleiding: event.id },
        alsFollower(event, deriveId('herziening', event.id, ...Object.values(over))),
      );
    } catch (error) {
      // The age became one that cannot be, or the dossier was destroyed meanwhile: what was taken over stays.
      if (!isCodedError(error, 'LEEFTIJD_KLOPT_NIET') && !isCodedError(error, 'DOSSIER_VERNIETIGD')) throw error;
    }
  }
}
