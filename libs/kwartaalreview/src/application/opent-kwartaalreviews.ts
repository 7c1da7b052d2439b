import { Inject, Injectable } from '@nestjs/common';
import { EventLog } from '@regielijn/event-store';
import { datumVan, deriveId, type Instant, kwartaalVan, periodeVan } from '@regielijn/kern';
import { alsKlok, Poort } from '@regielijn/poort';
import { OpenReview } from '../domain/commands.js';
import { regelversieOp, type ReviewRegels } from '../domain/regels.js';
import { reviewStream, reviewVan } from '../domain/review.js';
import { REVIEWREGELS } from './reviewregels.token.js';

/** Opens the review of each landsdeel when its quarter begins. What the one before did not discuss comes to it by itself. */
@Injectable()
export class OpentKwartaalreviews {
  constructor(
    @Inject(Poort) private readonly poort: Poort,
    @Inject(EventLog) private readonly log: EventLog,
    @Inject(REVIEWREGELS) private readonly regels: ReviewRegels,
  ) {}

  /** Opens what must be open at this moment and is not. As often as one likes: what is open stays as it is. */
  async bijTijd(nu: Instant): Promise<void> {
    const kwartaal = kwartaalVan(nu);
    for (const { id: landsdeel } of regelversieOp(this.regels, datumVan(periodeVan(kwartaal).van)).landsdelen) {
      const review = reviewVan({ landsdeel, kwartaal });
      if (await this.log.exists(reviewStream(review))) continue;
      const commandId = deriveId('kwartaalreview openen', review);
      await this.poort.opdracht(OpenReview, { landsdeel, kwartaal }, alsKlok(nu, commandId));
    }
  }
}
