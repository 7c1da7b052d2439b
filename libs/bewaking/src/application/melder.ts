import { Inject, Injectable } from '@nestjs/common';
import { EventLog } from '@regielijn/event-store';
import { type Clock, deriveId, isCodedError } from '@regielijn/kern';
import { alsKlok, CLOCK, Poort } from '@regielijn/poort';
import { DATABASE } from '@regielijn/postgres';
import type { Belanghebbende } from '@regielijn/termijnen';
import type pg from 'pg';
import { MeldTermijn } from '../domain/commands.js';
import { type Gekomen, herlees } from './gekomen.js';

/** Tells that a moment has come, as the ledger has it at that time: whoever asks, however often. */
@Injectable()
export class Melder {
  constructor(
    @Inject(Poort) private readonly poort: Poort,
    @Inject(DATABASE) private readonly pool: pg.Pool,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(EventLog) private readonly log: EventLog,
  ) {}

  /** For who was handed a moment some time ago: reads it again first. */
  async meldAlsNogNodig(handed: Pick<Gekomen, 'termijnId' | 'moment' | 'op'>): Promise<void> {
    const gekomen = await herlees(this.pool, handed, this.clock.now());
    if (gekomen) await this.meld(gekomen);
  }

  async meld(gekomen: Gekomen): Promise<void> {
    const { termijnId, stream, jeugdigeId, moment, op, wektOp, termijn } = gekomen;
    // Something happened that the ledger does not know yet, and that may have closed the term: the next look will tell.
    if (!(await this.isBij(gekomen))) return;
    const { regel, naam, eind, voor, momenten } = termijn;
    // It speaks of the moment as it came: with the days that the term stood still.
    const gevraagd = momenten.find((een) => een.soort === moment && een.op === op)?.opdracht;
    const opdracht = gevraagd ? { ...gevraagd, geldigOp: wektOp } : null;
    const organisaties = await this.organisaties(voor, jeugdigeId);
    try {
      await this.poort.opdracht(
        MeldTermijn,
        { termijnId, stream, jeugdigeId, regel, naam, moment, wektOp, eind, voor: organisaties, opdracht },
        alsKlok(this.clock.now(), deriveId('meld', termijnId, moment, wektOp)),
      );
    } catch (error) {
      // Told a moment ago, when somebody else had to hear of it: the list did not know yet.
      if (!isCodedError(error, 'IDEMPOTENCY_SLEUTEL_HERGEBRUIKT')) throw error;
    }
  }

  private async isBij({ stream, streamVersie }: Gekomen): Promise<boolean> {
    for await (const _ of this.log.store.read(stream, BigInt(streamVersie) + 1n)) return false;
    return true;
  }

  private async organisaties(voor: readonly Belanghebbende[], jeugdigeId: string | null): Promise<readonly string[]> {
    const regies = voor.filter((een) => typeof een === 'string');
    const genoemd = voor.flatMap((een) => (typeof een === 'string' ? [] : [een.organisatie]));
    if (regies.length === 0 || jeugdigeId === null) return [...new Set(genoemd)];
    const { rows } = await this.pool.query<Record<'casusregie' | 'systeemregie', string>>(
      'select casusregie, systeemregie from lm.jeugdige where jeugdige_id = $1',
      [jeugdigeId],
    );
    const houders = rows[0] ? regies.map((regie) => rows[0]![regie]) : [];
    return [...new Set([...genoemd, ...houders])];
  }
}
