import { Inject, Injectable } from '@nestjs/common';
import { EventLog, type RecordedEvent } from '@regielijn/event-store';
import {
  type CommandClass,
  deriveId,
  fold,
  isCodedError,
  isCorrectieType,
  isFinalRefusal,
  withCorrections,
} from '@regielijn/kern';
import { alsFollower, Poort } from '@regielijn/poort';
import { DATABASE } from '@regielijn/postgres';
import { type Follower, waitForReadModels } from '@regielijn/projecties';
import {
  BezetPlek,
  GeefPlekVrij,
  GeefReserveringVrij,
  voorzieningCorrectieCommands,
  voorzieningStream,
} from '@regielijn/voorziening';
import type pg from 'pg';
import { trajectDecider } from '../domain/decide.js';
import type { Toewijzing, TrajectState } from '../domain/state.js';
import {
  isAlVerteld,
  isVoorbij,
  type Plekfeit,
  plekfeitenVan,
  plekVan,
  rangVan,
  toewijzingVan,
  type Verteld,
  wijziging,
} from './plekfeiten.js';

/** Then the event is tried again. */
const WACHT_MS = 2_000;

/** What can take, move or free a plek, or end the wish for one; new, corrected or withdrawn. */
const AANLEIDING = new RegExp(
  '^traject\\.(plek-toegewezen|opname-gestart|overgeplaatst|uitstroom-gerealiseerd|geeindigd-na-onttrekking' +
    '|aanmelding-ingetrokken|variant-beeindigd)@',
);

const SOORTEN: Readonly<Record<string, Plekfeit['soort']>> = {
  'voorziening.plek-bezet@1': 'bezet',
  'voorziening.plek-vrijgekomen@1': 'vrijgekomen',
};

const OPDRACHTEN = { bezet: BezetPlek, vrijgekomen: GeefPlekVrij } as const;

const REDEN = 'Volgt uit een correctie in het traject.';

/** A refusal is no trouble: somebody was first. Nor is the same command of before an import, made with other keys. */
const isGeenBezwaar = (error: unknown): boolean =>
  isFinalRefusal(error) || isCodedError(error, 'IDEMPOTENCY_SLEUTEL_HERGEBRUIKT');

/** What every command to a voorziening names, and more. */
type Opdrachtdata = { readonly voorzieningId: string } & Readonly<Record<string, unknown>>;

/** One event of a traject, with what was recorded of that traject up to it. */
interface Stap {
  readonly event: RecordedEvent;
  readonly trajectId: string;
  /** Where in the log each event of the traject stands, also those after this one. */
  readonly plaatsen: ReadonlyMap<string, string>;
  readonly voor: Stand;
  readonly na: Stand;
}

interface Stand {
  readonly toestand: TrajectState;
  readonly plekfeiten: readonly Plekfeit[];
}

const standVan = (history: readonly RecordedEvent[]): Stand => ({
  toestand: fold(trajectDecider, history as never),
  plekfeiten: plekfeitenVan(withCorrections(history) as never),
});

const stapVan = (event: RecordedEvent, history: readonly RecordedEvent[]): Stap => ({
  event,
  trajectId: event.stream.slice('traject-'.length),
  plaatsen: new Map(history.map(({ id, position }) => [id, position])),
  voor: standVan(history.filter(({ position }) => position < event.position)),
  na: standVan(history.filter(({ position }) => position <= event.position)),
});

const opdrachtId = ({ id }: RecordedEvent, { definition }: CommandClass, ...waarover: readonly string[]): string =>
  deriveId('plek', id, definition.naam, ...waarover);

/** What a voorziening says about this traject, as it reads after corrections. */
const overTraject = (history: readonly RecordedEvent[], trajectId: string): readonly RecordedEvent[] =>
  (withCorrections(history) as readonly RecordedEvent[]).filter(
    ({ type, data }) => SOORTEN[type] !== undefined && data['trajectId'] === trajectId,
  );

/** What a voorziening says about this traject, and what of that is about something after this plekfeit. */
const verteldVan = (
  history: readonly RecordedEvent[],
  { op }: Plekfeit,
  { event, trajectId, plaatsen }: Stap,
): readonly Verteld[] => {
  const isLater = ({ metadata, geldigOp }: RecordedEvent): boolean => {
    const plaats = plaatsen.get(metadata.causationId);
    return plaats === undefined ? geldigOp > op : plaats > event.position;
  };
  return overTraject(history, trajectId).map((feit) => ({ soort: SOORTEN[feit.type]!, isLater: isLater(feit) }));
};

