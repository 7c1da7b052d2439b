import { Inject, Injectable } from '@nestjs/common';
import type { RecordedEvent } from '@regielijn/event-store';
import { deriveId, isCodedError } from '@regielijn/kern';
import { LegBesprekingVast } from '@regielijn/normenkader';
import { alsFollower, Poort } from '@regielijn/poort';
import type { Follower } from '@regielijn/projecties';
import { ReviewFeitenLezer } from './feiten-lezer.js';

interface Besproken {
  readonly review: string;
  readonly afwijkingen: readonly string[];
  readonly conclusie: string;
  readonly opschaling: string;
}

/** Brings each conclusion of a review back to the traject that it is about. */
@Injectable()
export class DossierVolgtBespreking implements Follower {
  readonly name = 'kwartaalreview-dossier';
  readonly categories = ['kwartaalreview'];

  constructor(
    @Inject(Poort) private readonly poort: Poort,
    @Inject(ReviewFeitenLezer) private readonly lezer: ReviewFeitenLezer,
  ) {}

  async handle(event: RecordedEvent): Promise<void> {
    if (event.type !== 'kwartaalreview.besproken@1') return;
    const { review, afwijkingen, conclusie, opschaling } = event.data as unknown as Besproken;
    const { agenda } = (await this.lezer.review(review))!;
    for (const afwijkingId of afwijkingen) {
      const { trajectId } = agenda[afwijkingId]!;
      const data = { trajectId, afwijkingId, review, conclusie, opschaling };
      try {
        await this.poort.opdracht(LegBesprekingVast, data, {
          ...alsFollower(event, deriveId('bespreking', event.id, afwijkingId)),
          geldigOp: event.geldigOp,
        });
      } catch (error) {
        // A dossier that was destroyed is told nothing more; the review keeps its figures.
        if (!isCodedError(error, 'DOSSIER_VERNIETIGD')) throw error;
      }
    }
  }
}
