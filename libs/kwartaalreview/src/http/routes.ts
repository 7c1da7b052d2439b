import { controllerFor } from '@regielijn/poort';
import { actieIdVan } from '../domain/bespreken.js';
import {
  Concludeer,
  LegVergaderingVast,
  LichtZaakToe,
  RondActieAf,
  SluitReview,
  SpreekActieAf,
  StelLeeslijstVast,
  Verschoon,
  VoegDeelnemerToe,
} from '../domain/commands.js';
import { BesprekingenSchema, VraagBesprekingen } from '../read-model/besprekingen.query.js';
import {
  ReviewactiesSchema,
  ReviewlijstSchema,
  VraagKwartaalreviews,
  VraagPakket,
  VraagReviewacties,
} from '../read-model/kwartaalreview.queries.js';
import { PakketSchema } from '../read-model/pakket-schema.js';

const een = 'kwartaalreviews/:review';

export const KwartaalreviewController = controllerFor('kwartaalreviews', [
  { pad: 'kwartaalreviews', vraag: VraagKwartaalreviews, antwoord: ReviewlijstSchema },
  { pad: een, vraag: VraagPakket, antwoord: PakketSchema },
  { pad: `${een}/deelnemers`, opdracht: VoegDeelnemerToe },
  { pad: `${een}/verschoningen`, opdracht: Verschoon },
  { pad: `${een}/leeslijst`, opdracht: StelLeeslijstVast },
  { pad: `${een}/vergaderingen`, opdracht: LegVergaderingVast },
  { pad: `${een}/conclusies`, opdracht: Concludeer },
  { pad: `${een}/toelichtingen`, opdracht: LichtZaakToe },
  { pad: `${een}/acties`, opdracht: SpreekActieAf, nieuwId: actieIdVan },
  { pad: `${een}/acties/:actieId/afronding`, opdracht: RondActieAf },
  { pad: `${een}/sluiting`, opdracht: SluitReview },
  { pad: 'reviewacties', vraag: VraagReviewacties, antwoord: ReviewactiesSchema },
  { pad: 'trajecten/:trajectId/besprekingen', vraag: VraagBesprekingen, antwoord: BesprekingenSchema },
]);
