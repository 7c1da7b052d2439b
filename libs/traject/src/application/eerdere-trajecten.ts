import type { CommandRunner } from '@regielijn/event-store';
import { type Instant, ongeldig } from '@regielijn/kern';
import type pg from 'pg';
import { trajectDecider } from '../domain/decide.js';
import { trajectStream } from '../domain/events.js';

/** The trajecten of a jeugdige that ended before a moment. Those make a next one hernieuwd, as the figures count it. */
export class EerdereTrajecten {
  constructor(
    private readonly runner: CommandRunner,
    private readonly pool: pg.Pool,
  ) {}

  /**
   * The last one that ended: the one that is named, or by the read model, which may lag behind; its own stream says
   * whether it ended.
   * @throws VORIG_TRAJECT_KLOPT_NIET the named one is not of this jeugdige, or had not ended by then
   */
  async vorige(jeugdigeId: string, genoemd: string | null, op: Instant): Promise<string | null> {
    for (const trajectId of genoemd === null ? await this.zoek(jeugdigeId, op) : [genoemd]) {
      const traject = await this.runner.stateOf(trajectDecider, trajectStream(trajectId));
      if (traject?.jeugdigeId === jeugdigeId && 'eindeOp' in traject && traject.eindeOp <= op) return trajectId;
    }
    if (genoemd === null) return null;
    throw ongeldig(
      'VORIG_TRAJECT_KLOPT_NIET',
      'Het vorige traject is niet van deze jeugdige, of was toen nog niet geëindigd. Kies een ander traject, of geen.',
      { vorigTrajectId: genoemd },
    );
  }

  private async zoek(jeugdigeId: string, op: Instant): Promise<readonly string[]> {
    const { rows } = await this.pool.query<{ traject_id: string }>(
      'select traject_id from lm.traject where jeugdige_id = $1 and einde_op <= $2 order by einde_op desc',
      [jeugdigeId, op],
    );
    return rows.map(({ traject_id }) => traject_id);
  }
}
