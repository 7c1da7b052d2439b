import { Inject, Injectable } from '@nestjs/common';
import { EventLog, type RecordedEvent } from '@regielijn/event-store';
import { type CommandClass, deriveId, isCodedError, kwartaalVan, volgendKwartaal } from '@regielijn/kern';
import { normtoetsStream } from '@regielijn/normenkader';
import { alsFollower, Poort } from '@regielijn/poort';
import type { Follower } from '@regielijn/projecties';
import { NeemOver, WerkAgendaBij, ZetOpAgenda } from '../domain/commands.js';
import { reviewVan, type ReviewSleutel, sleutelVan } from '../domain/review.js';
import { openActies, openPunten } from '../domain/state.js';
import { ReviewFeitenLezer } from './feiten-lezer.js';

type Data = Readonly<Record<string, string | readonly string[] | null>>;

const isVastgesteld = (type: string): boolean => type.startsWith('normenkader.afwijking-vastgesteld@');

/** A deviation was motivated, with its reasons, or lapsed. */
interface Gebeurd {
  readonly trajectId: string;
  readonly afwijkingId: string;
  readonly redencodes?: readonly string[];
}

const idVan = ({ data }: RecordedEvent): string => data['afwijkingId'] as string;

const volgende = ({ landsdeel, kwartaal }: ReviewSleutel): ReviewSleutel => ({
  ...{ landsdeel, kwartaal: volgendKwartaal(kwartaal) },
});

/**
 * Keeps every deviation that did not lapse on exactly one agenda. It belongs to the review of the quarter in which it was
 * recorded; where that one is closed already, to the first after it that is not. What a review did not discuss moves on
 * the same way.
 */
@Injectable()
export class AgendaVolgtAfwijkingen implements Follower {
  readonly name = 'kwartaalreview-agenda';
  readonly categories = ['normtoets', 'kwartaalreview'];

  constructor(
    @Inject(Poort) private readonly poort: Poort,
    @Inject(EventLog) private readonly log: EventLog,
    @Inject(ReviewFeitenLezer) private readonly lezer: ReviewFeitenLezer,
  ) {}

  async handle(event: RecordedEvent): Promise<void> {
    switch (event.type) {
      case 'normenkader.afwijking-vastgesteld@2':
        return this.zetOpAgenda(event);
      case 'normenkader.afwijking-gemotiveerd@1':
      case 'normenkader.afwijking-vervallen@1':
        return this.werkBij(event);
      case 'kwartaalreview.gesloten@1':
        return this.schuifDoor(event);
    }
  }

  /** What one assessment found, at the first of it: those lie together in the log. */
  private async zetOpAgenda(event: RecordedEvent): Promise<void> {
    const trajectId = event.data['trajectId'] as string;
    const { commandId } = event.metadata;
    const samen = (await this.log.readSealed(normtoetsStream(trajectId))).filter(
      ({ id, type, metadata }) =>
        id === event.id || (isVastgesteld(type) && commandId !== undefined && metadata.commandId === commandId),
    );
    if (samen[0]!.id !== event.id) return;
    const data = { trajectId, afwijkingen: samen.map(idVan) };
    await this.geefAanEersteOpen(ZetOpAgenda, await this.begin(trajectId, event), data, event);
  }

  private async schuifDoor(event: RecordedEvent): Promise<void> {
    const uit = event.data['review'] as string;
    const gesloten = (await this.lezer.review(uit))!;
    if (openPunten(gesloten).length + openActies(gesloten).length === 0) return;
    await this.geefAanEersteOpen(NeemOver, volgende(sleutelVan(uit)), { uit }, event);
  }

  /** The agendas that a deviation was on follow each other without a gap: it moved from one to the next. */
  private async werkBij(event: RecordedEvent): Promise<void> {
    const { trajectId, afwijkingId, redencodes = null } = event.data as unknown as Gebeurd;
    const history = (await this.log.readSealed(normtoetsStream(trajectId))).filter((een) => idVan(een) === afwijkingId);
    // Whoever goes over the log once more tells no reasons that others took the place of since.
    if (history.some(({ type, streamVersion }) => type === event.type && streamVersion > event.streamVersion)) return;
    const vastgesteld = history.find(({ type }) => isVastgesteld(type))!;
    for (let sleutel = await this.begin(trajectId, vastgesteld); ; sleutel = volgende(sleutel)) {
      const review = reviewVan(sleutel);
      const state = await this.lezer.review(review);
      if (state === null) return;
      const punt = state.agenda[afwijkingId];
      if (!punt || (state.gesloten && punt.stand === 'open')) continue;
      // What was discussed, or left the agenda, stays as it was known then.
      if (punt.stand === 'open') await this.geef(WerkAgendaBij, { review, afwijkingId, redencodes }, event);
      return;
    }
  }

  /**
   * The review of the quarter in which a deviation was recorded: at the moment of what showed it, however far behind
   * whoever weighed that was.
   */
  private async begin(trajectId: string, { geldigOp }: RecordedEvent): Promise<ReviewSleutel> {
    return { landsdeel: await this.lezer.landsdeel(trajectId, geldigOp), kwartaal: kwartaalVan(geldigOp) };
  }

  private async geefAanEersteOpen(
    type: CommandClass,
    vanaf: ReviewSleutel,
    data: Data,
    event: RecordedEvent,
  ): Promise<void> {
    for (let sleutel = vanaf; ; sleutel = volgende(sleutel)) {
      try {
        return await this.geef(type, { review: reviewVan(sleutel), ...data }, event);
      } catch (error) {
        if (!isCodedError(error, 'REVIEW_GESLOTEN')) throw error;
      }
    }
  }

  private async geef(
    type: CommandClass,
    data: Data & { readonly review: string },
    event: RecordedEvent,
  ): Promise<void> {
    const commandId = deriveId(type.definition.naam, event.id, data.review);
    await this.poort.opdracht(type, data, { ...alsFollower(event, commandId), geldigOp: event.geldigOp });
  }
}
