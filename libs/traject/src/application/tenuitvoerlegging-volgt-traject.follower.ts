import { Inject, Injectable } from '@nestjs/common';
import { EventLog, type RecordedEvent } from '@regielijn/event-store';
import { dossiersVan, leesSamenvoeging } from '@regielijn/jeugdige';
import {
  type CommandClass,
  datumVan,
  deriveId,
  fold,
  type Instant,
  isFinalRefusal,
  type Past,
  withCorrections,
} from '@regielijn/kern';
import {
  gebeurtenisVan,
  LegEindeVast,
  LegGebeurtenisVast,
  machtigingCorrectieCommands,
  machtigingDecider,
  machtigingStream,
  type MachtigingState,
  stapVan,
} from '@regielijn/machtiging';
import { alsFollower, Poort } from '@regielijn/poort';
import { DATABASE } from '@regielijn/postgres';
import { type Follower, waitForReadModels } from '@regielijn/projecties';
import type pg from 'pg';
import { type TrajectEvent, trajectStream } from '../domain/events.js';
import { GEVOLGD_VANAF, type Uitvoering, uitvoeringenVan } from './tenuitvoerlegging.js';

/** Then the event is tried again. */
const WACHT_MS = 2_000;

/**
 * What can change what is told, whether it is new, corrected or withdrawn. Not that dossiers are parted: what was told
 * while they were one, stays where it stands.
 */
const AANLEIDING = new RegExp(
  '^(traject\\.(opname-gestart|overgeplaatst|onttrekking-gemeld|teruggekeerd|uitstroom-gerealiseerd)' +
    '|machtiging\\.(verzoek-ingediend|verleend|opnamebeslissing-genomen|geeindigd|schorsing-(verleend|ingetrokken))|jeugdige\\.samengevoegd)@',
);

/** The clock told that a machtiging begins that was granted ahead. */
const isIngang = ({ type, data }: RecordedEvent): boolean =>
  type === 'bewaking.termijn-gemeld@1' && data['regel'] === 'INGANG';

const REDEN = 'Volgt uit een correctie in het traject of van de machtiging.';

type Geschiedenis = readonly RecordedEvent[];

const standVan = (feiten: Geschiedenis): MachtigingState => fold(machtigingDecider, feiten as never);

/** Two words for one and the same: what the traject recorded, and what the machtiging was told about it. */
const hoortBij =
  ({ bron, machtigingId, gebeurtenis }: Uitvoering) =>
  ({ type, metadata, data }: RecordedEvent): boolean =>
    metadata.causationId === bron &&
    data['machtigingId'] === machtigingId &&
    (gebeurtenisVan(type) ?? data['grond']) === gebeurtenis;

/** Until when is known how it went: never earlier at an event that comes by again, or late, than it was before. */
const bekendTot = (streams: readonly Geschiedenis[], { vastgelegdOp }: RecordedEvent): Instant =>
  streams.flat().reduce((laatst, feit) => (feit.vastgelegdOp > laatst ? feit.vastgelegdOp : laatst), vastgelegdOp);

/**
 * What a traject records about the tenuitvoerlegging reaches the machtiging, so that nobody tells it twice. Each time
 * the whole of it is held against what the machtiging was told before: what is new is told, what moved is corrected,
 * what is gone withdrawn. Told is only what makes a step in the table of the law: of the rest the traject itself speaks.
 */
@Injectable()
export class TenuitvoerleggingVolgtTraject implements Follower {
  readonly name = 'tenuitvoerlegging';
  readonly categories = ['traject', 'machtiging', 'jeugdige', 'proces'];

  constructor(
    @Inject(Poort) private readonly poort: Poort,
    @Inject(EventLog) private readonly log: EventLog,
    @Inject(DATABASE) private readonly pool: pg.Pool,
  ) {}

