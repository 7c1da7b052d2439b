import type { CommandRunner } from '@regielijn/event-store';
import { type Instant, ongeldig } from '@regielijn/kern';
import type pg from 'pg';
import { trajectDecider } from '../domain/decide.js';
import { trajectStream } from '../domain/events.js';
import type { Traject } from '../domain/state.js';
import { TrajectFactsReader } from './facts-reader.js';

/** Help without an opname makes no next traject hernieuwd: the figures count a verblijf after a verblijf. */
const isVerblijfVoorbij = (traject: Traject, op: Instant): boolean =>
  'opnameOp' in traject && 'eindeOp' in traject && traject.eindeOp <= op;

/** The trajecten of a jeugdige, in whichever dossier, of which the verblijf ended before a moment. Those make a next one hernieuwd. */
export class EerdereTrajecten {
  constructor(
    private readonly runner: CommandRunner,
    private readonly pool: pg.Pool,
  ) {}

  /**
   * The last one: the one that is named, or by the read model, which may lag behind; its own stream says whether its
   * verblijf ended.
   * @throws VORIG_TRAJECT_KLOPT_NIET the named one is not of this jeugdige, or had no verblijf that ended by then
   */
  async vorige(jeugdigeId: string, genoemd: string | null, op: Instant): Promise<string | null> {
    const dossiers = await new TrajectFactsReader(this.runner).dossiers(jeugdigeId);
    for (const trajectId of genoemd === null ? await this.zoek(dossiers, op) : [genoemd]) {
      const traject = await this.runner.stateOf(trajectDecider, trajectStream(trajectId));
      if (traject && dossiers.includes(traject.jeugdigeId) && isVerblijfVoorbij(traject, op)) return trajectId;
    }
    if (genoemd === null) return null;
    throw ongeldig(
      'VORIG_TRAJECT_KLOPT_NIET',
      'Het vorige traject is niet van deze jeugdige, of het verblijf was toen niet geëindigd. Kies een ander traject, of geen.',
      { vorigTrajectId: genoemd },
    );
  }

  private async zoek(dossiers: readonly string[], op: Instant): Promise<readonly string[]> {
    const { rows } = await this.pool.query<{ traject_id: string }>(
      'select traject_id from lm.traject where jeugdige_id = any($1) and einde_op <= $2 order by einde_op desc',
      [dossiers, op],
    );
    return rows.map(({ traject_id }) => traject_id);
  }
}
