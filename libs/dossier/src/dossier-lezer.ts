import { documentStream } from '@regielijn/documenten';
import type { EventLog, RecordedEvent } from '@regielijn/event-store';
import { type Jeugdige, jeugdigeDecider, jeugdigeStream, jeugdigeVan, opgegaanDossiers } from '@regielijn/jeugdige';
import { machtigingStream } from '@regielijn/machtiging';
import { normtoetsStream } from '@regielijn/normenkader';
import { trajectStream } from '@regielijn/traject';
import type pg from 'pg';
import { type AsOf, stateAsOf } from './as-of.js';

type Stream = readonly RecordedEvent[];

export interface GelezenDossier {
  readonly jeugdige: Stream;
  /** The dossier itself; null when there is none. */
  readonly toestand: Jeugdige | null;
  /** The dossiers that went into this one, and what went into those. */
  readonly opgegaan: readonly Stream[];
  readonly machtigingen: readonly Stream[];
  readonly trajecten: readonly Stream[];
  readonly normtoetsen: readonly Stream[];
  readonly documenten: readonly Stream[];
}

/** Everything in the log about one jeugdige, stream by stream, with the dossiers that went into this one. */
export class DossierLezer {
  constructor(
    private readonly log: EventLog,
    private readonly pool: pg.Pool,
  ) {}

  /** The dossier itself and nothing around it; null when there is none. */
  async toestand(jeugdigeId: string): Promise<Jeugdige | null> {
    return toestandVan(await this.log.read(jeugdigeStream(jeugdigeId)));
  }

  async lees(jeugdigeId: string, asOf: AsOf = {}): Promise<GelezenDossier> {
    const jeugdige = await this.log.read(jeugdigeStream(jeugdigeId));
    const toestand = toestandVan(jeugdige, asOf);
    const opgegaan = await opgegaanDossiers(jeugdigeId, async (id) =>
      toestandVan(await this.log.read(jeugdigeStream(id)), asOf),
    );
    const dossiers = [jeugdigeId, ...opgegaan];
    const [machtigingen, trajecten, documenten] = await Promise.all([
      this.ids('machtiging', dossiers),
      this.ids('traject', dossiers),
      this.ids('document', dossiers),
    ]);
    const streams = (names: readonly string[]) => Promise.all(names.map((name) => this.log.read(name)));
    return {
      ...{ jeugdige, toestand },
      opgegaan: await streams(opgegaan.map(jeugdigeStream)),
      machtigingen: await streams(machtigingen.map(machtigingStream)),
      trajecten: await streams(trajecten.map(trajectStream)),
      normtoetsen: await streams(trajecten.map(normtoetsStream)),
      documenten: await streams(documenten.map(documentStream)),
    };
  }

  private async ids(
    table: 'machtiging' | 'traject' | 'document',
    dossiers: readonly string[],
  ): Promise<readonly string[]> {
    const { rows } = await this.pool.query<{ id: string }>(
      `select ${table}_id as id from lm.${table} where jeugdige_id = any($1) order by stream`,
      [dossiers],
    );
    return rows.map(({ id }) => id);
  }
}

/** The dossier itself; null when there is none. */
export const toestandVan = (jeugdige: Stream, asOf: AsOf = {}): Jeugdige | null =>
  jeugdigeVan(stateAsOf(jeugdigeDecider, jeugdige, asOf));
