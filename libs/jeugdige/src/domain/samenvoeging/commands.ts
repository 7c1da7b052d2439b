import { defineCommand, IdSchema, TekstSchema } from '@regielijn/kern';
import { z } from 'zod';
import { jeugdige } from '../ids.js';

const schema = z.strictObject({
  /** The dossier that stays. */
  ...jeugdige,
  /** The one that goes into it. */
  metJeugdigeId: IdSchema,
  reden: TekstSchema,
});

export class VoegDossiersSamen extends defineCommand({
  naam: 'jeugdige.voeg-samen',
  soort: 'besluit',
  omschrijving: 'Laat een tweede dossier van dezelfde jeugdige in dit dossier opgaan. Dit kan ongedaan worden gemaakt.',
  schema,
}) {}

export class MaakSamenvoegingOngedaan extends defineCommand({
  naam: 'jeugdige.maak-samenvoeging-ongedaan',
  soort: 'besluit',
  omschrijving:
    'Maakt een samenvoeging ongedaan. Wat daarna is vastgelegd, blijft staan in het dossier waar het staat.',
  schema,
}) {}

export type SamenvoegingCommand = VoegDossiersSamen | MaakSamenvoegingOngedaan;