  async handle(event: RecordedEvent): Promise<void> {
    const { type, data, position, vastgelegdOp } = event;
    if (datumVan(vastgelegdOp) < GEVOLGD_VANAF) return;
    if (!AANLEIDING.test((data['vervangtType'] as string | undefined) ?? type) && !isIngang(event)) return;
    // What was recorded before this event is in the read models by then.
    await waitForReadModels(this.pool, position, WACHT_MS, ['machtiging', 'traject']);
    const dossiers = await dossiersVan(data['jeugdigeId'] as string, leesSamenvoeging(this.log));
    const trajecten = await this.lees('traject', dossiers, trajectStream);
    const gelezen = await this.lees('machtiging', dossiers, machtigingStream);
    const machtigingen = gelezen.map((history) => withCorrections(history));
    const tot = bekendTot([...trajecten, ...gelezen], event);
    const bronnen = new Set(trajecten.flat().map(({ id }) => id));
    const isVerteld = ({ metadata }: RecordedEvent): boolean => bronnen.has(metadata.causationId);
    // An end that was told before must not hide the machtiging that it ended.
    const standen = machtigingen.map((feiten) => standVan(feiten.filter((feit) => !isVerteld(feit))));
    const bekend = standen.filter((stand) => stand !== null);
    const uitvoeringen = trajecten.flatMap((history) =>
      uitvoeringenVan(withCorrections(history) as unknown as readonly Past<TrajectEvent>[], bekend, tot),
    );
    const verteld = machtigingen.flat().filter(isVerteld);
    await this.herstel(verteld, uitvoeringen, event);
    for (const uitvoering of uitvoeringen)
      if (!verteld.some(hoortBij(uitvoering))) await this.vertel(uitvoering, event);
  }

  private async lees(
    tabel: 'machtiging' | 'traject',
    dossiers: readonly string[],
    streamOf: (id: string) => string,
  ): Promise<readonly Geschiedenis[]> {
    const { rows } = await this.pool.query<{ id: string }>(
      `select ${tabel}_id as id from lm.${tabel} where jeugdige_id = any($1) order by stream`,
      [dossiers],
    );
    return Promise.all(rows.map(({ id }) => this.log.read(streamOf(id))));
  }

  /** What was told last goes first: nothing is left without what it rests on. */
  private async herstel(verteld: Geschiedenis, uitvoeringen: readonly Uitvoering[], event: RecordedEvent) {
    for (const feit of [...verteld].reverse()) {
      const nu = uitvoeringen.find((uitvoering) => hoortBij(uitvoering)(feit));
      if (nu?.op === feit.geldigOp) continue;
      const machtigingId = feit.data['machtigingId'] as string;
      const over = { machtigingId, vervangt: feit.id, reden: REDEN };
      const wie = { bron: feit.metadata.causationId, machtigingId, op: event.vastgelegdOp };
      const { Corrigeer, TrekFeitIn } = machtigingCorrectieCommands;
      await (nu === undefined
        ? this.geef(TrekFeitIn, over, wie, event)
        : this.geef(Corrigeer, { ...over, velden: {}, gebeurdOp: nu.op }, wie, event));
    }
  }

  private async vertel(uitvoering: Uitvoering, event: RecordedEvent): Promise<void> {
    const { machtigingId, gebeurtenis, op } = uitvoering;
    const stand = standVan(await this.log.read(machtigingStream(machtigingId)));
    if (stand === null || stapVan(stand, gebeurtenis, op) === null) return;
    await (gebeurtenis === 'uitstroom'
      ? this.geef(LegEindeVast, { machtigingId, grond: gebeurtenis }, uitvoering, event)
      : this.geef(LegGebeurtenisVast, { machtigingId, gebeurtenis }, uitvoering, event));
  }

  private async geef(
    type: CommandClass,
    data: object,
    { bron, machtigingId, op }: { bron: string; machtigingId: string; op: Instant },
    event: RecordedEvent,
  ): Promise<void> {
    const history = await this.log.read(machtigingStream(machtigingId));
    // Not by the event at hand: how far this follower is behind must not show in the ids.
    const keer = history.filter((eerder) => eerder.metadata.causationId === bron).length;
    try {
      await this.poort.opdracht(type, data, {
        ...alsFollower(event, deriveId('tenuitvoerlegging', bron, machtigingId, keer)),
        ...{ causationId: bron, geldigOp: op },
      });
    } catch (error) {
      // A refusal is no trouble: what comes later has its own event, and nothing more is recorded after destruction.
      if (!isFinalRefusal(error)) throw error;
    }
  }
}
