import { defineCommand, IdSchema, MedewerkerSchema, OrganisatieSchema } from '@regielijn/kern';
import { z } from 'zod';
import { inhoud, OntvangerSchema, StoringSchema } from './events.js';

export class StelBerichtOp extends defineCommand({
  naam: 'bericht.stel-op',
  soort: 'feit',
  omschrijving: 'Maakt een bericht aan een organisatie naar aanleiding van een gebeurtenis.',
  schema: z.strictObject(inhoud),
}) {}

export class AdresseerBericht extends defineCommand({
  naam: 'bericht.adresseer',
  soort: 'feit',
  omschrijving: 'Legt vast wie het bericht krijgen en het nog niet hebben.',
  schema: z.strictObject({ berichtId: IdSchema, ontvangers: z.array(OntvangerSchema) }),
}) {}

export class LegVerzendingVast extends defineCommand({
  naam: 'bericht.leg-verzending-vast',
  soort: 'feit',
  omschrijving: 'Legt vast of een bericht is aangenomen door de mailserver, en anders waarom niet.',
  schema: z.strictObject({
    berichtId: IdSchema,
    ontvanger: OntvangerSchema,
    uitkomst: z.discriminatedUnion('soort', [
      z.strictObject({ soort: z.enum(['verzonden', 'in_overzicht']), kenmerk: IdSchema }),
      z.strictObject({
        soort: z.literal('mislukt'),
        code: StoringSchema,
        definitief: z.boolean().meta({ description: 'Waar: opnieuw proberen helpt niet' }),
      }),
    ]),
  }),
}) {}

export class HerinnerAanBericht extends defineCommand({
  naam: 'bericht.herinner',
  soort: 'feit',
  omschrijving: 'Laat een bericht waarop geen antwoord kwam nog één keer uitgaan.',
  schema: z.strictObject({ berichtId: IdSchema, aanleiding: IdSchema }),
}) {}

export class HandelBerichtAf extends defineCommand({
  naam: 'bericht.handel-af',
  soort: 'feit',
  omschrijving: 'Legt vast dat wat een bericht vroeg is gedaan of niet meer nodig is.',
  schema: z.strictObject({ berichtId: IdSchema, aanleiding: IdSchema }),
}) {}

export type BerichtCommand =
  StelBerichtOp | AdresseerBericht | LegVerzendingVast | HerinnerAanBericht | HandelBerichtAf;

export const WijzeSchema = z.enum(['direct', 'dagelijks', 'uit']);
export type Wijze = z.output<typeof WijzeSchema>;

/** RFC 5321 takes no longer one. */
const LANGSTE_ADRES = 254;

/** Where and when somebody gets messages. */
const voorkeur = {
  wijze: WijzeSchema.meta({ description: 'direct: elk bericht meteen; dagelijks: één overzicht per dag; uit: niets' }),
  adres: z
    .email('een e-mailadres, zoals naam@gemeente.nl')
    .max(LANGSTE_ADRES)
    .nullable()
    .default(null)
    .meta({ description: 'Verplicht, behalve bij uit: dan wordt het adres gewist' }),
  uur: z
    .int()
    .min(0)
    .max(23)
    .default(8)
    .meta({ description: 'Vanaf welk uur het overzicht uitgaat, Nederlandse tijd', example: 8 }),
};

export class StelVoorkeurIn extends defineCommand({
  naam: 'bericht.stel-voorkeur-in',
  soort: 'besluit',
  omschrijving: 'Stelt in op welk e-mailadres en wanneer u berichten krijgt.',
  schema: z.strictObject({ account: MedewerkerSchema, organisatie: OrganisatieSchema, ...voorkeur }),
}) {}

export class StelPostbusIn extends defineCommand({
  naam: 'bericht.stel-postbus-in',
  soort: 'besluit',
  omschrijving:
    'Stelt de gedeelde postbus van een organisatie in. Die krijgt de berichten zolang niemand van die organisatie zich zelf heeft aangemeld.',
  schema: z.strictObject({ organisatie: OrganisatieSchema, ...voorkeur }),
}) {}

export type VoorkeurCommand = StelVoorkeurIn | StelPostbusIn;
