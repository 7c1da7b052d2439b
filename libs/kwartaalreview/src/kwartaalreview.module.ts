import { Module } from '@nestjs/common';
import { AgendaVolgtAfwijkingen } from './application/agenda-volgt-afwijkingen.follower.js';
import { DossierVolgtBespreking } from './application/dossier-volgt-bespreking.follower.js';
import { ReviewFeitenLezer } from './application/feiten-lezer.js';
import { reviewHandlers } from './application/handlers.js';
import { OpentKwartaalreviews } from './application/opent-kwartaalreviews.js';
import { KwartaalreviewController } from './http/routes.js';
import { VraagBesprekingenHandler } from './read-model/besprekingen.query.js';
import {
  VraagKwartaalreviewsHandler,
  VraagPakketHandler,
  VraagReviewactiesHandler,
} from './read-model/kwartaalreview.queries.js';

const followers = [AgendaVolgtAfwijkingen, DossierVolgtBespreking];

@Module({
  controllers: [KwartaalreviewController],
  providers: [
    ...[...reviewHandlers, ...followers, ReviewFeitenLezer, OpentKwartaalreviews],
    ...[VraagKwartaalreviewsHandler, VraagPakketHandler, VraagReviewactiesHandler, VraagBesprekingenHandler],
  ],
  exports: [...followers, OpentKwartaalreviews],
})
export class KwartaalreviewModule {}