type Gereserveerd = Pick<Toewijzing, 'voorzieningId' | 'reserveringId'>;

/** The plek that was assigned, when the opname is elsewhere, or another was assigned, or none. */
const overbodig = ({ voor, na }: Stap, nieuw: readonly Plekfeit[]): readonly Gereserveerd[] => {
  const elders = nieuw.flatMap(({ soort, voorzieningId, toegewezen }) =>
    soort === 'bezet' && toegewezen !== null && toegewezen.voorzieningId !== voorzieningId ? [toegewezen] : [],
  );
  const toegewezen = toewijzingVan(voor.toestand);
  if (toegewezen === null || plekVan(na.toestand) !== null) return elders;
  return toewijzingVan(na.toestand)?.reserveringId === toegewezen.reserveringId ? elders : [...elders, toegewezen];
};

/**
 * Whoever is opgenomen has a plek: it is taken at the opname, with the reservation that stands for the traject, moves at
 * an overplaatsing and is free at the end; a reservation that is not needed any more is given back. It goes by what was
 * recorded of the traject up to the event at hand, so that how far it is behind does not show. A plek that is not there
 * is taken all the same, and that is said: an opname is a fact.
 */
@Injectable()
export class PlekVolgtTraject implements Follower {
  readonly name = 'plek';
  readonly categories = ['traject'];

  constructor(
    @Inject(Poort) private readonly poort: Poort,
    @Inject(EventLog) private readonly log: EventLog,
    @Inject(DATABASE) private readonly pool: pg.Pool,
  ) {}

  async handle(event: RecordedEvent): Promise<void> {
    if (!AANLEIDING.test((event.data['vervangtType'] as string | undefined) ?? event.type)) return;
    const stap = await this.volgPlek(event, await this.log.readSealed(event.stream));
    for (const reservering of await this.verlaten(stap)) await this.geefReserveringVrij(reservering, stap);
  }

  /** The part that needs the log alone: everything but what is kept for a traject that is over. */
  async volgPlek(event: RecordedEvent, history: readonly RecordedEvent[]): Promise<Stap> {
    const stap = stapVan(event, history);
    const { weg, verschoven, nieuw } = wijziging(stap.voor.plekfeiten, stap.na.plekfeiten);
    // What was told last goes first: nothing is left without what it rests on.
    for (const feit of [...weg].reverse()) await this.neemTerug(feit, stap);
    for (const feit of verschoven) await this.verschuif(feit, stap);
    for (const feit of nieuw) await this.vertel(feit, rangVan(feit, stap.na.plekfeiten), stap);
    if (isCorrectieType(event.type)) await this.brengOpEen(stap);
    for (const reservering of overbodig(stap, nieuw)) await this.geefReserveringVrij(reservering, stap);
    return stap;
  }

  /** What was told by hand is not withdrawn: it ends, or begins anew, when the correction of the traject is recorded. */
  private async brengOpEen(stap: Stap): Promise<void> {
    const [van, naar] = [plekVan(stap.voor.toestand), plekVan(stap.na.toestand)];
    if (van === naar) return;
    const over = { bron: stap.event.id, op: stap.event.geldigOp, toegewezen: null };
    if (van !== null) await this.vertel({ ...over, soort: 'vrijgekomen', voorzieningId: van }, 0, stap);
    if (naar !== null) await this.vertel({ ...over, soort: 'bezet', voorzieningId: naar }, 0, stap);
  }

  /** Tried anew, by what is there then, as often as somebody told of this voorziening in between. */
  private async vertel(feit: Plekfeit, rang: number, stap: Stap): Promise<void> {
    const { soort, voorzieningId, bron } = feit;
    const commandId = opdrachtId(stap.event, OPDRACHTEN[soort], voorzieningId, bron);
    for (let isVerteld = false; !isVerteld;) {
      const history = await this.log.readSealed(voorzieningStream(voorzieningId));
      // Told because of this very event, whatever became of it since.
      if (history.some(({ metadata }) => metadata.commandId === commandId)) return;
      if (isAlVerteld(soort, rang, verteldVan(history, feit, stap))) return;
      isVerteld = await this.vertelOp(history.at(-1)?.streamVersion, feit, stap);
    }
  }

