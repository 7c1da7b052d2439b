import type { EventLog, RecordedEvent } from '@regielijn/event-store';
import { dossiersVan, jeugdigeStream, leesSamenvoeging } from '@regielijn/jeugdige';
import { VERNIETIGD, withCorrections } from '@regielijn/kern';
import { machtigingStream } from '@regielijn/machtiging';
import { trajectStream } from '@regielijn/traject';
import type pg from 'pg';
import type { LogFeit } from '../domain/gebeurtenissen-uit-log.js';
import { genoemd, trajectFeiten, type TrajectFeiten } from '../domain/traject-feiten.js';
import { isVoorNormenkader } from '../domain/beoordeling.js';
import type { Normenkader } from '../domain/normenkader.js';

/** A traject as the log knows it today. */
export interface Traject {
  readonly jeugdigeId: string;
  /** It began before there was a normenkader. */
  readonly isVoor: boolean;
  readonly feiten: readonly LogFeit[];
  /** The last event of its stream. */
  readonly laatste: RecordedEvent;
}

const gecorrigeerd = (history: readonly RecordedEvent[]): readonly LogFeit[] =>
  withCorrections(history as unknown as readonly LogFeit[]);

/** Reads what the norms need of one traject: its own stream, the machtigingen it rests on, and whom it is about. */
export class FeitenLezer {
  constructor(
    private readonly log: EventLog,
    private readonly pool: pg.Pool,
    private readonly normenkader: Normenkader,
  ) {}

  /** Null when there is no such traject. */
  async traject(trajectId: string): Promise<Traject | null> {
    const history = await this.log.read(trajectStream(trajectId));
    const laatste = history.at(-1);
    if (!laatste) return null;
    const feiten = gecorrigeerd(history);
    const isVoor = isVoorNormenkader(feiten[0]!.geldigOp, this.normenkader);
    return { jeugdigeId: history[0]!.data['jeugdigeId'] as string, isVoor, feiten, laatste };
  }

  /** What the norms look at; null when the dossier was destroyed, since nothing more is recorded about it. */
  async feiten({ jeugdigeId, feiten }: Traject): Promise<TrajectFeiten | null> {
    const registratie = gecorrigeerd(await this.log.read(jeugdigeStream(jeugdigeId)))[0];
    const { geboortedatum = null } = (registratie?.data ?? {}) as { geboortedatum?: string };
    if (geboortedatum === VERNIETIGD) return null;
    const ids = new Set([...genoemd('machtigingId', feiten), ...(await this.machtigingIds(jeugdigeId))]);
    const machtigingen = await Promise.all([...ids].map((id) => this.log.read(machtigingStream(id))));
    const aanbieders = await this.aanbieders(genoemd('voorzieningId', feiten));
    return trajectFeiten({ traject: feiten, machtigingen: machtigingen.map(gecorrigeerd), geboortedatum, aanbieders });
  }

  private async aanbieders(voorzieningen: ReadonlySet<string>): Promise<ReadonlyMap<string, string>> {
    const { rows } = await this.pool.query<{ voorziening_id: string; aanbieder: string }>(
      'select voorziening_id, aanbieder from lm.voorziening where voorziening_id = any($1)',
      [[...voorzieningen]],
    );
    return new Map(rows.map(({ voorziening_id, aanbieder }) => [voorziening_id, aanbieder]));
  }

  private async machtigingIds(jeugdigeId: string): Promise<readonly string[]> {
    const { rows } = await this.pool.query<{ machtiging_id: string }>(
      'select machtiging_id from lm.machtiging where jeugdige_id = any($1) order by stream',
      [await dossiersVan(jeugdigeId, leesSamenvoeging(this.log))],
    );
    return rows.map(({ machtiging_id }) => machtiging_id);
  }
}