  /**
   * Tells it to a voorziening as it stood at `ifMatch`; false: it moved on. Without that version a plek that people took
   * and left meanwhile was taken again, until the follower came to its end.
   */
  private async vertelOp(ifMatch: bigint | undefined, { soort, ...feit }: Plekfeit, stap: Stap): Promise<boolean> {
    const { voorzieningId } = feit;
    const opdracht = { voorzieningId, trajectId: stap.trajectId };
    try {
      await this.geef(OPDRACHTEN[soort], opdracht, feit, stap, ifMatch === undefined ? {} : { ifMatch });
      return true;
    } catch (error) {
      if (isCodedError(error, 'VERSIE_VEROUDERD')) return false;
      throw error;
    }
  }

  private async neemTerug(feit: Plekfeit, stap: Stap): Promise<void> {
    const { voorzieningId, bron } = feit;
    const vervangt = await this.eigen(feit, stap);
    if (vervangt === undefined) return;
    const { TrekFeitIn } = voorzieningCorrectieCommands;
    await this.geef(TrekFeitIn, { voorzieningId, vervangt, reden: REDEN }, { bron, op: stap.event.geldigOp }, stap);
  }

  private async verschuif(feit: Plekfeit, stap: Stap): Promise<void> {
    const { voorzieningId, bron, op: gebeurdOp } = feit;
    const vervangt = await this.eigen(feit, stap);
    if (vervangt === undefined) return;
    const correctie = { voorzieningId, vervangt, velden: {}, gebeurdOp, reden: REDEN };
    await this.geef(voorzieningCorrectieCommands.Corrigeer, correctie, { bron, op: stap.event.geldigOp }, stap);
  }

  /** What this follower told because of that same fact of the traject; undefined: nothing that still stands. */
  private async eigen({ soort, voorzieningId, bron }: Plekfeit, stap: Stap): Promise<string | undefined> {
    const verteld = overTraject(await this.log.readSealed(voorzieningStream(voorzieningId)), stap.trajectId);
    return verteld.find(({ type, metadata }) => SOORTEN[type] === soort && metadata.causationId === bron)?.id;
  }

  /** Every plek that is kept, since before this event, for a traject that is over. */
  private async verlaten({ trajectId, event, voor, na }: Stap): Promise<readonly Gereserveerd[]> {
    const eindigt = isVoorbij(na.toestand) && !isVoorbij(voor.toestand);
    // A plek that was never lived in is kept again by the reservation that it was taken with.
    if (!eindigt && !(isVoorbij(na.toestand) && isCorrectieType(event.type))) return [];
    await waitForReadModels(this.pool, event.position, WACHT_MS, ['voorziening']);
    const { rows } = await this.pool.query<{ voorziening_id: string; reservering_id: string }>(
      'select voorziening_id, reservering_id from lm.reservering where traject_id = $1 order by reservering_id',
      [trajectId],
    );
    const gevonden = await Promise.all(
      rows.map(async ({ voorziening_id: voorzieningId, reservering_id: reserveringId }) => {
        const history = await this.log.readSealed(voorzieningStream(voorzieningId));
        const eerst = history.find(({ data }) => data['reserveringId'] === reserveringId);
        return eerst !== undefined && eerst.position < event.position ? [{ voorzieningId, reserveringId }] : [];
      }),
    );
    return gevonden.flat();
  }

  private geefReserveringVrij({ voorzieningId, reserveringId }: Gereserveerd, stap: Stap): Promise<void> {
    const over = { bron: stap.event.id, op: stap.event.geldigOp };
    return this.geef(GeefReserveringVrij, { voorzieningId, reserveringId }, over, stap, { waarover: reserveringId });
  }

  private async geef(
    type: CommandClass,
    data: Opdrachtdata,
    { bron, op }: Pick<Plekfeit, 'bron' | 'op'>,
    { event }: Stap,
    { waarover = bron, ...versie }: { readonly waarover?: string; readonly ifMatch?: bigint } = {},
  ): Promise<void> {
    const commandId = opdrachtId(event, type, data.voorzieningId, waarover);
    const aanroep = { ...alsFollower(event, commandId), ...versie, causationId: bron, geldigOp: op };
    try {
      await this.poort.opdracht(type, data, aanroep);
    } catch (error) {
      if (!isGeenBezwaar(error)) throw error;
    }
  }
}
